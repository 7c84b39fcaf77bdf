import { sql } from 'kysely';
import type { Valores } from '../../interfaz/index.ts';
import type { Yo } from '../../cuentas/index.ts';
import { errores, llamada, llamar, type Transaccion } from '../../plataforma/index.ts';
import { estadoDeTitular, versionVigente, type EstadoRut, type VersionRut } from '../../rut/index.ts';
import { adjuntosDe, type Adjunto } from '../adjuntos/index.ts';
import { funcionarioDe } from '../atender-caso.ts';
import { comprobarSolicitud, type Comprobacion } from '../comprobar-solicitud.ts';
import { nombresDe, relojDelCaso, type Caso } from '../consultas.ts';
import { documentosDelCaso, type DocumentosDelCaso } from '../documentos/del-caso.ts';
import {
  laPuedeTomar,
  laTiene,
  puedeConfirmarla,
  puedeDecidirla,
  supervisa,
  trabajaLaCola,
} from '../politicas.ts';
import { loQueQueda, semaforo, type Semaforo } from '../semaforo.ts';
import { yoDe } from './acceso.ts';

export interface PropsDeCasoEnMesa {
  yo: Yo;
  caso: Caso;
  nombres: ReadonlyMap<string, string>;
  comprobacion: Comprobacion;
  version: VersionRut;
  estadoRut: EstadoRut;
  semaforo: Semaforo;
  /** «Quedan 3 días hábiles». */
  queda: string;
  /** Works its queue. */
  atiende: boolean;
  /** Whether the official has it, may take it, may confirm it. */
  tiene: boolean;
  toma: boolean;
  confirma: boolean;
  /** Whether the official may be the one who decides it, or prepares it. */
  decide: boolean;
  /** Supervision: to whom it may be handed. */
  asignables: readonly { idPublico: string; nombre: string }[];
  adjuntos: readonly Adjunto[];
  documentos: DocumentosDelCaso;
  valores?: Valores;
  errores?: Record<string, string>;
}

export const comprobarCaso = (trx: Transaccion, caso: Caso) =>
  comprobarSolicitud(
    trx,
    { id: caso.solicitudId, tipo: caso.tipo.tipo, titular: caso.titular, solicitud: caso.solicitud },
    caso.marcha.verificado,
  );

/** Everything that the page of a case shows besides what was typed. */
export async function loDelCaso(trx: Transaccion, caso: Caso): Promise<PropsDeCasoEnMesa> {
  const yo = await yoDe(trx);
  const version = await versionVigente(trx, caso.titular);
  if (!version) throw errores.noEncontrado();
  const soy = funcionarioDe(trx);
  const { proyecto, turno, rol } = caso.marcha;
  const { vence } = relojDelCaso(caso);
  await llamar(trx, 'tramites.anotar_lectura', { caso: caso.id, hasta: caso.marcha.ultimo });
  return {
    caso,
    semaforo: semaforo(vence, trx.hoy),
    queda: loQueQueda(vence, trx.hoy),
    yo,
    version,
    nombres: await nombresDe(trx, caso.id),
    adjuntos: await adjuntosDe(trx, caso.solicitudId),
    documentos: await documentosDelCaso(trx, caso),
    comprobacion: await comprobarCaso(trx, caso),
    estadoRut: await estadoDeTitular(trx, caso.titular),
    atiende: trabajaLaCola(yo, rol),
    tiene: laTiene(caso, soy) && turno !== 'nadie' && !proyecto,
    toma: laPuedeTomar(caso, yo),
    confirma: puedeConfirmarla(caso, soy),
    decide: puedeDecidirla(caso, soy),
    asignables: supervisa(yo) && turno === 'oficina' ? await asignablesDe(trx, rol) : [],
  };
}

async function asignablesDe(trx: Transaccion, rol: string): Promise<{ idPublico: string; nombre: string }[]> {
  const { rows } = await sql<{
    idPublico: string;
    nombre: string;
  }>`select id_publico as "idPublico", nombre from ${llamada('tramites.de_rol', { rol })}`.execute(trx.bd);
  return rows;
}
