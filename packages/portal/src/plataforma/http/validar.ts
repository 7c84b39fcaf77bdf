import { z } from 'zod';
import type { Formulario } from './ruta.ts';

z.config(z.locales.es());

export type Validacion<T> = { ok: true; datos: T } | { ok: false; campos: Record<string, string> };

/** Parses what came in. On failure: the first message of each field, by its name. */
export function validar<T extends z.ZodType>(esquema: T, dato: unknown): Validacion<z.output<T>> {
  const r = esquema.safeParse(dato);
  if (r.success) return { ok: true, datos: r.data };
  const campos: Record<string, string> = {};
  for (const i of r.error.issues) campos[i.path.map(String).join('.') || '_'] ??= i.message;
  return { ok: false, campos };
}

const INTERNOS = new Set(['_csrf', '_clave', '_revision']);

/** The fields of a form, without the house's own. Values that are not text are dropped. */
export function comoFormulario(cuerpo: unknown): Formulario {
  if (typeof cuerpo !== 'object' || cuerpo === null) return {};
  const salida: Formulario = {};
  for (const [campo, valor] of Object.entries(cuerpo)) {
    if (INTERNOS.has(campo)) continue;
    if (typeof valor === 'string') salida[campo] = valor;
    else if (Array.isArray(valor)) salida[campo] = valor.filter((v): v is string => typeof v === 'string');
  }
  return salida;
}

/** Text that a person typed: trimmed, inner spaces collapsed, without control characters, NFC. */
export const normalizarTexto = (t: string): string =>
  t
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
