import {
  anotarPrueba,
  auditar,
  enviarMensaje,
  MENSAJE_COMPROBACION,
  REGLAS_CODIGO,
  type Sesion,
  type Transaccion,
} from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import { usarCodigoDeRecuperacion } from '../autenticador/index.ts';
import { ocultar, telefonoReciente } from '../contacto/consultas.ts';
import type { Contexto } from '../contexto.ts';
import { hashDe, verificarContrasena } from '../contrasenas/index.ts';
import { factoresDe, type Factores } from '../factores.ts';
import type { Navegador } from '../entrar/seguir-entrando.ts';
import {
  clavesDeIntento,
  dispositivoDe,
  mensajeDeEspera,
  reservarIntento,
  soltarIntento,
} from '../frenos.ts';

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
  factor: { nombre: string; reforzada: boolean; comprobar: () => Promise<true | string> },
): Promise<Confirmacion> {
  const turno = await tomarTurno(trx, c, q);
  if (turno.espera > 0) return { ok: false, mensaje: mensajeDeEspera(turno.espera) };
  const r = await factor.comprobar();
  if (r !== true) return { ok: false, mensaje: r };
  await soltarIntento(trx, turno.claves);
  return anotar(trx, q, factor);
}

async function tomarTurno(trx: Transaccion, c: Contexto, q: QuienConfirma) {
  const dispositivo = await dispositivoDe(trx, q.cuenta, q.navegador.dispositivo);
  const claves = clavesDeIntento(c.claves, `confirmar:${q.cuenta}`, { ip: q.navegador.ip, dispositivo });
  return { claves, espera: await reservarIntento(trx, claves) };
}

async function anotar(
  trx: Transaccion,
  q: QuienConfirma,
  factor: { nombre: string; reforzada: boolean },
): Promise<Confirmacion> {
  await auditar(trx, {
    accion: 'cuentas.confirmar',
    ...(q.sesion.persona && { persona: q.cuenta }),
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
    ...(await tomarTurno(trx, c, q)),
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
    comprobar: async () =>
      (await c.autenticador.comprobar(trx, q.cuenta, q.codigo)) ||
      (await usarCodigoDeRecuperacion(trx, c.claves, q.cuenta, q.codigo)) ||
      'El código no coincide o ya se usó. Espere el siguiente de su aplicación y escríbalo.',
  });

export const confirmarConLlave = (trx: Transaccion, c: Contexto, q: QuienConfirma & { respuesta: string }) =>
  probar(trx, c, q, {
    nombre: 'llave',
    reforzada: true,
    async comprobar() {
      const uso = await c.llaves.comprobarUso(trx, {
        sesion: q.sesion.id,
        proposito: PROPOSITO_CONFIRMAR,
        respuesta: q.respuesta,
        cuenta: q.cuenta,
      });
      return uso.ok || uso.mensaje;
    },
  });

/** Sends a code to the e-mail or the phone of the RUT. */
export async function enviarCodigoParaConfirmar(
  trx: Transaccion,
  c: Contexto,
  q: { sesion: Sesion; cuenta: string; canal: 'correo' | 'sms' },
): Promise<'enviado' | 'espere' | 'no'> {
  const contacto = await contactoDeTitular(trx, q.cuenta);
  const destino = q.canal === 'correo' ? contacto?.correo : contacto?.telefono;
  if (!destino) return 'no';
  const emision = await c.codigos.emitir(trx, q.sesion.id, propositoDe(q.canal), destino);
  if (emision.tipo === 'espere') return 'espere';
  const texto = `Su código para confirmar que es usted es ${emision.codigo}. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos y una sola vez.\n\nSi usted no está en Autogestión en este momento, alguien usa su sesión: entre y cierre las demás sesiones en «Su cuenta».`;
  await enviarMensaje(
    trx,
    q.canal === 'sms'
      ? { canal: 'sms', destino, texto }
      : { canal: 'correo', destino, asunto: `${emision.codigo} es su código para confirmar`, texto },
  );
  return 'enviado';
}

/** The code that was sent. That of a phone which was changed days ago is worth no more than the e-mail's. */
export async function confirmarConCodigo(
  trx: Transaccion,
  c: Contexto,
  q: QuienConfirma & { codigo: string; canal: 'correo' | 'sms' },
): Promise<Confirmacion> {
  const contacto = await contactoDeTitular(trx, q.cuenta);
  const destino = (q.canal === 'correo' ? contacto?.correo : contacto?.telefono) ?? '';
  return probar(trx, c, q, {
    nombre: q.canal,
    reforzada: q.canal === 'sms' && !(await telefonoReciente(trx, q.cuenta)),
    async comprobar() {
      const r = await c.codigos.comprobar(trx, q.sesion.id, propositoDe(q.canal), destino, q.codigo);
      return r === 'correcto' || MENSAJE_COMPROBACION[r];
    },
  });
}
