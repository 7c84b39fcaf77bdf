import { formatearFechaHora } from '@autogestion/normas/fechas';

/** What a route does for somebody with a due date before them: said by the route, so that a failed one is proved. */
export type QueSeIntenta = 'guardar-declaracion' | 'presentar-declaracion' | 'firmar' | 'pagar';

/** Why the office could not, which is never the person's fault. */
export type CausaDeFalla = 'sin-base' | 'saturado' | 'falla';

/** A failed attempt, as it is kept and as its proof says it: nothing in it says who it is of. */
export interface Intento {
  numero: string;
  en: Date;
  que: QueSeIntenta;
  causa: CausaDeFalla;
  /** Of the error that the person was shown, and of the line of the log. */
  referencia: string;
  /** HMAC of what was sent, hexadecimal: the office can say whether something else is the same. Absent of what was not read. */
  huella?: string;
}

/** Of whom it is, as far as it was known then: kept encrypted. */
export interface DeQuienEs {
  /** SHA-256 of the session's token, hexadecimal: what the database knows a session by. */
  sesion: string;
  persona?: string;
  /** Public identifier of the taxpayer in the address. */
  titular?: string;
}

export const QUE_SE_INTENTO: Readonly<Record<QueSeIntenta, string>> = {
  'guardar-declaracion': 'Guardar el borrador de una declaración',
  'presentar-declaracion': 'Firmar y presentar una declaración',
  firmar: 'Firmar un documento',
  pagar: 'Pagar o preparar un pago',
};

export const POR_QUE_FALLO: Readonly<Record<CausaDeFalla, string>> = {
  'sin-base': 'La oficina no podía leer ni guardar datos en ese momento.',
  saturado: 'La oficina recibía más solicitudes de las que podía atender.',
  falla: 'Algo falló en la oficina mientras se atendía la solicitud.',
};

export const FORMA_DE_NUMERO = /^\d{4}IN-[0-9A-Z]{4}-\d{6}-[0-9A-Z]{4}$/;

/** A number as somebody typed or pasted it: in small letters, with spaces, or the link that ends in it. */
export const numeroDeIntento = (escrito: string): string =>
  (
    escrito
      .trim()
      .split(/[?#]/)[0]
      ?.split('/')
      .findLast((tramo) => tramo !== '') ?? ''
  )
    .replace(/[\s\u200b]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase();

/** What is signed: text that a person reads as it is. The same attempt is always the same bytes. */
export const textoDeConstancia = (i: Intento): string =>
  `${JSON.stringify(
    {
      constancia: 'Intento que falló en la oficina',
      numero: i.numero,
      fechaYHora: `${formatearFechaHora(i.en)}, hora legal de Colombia`,
      instante: i.en.toISOString(),
      loQueSeIntento: QUE_SE_INTENTO[i.que],
      porQueFallo: POR_QUE_FALLO[i.causa],
      referencia: i.referencia,
      ...(i.huella && { huellaDeLoEnviado: i.huella }),
    },
    undefined,
    2,
  )}\n`;
