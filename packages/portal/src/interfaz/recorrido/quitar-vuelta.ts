import type { Transaccion } from '../../plataforma/index.ts';
import { cargarAlDia, escribirBorrador } from './borradores.ts';
import type { Recorrido, Repetido } from './definicion.ts';
import { estadoDe, type Borrador, type Estado } from './estado.ts';
import { claveDeVuelta, cuantasVueltas, deGrupo, partirClave, slugDeCierre } from './vueltas.ts';

interface EntradaQuitar {
  borrador: string;
  grupo: string;
  numero: number;
  /** Revision of the draft when the page was shown; undefined from the API without `If-Match`. */
  revision: number | undefined;
}

type ResultadoQuitar<R extends object, H extends object> =
  | { tipo: 'quitada'; quedan: number; estado: Estado<R, H>; borrador: Borrador }
  | { tipo: 'cambio'; estado: Estado<R, H>; borrador: Borrador }
  | { tipo: 'terminado'; a: string; resultado: Record<string, unknown> };

/** The group of a journey that has that name. */
export const grupoDe = <R extends object, H extends object>(
  def: Pick<Recorrido<R, H>, 'pasos'>,
  grupo: string,
): Repetido<R, H> | undefined => def.pasos.find((p) => p.repetido?.grupo === grupo)?.repetido;

/**
 * Takes one round out of a draft; those that come after it move up, and whether there is more is asked again. One that
 * is not there is taken out already. When an answer of the group is newer than the page, nothing is taken out: the
 * round of that number may be another one.
 */
export async function quitarVuelta<R extends object, H extends object>(
  trx: Transaccion,
  def: Recorrido<R, H>,
  e: EntradaQuitar,
): Promise<ResultadoQuitar<R, H>> {
  const borrador = await cargarAlDia(trx, def, e.borrador, 'escribir');
  if (borrador.terminado) {
    const { a, resultado } = borrador.terminado;
    return { tipo: 'terminado', a, resultado };
  }
  const { grupo, numero, revision } = e;
  const hay = cuantasVueltas(grupo, Object.keys(borrador.respuestas));
  const suyas = Object.entries(borrador.respuestas).filter(([clave]) => deGrupo(grupo, clave));
  if (numero > hay) return { tipo: 'quitada', quedan: hay, estado: estadoDe(def, borrador), borrador };
  if (revision !== undefined && suyas.some(([, r]) => r.revision > revision))
    return { tipo: 'cambio', estado: estadoDe(def, borrador), borrador };
  const nuevo = sinVuelta(borrador, grupo, numero);
  await escribirBorrador(trx, nuevo, def.version, undefined);
  return { tipo: 'quitada', quedan: hay - 1, estado: estadoDe(def, nuevo), borrador: nuevo };
}

/** A draft without one round of a group; those that moved up are of a new revision. */
export function sinVuelta(borrador: Borrador, grupo: string, numero: number): Borrador {
  const revision = borrador.revision + 1;
  const respuestas: Borrador['respuestas'] = {};
  for (const [clave, respuesta] of Object.entries(borrador.respuestas)) {
    const { slug, numero: suyo } = partirClave(clave);
    const deEsta = slug === slugDeCierre(grupo) || (deGrupo(grupo, clave) && suyo === numero);
    if (deEsta) continue;
    const sube = deGrupo(grupo, clave) && suyo > numero;
    if (sube) respuestas[claveDeVuelta(slug, suyo - 1)] = { escrito: respuesta.escrito, revision };
    else respuestas[clave] = respuesta;
  }
  return { ...borrador, revision, respuestas };
}
