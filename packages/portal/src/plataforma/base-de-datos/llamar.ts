import { CompiledQuery, sql, type RawBuilder } from 'kysely';
import type { BaseDatos } from './conexion.ts';
import type { Firma } from './describir-funciones.ts';
import { FUNCIONES } from './funciones.ts';

/** What a value of each type of PostgreSQL is here, as `conexion.ts` reads it. */
interface Tipos {
  bigint: bigint;
  boolean: boolean;
  bytea: Buffer;
  'bytea[]': Buffer[];
  date: string;
  integer: number;
  numeric: string;
  smallint: number;
  'integer[]': number[];
  interval: string;
  text: string;
  'text[]': string[];
  timestamptz: Date;
  uuid: string;
  void: undefined;
}
/** `json` and `jsonb` are whatever was written; a type that is missing above cannot be used. */
type Valor<T> = T extends keyof Tipos ? Tipos[T] : T extends 'json' | 'jsonb' ? unknown : never;

type Funciones = typeof FUNCIONES;
type Funcion = keyof Funciones;

/**
 * Arguments of a function by name. PostgreSQL does not say which may be null; `undefined` is never one of them.
 * Of bigint numbers are taken too. A `json` or `jsonb` argument is the value, not its text.
 */
type Argumentos<N extends Funcion> = {
  readonly [A in keyof Funciones[N]['pide']]:
    | (Funciones[N]['pide'][A] extends 'bigint' ? number : never)
    | Aceptado<Valor<Funciones[N]['pide'][A]>>
    | null;
};
// Not text: whoever brings it already written would write it twice.
type Aceptado<V> = unknown extends V ? object : V extends (infer E)[] ? readonly E[] : V;

type Da<N extends Funcion> = Funciones[N]['da'];
type Columnas<D> = { -readonly [C in keyof D]: Valor<D[C]> | null };
type FuncionDeFilas = { [N in Funcion]: Da<N> extends readonly [object] ? N : never }[Funcion];
type Fila<N extends FuncionDeFilas> = Da<N> extends readonly [infer D] ? Columnas<D> : never;
type Uno<D> = D extends string ? Valor<D> | (D extends 'void' ? never : null) : Columnas<D>;
type Resultado<N extends Funcion> = Da<N> extends readonly [infer D] ? Uno<D>[] : Uno<Da<N>>;

/**
 * A call to one of our functions, as a piece of a statement: `select nit from ${llamada('rut.x', { … })}`.
 * Arguments go by name and with their type, so that two that change places in a migration break nothing, and one
 * that is missing or is of another kind does not compile.
 */
export function llamada<N extends Funcion>(nombre: N, argumentos: Argumentos<N>): RawBuilder<unknown> {
  const tipos = FUNCIONES[nombre].pide as Readonly<Record<string, string>>;
  const valores = argumentos as Readonly<Record<string, unknown>>;
  const partes = Object.entries(tipos).map(
    ([a, tipo]) => sql`${sql.raw(nombreDeArgumento(a))} => ${preparado(valores[a], tipo)}::${sql.raw(tipo)}`,
  );
  return sql`${sql.raw(nombre)}(${sql.join(partes)})`;
}

/**
 * Calls one of our functions and gives what it gives: its rows, a value, nothing. As the database declares it any
 * value may be null. Whoever knows more of the rows says it in the type of the receiver (`const filas: Fila[] = await
 * llamar(…)`), where a column that the function does not give, or of another type, does not compile.
 */
export async function llamar<
  N extends FuncionDeFilas,
  F extends Partial<Fila<N>> & Record<Exclude<keyof F, keyof Fila<N>>, never> = Fila<N>,
>(trx: ConBase, nombre: N, argumentos: Argumentos<N>): Promise<F[]>;
export async function llamar<N extends Exclude<Funcion, FuncionDeFilas>>(
  trx: ConBase,
  nombre: N,
  argumentos: Argumentos<N>,
): Promise<Resultado<N>>;
export async function llamar<N extends Funcion>(
  trx: ConBase,
  nombre: N,
  argumentos: Argumentos<N>,
): Promise<unknown> {
  const { texto, tipos, deUnValor } = (preparadas[nombre] ??= preparar(nombre));
  const dados = argumentos as Readonly<Record<string, unknown>>;
  const valores = Object.entries(tipos).map(([a, tipo]) => preparado(dados[a], tipo));
  const { rows } = await trx.bd.getExecutor().executeQuery(CompiledQuery.raw(texto, valores));
  const filas = deUnValor ? (rows as { da: unknown }[]).map((f) => f.da) : rows;
  const { da } = FUNCIONES[nombre];
  if (Array.isArray(da)) return filas;
  return da === 'void' ? undefined : filas[0];
}

/** The statement that calls a function: always the same one, written once. */
interface Preparada {
  texto: string;
  tipos: Readonly<Record<string, string>>;
  deUnValor: boolean;
}
const preparadas: Partial<Record<Funcion, Preparada>> = {};

function preparar(nombre: Funcion): Preparada {
  const { pide: tipos, da }: Firma = FUNCIONES[nombre];
  const una = Array.isArray(da) ? (da as readonly [unknown])[0] : da;
  const deUnValor = typeof una === 'string';
  const pedidos = Object.entries(tipos).map(
    ([a, tipo], i) => `${nombreDeArgumento(a)} => $${i + 1}::${tipo}`,
  );
  const llamado = `${nombre}(${pedidos.join(', ')})`;
  return { texto: deUnValor ? `select ${llamado} as da` : `select * from ${llamado}`, tipos, deUnValor };
}

interface ConBase {
  readonly bd: BaseDatos;
}

/** `titularPublico` is `p_titular_publico` in the database. */
export const nombreDeArgumento = (a: string): string =>
  `p_${a.replace(/[A-Z]/g, (letra) => `_${letra.toLowerCase()}`)}`;

// The driver writes an array as an array of PostgreSQL, also where the argument is jsonb.
const preparado = (valor: unknown, tipo: string): unknown =>
  (tipo === 'json' || tipo === 'jsonb') && valor !== null ? JSON.stringify(valor) : valor;
