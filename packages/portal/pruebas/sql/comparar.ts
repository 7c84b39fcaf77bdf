import type { Client } from 'pg';
import ts from 'typescript';
import { describir } from './describir.ts';
import type { Lectura, Texto } from './leer-textos.ts';

/** What the catalogue knows and a description does not say. */
interface Catalogo {
  tipos: Map<number, string>;
  /** `oid.number` of the columns that may be null. */
  anulables: Set<string>;
}

export async function leerCatalogo(cliente: Client): Promise<Catalogo> {
  const tipos = await cliente.query<{ oid: number; tipo: string }>(
    'select oid::int as oid, format_type(oid, null) as tipo from pg_type',
  );
  const anulables = await cliente.query<{ columna: string }>(
    `select a.attrelid || '.' || a.attnum as columna from pg_attribute a join pg_class c on c.oid = a.attrelid
     where a.attnum > 0 and not a.attnotnull and c.relkind in ('r', 'p')`,
  );
  return {
    tipos: new Map(tipos.rows.map((f) => [f.oid, f.tipo])),
    anulables: new Set(anulables.rows.map((f) => f.columna)),
  };
}

/** What is wrong with each statement: PostgreSQL refuses it, or its row or its values are not what the code says. */
export async function revisar(cliente: Client, l: Lectura, c: Catalogo): Promise<string[]> {
  const quejas: string[] = [];
  for (const t of l.textos) {
    const decir = (que: string) => quejas.push(`${t.donde}: ${que}`);
    const d = await describir(cliente, t.texto).catch((error: unknown) => decir((error as Error).message));
    if (typeof d !== 'object') continue;
    t.valores.forEach((tipo, i) => {
      const pide = c.tipos.get(d.parametros[i] ?? 0) ?? '';
      if (tipo && !cabe(tipo, pide, l.verificador))
        decir(`$${i + 1} is ${pide}, and gets ${l.verificador.typeToString(tipo)}`);
    });
    if (t.fila) compararFila(t, d.columnas, l.verificador, c, decir);
  }
  return quejas;
}

type Columna = Awaited<ReturnType<typeof describir>>['columnas'][number];

function compararFila(
  { fila }: Texto,
  columnas: Columna[],
  v: ts.TypeChecker,
  c: Catalogo,
  decir: (que: string) => void,
): void {
  const declaradas = new Map(fila?.getProperties().map((p) => [p.name, p]));
  for (const { nombre, tipo, tabla, numero } of columnas) {
    const simbolo = declaradas.get(nombre);
    declaradas.delete(nombre);
    if (!simbolo) {
      decir(`it gives ${nombre}, which its row does not have`);
      continue;
    }
    const dicho = v.getTypeOfSymbol(simbolo);
    const da = c.tipos.get(tipo) ?? '';
    if (!lee(dicho, da, v)) decir(`${nombre} is ${da}, and is read as ${v.typeToString(dicho)}`);
    else if (c.anulables.has(`${tabla}.${numero}`) && !admiteNada(dicho))
      decir(`${nombre} may be null, and is read as ${v.typeToString(dicho)}`);
  }
  for (const nombre of declaradas.keys()) decir(`its row has ${nombre}, which it does not give`);
}

const NADA = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
const CUALQUIERA = ts.TypeFlags.Any | ts.TypeFlags.Unknown;
const partes = (t: ts.Type): ts.Type[] => (t.isUnion() ? t.types : [t]);
const admiteNada = (t: ts.Type): boolean => partes(t).some((p) => p.flags & (NADA | CUALQUIERA));

/** Names of the kinds of value that a type of PostgreSQL is read as, and those that it takes besides. */
const CLASES: Record<string, { da: Clase; toma?: Clase[] }> = {
  bigint: { da: 'bigint', toma: ['number', 'string'] },
  boolean: { da: 'boolean' },
  bytea: { da: 'bytes' },
  date: { da: 'string' },
  integer: { da: 'number', toma: ['bigint'] },
  interval: { da: 'string' },
  json: { da: 'objeto', toma: ['string'] },
  jsonb: { da: 'objeto', toma: ['string'] },
  numeric: { da: 'string', toma: ['number', 'bigint'] },
  smallint: { da: 'number' },
  text: { da: 'string' },
  'timestamp with time zone': { da: 'fecha', toma: ['string'] },
  uuid: { da: 'string' },
};
type Clase = 'bigint' | 'boolean' | 'bytes' | 'fecha' | 'lista' | 'number' | 'objeto' | 'string';

function claseDe(t: ts.Type, v: ts.TypeChecker): Clase | undefined {
  // A branded text (`Fecha`) is a text.
  if (t.isIntersection()) return t.types.map((p) => claseDe(p, v)).find((k) => k && k !== 'objeto');
  if (t.flags & ts.TypeFlags.StringLike) return 'string';
  if (t.flags & ts.TypeFlags.NumberLike) return 'number';
  if (t.flags & ts.TypeFlags.BigIntLike) return 'bigint';
  if (t.flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (v.isArrayType(t)) return 'lista';
  if (t.symbol?.name === 'Date') return 'fecha';
  if (t.symbol?.name === 'Buffer' || t.symbol?.name === 'Uint8Array') return 'bytes';
  return t.flags & (ts.TypeFlags.Object | ts.TypeFlags.NonPrimitive) ? 'objeto' : undefined;
}

/** Whether every value of the type is of one of those kinds; of a list, each of its elements. */
function es(t: ts.Type, tipo: string, v: ts.TypeChecker, conLoQueToma: boolean): boolean {
  const reglas = CLASES[tipo.replace(/\[\]$/, '')];
  if (!reglas) return false;
  const clases = [reglas.da, ...((conLoQueToma && reglas.toma) || [])];
  return partes(t).every((p) => {
    if (p.flags & NADA) return true;
    if (tipo.endsWith('[]'))
      return (
        v.isArrayType(p) &&
        v.getTypeArguments(p as ts.TypeReference).every((e) => es(e, tipo.slice(0, -2), v, conLoQueToma))
      );
    const clase = claseDe(p, v);
    // Whatever was written comes back from a jsonb: a text, a list, a number.
    if (reglas.da === 'objeto' && !conLoQueToma)
      return clase !== 'bytes' && clase !== 'fecha' && clase !== 'bigint';
    return clase !== undefined && clases.includes(clase);
  });
}

const lee = (dicho: ts.Type, da: string, v: ts.TypeChecker): boolean =>
  Boolean(dicho.flags & ts.TypeFlags.Unknown) || es(dicho, da, v, false);
/** `undefined` is never a value: the driver would write null without anybody saying so. */
const cabe = (t: ts.Type, pide: string, v: ts.TypeChecker): boolean =>
  !partes(t).some((p) => p.flags & ts.TypeFlags.Undefined) && es(t, pide, v, true);
