import type { Flujo } from '../../tramites/index.ts';

interface DeQueActuacion {
  nombre: string;
  /** «Suspender», on the button. */
  verbo: string;
  /** «Suspendido», the state in which it ends. */
  ordenado: { nombre: string; queSigue: string };
  /** «Se suspende la inscripción en el RUT», in the act. */
  resuelve: string;
  conRecursos: boolean;
  plazos: Flujo['plazos'];
}

/**
 * The life of an act of the office: an official prepares it and, where it takes two, another confirms it; or it is
 * filed away. Who it concerns reads it and writes meanwhile, and cannot withdraw what they did not ask for.
 */
export const flujoDeOficio = (a: DeQueActuacion): Flujo => ({
  nombre: a.nombre,
  deOficio: true,
  estados: {
    'en-verificacion': {
      nombre: 'En preparación',
      queSigue:
        'Un funcionario prepara la decisión. Si no está de acuerdo, escríbale desde esta página antes de que se decida.',
      turno: 'oficina',
    },
    'por-confirmar': {
      nombre: 'Por confirmar',
      queSigue: 'Un funcionario ya preparó la decisión y otro la revisa antes de que tenga efecto.',
      turno: 'oficina',
    },
    ordenada: { ...a.ordenado, turno: 'nadie' },
    archivada: {
      nombre: 'Archivada',
      queSigue: 'La oficina no ordenó nada: su RUT sigue como estaba.',
      turno: 'nadie',
    },
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
    },
    archivada: {
      a: 'archivada',
      verbo: 'Archivar',
      resuelve: 'Se archiva la actuación. El RUT sigue como estaba.',
      conEfecto: false,
      conRecursos: false,
    },
  },
  decideDesde: ['en-verificacion', 'por-confirmar'],
  plazos: a.plazos,
});
