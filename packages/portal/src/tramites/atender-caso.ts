import { tieneRol, type Rol } from '../cuentas/index.ts';
import { auditar, errores, llamar, type Transaccion } from '../plataforma/index.ts';
import { casoConTurno, casoPorRadicado, type Caso } from './consultas.ts';
import { erroresDeTramites } from './errores.ts';
import { laTiene } from './politicas.ts';

/**
 * An official opens a case of their queue: from here on the transaction sees what that taxpayer sees, and the taxpayer
 * sees who looked.
 * @throws 404 for a case that is not in a queue of theirs, or is of somebody of theirs.
 */
export async function atenderCaso(trx: Transaccion, radicado: string): Promise<Caso> {
  await abrir(trx, radicado);
  const caso = await casoPorRadicado(trx, radicado);
  if (!caso) throw errores.noEncontrado();
  await auditar(trx, {
    accion: 'tramites.consultar-caso',
    persona: caso.titular,
    objeto: `caso:${caso.id}`,
    datos: { radicado },
  });
  return caso;
}

/** The same, to write in it: with its turn taken. @throws 409 when another official has it. */
export async function casoPropio(trx: Transaccion, radicado: string): Promise<Caso> {
  const caso = await casoConTurno(trx, await abrir(trx, radicado));
  if (!laTiene(caso, funcionarioDe(trx))) throw erroresDeTramites.noEsSuyo();
  return caso;
}

/** The same, whoever has it. */
export async function casoDeMesa(trx: Transaccion, radicado: string): Promise<Caso> {
  return casoConTurno(trx, await abrir(trx, radicado));
}

async function abrir(trx: Transaccion, radicado: string): Promise<string> {
  const caso = await llamar(trx, 'tramites.atender', { radicado, ahora: trx.ahora });
  if (!caso) throw errores.noEncontrado();
  return caso;
}

/** The queue of a role is of whoever works it or supervises. The database asks the same. @throws 403 */
export async function exigirRol(trx: Transaccion, roles: readonly Rol[]): Promise<void> {
  if (!(await tieneRol(trx, roles))) throw errores.sinPermiso();
}

/** @throws 403 when whoever acts is not an official. */
export function funcionarioDe({ actor }: Transaccion): string {
  if (actor.tipo !== 'funcionario') throw errores.sinPermiso();
  return actor.funcionario;
}
