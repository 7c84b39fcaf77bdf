import { definidos } from '@autogestion/normas/definidos';
import {
  anotarPrueba,
  auditar,
  type Sesion,
  type Transaccion,
  type SinEmitir,
} from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import {
  comprobarAutenticador,
  comprobarEnviado,
  comprobarLlave,
  conTurno,
  enviarCodigo,
  tomarTurno,
  type Respuesta,
} from '../comprobar-factor.ts';
import { ocultar, telefonoReciente } from '../contacto/consultas.ts';
import type { Contexto } from '../contexto.ts';
import { hashDe, verificarContrasena } from '../contrasenas/index.ts';
import type { Navegador } from '../entrar/seguir-entrando.ts';
import { factoresDe, type Factores } from '../factores.ts';
import { mensajeDeEspera, soltarIntento } from '../frenos.ts';

/** The signed-in account that proves again who it is. */
export interface QuienConfirma {
  sesion: Sesion;
  cuenta: string;
  navegador: Navegador;
}

export type Confirmacion = { ok: true; sesion: Sesion } | { ok: false; mensaje: string };

export interface Opciones extends Factores {
  correo: string | undefined;
  telefono: string | undefined;
}

export const PROPOSITO_CONFIRMAR = 'cuentas.confirmar';
const propositoDe = (canal: 'correo' | 'sms') => `${PROPOSITO_CONFIRMAR}:${canal}`;

/** With what whoever is signed in can prove it; the addresses, half hidden. */
export async function opcionesDeConfirmar(
  trx: Transaccion,
  q: { sesion: Sesion; cuenta: string },
): Promise<Opciones> {
  const contacto = q.sesion.persona ? await contactoDeTitular(trx, q.cuenta) : undefined;
  return {
    ...(await factoresDe(trx, q.cuenta)),
    correo: contacto && ocultar(contacto.correo),
    telefono: contacto?.telefono && ocultar(contacto.telefono),
  };
}

/** Takes a turn, proves, and writes the proof down. @param reforzada what the factor is worth. */
async function probar(
  trx: Transaccion,
  c: Contexto,
  q: QuienConfirma,
  factor: { nombre: string; reforzada: boolean; comprobar: () => Promise<Respuesta> },
): Promise<Confirmacion> {
  const r = await conTurno(trx, c, turnoDe(q), factor.comprobar);
  return r === true ? anotar(trx, q, factor) : { ok: false, mensaje: r };
}

const turnoDe = ({ cuenta, navegador }: QuienConfirma) => ({ para: 'confirmar', cuenta, navegador });

async function anotar(
  trx: Transaccion,
  q: QuienConfirma,
  factor: { nombre: string; reforzada: boolean },
): Promise<Confirmacion> {
  await auditar(trx, {
    accion: 'cuentas.confirmar',
    ...definidos({ persona: q.sesion.persona ? q.cuenta : undefined }),
    objeto: `sesion:${q.sesion.id}`,
    datos: { factor: factor.nombre },
  });
  return { ok: true, sesion: await anotarPrueba(trx, q.sesion, factor) };
}

/** The verification of the password is outside the transactions, which hold a connection. */
export async function confirmarConContrasena(
  c: Contexto,
  enTransaccion: <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>,
  q: QuienConfirma & { contrasena: string },
): Promise<Confirmacion> {
  const turno = await enTransaccion(async (trx) => ({
    ...(await tomarTurno(trx, c, turnoDe(q))),
    hash: await hashDe(trx, q.cuenta),
  }));
  if (turno.espera > 0) return { ok: false, mensaje: mensajeDeEspera(turno.espera) };
  if (!(await verificarContrasena(turno.hash, q.contrasena)))
    return { ok: false, mensaje: 'La contraseña no es esa.' };
  return enTransaccion(async (trx) => {
    await soltarIntento(trx, turno.claves);
    return anotar(trx, q, { nombre: 'contrasena', reforzada: false });
  });
}

/** The authenticator's six digits, or a recovery code. */
export const confirmarConAutenticador = (
  trx: Transaccion,
  c: Contexto,
  q: QuienConfirma & { codigo: string },
) =>
  probar(trx, c, q, {
    nombre: 'autenticador',
    reforzada: true,
    comprobar: () => comprobarAutenticador(trx, c, q.cuenta, q.codigo),
  });

export const confirmarConLlave = (trx: Transaccion, c: Contexto, q: QuienConfirma & { respuesta: string }) =>
  probar(trx, c, q, {
    nombre: 'llave',
    reforzada: true,
    comprobar: () => comprobarLlave(trx, c, { ...q, proposito: PROPOSITO_CONFIRMAR }),
  });

/** Sends a code to the e-mail or the phone of the RUT. */
export async function enviarCodigoParaConfirmar(
  trx: Transaccion,
  c: Contexto,
  q: { sesion: Sesion; cuenta: string; canal: 'correo' | 'sms' },
): Promise<'enviado' | SinEmitir | 'no'> {
  const contacto = await contactoDeTitular(trx, q.cuenta);
  const donde = q.canal === 'correo' ? contacto?.correo : contacto?.telefono;
  if (!donde) return 'no';
  return enviarCodigo(
    trx,
    c,
    { sesion: q.sesion, proposito: propositoDe(q.canal), destino: { canal: q.canal, donde } },
    {
      para: 'confirmar que es usted',
      asunto: 'confirmar',
      siNoFue:
        'Si usted no está en Autogestión en este momento, alguien usa su sesión: entre y cierre las demás sesiones en «Su cuenta».',
    },
  );
}

/** The code that was sent. That of a phone which was changed days ago is worth no more than the e-mail's. */
export async function confirmarConCodigo(
  trx: Transaccion,
  c: Contexto,
  q: QuienConfirma & { codigo: string; canal: 'correo' | 'sms' },
): Promise<Confirmacion> {
  const contacto = await contactoDeTitular(trx, q.cuenta);
  const donde = (q.canal === 'correo' ? contacto?.correo : contacto?.telefono) ?? '';
  return probar(trx, c, q, {
    nombre: q.canal,
    reforzada: q.canal === 'sms' && !(await telefonoReciente(trx, q.cuenta)),
    comprobar: () => comprobarEnviado(trx, c, { ...q, proposito: propositoDe(q.canal), donde }),
  });
}
