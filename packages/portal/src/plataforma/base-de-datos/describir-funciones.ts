import type { Client } from 'pg';

/**
 * Signature of one of our functions: name of each argument (in camel case, without its `p_`) and its type; what it
 * gives is a type, or columns with theirs, or (inside a list) many of either.
 */
export interface Firma {
  readonly pide: Readonly<Record<string, string>>;
  readonly da: string | Columnas | readonly [string | Columnas];
}
type Columnas = Readonly<Record<string, string>>;

interface FilaFuncion {
  nombre: string;
  nombres: string[] | null;
  tipos: string[];
  salidas: { nombre: string; tipo: string }[] | null;
  da: string;
  varias: boolean;
}

/**
 * Every function of our schemas that a statement may call (triggers are not among them), read from the catalogue
 * of a migrated database.
 * @throws Error when one cannot be called by name: an argument without `p_`, or two of the same name.
 */
export async function describirFunciones(cliente: Client): Promise<Record<string, Firma>> {
  const { rows } = await cliente.query<FilaFuncion>(`
    select n.nspname || '.' || p.proname as nombre, p.proretset as varias,
      p.proargnames[1:p.pronargs] as nombres,
      array(select format_type(t, null) from unnest(p.proargtypes) with ordinality as a (t, i) order by i) as tipos,
      format_type(p.prorettype, null) as da,
      coalesce(
        (select json_agg(json_build_object('nombre', p.proargnames[i], 'tipo', format_type(t, null)) order by i)
         from unnest(p.proallargtypes) with ordinality as a (t, i) where p.proargmodes[i] = 't'),
        (select json_agg(json_build_object('nombre', c.attname, 'tipo', format_type(c.atttypid, null)) order by c.attnum)
         from pg_type y join pg_attribute c on c.attrelid = y.typrelid
         where y.oid = p.prorettype and y.typrelid <> 0 and c.attnum > 0 and not c.attisdropped)) as salidas
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
      and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker', 'public')
    order by 1`);
  const firmas: Record<string, Firma> = {};
  for (const f of rows) {
    if (firmas[f.nombre]) throw new Error(`Two functions are called ${f.nombre}`);
    firmas[f.nombre] = { pide: argumentosDe(f), da: loQueDa(f) };
  }
  return firmas;
}

function argumentosDe(f: FilaFuncion): Columnas {
  return Object.fromEntries(
    f.tipos.map((tipo, i) => {
      const nombre = f.nombres?.[i] ?? '';
      if (!/^p_[a-z0-9]+(_[a-z0-9]+)*$/.test(nombre))
        throw new Error(`${f.nombre}: its argument ${i + 1} is not called p_something`);
      return [
        nombre.slice(2).replace(/_([a-z0-9])/g, (_, letra: string) => letra.toUpperCase()),
        corto(tipo),
      ];
    }),
  );
}

function loQueDa(f: FilaFuncion): Firma['da'] {
  const una = f.salidas ? Object.fromEntries(f.salidas.map((s) => [s.nombre, corto(s.tipo)])) : corto(f.da);
  return f.varias ? [una] : una;
}

const CORTOS: Record<string, string> = {
  'timestamp with time zone': 'timestamptz',
  'character varying': 'varchar',
};
const corto = (tipo: string): string => CORTOS[tipo] ?? tipo;
