import { sql } from 'kysely';
import {
  abrirSesion,
  anotarPrueba,
  auditar,
  cerrarSesion,
  DISPOSITIVO_DIAS,
  llamar,
  secretoAleatorio,
  sha256,
  uuidv7,
  type Sesion,
  type Transaccion,
} from '../../plataforma/index.ts';
import type { Factores } from '../factores.ts';
import { pideSegundo } from '../factores.ts';

/** Taxpayers and officials have accounts of their own; both come in the same way. */
export type Clase = 'persona' | 'funcionario';

export interface Cuenta {
  id: string;
  clase: Clase;
}

export type PrimerFactor = 'contrasena' | 'correo' | 'sms';

/** The browser that is coming in. */
export interface Navegador {
  ip: string;
  /** Secret by which accounts know it. */
  dispositivo?: string | undefined;
  /** As its owner will recognise it in the list of sessions. */
  nombre: string;
}

export type Entrada =
  | { tipo: 'dentro'; sesion: Sesion; cuenta: Cuenta; dispositivo: string }
  | { tipo: 'segundo-paso' }
  | { tipo: 'no'; mensaje: string };

/** The first factor was right: the second is asked for where there is one, and otherwise the session opens. */
export async function seguirEntrando(
  trx: Transaccion,
  e: { visita: Sesion; cuenta: Cuenta; primero: PrimerFactor; factores: Factores; navegador: Navegador },
): Promise<Entrada> {
  if (!pideSegundo(e.factores)) return abrir(trx, { ...e, reforzada: e.primero === 'sms' });
  const { id, clase } = e.cuenta;
  await sql`insert into cuentas.entrada (sesion_id, titular_id, funcionario_id, destino, creada_en, falta, primero)
    values (${e.visita.id}, ${clase === 'persona' ? id : null}, ${clase === 'funcionario' ? id : null}, '', ${trx.ahora},
      'segundo', ${e.primero})
    on conflict (sesion_id) do update set titular_id = excluded.titular_id, funcionario_id = excluded.funcionario_id,
      destino = '', creada_en = excluded.creada_en, falta = 'segundo', primero = excluded.primero`.execute(
    trx.bd,
  );
  return { tipo: 'segundo-paso' };
}

/** A session of the account, with its proof; the visitor's closes, and the browser becomes known. */
export async function abrir(
  trx: Transaccion,
  e: { visita: Sesion; cuenta: Cuenta; navegador: Navegador; reforzada: boolean; con?: string },
): Promise<Entrada> {
  const { id, clase } = e.cuenta;
  await sql`delete from cuentas.entrada where sesion_id = ${e.visita.id}`.execute(trx.bd);
  await cerrarSesion(trx, e.visita.token);
  const abierta = await abrirSesion(trx, e.visita.medio, { [clase]: id, dispositivo: e.navegador.nombre });
  const sesion = await anotarPrueba(trx, abierta, { reforzada: e.reforzada });
  const dispositivo = e.navegador.dispositivo ?? secretoAleatorio();
  await llamar(trx, 'cuentas.conocer_dispositivo', {
    id: uuidv7(trx.ahora),
    cuenta: id,
    secreto: sha256(dispositivo),
    ahora: trx.ahora,
    vence: new Date(trx.ahora.getTime() + DISPOSITIVO_DIAS * 86_400_000),
  });
  await auditar(trx, {
    accion: 'cuentas.entrar',
    ...(clase === 'persona' && { persona: id }),
    objeto: clase === 'persona' ? `sesion:${sesion.id}` : `funcionario:${id}`,
    datos: { dispositivo: e.navegador.nombre },
  });
  return { tipo: 'dentro', sesion, cuenta: e.cuenta, dispositivo };
}
