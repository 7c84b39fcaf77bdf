import type { Client } from 'pg';
import type { Texto } from './leer-textos.ts';

const ESQUEMAS =
  'cuentas|facturas|firma|interfaz|operacion|plataforma|rut|sello|terceros|tramites|tramites_rut';
const de = ({ donde }: Texto, que: string): string => `${donde}: ${que}`;

/** Calls of our functions whose first argument has no name. */
export const posicionales = (textos: Texto[]): string[] =>
  textos.flatMap((t) =>
    [
      ...t.texto.matchAll(
        new RegExp(`\\b((?:${ESQUEMAS})\\.[a-z_0-9]+)\\((?!\\s*\\)|\\s*p_[a-z_0-9]+ =>)`, 'g'),
      ),
    ]
      .filter((m) => !/\binto\s*$/.test(t.texto.slice(0, m.index)))
      .map((m) => de(t, m[1] ?? '')),
  );

export const sinColumnas = (textos: Texto[]): string[] =>
  textos.flatMap((t) =>
    [...t.texto.matchAll(/\binsert into [a-z_.]+(?![a-z_.])(?!\s*(?:as\s+\w+\s*)?\()/g)].map((m) =>
      de(t, m[0]),
    ),
  );

/** Tables by their whole name, and the views that their owner keeps to itself. */
export async function leerNombres(cliente: Client): Promise<Set<string>> {
  const { rows } = await cliente.query<{ nombre: string }>(
    `select n.nspname || '.' || c.relname as nombre from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'S')`,
  );
  return new Set([...rows.map((f) => f.nombre), ...VISTAS_DE_SU_SALA]);
}
const VISTAS_DE_SU_SALA = ['sello.documentos'];

/** Tables of another room that a statement names. */
export const nombresAjenos = (textos: Texto[], tablas: Set<string>): string[] =>
  textos.flatMap((t) => {
    const suya = /^src\/([a-z-]+)\//.exec(t.donde)?.[1]?.replaceAll('-', '_');
    const nombradas = t.texto.matchAll(new RegExp(`\\b(${ESQUEMAS}|graphile_worker)\\.[a-z_0-9]+`, 'g'));
    return [...nombradas].filter((m) => m[1] !== suya && tablas.has(m[0])).map((m) => de(t, m[0]));
  });
