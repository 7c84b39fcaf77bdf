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
  /** For each process that serves: what it wrote down while it had no database goes there, every half minute. */
  iniciarContingencia(): void;
  /** The same, now. @returns how many are new */
  traerIntentos(): Promise<number>;
  cerrar(): Promise<void>;
}

interface Piezas {
  servidor: FastifyInstance;
  trabajos: readonly Trabajo[];
  comoPropietario: EnTransaccion;
  registro: Logger;
  pools: readonly pg.Pool[];
  poolTrabajos: pg.Pool;
  /** What this machine wrote down of failed attempts goes to the database. */
  traerIntentos: () => Promise<number>;
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
    iniciarContingencia() {
      detener.push(
        // At once too: an office that was killed left on the disk what people look for in their account.
        cadaTanto(CADA_MS, p.traerIntentos, p.registro, 'los intentos fallidos no se pudieron traer', {
          yaMismo: true,
        }),
      );
    },
    traerIntentos: p.traerIntentos,
    async cerrar() {
      // First no new requests, then no new jobs, and the connections when nobody uses them.
      await p.servidor.close();
      await Promise.all([p.aparte.cerrar(), ...detener.splice(0).map((parar) => parar())]);
      await Promise.all(p.pools.map(cerrarPool));
    },
  };
}

const CADA_MS = 30_000;

function sellarCadaSegundo({ comoPropietario, registro }: Piezas): () => Promise<void> {
  const sellar = () => comoPropietario({ tipo: 'sistema', trabajo: 'sellar-auditoria' }, sellarAuditoria);
  return cadaTanto(1_000, sellar, registro, 'la auditoria no se pudo sellar');
}

/** One after the other, however long each takes. @returns how it is stopped, once the last one has ended */
function cadaTanto(
  ms: number,
  obra: () => Promise<unknown>,
  registro: Logger,
  siFalla: string,
  { yaMismo = false } = {},
): () => Promise<void> {
  let enCurso = Promise.resolve();
  const unaVez = (): void => {
    enCurso = enCurso.then(async () => {
      try {
        await obra();
      } catch (err) {
        registro.error({ err }, siFalla);
      }
    });
  };
  if (yaMismo) unaVez();
  const reloj = setInterval(unaVez, ms);
  return async () => {
    clearInterval(reloj);
    await enCurso;
  };
}
