import { definidos } from '../definidos/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import * as lectores from './campos.ts';
import type { CodigoErrorCampo } from './campos.ts';
import { direccionDeConsulta, leerDireccion } from './direccion.ts';
import type { Ambiente } from './direccion.ts';
import { analizarImporte } from './importe.ts';
import type { Importe } from './importe.ts';
import { paresDe, separarDireccion } from './texto-qr.ts';
import type { NombreQr } from './texto-qr.ts';

/** What the QR of a printed document says. Only the code is sure to be there. */
export interface QrDeFactura {
  /** CUFE, CUDE or CUDS: 96 lower-case hexadecimal characters. */
  codigo: string;
  numero?: string;
  fecha?: Fecha;
  hora?: string;
  nitEmisor?: string;
  adquirente?: string;
  /** Before taxes. */
  valor?: Importe;
  iva?: Importe;
  otrosImpuestos?: Importe;
  total?: Importe;
  /** Of the DIAN's catalogue. */
  direccion?: string;
  /** Of the address; absent without it. */
  ambiente?: Ambiente;
}

export type CodigoErrorQr =
  | CodigoErrorCampo
  | 'largo'
  | 'no-es-factura'
  | 'sin-codigo'
  | 'codigo'
  | 'codigos-distintos'
  | 'direccion-ajena'
  | 'repetido';

/** Five times the longest text that the annex makes. */
const LARGO_MAXIMO = 4_000;

/**
 * Reads what a camera saw: the text of the annex (`NumFac: … CUFE: …` and an address) in any order and
 * with any spaces and line ends, the older names (`NroFactura=…`), or an address alone.
 *
 * A failure names the datum at fault. An address that is not of the DIAN's catalogue is refused: whoever
 * prints it wants the reader somewhere else.
 */
export function leerQr(texto: string): Resultado<QrDeFactura, CodigoErrorQr, { campo?: string }> {
  if (texto.length > LARGO_MAXIMO) {
    return falla('largo', 'El código QR trae demasiado texto para ser el de una factura.');
  }
  const { direccion, resto } = separarDireccion(texto);
  const pares = paresDe(resto);
  const repetido = pares.find(([nombre, dato]) => pares.some(([n, d]) => n === nombre && d !== dato));
  if (repetido)
    return falla('repetido', `El código QR trae ${repetido[0]} dos veces, con valores distintos.`);

  const enlace = direccion === undefined ? undefined : leerDireccion(direccion);
  if (enlace && enlace.ambiente === undefined) {
    return falla('direccion-ajena', 'La dirección de este código QR no es de la DIAN: no la abra.');
  }
  const datos = new Map(pares);
  if (datos.size === 0 && !enlace) {
    return falla('no-es-factura', 'Este código QR no es el de una factura electrónica.');
  }
  const escrito = datos.get('codigo')?.replace(/\s/g, '').toLowerCase();
  if (escrito !== undefined && !/^[0-9a-f]{96}$/.test(escrito)) {
    return falla(
      'codigo',
      'El CUFE tiene 96 caracteres, de 0 a 9 y de a a f: este no está completo.',
      'CUFE',
    );
  }
  if (escrito !== undefined && enlace?.codigo !== undefined && enlace.codigo !== escrito) {
    return falla('codigos-distintos', 'El CUFE escrito y el de la dirección no son el mismo.', 'CUFE');
  }
  const codigo = escrito ?? enlace?.codigo;
  if (codigo === undefined) return falla('sin-codigo', 'Este código QR no trae el CUFE.', 'CUFE');

  const leidos: Record<string, string> = {};
  for (const [nombre, campo] of CAMPOS) {
    const dato = datos.get(nombre);
    if (dato === undefined || dato === '') continue;
    const leido = campo.leer(dato);
    if (!leido.ok) return { ...leido, campo: campo.nombre };
    leidos[nombre] = leido.valor;
  }
  const { ambiente } = enlace ?? {};
  return bien({
    ...leidos,
    codigo,
    ...definidos({ direccion, ambiente }),
  });
}

/** All that the text of the QR says; `clase` is the name that the code bears in it. */
export interface DatosDelQr extends Required<Omit<QrDeFactura, 'direccion'>> {
  clase: 'CUFE' | 'CUDE';
}

/** The text of the QR as the annex makes it, one datum a line, and the address of the DIAN's catalogue. */
export function textoQr(datos: DatosDelQr): string {
  const renglones = CAMPOS.map(([dato, { nombre }]) => `${nombre}: ${datos[dato]}`);
  const direccion = direccionDeConsulta(datos.codigo, datos.ambiente);
  return [...renglones, `${datos.clase}: ${datos.codigo}`, direccion].join('\n');
}

/** In a QR the decimal comma is not ambiguous: nobody separates thousands there. */
const importeDelQr: lectores.Lector = (dato) =>
  analizarImporte(String(dato).replace(/^\$?\s*([0-9]+),([0-9]{1,2})$/, '$1.$2'));

type DatoDelQr = Exclude<NombreQr, 'codigo'>;

/** In the order of the annex. */
const CAMPOS: readonly (readonly [DatoDelQr, { nombre: string; leer: lectores.Lector }])[] = [
  ['numero', { nombre: 'NumFac', leer: lectores.numeroDeDocumento }],
  ['fecha', { nombre: 'FecFac', leer: lectores.fecha }],
  ['hora', { nombre: 'HorFac', leer: lectores.hora }],
  ['nitEmisor', { nombre: 'NitFac', leer: lectores.nit }],
  ['adquirente', { nombre: 'DocAdq', leer: lectores.identificacion }],
  ['valor', { nombre: 'ValFac', leer: importeDelQr }],
  ['iva', { nombre: 'ValIva', leer: importeDelQr }],
  ['otrosImpuestos', { nombre: 'ValOtroIm', leer: importeDelQr }],
  ['total', { nombre: 'ValTolFac', leer: importeDelQr }],
];

function falla(codigo: CodigoErrorQr, mensaje: string, campo?: string) {
  return { ok: false, codigo, mensaje, ...definidos({ campo }) } as const;
}
