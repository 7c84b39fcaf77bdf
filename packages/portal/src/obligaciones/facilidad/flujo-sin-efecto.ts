import { INCUMPLIMIENTO } from '@autogestion/normas/facilidad';
import { flujoDeOficio } from '../../tramites/index.ts';

const { dias, mesesParaResolver } = INCUMPLIMIENTO.reposicion;

/**
 * The life of the act that leaves a facility without effect (ET 814-3). No article says by when it is issued: the term is of
 * this office, by analogy with that of a petition.
 */
export const FLUJO_SIN_EFECTO = flujoDeOficio({
  nombre: 'Facilidad incumplida',
  sobre: 'su facilidad de pago',
  verbo: 'Dejar sin efecto',
  ordenado: {
    nombre: 'Sin efecto',
    queSigue:
      'La facilidad quedó sin efecto: se cobra todo lo que falte, con los intereses de cada día. Lea en la decisión qué recurso tiene y hasta cuándo.',
  },
  resuelve: 'Se deja sin efecto la facilidad de pago.',
  conRecursos: true,
  recursosPropios: [
    `Contra esta decisión procede el recurso de reposición, ante quien la tomó, dentro de los ${dias} días siguientes a su notificación. Se resuelve en ${mesesParaResolver === 1 ? 'un mes' : `${mesesParaResolver} meses`} (ET 814-3).`,
  ],
  mientras: {
    seDecide:
      'Si se pone al día antes de que se decida, la facilidad sigue. Si no está de acuerdo, escríbale desde esta página.',
    seConfirma: 'Todavía puede ponerse al día.',
  },
  archivada: {
    queSigue: 'La oficina no decidió nada: su facilidad sigue como estaba.',
    resuelve: 'Se archiva la actuación. La facilidad sigue como estaba.',
  },
  plazos: { decidir: 'peticion', sinFuente: true },
});
