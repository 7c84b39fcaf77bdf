import type { Aparte } from '@autogestion/documentos';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import {
  cerrarPool,
  iniciarTrabajadores,
  sellarAuditoria,
  soltarTrabajos,
  type EnTransaccion,
  type Logger,
  type Trabajo,
} from './plataforma/index.ts';

export interface CicloDeVida {
  /** @param deMuertos frees first what killed workers held: only where this process alone works on the database. */
  iniciarTrabajos(concurrencia: number, o?: { deMuertos: boolean }): Promise<void>;
  cerrar(): Promise<void>;
}

interface Piezas {
  servidor: FastifyInstance;
  trabajos: readonly Trabajo[];
  comoPropietario: EnTransaccion;
  registro: Logger;
  pools: readonly pg.Pool[];
  poolTrabajos: pg.Pool;
  aparte: Aparte;
}

/** Starting and stopping what runs besides the server: the workers and the sealer of the audit. */
export function cicloDeVida(p: Piezas): CicloDeVida {
  const detener: (() => Promise<void>)[] = [];
  return {
    async iniciarTrabajos(concurrencia, { deMuertos } = { deMuertos: false }) {
      if (deMuertos) await soltarTrabajos(p.comoPropietario);
      const corredor = await iniciarTrabajadores({
        pool: p.poolTrabajos,
        trabajos: p.trabajos,
        concurrencia,
        enTransaccion: p.comoPropietario,
        registro: p.registro,
      });
      detener.push(() => corredor.stop(), sellarCadaSegundo(p));
    },
    async cerrar() {
      // First no new requests, then no new jobs, and the connections when nobody uses them.
      await p.servidor.close();
      await Promise.all([p.aparte.cerrar(), ...detener.splice(0).map((parar) => parar())]);
      await Promise.all(p.pools.map(cerrarPool));
    },
  };
}

function sellarCadaSegundo({ comoPropietario, registro }: Piezas): () => Promise<void> {
  let enCurso = Promise.resolve();
  const reloj = setInterval(() => {
    enCurso = enCurso.then(async () => {
      try {
        await comoPropietario({ tipo: 'sistema', trabajo: 'sellar-auditoria' }, sellarAuditoria);
      } catch (err) {
        registro.error({ err }, 'la auditoria no se pudo sellar');
      }
    });
  }, 1_000);
  return async () => {
    clearInterval(reloj);
    await enCurso;
  };
}
