import { esFecha } from '../fechas/index.ts';
import { digitoDeVerificacion, LARGO_MAXIMO_NIT } from '../nit/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { analizarImporte } from './importe.ts';
import type { CodigoErrorImporte } from './importe.ts';

export type CodigoErrorCampo =
  | CodigoErrorImporte
  | 'tipo-de-dato'
  | 'numero-de-documento'
  | 'fecha'
  | 'hora'
  | 'nit'
  | 'nit-con-dv'
  | 'identificacion'
  | 'clave-tecnica'
  | 'pin'
  | 'ambiente'
  | 'evento'
  | 'tipo-de-documento'
  | 'software';

export type LecturaDeCampo = Resultado<string, CodigoErrorCampo>;

/** Reads one field as it goes into the string: what a file brought, or why it cannot be. */
export type Lector = (dato: string | number) => LecturaDeCampo;

/** A reader of text that must have a form; `ancho` gives back the zeros that a JSON number loses. */
function conForma(forma: RegExp, codigo: CodigoErrorCampo, mensaje: string, ancho = 0): Lector {
  return (dato) => {
    const texto = typeof dato === 'number' ? String(dato).padStart(ancho, '0') : dato.trim();
    return forma.test(texto) ? bien(texto) : falla(codigo, mensaje);
  };
}

export const importe: Lector = analizarImporte;

/** Prefix and number, together. */
export const numeroDeDocumento = conForma(
  /^[A-Za-z0-9]{1,40}$/,
  'numero-de-documento',
  'El número lleva el prefijo y el consecutivo juntos, sin espacios ni guiones, como SETP990000002.',
);

export const fecha: Lector = (dato) => {
  const texto = String(dato).trim();
  return esFecha(texto)
    ? bien(texto)
    : falla('fecha', 'La fecha va con año, mes y día, como 2026-03-09, y debe existir.');
};

/** Local time with its offset, as the document prints it. */
export const hora = conForma(
  /^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]-05:00$/,
  'hora',
  'La hora va con segundos y con la diferencia horaria de Colombia, como 14:04:35-05:00.',
);

const FORMA_NIT = new RegExp(`^[0-9]{1,${LARGO_MAXIMO_NIT}}$`);

/** Issuer: always a NIT. */
export const nit: Lector = (dato) => {
  const texto = String(dato).trim();
  const conDv = /^([0-9.]+)\s*-\s*[0-9]$/.exec(texto)?.[1]?.replaceAll('.', '');
  if (conDv !== undefined) {
    return falla('nit-con-dv', `El NIT va sin puntos y sin el dígito de verificación: ${conDv}.`);
  }
  if (FORMA_NIT.test(texto)) return bien(texto);
  return falla(
    'nit',
    `El NIT va solo con números, sin puntos ni guiones, y tiene hasta ${LARGO_MAXIMO_NIT}.`,
  );
};

/** Buyer, seller who does not invoice, or employee: a NIT or another document, with letters in a passport. */
export const identificacion: Lector = (dato) => {
  const texto = String(dato).trim();
  if (/^[A-Za-z0-9]{1,20}$/.test(texto)) return bien(texto);
  const [, numero, dv] = /^([0-9]{1,14})-([0-9])$/.exec(texto) ?? [];
  return numero !== undefined && digitoDeVerificacion(numero) === Number(dv)
    ? falla('nit-con-dv', `El NIT va sin el dígito de verificación: ${numero}.`)
    : falla(
        'identificacion',
        'El documento va sin puntos, guiones ni espacios, y sin dígito de verificación.',
      );
};

/** The one that the DIAN gave to the numbering range. */
export const claveTecnica = conForma(
  /^[0-9a-fA-F]{40}$/,
  'clave-tecnica',
  'La clave técnica del rango de numeración tiene 40 caracteres, de 0 a 9 y de a a f.',
);

export const pin = conForma(
  /^[!-~]{1,20}$/,
  'pin',
  'El PIN del software va sin espacios y tiene hasta 20 caracteres.',
);

export const ambiente = conForma(/^[12]$/, 'ambiente', 'El ambiente es 1 (producción) o 2 (pruebas).');

/** `030` acknowledgement, `033` express acceptance…, `02` and `04` the DIAN's own answers. */
export const evento: Lector = (dato) => {
  const texto = typeof dato === 'number' ? String(dato).padStart(dato < 30 ? 2 : 3, '0') : dato.trim();
  return /^[0-9]{2,3}$/.test(texto)
    ? bien(texto)
    : falla('evento', 'El código del evento tiene dos o tres números, como 030.');
};

export const tipoDeDocumento = conForma(
  /^[0-9]{2,3}$/,
  'tipo-de-documento',
  'El tipo de documento tiene dos o tres números, como 01 o 102.',
  2,
);

export const identificadorDeSoftware = conForma(
  /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/,
  'software',
  'El identificador del software es el que dio la DIAN, como 56f2ae4e-9812-4fad-9255-08fcfcd5ccb0.',
);
