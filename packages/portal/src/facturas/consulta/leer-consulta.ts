import { leerQr, type QrDeFactura } from '@autogestion/normas/factura';
import { bien, falla, type Resultado } from '@autogestion/normas/resultado';
import { abrirDeDireccion, sellarEnDireccion, type Claves } from '../../plataforma/index.ts';

/** A code, alone or in what a QR says, as somebody typed it, pasted it or photographed it. */
export function leerConsulta(escrito: string): Resultado<QrDeFactura, string> {
  const solo = escrito.replace(/[\s.-]/g, '').toLowerCase();
  if (/^[0-9a-f]{96}$/.test(solo)) return bien({ codigo: solo });
  if (/^[0-9a-f]{20,}$/.test(solo))
    return falla(
      'codigo',
      `El CUFE tiene 96 caracteres, de 0 a 9 y de a a f; usted escribió ${solo.length}. Revise si falta o sobra alguno.`,
    );
  return leerQr(escrito);
}

const SELLO = { proposito: 'facturas-consulta-de-documento' };

/** What was asked, for the address of its answer: the code is 48 bytes, and an address holds 120. */
interface Consulta {
  codigo: string;
  /** Document of the buyer, as whoever asks said it; empty when they did not. */
  adquirente: string;
  /** What the paper says otherwise than the register, a letter each (`DIFERENCIAS`). */
  diferencias: string;
}

export const sellarConsulta = (claves: Claves, c: Consulta): string =>
  sellarEnDireccion(
    claves,
    SELLO,
    [Buffer.from(c.codigo, 'hex').toString('base64url'), c.adquirente, c.diferencias].join('|'),
  );

/** Undefined for what this office did not seal for that. */
export function abrirConsulta(claves: Claves, escrita: string): Consulta | undefined {
  const [codigo, adquirente = '', diferencias = ''] =
    abrirDeDireccion(claves, SELLO, escrita)?.split('|') ?? [];
  if (codigo === undefined) return undefined;
  return { codigo: Buffer.from(codigo, 'base64url').toString('hex'), adquirente, diferencias };
}
