import * as lectores from './campos.ts';
import type { Lector } from './campos.ts';

/** The codes that make a document unique, and the one that ties it to the software that made it. */
export type ClaseDeCodigo = 'CUFE' | 'CUDE' | 'CUDS' | 'CUDE-evento' | 'CUNE' | 'SoftwareSecurityCode';

/** A piece of the string, in its place: a field of the document, or a tax with its amount. */
export type Tramo =
  { campo: string; leer: Lector; otrosNombres?: readonly string[] } | { impuesto: CodigoDeImpuesto };

/** IVA, consumption tax (INC) and ICA. No other tax goes into the string. */
export type CodigoDeImpuesto = '01' | '04' | '03';

export interface DefinicionDeCodigo {
  /** For the person. */
  nombre: string;
  tramos: readonly Tramo[];
  fuente: string;
  confianza: string;
  /** Whether a published example was reproduced. */
  comprobada: boolean;
  nota?: string;
}

const pin = (campo: 'SoftwarePIN' | 'PIN'): Tramo => ({
  campo,
  leer: lectores.pin,
  otrosNombres: ['SoftwarePIN', 'PIN', 'PINSoftware', 'ClavePIN'],
});

const ambiente = (campo: 'TipoAmbie' | 'TipAmb'): Tramo => ({
  campo,
  leer: lectores.ambiente,
  otrosNombres: ['TipoAmbie', 'TipAmb', 'TipoAmb', 'TipoAmbiente'],
});

const CLAVE_TECNICA: Tramo = { campo: 'ClTec', leer: lectores.claveTecnica, otrosNombres: ['ClaveTecnica'] };

/** The order of the taxes is 01, 04, 03: that of the annex, which is not that of their numbers. */
const deVenta = (clave: Tramo): readonly Tramo[] => [
  { campo: 'NumFac', leer: lectores.numeroDeDocumento },
  { campo: 'FecFac', leer: lectores.fecha },
  { campo: 'HorFac', leer: lectores.hora },
  { campo: 'ValFac', leer: lectores.importe },
  { impuesto: '01' },
  { impuesto: '04' },
  { impuesto: '03' },
  { campo: 'ValTot', leer: lectores.importe, otrosNombres: ['ValTolFac', 'ValTotFac'] },
  { campo: 'NitOFE', leer: lectores.nit },
  { campo: 'NumAdq', leer: lectores.identificacion },
  clave,
  ambiente('TipoAmbie'),
];

export const CLASES: Readonly<Record<ClaseDeCodigo, DefinicionDeCodigo>> = {
  CUFE: {
    nombre: 'Código único de factura electrónica',
    tramos: deVenta(CLAVE_TECNICA),
    fuente: 'Anexo técnico de la factura electrónica de venta 1.9 (Resolución DIAN 000165 de 2023), § 11.2.1',
    confianza: 'alta',
    comprobada: true,
  },
  CUDE: {
    nombre: 'Código único de documento electrónico',
    tramos: deVenta(pin('SoftwarePIN')),
    fuente: 'Anexo técnico de la factura electrónica de venta 1.9 (Resolución DIAN 000165 de 2023), § 11.4',
    confianza: 'alta',
    comprobada: true,
    nota: 'El ejemplo de la nota débito (§ 11.4.5) trae impreso el código calculado sin el PIN: es una errata.',
  },
  CUDS: {
    nombre: 'Código único de documento soporte',
    tramos: [
      { campo: 'NumDS', leer: lectores.numeroDeDocumento },
      { campo: 'FecDS', leer: lectores.fecha },
      { campo: 'HorDS', leer: lectores.hora },
      { campo: 'ValDS', leer: lectores.importe },
      { impuesto: '01' },
      { campo: 'ValTot', leer: lectores.importe, otrosNombres: ['ValTolDS', 'ValTotDS'] },
      { campo: 'NumSNO', leer: lectores.identificacion },
      { campo: 'NITABS', leer: lectores.nit },
      pin('SoftwarePIN'),
      ambiente('TipoAmbie'),
    ],
    fuente: 'Anexo técnico del documento soporte 1.1 (Resolución DIAN 000167 de 2021)',
    confianza: 'alta',
    comprobada: true,
  },
  'CUDE-evento': {
    nombre: 'Código único del evento de una factura',
    tramos: [
      { campo: 'NumDE', leer: lectores.numeroDeDocumento },
      { campo: 'FecEmi', leer: lectores.fecha },
      { campo: 'HorEmi', leer: lectores.hora },
      { campo: 'NitFE', leer: lectores.nit },
      { campo: 'DocAdq', leer: lectores.identificacion },
      { campo: 'ResponseCode', leer: lectores.evento },
      { campo: 'ID', leer: lectores.numeroDeDocumento },
      { campo: 'DocumentTypeCode', leer: lectores.tipoDeDocumento },
      pin('SoftwarePIN'),
    ],
    fuente: 'Anexo técnico RADIAN 1.1 (Resolución DIAN 000085 de 2022), § 12.1.1',
    confianza: 'alta',
    comprobada: true,
  },
  CUNE: {
    nombre: 'Código único de documento soporte de pago de nómina electrónica',
    tramos: [
      { campo: 'NumNE', leer: lectores.numeroDeDocumento },
      { campo: 'FecNE', leer: lectores.fecha },
      { campo: 'HorNE', leer: lectores.hora },
      { campo: 'ValDev', leer: lectores.importe },
      { campo: 'ValDed', leer: lectores.importe },
      { campo: 'ValTolNE', leer: lectores.importe },
      { campo: 'NitNE', leer: lectores.nit },
      { campo: 'DocEmp', leer: lectores.identificacion },
      { campo: 'TipoXML', leer: lectores.tipoDeDocumento },
      pin('SoftwarePIN'),
      ambiente('TipAmb'),
    ],
    fuente: 'Anexo técnico de nómina electrónica 1.0 (Resolución DIAN 000013 de 2021), § 8.1.1.3',
    confianza: 'media',
    comprobada: false,
    nota: 'La fórmula es la del anexo, pero el código de su único ejemplo no se obtiene con ella ni con ninguna variante probada.',
  },
  SoftwareSecurityCode: {
    nombre: 'Código de seguridad del software',
    tramos: [
      { campo: 'SoftwareID', leer: lectores.identificadorDeSoftware },
      pin('PIN'),
      { campo: 'NumDoc', leer: lectores.numeroDeDocumento },
    ],
    fuente: 'Anexo técnico de la factura electrónica de venta 1.9 (Resolución DIAN 000165 de 2023)',
    confianza: 'alta',
    comprobada: true,
    nota: 'No prueba quién expidió el documento: un PIN de cinco números se halla por tanteo en menos de un segundo.',
  },
};

/**
 * The class that a name means: `CUDE-POS` and `CUDE-SHA384` are CUDE, `SSC` is the security code. Case,
 * spaces and hyphens do not count.
 */
export function claseDeCodigo(nombre: string): ClaseDeCodigo | undefined {
  const n = nombre.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (n === 'ssc' || n.startsWith('softwaresecurity')) return 'SoftwareSecurityCode';
  if (n.includes('event')) return 'CUDE-evento';
  return (['CUFE', 'CUDE', 'CUDS', 'CUNE'] as const).find((c) => n.startsWith(c.toLowerCase()));
}
