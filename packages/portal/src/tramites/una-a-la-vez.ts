import { sql } from 'kysely';
import type { ErrorDominio, Transaccion } from '../plataforma/index.ts';
import { erroresDeTramites } from './errores.ts';
import { TIPOS_DE_CASO, type TipoDeCaso } from './tipos.ts';

/** What no two open cases of a taxpayer share; a unique index says so. Null where several may be open. */
export const unicoDe = ({ tipo, variosALaVez }: TipoDeCaso): string | null => (variosALaVez ? null : tipo);

/** Radicado of the open case that another one of that kind would repeat. For the taxpayer's side, or who attends them. */
export async function enCurso(
  trx: Transaccion,
  { titular, tipo }: { titular: string; tipo: string },
): Promise<string | undefined> {
  const unico = unicoDe(trx.casa.uno(TIPOS_DE_CASO, tipo));
  if (unico === null) return undefined;
  const { rows } = await sql<{ radicado: string }>`select radicado from tramites.pendiente
    where titular_id = ${titular} and unico = ${unico}`.execute(trx.bd);
  return rows[0]?.radicado;
}

/** The refusal of a second one, with the way to the first for whoever asks. */
export function yaHayUna(
  trx: Transaccion,
  tipo: Pick<TipoDeCaso, 'nombre'>,
  { radicado, titularPublico }: { radicado: string | null; titularPublico: string },
): ErrorDominio {
  const no = erroresDeTramites.yaHayUna(tipo.nombre, radicado);
  if (radicado === null) return no;
  const camino =
    trx.actor.tipo === 'funcionario'
      ? `/mesa/tramites/${radicado}`
      : `/de/${titularPublico}/tramites/${radicado}`;
  return no.conSalida({ href: camino, texto: `Ver la solicitud ${radicado}` });
}

/** @throws ErrorDominio 409 when one of its kind is open */
export async function exigirNinguna(
  trx: Transaccion,
  s: { titular: string; tipo: string; titularPublico: string },
): Promise<void> {
  const radicado = await enCurso(trx, s);
  if (radicado === undefined) return;
  throw yaHayUna(trx, trx.casa.uno(TIPOS_DE_CASO, s.tipo), { radicado, titularPublico: s.titularPublico });
}
