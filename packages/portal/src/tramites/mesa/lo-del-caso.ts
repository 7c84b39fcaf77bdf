import { definidos } from '@autogestion/normas/definidos';
import { sql } from 'kysely';
import type { Valores } from '../../interfaz/index.ts';
import type { Yo } from '../../cuentas/index.ts';
import { errores, llamada, llamar, type Transaccion } from '../../plataforma/index.ts';
import { estadoConFecha, versionVigente, type EstadoConFecha, type VersionRut } from '../../rut/index.ts';
import { adjuntosDe, type Adjunto } from '../adjuntos/index.ts';
import { funcionarioDe } from '../atender-caso.ts';
import { comprobarSolicitud, impedimentoPara, type Comprobacion } from '../comprobar-solicitud.ts';
import { nombresDe, relojDelCaso, type Caso } from '../consultas.ts';
import { documentosDelCaso, type DocumentosDelCaso } from '../documentos/del-caso.ts';
import type { Sentido } from '../flujo.ts';
import { sentidosDe } from '../marcha.ts';
import {
  laPuedeTomar,
  laTiene,
  puedeConfirmarla,
  puedeDecidirla,
  supervisa,
  trabajaLaCola,
} from '../politicas.ts';
import { loQueQueda, semaforo, type Semaforo } from '../semaforo.ts';
import type { Plantilla } from '../tipos.ts';
import { yoDe } from './acceso.ts';
import { actoDeArchivo } from './acto-de-archivo.ts';

export interface PropsDeCasoEnMesa {
  yo: Yo;
  caso: Caso;
  nombres: ReadonlyMap<string, string>;
  comprobacion: Comprobacion;
  version: VersionRut;
  estadoRut: EstadoConFecha;
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
  /** How the official would end it here, already written; absent where they may not, or no direction is open. */
  aqui?: DecisionAqui;
  /** The case that was just done, on the way here. */
  hecho?: string;
  valores?: Valores;
  errores?: Record<string, string>;
}

/** A direction of the flow in which a case may be ended as it is, or as soon as what is missing is verified. */
interface DecisionAqui {
  sentido: string;
  como: Sentido;
  plantilla: Plantilla;
}

const comprobarCaso = (trx: Transaccion, caso: Caso) =>
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
  const comprobacion = await comprobarCaso(trx, caso);
  const tiene = laTiene(caso, soy) && turno !== 'nadie' && !proyecto;
  const decide = puedeDecidirla(caso, soy);
  return {
    caso,
    semaforo: semaforo(vence, trx.hoy),
    queda: loQueQueda(vence, trx.hoy),
    yo,
    version,
    nombres: await nombresDe(trx, caso.id),
    adjuntos: await adjuntosDe(trx, caso.solicitudId),
    documentos: await documentosDelCaso(trx, caso),
    comprobacion,
    estadoRut: await estadoConFecha(trx, caso.titular),
    atiende: trabajaLaCola(yo, rol),
    tiene,
    toma: laPuedeTomar(caso, yo),
    confirma: puedeConfirmarla(caso, soy),
    decide,
    ...definidos({ aqui: tiene && decide ? await decisionAqui(trx, caso, comprobacion) : undefined }),
    asignables: supervisa(yo) && turno === 'oficina' ? await asignablesDe(trx, rol) : [],
  };
}

/**
 * What is written is what would be true when everything that is missing had been looked for and there was nothing: with
 * something found, that direction is refused and another one is open.
 */
async function decisionAqui(
  trx: Transaccion,
  caso: Caso,
  { evaluacion }: Comprobacion,
): Promise<DecisionAqui | undefined> {
  const abiertos = sentidosDe(caso.tipo.flujo, caso.marcha).filter(([, s]) => {
    const impide = impedimentoPara(s, evaluacion);
    return !impide || impide.codigo === 'falta-verificar';
  });
  const [sentido, como] = abiertos.find(([, s]) => s.soloTrasVencer) ?? abiertos[0] ?? [];
  if (!sentido || !como) return undefined;
  if (como.soloTrasVencer) return { sentido, como, plantilla: actoDeArchivo(caso) };
  const pendientes = caso.tipo.verificables.filter((v) => !caso.marcha.verificado[v.id]);
  const nada = Object.fromEntries(pendientes.map((v) => [v.id, 'no-hay' as const]));
  const entonces =
    como.conEfecto && pendientes.length > 0
      ? await comprobarCaso(trx, {
          ...caso,
          marcha: { ...caso.marcha, verificado: { ...caso.marcha.verificado, ...nada } },
        })
      : { evaluacion };
  const plantilla = caso.tipo.plantilla(sentido, {
    solicitud: caso.solicitud,
    evaluacion: entonces.evaluacion,
  });
  return { sentido, como, plantilla };
}

async function asignablesDe(trx: Transaccion, rol: string): Promise<{ idPublico: string; nombre: string }[]> {
  const { rows } = await sql<{
    idPublico: string;
    nombre: string;
  }>`select id_publico as "idPublico", nombre from ${llamada('tramites.de_rol', { rol })}`.execute(trx.bd);
  return rows;
}
