import { formatearFecha, sumarAnios } from '../../fechas/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import type { EstadoRut } from '../estados.ts';
import { condicion, evaluacion } from './condicion.ts';
import type { Condicion, Evaluacion } from './condicion.ts';
import { solicitante } from './solicitud.ts';
import type { Solicitante } from './solicitud.ts';

export interface HechosReactivacion {
  estado?: EstadoRut;
  solicitante?: Solicitante;
  /** Whether the documents of a registration were brought (DUR 1.6.1.2.11). */
  documentos?: boolean;
  /** It is asked for in an office (DUR 1.6.1.2.20). */
  enSede?: boolean;
}

/**
 * Whether a cancelled RUT may be made active again, at any time (DUR 1.6.1.2.20). Once what it was needed
 * for is done, the cancellation has to be asked for again.
 */
export function evaluarReactivacion(h: HechosReactivacion): Evaluacion {
  return evaluacion([
    condicion({
      id: 'rut-cancelado',
      articulo: 'DUR 1.6.1.2.20',
      hecho: h.estado === undefined ? undefined : h.estado === 'cancelado',
      cumple: 'Su RUT está cancelado.',
      noCumple:
        h.estado === 'suspendido'
          ? 'Su RUT está suspendido, no cancelado: lo que se pide es levantar la suspensión.'
          : 'Su RUT está activo: no hay nada que reactivar.',
      noSeSabe: 'Falta saber si su RUT está cancelado.',
    }),
    solicitante(h.solicitante, 'DUR 1.6.1.2.20; DUR 1.6.1.2.11'),
    condicion({
      id: 'documentos',
      articulo: 'DUR 1.6.1.2.20; DUR 1.6.1.2.11',
      hecho: h.documentos,
      cumple: 'Presentó los documentos que pide una inscripción.',
      noCumple: 'Faltan los documentos que pide una inscripción.',
      noSeSabe: 'Falta presentar los documentos que pide una inscripción.',
    }),
    condicion({
      id: 'en-sede',
      articulo: 'DUR 1.6.1.2.20 inc. 1',
      hecho: h.enSede,
      cumple: 'Lo pide en una sede.',
      noCumple: 'La reactivación se pide en una sede, no en línea.',
      noSeSabe: 'La reactivación se pide en una sede: falta ir.',
    }),
  ]);
}

/** Why a RUT was suspended (DUR 1.6.1.2.16). */
export type CausalDeSuspension =
  'orden' | 'direccion' | 'camara-de-comercio' | 'desactualizado' | 'proveedor-o-exportador-ficticio';

export interface HechosLevantamiento {
  hoy: Fecha;
  estado?: EstadoRut;
  solicitante?: Solicitante;
  causal?: CausalDeSuspension;
  /** Whether what caused it was put right; not asked of a fictitious supplier or exporter. */
  subsanada?: boolean;
  /** Day on which the act that declared a fictitious supplier or exporter became final. */
  firmeza?: Fecha;
  /** Whether the documents of an update were brought. */
  documentos?: boolean;
}

/** Years that the sanction lasts from the day it is final (ET 671, DUR 1.6.1.2.16 par. 1). */
export const ANIOS_DEL_FICTICIO = 5;

/**
 * Whether a suspension may be lifted (DUR 1.6.1.2.16 par. 1, .17): when what caused it was put right; for a
 * fictitious supplier or exporter, when its years are over, before the office that ordered it. Whoever
 * ordered it tells, and it takes effect by the next business day.
 */
export function evaluarLevantamiento(h: HechosLevantamiento): Evaluacion {
  const comunes = [
    condicion({
      id: 'rut-suspendido',
      articulo: 'DUR 1.6.1.2.16',
      hecho: h.estado === undefined ? undefined : h.estado === 'suspendido',
      cumple: 'Su RUT está suspendido.',
      noCumple: 'Su RUT no está suspendido: no hay suspensión que levantar.',
      noSeSabe: 'Falta saber si su RUT está suspendido.',
    }),
    solicitante(h.solicitante, 'DUR 1.6.1.2.16 par. 1'),
  ];
  if (h.causal === 'proveedor-o-exportador-ficticio') {
    return evaluacion([...comunes, pasaronLosAnios(h), documentosDeActualizacion(h)]);
  }
  return evaluacion([
    ...comunes,
    condicion({
      id: 'causa-subsanada',
      articulo: 'DUR 1.6.1.2.16 par. 1 inc. 2',
      hecho: h.causal === undefined ? undefined : h.subsanada,
      cumple: 'Lo que causó la suspensión ya está arreglado.',
      noCumple: 'Lo que causó la suspensión no está arreglado todavía.',
      noSeSabe:
        h.causal === undefined
          ? 'Falta saber por qué se suspendió su RUT.'
          : 'Falta comprobar que lo que causó la suspensión esté arreglado.',
    }),
  ]);
}

function pasaronLosAnios({ firmeza, hoy }: HechosLevantamiento): Condicion {
  const ultimo = firmeza && sumarAnios(firmeza, ANIOS_DEL_FICTICIO);
  const hasta = ultimo === undefined ? '' : formatearFecha(ultimo);
  return condicion({
    id: 'cinco-anios',
    articulo: 'ET 671; DUR 1.6.1.2.16 par. 1',
    hecho: ultimo && hoy > ultimo,
    cumple: `Los cinco años de la sanción terminaron el ${hasta}.`,
    noCumple: `Los cinco años de la sanción terminan el ${hasta}: puede pedirlo después.`,
    noSeSabe: 'Falta saber cuándo quedó en firme la declaratoria de proveedor o exportador ficticio.',
  });
}

function documentosDeActualizacion({ documentos }: HechosLevantamiento): Condicion {
  return condicion({
    id: 'documentos',
    articulo: 'DUR 1.6.1.2.16 par. 1; DUR 1.6.1.2.14',
    hecho: documentos,
    cumple: 'Presentó los documentos que pide una actualización.',
    noCumple: 'Faltan los documentos que pide una actualización.',
    noSeSabe: 'Falta presentar los documentos que pide una actualización.',
  });
}
