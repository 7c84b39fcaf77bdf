import { textoEscrito } from '@autogestion/normas/texto';
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

/** What PostgreSQL's text cannot hold: NUL and lone surrogates. Whoever typed sends neither. */
const guardable = (texto: string): string => texto.replace(/\0/g, ' ').replace(/\p{Cs}/gu, '\ufffd');

/** The same in every text of what came in: an address, the JSON of a program. */
export function guardables(dato: unknown): unknown {
  if (typeof dato === 'string') return guardable(dato);
  if (Array.isArray(dato)) return dato.map(guardables);
  if (typeof dato !== 'object' || dato === null) return dato;
  return Object.fromEntries(Object.entries(dato).map(([campo, valor]) => [campo, guardables(valor)]));
}

/** The fields of a form; those that start with `_` are the house's own. Values that are not text are dropped. */
export function comoFormulario(cuerpo: unknown): Formulario {
  return campos(cuerpo, (campo) => !campo.startsWith('_'));
}

/** The house's own hidden fields: `_csrf`, `_clave`, `_revision`, `_accion`. */
export function camposOcultos(cuerpo: unknown): Record<string, string> {
  const todos = campos(cuerpo, (campo) => campo.startsWith('_'));
  return Object.fromEntries(
    Object.entries(todos).filter((e): e is [string, string] => typeof e[1] === 'string'),
  );
}

function campos(cuerpo: unknown, si: (campo: string) => boolean): Formulario {
  if (typeof cuerpo !== 'object' || cuerpo === null) return {};
  const salida: Formulario = {};
  for (const [campo, valor] of Object.entries(cuerpo)) {
    if (!si(campo)) continue;
    if (typeof valor === 'string') salida[campo] = guardable(valor);
    else if (Array.isArray(valor))
      salida[campo] = valor.filter((v): v is string => typeof v === 'string').map(guardable);
  }
  return salida;
}

/** One line of text in a form, as it was meant (`textoEscrito` of normas). Absent is empty. */
export const linea = z.string().default('').transform(textoEscrito);
