import { FLUJO_PETICION, type Flujo } from '../../tramites/index.ts';

const { estados, transiciones, sentidos } = FLUJO_PETICION;

/**
 * The life of a request of a facility. No article fixes a term for it, so it is a petition (Ley 1437 de 2011, art. 14); what
 * the office grants by itself is born granted.
 */
export const FLUJO_FACILIDAD: Flujo = {
  ...FLUJO_PETICION,
  nombre: 'Facilidad de pago',
  estados: {
    ...estados,
    automatica: {
      nombre: 'Concedida',
      queSigue: 'La oficina ya se la concedió. Pague cada cuota a más tardar el día que dice su resolución.',
      turno: 'nadie',
    },
    atendida: {
      nombre: 'Concedida',
      queSigue: 'Ya se la concedieron. Pague cada cuota a más tardar el día que dice su resolución.',
      turno: 'nadie',
    },
  },
  transiciones: { ...transiciones, automatica: { '': 'automatica' } },
  sentidos: {
    ...sentidos,
    atendida: {
      a: 'atendida',
      verbo: 'Conceder',
      resuelve: 'Se concede la facilidad de pago.',
      conEfecto: true,
      conRecursos: false,
    },
  },
};
