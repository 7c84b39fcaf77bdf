import { auditar } from '../auditoria/index.ts';
import { errores } from '../errores/index.ts';
import { FORMA_ID_PUBLICO } from '../ids/index.ts';
import type { Sesion } from '../sesion/index.ts';
import type { Actor, Transaccion } from '../transaccion/index.ts';
import type { ContextoDePagina } from './contexto.ts';
import type { EntornoHttp, Titulo } from './entorno.ts';
import type { Peticion, Ruta } from './ruta.ts';

/** Whether the session is of the kind that the route's access asks for. */
export function entraAlguien(r: Ruta, sesion: Sesion | undefined): boolean {
  switch (r.acceso) {
    case 'publico':
      return true;
    case 'visitante':
      return sesion !== undefined;
    case 'cuenta':
      return sesion?.persona !== undefined || sesion?.funcionario !== undefined;
    case 'persona':
    case 'titular':
      return sesion?.persona !== undefined;
    case 'funcionario':
      return sesion?.funcionario !== undefined;
  }
}

/**
 * Policy. What it lets through, row-level security asks again. In the same transaction it is read who came, for the
 * header of every page: also of the one that says no.
 */
export async function autorizar(
  r: Ruta,
  p: Peticion,
  e: EntornoHttp,
  contexto: ContextoDePagina,
): Promise<void> {
  const presentar = async (trx: Transaccion) => {
    if (!r.api && alguien(p)) contexto.persona = await e.quienEntro(trx);
  };
  if (r.acceso === 'funcionario') {
    const tiene = await p.enTransaccion(async (trx) => {
      await presentar(trx);
      return e.tieneRol(trx, r.roles ?? []);
    });
    if (!tiene) throw errores.sinPermiso();
    return;
  }
  if (r.acceso !== 'titular') {
    if (!r.api && alguien(p)) await p.enTransaccion(presentar);
    return;
  }
  const idOpaco = (p.parametros as { titular?: string }).titular ?? '';
  const titulo = await p.enTransaccion(async (trx) => {
    await presentar(trx);
    return FORMA_ID_PUBLICO.test(idOpaco) ? e.titular(trx, idOpaco) : undefined;
  });
  if (!titulo) {
    const porque = FORMA_ID_PUBLICO.test(idOpaco)
      ? await p.enTransaccion((trx) => e.yaNoActua(trx, idOpaco))
      : undefined;
    throw porque === undefined ? errores.noEncontrado() : errores.yaNoActua(porque);
  }
  actuarPor(p, titulo, e);
  contexto.actuaPor = p.actor.tipo === 'persona' && p.actor.por ? titulo.actuaPor : undefined;
  const ambito = r.ambito ?? (r.metodo === 'GET' ? 'consultar' : 'firmar');
  if (!e.politica(p.actor, titulo.titular, ambito)) throw errores.sinPermiso();
  // Whom the data is of sees who looked at it, or did something with it, for them.
  if (p.actor.tipo === 'persona' && p.actor.por)
    await p.enTransaccion((trx) =>
      auditar(trx, { accion: 'plataforma.actuar-por', objeto: `ruta:${r.nombre}` }),
    );
}

const alguien = ({ actor }: Peticion): boolean => actor.tipo === 'persona' || actor.tipo === 'funcionario';

/** From here on, the request's transactions are for that taxpayer. */
function actuarPor(p: Peticion, { titular, ambito }: Titulo, e: EntornoHttp): void {
  p.titular = titular;
  if (p.actor.tipo !== 'persona' || p.actor.persona === titular) return;
  const actor: Actor = { ...p.actor, por: { titular, ambito } };
  p.actor = actor;
  p.enTransaccion = (obra) => e.enTransaccion(actor, obra);
}
