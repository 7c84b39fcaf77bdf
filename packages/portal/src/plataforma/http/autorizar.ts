import { auditar } from '../auditoria/index.ts';
import { errores } from '../errores/index.ts';
import { FORMA_ID_PUBLICO } from '../ids/index.ts';
import type { Sesion } from '../sesion/index.ts';
import type { Actor } from '../transaccion/index.ts';
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

/** Policy. What it lets through, row-level security asks again. */
export async function autorizar(r: Ruta, p: Peticion, e: EntornoHttp): Promise<void> {
  if (r.acceso === 'funcionario') {
    if (!(await p.enTransaccion((trx) => e.tieneRol(trx, r.roles ?? [])))) throw errores.sinPermiso();
    return;
  }
  if (r.acceso !== 'titular') return;
  const idOpaco = (p.parametros as { titular?: string }).titular ?? '';
  const titulo = FORMA_ID_PUBLICO.test(idOpaco)
    ? await p.enTransaccion((trx) => e.titular(trx, idOpaco))
    : undefined;
  if (!titulo) throw errores.noEncontrado();
  actuarPor(p, titulo, e);
  const ambito = r.ambito ?? (r.metodo === 'GET' ? 'consultar' : 'firmar');
  if (!e.politica(p.actor, titulo.titular, ambito)) throw errores.sinPermiso();
  // Whom the data is of sees who looked at it, or did something with it, for them.
  if (p.actor.tipo === 'persona' && p.actor.por)
    await p.enTransaccion((trx) =>
      auditar(trx, { accion: 'plataforma.actuar-por', objeto: `ruta:${r.nombre}` }),
    );
}

/** From here on, the request's transactions are for that taxpayer. */
function actuarPor(p: Peticion, { titular, ambito, actuaPor }: Titulo, e: EntornoHttp): void {
  p.titular = titular;
  if (p.actor.tipo !== 'persona' || p.actor.persona === titular) return;
  const actor: Actor = { ...p.actor, por: { titular, ambito } };
  p.actor = actor;
  p.enTransaccion = (obra) => e.enTransaccion(actor, obra);
  if (actuaPor) p.actuaPor = actuaPor;
}
