import { crearAutoridad, type MaterialAutoridad } from '../src/autoridad/index.ts';
import { codigoBarrasFormulario, GLN_DEMOSTRACION } from '../src/codigos/index.ts';
import { firmarDeclaracion, urlDeQr, type Declaracion } from '../src/declaracion/index.ts';
import type { PedidoFormulario001 } from '../src/formulario-001/index.ts';
import type { CasillaImpresa } from '../src/formulario-impreso/index.ts';

/** To the second, as timestamps are; at or before the clock of the tools that check. */
export const AHORA = new Date(Math.floor(Date.now() / 1000) * 1000);

let material: Promise<MaterialAutoridad> | undefined;

/** One authority for all the tests of a process. */
export function autoridadDePrueba(): Promise<MaterialAutoridad> {
  material ??= crearAutoridad({ nombre: 'Oficina de prueba', ahora: AHORA });
  return material;
}

export const DECLARACION: Declaracion = {
  id: 'Zk3vQ9xT1mB8rW5yN2cLhA',
  nit: '900123456',
  dv: 8,
  nombre: 'MARÍA FERNANDA RODRÍGUEZ GUTIÉRREZ',
  estado: 'activo',
  fecha: '2026-01-15',
};

export const NUMERO_FORMULARIO = '100000000017';

const CASILLAS: [numero: string, seccion: string, nombre: string, valor: string][] = [
  ['2', 'Encabezado', 'Concepto', '01'],
  ['4', 'Encabezado', 'Número de formulario', NUMERO_FORMULARIO],
  ['5', 'Encabezado', 'Número de Identificación Tributaria (NIT)', '900123456'],
  ['6', 'Encabezado', 'DV', '8'],
  ['12', 'Encabezado', 'Dirección seccional', '32'],
  ['14', 'Encabezado', 'Buzón electrónico', 'buzon@ejemplo.co'],
  ['24', 'Identificación', 'Tipo de contribuyente', '2'],
  ['25', 'Identificación', 'Tipo de documento', '13'],
  ['31', 'Identificación', 'Primer apellido', 'Rodríguez'],
  ['32', 'Identificación', 'Segundo apellido', 'Gutiérrez'],
  ['33', 'Identificación', 'Primer nombre', 'María'],
  ['34', 'Identificación', 'Otros nombres', 'Fernanda'],
  ['35', 'Identificación', 'Razón social', ''],
  ['41', 'Ubicación', 'Dirección principal', 'CL 45 # 13 25'],
  ['42', 'Ubicación', 'Correo electrónico', 'maria@ejemplo.co'],
  ['46', 'Clasificación', 'Actividad principal – código', '5613'],
  ['53', 'Clasificación', 'Responsabilidades, calidades y atributos', '05\n49'],
  ['61', 'Cierre', 'Fecha (emisión del documento)', '2026-01-15'],
];

export function casillasDePrueba(cambios: Record<string, string> = {}): CasillaImpresa[] {
  return CASILLAS.map(([numero, seccion, nombre, valor]) => ({
    numero,
    seccion,
    nombre,
    valor: cambios[numero] ?? valor,
  }));
}

export async function pedidoDePrueba(
  cambios: Partial<PedidoFormulario001> = {},
): Promise<PedidoFormulario001> {
  const token = await firmarDeclaracion(DECLARACION, await autoridadDePrueba());
  return {
    casillas: casillasDePrueba(),
    hojas: [],
    leyenda: 'Copia Certificado',
    estado: 'Registro activo',
    version: 1,
    numeroFormulario: NUMERO_FORMULARIO,
    generadoEn: AHORA,
    codigoBarras: codigoBarrasFormulario(GLN_DEMOSTRACION, NUMERO_FORMULARIO),
    codigo: DECLARACION.id,
    qr: urlDeQr('https://autogestion.ejemplo.co', DECLARACION.id, token),
    datos: { nit: '900123456', nombre: 'María Ñáñez' },
    demostracion: true,
    ...cambios,
  };
}
