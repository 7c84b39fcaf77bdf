import type { Fecha } from '@autogestion/normas/fechas';
import type { z } from 'zod';
import { validar, type Formulario, type Validacion } from '../../plataforma/index.ts';

/**
 * What answers meant when they were last read. A draft's are read again at each of its pages, because questions change
 * under it; the same text, asked by the same question on the same day, means the same. Kept by what was written and not
 * by draft and revision: a transaction that is undone gives its revision to another answer.
 *
 * It holds what people wrote, in memory alone, and forgets it: after so many others, or so many minutes.
 */
const CUANTAS = 2_000;
const OLVIDA_MS = 10 * 60_000;

let recientes = new Map<string, Validacion<unknown>>();
let anteriores = new Map<string, Validacion<unknown>>();
let desde = performance.now();

const numeros = new WeakMap<z.ZodType, number>();
let numerados = 0;

/** The number of a schema while it lives. */
function numeroDe(esquema: z.ZodType): number {
  const numero = numeros.get(esquema) ?? ++numerados;
  numeros.set(esquema, numero);
  return numero;
}

/** `validar`, once for each question, text and day. What it gives is frozen: others are given it too. */
export function leerUnaVez<V>(
  esquema: z.ZodType<V, unknown>,
  escrito: Formulario,
  hoy: Fecha,
): Validacion<V> {
  if (recientes.size >= CUANTAS || performance.now() - desde > OLVIDA_MS) {
    anteriores = performance.now() - desde > OLVIDA_MS ? new Map<string, Validacion<unknown>>() : recientes;
    recientes = new Map();
    desde = performance.now();
  }
  const clave = `${numeroDe(esquema)} ${hoy} ${JSON.stringify(escrito)}`;
  const sabida = recientes.get(clave) ?? anteriores.get(clave);
  const leida = (sabida as Validacion<V> | undefined) ?? congelar(validar(esquema, escrito));
  recientes.set(clave, leida);
  return leida;
}

function congelar<T>(valor: T): T {
  if (typeof valor !== 'object' || valor === null || Object.isFrozen(valor)) return valor;
  Object.values(valor).forEach(congelar);
  return Object.freeze(valor);
}
