/** What is known when a migration is looked at. */
interface Contexto {
  /** Tables made by earlier migrations, any of which may be large by now: `sala.tabla`. */
  anteriores: ReadonlySet<string>;
}

/**
 * From this one on migrations are looked at; those before ran on tables that were empty, and one that was applied is
 * never edited.
 */
export const REVISADAS_DESDE = '202611300000';

/** `-- bloquea rut.version: why` lets a migration stop who uses what it names; it is for reading. */
const RAZON = /^-- bloquea ([a-z_]+\.[a-z_]+): \S/gm;

/**
 * What a migration does that a large table or a person would pay for. Words and not a parser: the statements of a
 * migration are ours and plain.
 * @returns one line each; none when it may be applied beside an office that serves.
 */
export function revisarMigracion(texto: string, { anteriores }: Contexto): string[] {
  const quejas: string[] = [];
  const exentas = new Set([...texto.matchAll(RAZON)].map((m) => m[1] ?? ''));
  const propias = new Set(tablasQueHace(texto));
  const grande = (tabla: string) => anteriores.has(tabla) && !propias.has(tabla) && !exentas.has(tabla);
  for (const sentencia of sentenciasDe(texto)) {
    const s = sentencia.replace(/\s+/g, ' ');
    const indice = /^create (?:unique )?index (concurrently )?.*? on (?:only )?([a-z_]+\.[a-z_]+)/.exec(s);
    if (indice && !indice[1] && grande(indice[2] ?? ''))
      quejas.push(`the index on ${indice[2]} stops who writes in it: create index concurrently`);
    const cambio = /^alter table (?:only )?([a-z_]+\.[a-z_]+) (.*)$/.exec(s);
    if (cambio && grande(cambio[1] ?? '')) quejas.push(...deCambio(cambio[1] ?? '', cambio[2] ?? ''));
    const inserta = /^insert into ([a-z_]+\.[a-z_]+)(?![a-z_])(?! ?\(| as \w+ ?\()/.exec(s);
    if (inserta) quejas.push(`an insert into ${inserta[1]} names its columns`);
  }
  for (const tabla of propias) {
    if (!fuerza(texto, tabla)) quejas.push(`${tabla} does not enable and force row-level security`);
  }
  return quejas;
}

function deCambio(tabla: string, que: string): string[] {
  const quejas: string[] = [];
  if (/\badd (constraint \w+ )?(check|foreign key)\b/.test(que) && !/\bnot valid\b/.test(que))
    quejas.push(`a constraint on ${tabla} reads it whole: add it not valid, then validate constraint`);
  if (/\badd column \w+ [^,]*\breferences\b/.test(que))
    quejas.push(`a reference of a new column of ${tabla}: add the column, then the constraint not valid`);
  if (/\bset not null\b/.test(que))
    quejas.push(`set not null reads ${tabla} whole: a check not valid that is validated says the same`);
  if (/\balter column \w+ (set data )?type\b/.test(que)) quejas.push(`another type writes ${tabla} anew`);
  if (/\badd (constraint \w+ )?(unique|primary key) ?\(/.test(que))
    quejas.push(`a unique constraint on ${tabla}: create unique index concurrently, then add it using index`);
  return quejas;
}

/** Tables that a migration makes. */
export const tablasQueHace = (texto: string): string[] =>
  sentenciasDe(texto).flatMap((s) => /^create table ([a-z_]+\.[a-z_]+) ?\(/.exec(s)?.[1] ?? []);

/** By a statement of its own, or by the loop that does it for a list of them. */
function fuerza(texto: string, tabla: string): boolean {
  const [sala = '', nombre = ''] = tabla.split('.');
  if (new RegExp(`alter table ${sala}\\.${nombre} force row level security`).test(texto)) return true;
  return (
    new RegExp(`alter table ${sala}\\.%I force row level security`).test(texto) &&
    new RegExp(`foreach \\w+ in array array\\[[^\\]]*'${nombre}'`).test(texto)
  );
}

/** Without comments and without what is inside a body ($$ … $$). */
function sentenciasDe(texto: string): string[] {
  return texto
    .replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replace(/--[^\n]*/g, '')
    .split(';')
    .map((s) => s.trim().replace(/\s+/g, ' ').toLowerCase())
    .filter(Boolean);
}
