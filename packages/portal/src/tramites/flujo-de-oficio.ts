import { definidos } from '@autogestion/normas/definidos';
import type { Flujo } from './flujo.ts';

interface DeQueActuacion {
  nombre: string;
  /** «Suspender», on the button. */
  verbo: string;
  /** «Suspendido», the state in which it ends. */
  ordenado: { nombre: string; queSigue: string };
  /** «Se suspende la inscripción en el RUT», in the act. */
  resuelve: string;
  conRecursos: boolean;
  /** The appeals that a law of its own gives against it, each a paragraph. */
  recursosPropios?: readonly string[];
  plazos: Flujo['plazos'];
  /** What the person may do meanwhile, while it is prepared and while it is confirmed. */
  mientras: { seDecide: string; seConfirma?: string };
  /** «La oficina no ordenó nada: su RUT sigue como estaba.», and the same in the act. */
  archivada: { queSigue: string; resuelve: string };
  /** What it is about, in a mail: «su facilidad de pago». */
  sobre?: string;
}

/**
 * The life of an act of the office: an official prepares it and, where it takes two, another confirms it; or it is
 * filed away. Who it concerns reads it and writes meanwhile, and cannot withdraw what they did not ask for.
 */
export const flujoDeOficio = (a: DeQueActuacion): Flujo => ({
  nombre: a.nombre,
  deOficio: true,
  ...definidos({ sobre: a.sobre }),
  estados: {
    'en-verificacion': {
      nombre: 'En preparación',
      queSigue: `Un funcionario prepara la decisión. ${a.mientras.seDecide}`,
      turno: 'oficina',
    },
    'por-confirmar': {
      nombre: 'Por confirmar',
      queSigue: [
        'Un funcionario ya preparó la decisión y otro la revisa antes de que tenga efecto.',
        ...(a.mientras.seConfirma === undefined ? [] : [a.mientras.seConfirma]),
      ].join(' '),
      turno: 'oficina',
    },
    ordenada: { ...a.ordenado, turno: 'nadie' },
    archivada: { nombre: 'Archivada', queSigue: a.archivada.queSigue, turno: 'nadie' },
  },
  transiciones: {
    radicada: { '': 'en-verificacion' },
    proyectada: { 'en-verificacion': 'por-confirmar' },
    objetada: { 'por-confirmar': 'en-verificacion' },
  },
  sentidos: {
    ordenada: {
      a: 'ordenada',
      verbo: a.verbo,
      resuelve: a.resuelve,
      conEfecto: true,
      conRecursos: a.conRecursos,
      ...definidos({ recursosPropios: a.recursosPropios }),
    },
    archivada: {
      a: 'archivada',
      verbo: 'Archivar',
      resuelve: a.archivada.resuelve,
      conEfecto: false,
      conRecursos: false,
    },
  },
  decideDesde: ['en-verificacion', 'por-confirmar'],
  plazos: a.plazos,
});
