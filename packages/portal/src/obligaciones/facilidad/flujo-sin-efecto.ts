import { INCUMPLIMIENTO } from '@autogestion/normas/facilidad';
import type { Flujo } from '../../tramites/index.ts';

const { dias, mesesParaResolver } = INCUMPLIMIENTO.reposicion;

/**
 * The life of the act that leaves a facility without effect (ET 814-3). No article says by when it is issued: the term is of
 * this office, by analogy with that of a petition.
 */
export const FLUJO_SIN_EFECTO: Flujo = {
  nombre: 'Facilidad incumplida',
  deOficio: true,
  sobre: 'su facilidad de pago',
  estados: {
    'en-verificacion': {
      nombre: 'En preparación',
      queSigue:
        'Un funcionario prepara la decisión. Si se pone al día antes de que se decida, la facilidad sigue. Si no está de acuerdo, escríbale desde esta página.',
      turno: 'oficina',
    },
    'por-confirmar': {
      nombre: 'Por confirmar',
      queSigue:
        'Un funcionario ya preparó la decisión y otro la revisa antes de que tenga efecto. Todavía puede ponerse al día.',
      turno: 'oficina',
    },
    ordenada: {
      nombre: 'Sin efecto',
      queSigue:
        'La facilidad quedó sin efecto: se cobra todo lo que falte, con los intereses de cada día. Lea en la decisión qué recurso tiene y hasta cuándo.',
      turno: 'nadie',
    },
    archivada: {
      nombre: 'Archivada',
      queSigue: 'La oficina no decidió nada: su facilidad sigue como estaba.',
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
      verbo: 'Dejar sin efecto',
      resuelve: 'Se deja sin efecto la facilidad de pago.',
      conEfecto: true,
      conRecursos: true,
      recursosPropios: [
        `Contra esta decisión procede el recurso de reposición, ante quien la tomó, dentro de los ${dias} días siguientes a su notificación. Se resuelve en ${mesesParaResolver === 1 ? 'un mes' : `${mesesParaResolver} meses`} (ET 814-3).`,
      ],
    },
    archivada: {
      a: 'archivada',
      verbo: 'Archivar',
      resuelve: 'Se archiva la actuación. La facilidad sigue como estaba.',
      conEfecto: false,
      conRecursos: false,
    },
  },
  decideDesde: ['en-verificacion', 'por-confirmar'],
  plazos: { decidir: 'peticion', sinFuente: true },
};
