import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import {
  evaluar,
  leerEntrada,
  planDe,
  type EntradaCruda,
  type Formulario,
} from '@autogestion/normas/formularios/motor';
import {
  GLN_DEMOSTRACION,
  renderizarDeclaracion,
  valoresDeEvaluacion,
  type PedidoDeclaracion,
} from '../src/index.ts';
import { Carpeta } from './herramientas.ts';
import { AHORA, pedidoDePrueba } from './muestras.ts';

export const NUMERO_DECLARACION = '210000000017';

const DECLARANTE = {
  nit: '900123456',
  dv: 8,
  nombre: 'RODRÍGUEZ GUTIÉRREZ MARÍA FERNANDA',
  primerApellido: 'RODRÍGUEZ',
  segundoApellido: 'GUTIÉRREZ',
  primerNombre: 'MARÍA',
  otrosNombres: 'FERNANDA',
};

const DE_RENTA = {
  casillas: { '1': '2025', '24': '6910', '29': 350_000_000, '32': 98_765_000, '33': 8_000_000 },
};

type Textos = Parameters<typeof valoresDeEvaluacion>[2];

/** What every request of a return has, computed for 2025. */
export function declarada(formulario: Formulario = FORMULARIO_210, cruda: EntradaCruda = DE_RENTA) {
  const { entrada, faltas } = leerEntrada(formulario, cruda);
  if (faltas.length > 0) throw new Error(JSON.stringify(faltas));
  const evaluacion = evaluar(planDe(formulario, 2025), entrada);
  return {
    formulario,
    ...valoresDeEvaluacion(evaluacion, entrada, cruda.anexos as Textos),
    declarante: DECLARANTE,
    generadoEn: AHORA,
    demostracion: false,
  };
}

/** What a signed return has besides. */
export async function firmada() {
  const { codigo, qr } = await pedidoDePrueba();
  return {
    estado: 'presentada' as const,
    numero: NUMERO_DECLARACION,
    radicado: '2026-000123',
    presentadaEn: new Date('2026-08-10T15:32:00Z'),
    firma: [
      { clave: 'Firmado por', valor: DECLARANTE.nombre },
      { clave: 'Cuándo', valor: '10 de agosto de 2026' },
      { clave: 'Huella (SHA-256)', valor: 'a3f5'.repeat(16) },
    ],
    ...{ gln: GLN_DEMOSTRACION, codigo, qr },
  };
}

/** A return drawn and kept in a folder of the test. */
export async function impresa(pedido: PedidoDeclaracion) {
  const carpeta = new Carpeta();
  return { carpeta, ruta: carpeta.guardar('declaracion.pdf', await renderizarDeclaracion(pedido)) };
}
