import type { Base } from './base.ts';

const TABLAS = [
  ...['rut.titular', 'rut.version', 'rut.correo_en_uso', 'sello.documento', 'interfaz.borrador_acceso'],
  ...['plataforma.sesion', 'plataforma.codigo', 'plataforma.mensaje', 'plataforma.auditoria'],
  ...['plataforma.envio_codigo', 'plataforma.intento', 'graphile_worker._private_jobs'],
];

/** How many rows a work adds to each table of a registration, and how many drafts it finishes: one line of text. */
export async function filasEscritas(base: Base, obra: () => Promise<unknown>): Promise<string> {
  const antes = await contar(base);
  await obra();
  const despues = await contar(base);
  return Object.entries(despues)
    .map(([tabla, n]) => `${tabla} ${n - (antes[tabla] ?? 0)}`)
    .join(', ');
}

async function contar(base: Base): Promise<Record<string, number>> {
  const cuentas = [
    ...TABLAS.map((t) => `select '${t}' as tabla, count(*)::int as n from ${t}`),
    `select 'terminados', count(*)::int from interfaz.borrador where terminado_en is not null`,
  ];
  const filas = await base.sql<{ tabla: string; n: number }>(`${cuentas.join(' union all ')} order by 1`);
  return Object.fromEntries(filas.map(({ tabla, n }) => [tabla, n]));
}
