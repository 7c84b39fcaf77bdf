import { sql } from 'kysely';
import { auditar, errores, llamada, llamar, type Transaccion } from '../plataforma/index.ts';
import { funcionarioActual, type Rol } from '../cuentas/index.ts';
import { anotar } from './anotar.ts';
import { casoDeMesa, casoPropio, exigirRol, funcionarioDe } from './atender-caso.ts';
import { casoConTurno, type Caso } from './consultas.ts';
import { erroresDeTramites } from './errores.ts';
import { laPreparo, laPuedeTomar, laTiene } from './politicas.ts';

/**
 * Fair assignment: the free case of the oldest deadline, whoever's it is but one's own. Two who ask at once get two.
 * @returns nothing when the queue is empty.
 */
export async function tomarSiguiente(trx: Transaccion, rol: Rol): Promise<Caso | undefined> {
  await exigirRol(trx, [rol]);
  const { rows } = await sql<{ radicado: string }>`
    select radicado from ${llamada('tramites.siguiente', { rol, ahora: trx.ahora })}`.execute(trx.bd);
  if (!rows[0]) return undefined;
  return asignada(trx, await casoDeMesa(trx, rows[0].radicado), funcionarioDe(trx));
}

/** An official takes a case that another prepared, to confirm it, or one that nobody has. */
export async function tomarCaso(trx: Transaccion, radicado: string): Promise<Caso> {
  const caso = await casoDeMesa(trx, radicado);
  const yo = funcionarioDe(trx);
  if (laTiene(caso, yo)) return caso;
  if (caso.marcha.asignadoA !== null) throw erroresDeTramites.yaAsignado();
  if (laPreparo(caso, yo)) throw errores.sinPermiso();
  return asignada(trx, caso, yo);
}

/**
 * Several at once: those that another took a moment before, or that are not for this official, stay where they are.
 * In the order of their radicados, so that two who mark the same ones never wait for each other.
 */
export async function tomarVarios(
  trx: Transaccion,
  radicados: readonly string[],
): Promise<{ tomados: Caso[]; ajenos: string[] }> {
  const yo = await funcionarioActual(trx);
  if (!yo) throw errores.sinPermiso();
  const tomados: Caso[] = [];
  const ajenos: string[] = [];
  for (const radicado of [...new Set(radicados)].sort()) {
    const id = await llamar(trx, 'tramites.atender', { radicado, ahora: trx.ahora });
    const caso = id ? await casoConTurno(trx, id) : undefined;
    if (caso && laPuedeTomar(caso, yo)) tomados.push(await asignada(trx, caso, funcionarioDe(trx)));
    else ajenos.push(radicado);
  }
  return { tomados, ajenos };
}

/** Whoever supervises hands a case to an official of its queue, who is nobody of whose it is. */
export async function asignarCaso(trx: Transaccion, e: { radicado: string; a: string }): Promise<Caso> {
  const caso = await casoDeMesa(trx, e.radicado);
  const { rows } = await sql<{ a: string | null; puede: boolean }>`
    select f.a, tramites.puede_recibir(p_funcionario => f.a, p_caso => ${caso.id}, p_ahora => ${trx.ahora}) as puede
    from (select ${llamada('tramites.funcionario_de', { publico: e.a })} as a) f`.execute(trx.bd);
  const [quien] = rows;
  if (!quien?.a) throw errores.sinPermiso();
  if (!quien.puede || laPreparo(caso, quien.a)) {
    throw erroresDeTramites.noPuedeRecibir();
  }
  return asignada(trx, caso, quien.a);
}

/** Back to the queue. */
export async function liberarCaso(trx: Transaccion, e: { radicado: string; motivo: string }): Promise<Caso> {
  const caso = await casoPropio(trx, e.radicado);
  await auditarCaso(trx, 'tramites.liberar-caso', caso);
  return anotar(trx, caso, 'liberada', { motivo: e.motivo });
}

/** To the queue that is competent. */
export async function trasladarCaso(
  trx: Transaccion,
  e: { radicado: string; rol: Rol; motivo: string },
): Promise<Caso> {
  const caso = await casoPropio(trx, e.radicado);
  await auditarCaso(trx, 'tramites.trasladar-caso', caso);
  return anotar(trx, caso, 'trasladada', { rol: e.rol, motivo: e.motivo });
}

async function asignada(trx: Transaccion, caso: Caso, a: string): Promise<Caso> {
  await auditarCaso(trx, 'tramites.asignar-caso', caso);
  return anotar(trx, caso, 'asignada', { a });
}

export const auditarCaso = (trx: Transaccion, accion: string, caso: Caso): Promise<void> =>
  auditar(trx, {
    accion,
    persona: caso.titular,
    objeto: `caso:${caso.id}`,
    datos: { radicado: caso.radicado },
  });
