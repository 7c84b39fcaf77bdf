import type pg from 'pg';
import {
  abrirPool,
  abrirSesion,
  ANONIMO,
  cerrarPool,
  relojFijo,
  transacciones,
  uuidv7,
  type Actor,
  type EnTransaccion,
  type Sesion,
} from '../src/plataforma/index.ts';
import { baseDePrueba, type BaseDePrueba } from './base/index.ts';
import { INICIO, poolDeAplicacion } from './oficina.ts';

export interface TransaccionesDePrueba {
  base: BaseDePrueba;
  reloj: ReturnType<typeof relojFijo>;
  /** Of the application's role: row-level security applies. */
  app: EnTransaccion;
  /** Of the owner: row-level security lets it through. */
  dueno: EnTransaccion;
  poolApp: pg.Pool;
  consultar<T extends object>(texto: string, valores?: unknown[]): Promise<T[]>;
  /** A session that exists, and who acts through it. */
  visitante(): Promise<{ sesion: Sesion; actor: Actor }>;
  persona(): Promise<{ sesion: Sesion; actor: Actor; persona: string }>;
  cerrar(): Promise<void>;
}

export const SISTEMA: Actor = { tipo: 'sistema', trabajo: 'prueba' };

/** Transactions of both roles on a database of its own, without an office around. */
export async function abrirTransacciones(maximo = 10): Promise<TransaccionesDePrueba> {
  const base = await baseDePrueba();
  const reloj = relojFijo(INICIO);
  const poolApp = poolDeAplicacion(base, maximo);
  const poolDueno = abrirPool({ url: base.urlPropietario, maximo: 6, nombre: 'prueba' });
  const app = transacciones(poolApp, reloj);
  return {
    base,
    reloj,
    app,
    dueno: transacciones(poolDueno, reloj),
    poolApp,
    consultar: async <T extends object>(texto: string, valores: unknown[] = []) =>
      (await poolDueno.query(texto, valores)).rows as T[],
    async visitante() {
      const sesion = await app(ANONIMO, (trx) => abrirSesion(trx, 'navegador'));
      return { sesion, actor: { tipo: 'visitante', sesion: sesion.id } };
    },
    async persona() {
      const persona = uuidv7(reloj.ahora());
      const sesion = await app(ANONIMO, (trx) => abrirSesion(trx, 'navegador', persona));
      return { sesion, persona, actor: { tipo: 'persona', persona, sesion: sesion.id } };
    },
    async cerrar() {
      await Promise.all([poolApp, poolDueno].map(cerrarPool));
      await base.borrar();
    },
  };
}
