import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ErrorDeUso, errorEnJson } from './error-de-uso.ts';

/** What a line of the input asks, before anybody looked at its fields. */
export type Pregunta = Readonly<Record<string, unknown>>;

/** Whether `--entrada -` was given. @throws ErrorDeUso when it names anything but standard input. */
export function leePorLineas(entrada: unknown): boolean {
  if (entrada === undefined || entrada === '-') return entrada === '-';
  throw new ErrorDeUso('entrada', 'Solo se lee de la entrada estándar: --entrada -');
}

/**
 * One JSON object a line on standard input, one answer a line on standard output, in the same order. An
 * empty line has no answer; a bad one answers with its error and does not stop the others.
 *
 * @param responder writes the answer as JSON, or throws ErrorDeUso.
 * @returns the exit code.
 */
export async function porLineas(responder: (pregunta: Pregunta) => string): Promise<number> {
  for await (const linea of createInterface({ input: process.stdin })) {
    if (linea.trim() === '') continue;
    if (!process.stdout.write(`${deLinea(linea, responder)}\n`)) await once(process.stdout, 'drain');
  }
  return 0;
}

/** A datum as it was written: JSON may carry a NIT, a year or an amount as a number or as a string. */
export function comoTexto(dato: unknown): string {
  return typeof dato === 'string' ? dato : typeof dato === 'number' ? String(dato) : '';
}

function deLinea(linea: string, responder: (pregunta: Pregunta) => string): string {
  try {
    return responder(leerPregunta(linea, 'El renglón'));
  } catch (error) {
    if (error instanceof ErrorDeUso) return errorEnJson(error);
    throw error;
  }
}

/** @param que what the text is, with its article, for the message. @throws ErrorDeUso */
export function leerPregunta(texto: string, que: string): Pregunta {
  let leido: unknown;
  try {
    // A byte-order mark, that some editors put, is no part of JSON.
    leido = JSON.parse(texto.replace(/^\ufeff/, ''));
  } catch {
    throw new ErrorDeUso('entrada', `${que} no es JSON.`);
  }
  if (!esObjeto(leido)) throw new ErrorDeUso('entrada', `${que} no es un objeto JSON.`);
  return leido;
}

function esObjeto(x: unknown): x is Pregunta {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}
