import {
  abrirSesion,
  llamar,
  type Actor,
  type EnTransaccion,
  type Peticion,
  type Respuesta,
  type Sesion,
  redirigir,
  type Transaccion,
} from '../../plataforma/index.ts';
import { contactoDe, idPublicoDe } from '../../rut/index.ts';
import { tituloPara } from '../actuar/titulo-para.ts';
import { navegadorDe } from '../entrar/navegador.ts';
import type { Entrada, Navegador } from '../entrar/seguir-entrando.ts';

/** The session of whoever has not said who they are; opened when there is none. */
export async function visitaDe(p: Peticion, medio: Sesion['medio']): Promise<Sesion> {
  const { sesion } = p;
  if (sesion && !sesion.persona && !sesion.funcionario) return sesion;
  const nueva = await p.enTransaccion((trx) => abrirSesion(trx, medio));
  p.estrenar(nueva);
  return nueva;
}

export const enVisita = <T>(
  enTransaccion: EnTransaccion,
  visita: Sesion,
  obra: (trx: Transaccion) => Promise<T>,
): Promise<T> => enTransaccion({ tipo: 'visitante', sesion: visita.id }, obra);

/**
 * Another tab of this browser came in meanwhile: whoever goes on signing in here is in already, and goes on.
 * @param documento that of who signs in, where it was written: another person's is another sign-in
 */
export async function yaEntro(
  o: { enTransaccion: EnTransaccion },
  p: Peticion,
  documento?: { tipoDocumento: string; numero: string },
): Promise<Respuesta | undefined> {
  const { persona, funcionario } = p.sesion ?? {};
  // The second step is of both sides.
  if (funcionario !== undefined && !documento) return redirigir(dondeIbaEnLaMesa(p));
  if (persona === undefined) return undefined;
  if (documento) {
    const suyo = await p.enTransaccion((trx) => contactoDe(trx, documento.tipoDocumento, documento.numero));
    if (suyo?.titular !== persona) return undefined;
  }
  return redirigir(await dondeIba(o.enTransaccion, p, persona, p.sesion?.id ?? ''));
}

/** The same for an official. */
export async function yaEntroEnLaMesa(p: Peticion, usuario?: string): Promise<Respuesta | undefined> {
  const { funcionario } = p.sesion ?? {};
  if (funcionario === undefined) return undefined;
  const otro =
    usuario !== undefined &&
    (await p.enTransaccion((trx) => llamar(trx, 'cuentas.funcionario_por_usuario', { usuario }))) !==
      funcionario;
  return otro ? undefined : redirigir(dondeIbaEnLaMesa(p));
}

/** What a visitor proves to come in, with the browser in which they do it. */
export async function probarEnVisita<T>(
  o: { enTransaccion: EnTransaccion },
  p: Peticion,
  medio: Sesion['medio'],
  probar: (trx: Transaccion, e: { visita: Sesion; navegador: Navegador }) => Promise<T>,
): Promise<{ visita: Sesion; r: T }> {
  const visita = await visitaDe(p, medio);
  const navegador = navegadorDe(p);
  const quien = medio === 'api' ? { ...navegador, nombre: 'Un programa' } : navegador;
  const r = await enVisita(o.enTransaccion, visita, (trx) => probar(trx, { visita, navegador: quien }));
  return { visita, r };
}

/** Where to go after coming in: where one was going, if it is for them; otherwise home. */
export async function entrado(
  enTransaccion: EnTransaccion,
  p: Peticion,
  e: Entrada & { tipo: 'dentro' },
): Promise<Respuesta> {
  const comun = { sesion: e.sesion, dispositivo: e.dispositivo };
  if (e.cuenta.clase === 'funcionario') return { ...redirigir(dondeIbaEnLaMesa(p)), ...comun };
  return { ...redirigir(await dondeIba(enTransaccion, p, e.cuenta.id, e.sesion.id)), ...comun };
}

const dondeIbaEnLaMesa = (p: Peticion): string =>
  p.caminoRecuperado?.startsWith('/mesa') ? p.caminoRecuperado : '/mesa';

function dondeIba(
  enTransaccion: EnTransaccion,
  p: Peticion,
  persona: string,
  sesion: string,
): Promise<string> {
  const actor: Actor = { tipo: 'persona', persona, sesion };
  return enTransaccion(actor, async (trx) => {
    const camino = p.caminoRecuperado ?? '';
    if (/^\/(?:cuenta|actuar)(?:\/|$)/.test(camino)) return camino;
    const de = /^\/de\/([0-9a-z]{26})\//.exec(camino)?.[1];
    if (de && (await tituloPara(trx, de))) return camino;
    return `/de/${await idPublicoDe(trx, persona)}`;
  });
}
