import { dato } from '../explicacion/index.ts';
import type { Explicacion } from '../explicacion/index.ts';
import { formatearFecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import type { DiaDelTermino, HechosDelTermino, Suspension } from './hechos.ts';
import type { Plazo, Unidad } from './tabla.ts';

interface Contado {
  plazo: Plazo;
  hechos: HechosDelTermino;
  desde: Fecha;
  inicial: Fecha | null;
  vence: Fecha | null;
  dias: readonly DiaDelTermino[];
}

const COMPUTO = 'Ley 4 de 1913, art. 62';

const DIAS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'] as const;

const NOMBRES: Record<Unidad, readonly [string, string]> = {
  'dias-habiles': ['día hábil', 'días hábiles'],
  'dias-calendario': ['día del calendario', 'días del calendario'],
  meses: ['mes', 'meses'],
  anios: ['año', 'años'],
};

/** The deadline, what it was counted from, and everything that was not counted. */
export function explicarTermino(c: Contado): Explicacion {
  const { plazo, hechos, desde, vence } = c;
  const cantidad = hechos.prorroga?.cantidad ?? plazo.cantidad;
  return {
    titulo: 'Vencimiento del término',
    valor: vence === null ? 'sin fecha' : conDia(vence),
    frase:
      vence === null
        ? 'El término está suspendido y todavía no se sabe cuándo vence.'
        : `${enPalabras(cantidad, plazo.unidad)}, que ${cantidad === 1 ? 'empieza' : 'empiezan'} a contarse el día siguiente al ${formatearFecha(desde)}.${corrido(c)}`,
    norma: plazo.norma,
    partes: [
      ...inicio(hechos),
      ...prorrogado(c),
      ...(hechos.suspensiones ?? []).flatMap((s) => suspendido(s, c.dias)),
      ...noHabiles(c),
    ],
  };
}

/** `martes 24 de noviembre de 2026`. */
function conDia(f: Fecha): string {
  return `${DIAS[new Date(f).getUTCDay()] ?? ''} ${formatearFecha(f)}`;
}

/** `Es 1 mes`, `Son 15 días hábiles`. */
function enPalabras(cantidad: number, unidad: Unidad): string {
  return `${cantidad === 1 ? 'Es' : 'Son'} ${cantidad} ${NOMBRES[unidad][cantidad === 1 ? 0 : 1]}`;
}

function corrido({ dias }: Contado): string {
  const ultimo = dias.at(-1);
  return ultimo?.clase === 'contado' && ultimo.numero === undefined
    ? ' El último día no es hábil, y el término pasa al siguiente que lo es.'
    : '';
}

function inicio({ desde, traslado }: HechosDelTermino): Explicacion[] {
  if (!traslado) {
    return [
      dato('Día desde el que se cuenta', conDia(desde), 'Ese día no se cuenta: se empieza al siguiente.'),
    ];
  }
  const { autoridad, recibido } = traslado;
  return [
    dato('Radicación', conDia(desde), `Se trasladó a la autoridad competente: ${autoridad}.`),
    dato(
      'Recibo por la autoridad competente',
      conDia(recibido),
      'El término se cuenta completo desde el día siguiente a este.',
      { norma: 'Ley 1437 de 2011, art. 21' },
    ),
  ];
}

function prorrogado({ hechos: { prorroga }, inicial, plazo }: Contado): Explicacion[] {
  if (!prorroga) return [];
  const antes = inicial === null ? '' : ` Antes vencía el ${conDia(inicial)}.`;
  return [
    dato(
      'Prórroga',
      `de ${plazo.cantidad} a ${prorroga.cantidad}`,
      `Se avisó el ${formatearFecha(prorroga.avisada)}, porque ${prorroga.motivo}.${antes}`,
      { norma: 'Ley 1437 de 2011, art. 14 par.' },
    ),
  ];
}

function suspendido({ desde, hasta, motivo }: Suspension, dias: readonly DiaDelTermino[]): Explicacion[] {
  const [primero, ultimo] = [dias[0]?.fecha, dias.at(-1)?.fecha];
  // One that touches no day of this term explains nothing.
  if (!primero || !ultimo || desde > ultimo || (hasta !== null && hasta < primero)) return [];
  const fin = hasta === null ? 'sin fecha de reanudación' : `hasta el ${formatearFecha(hasta)}`;
  return [dato('Suspensión', `desde el ${formatearFecha(desde)}, ${fin}`, `No corre, porque ${motivo}.`)];
}

/** Each holiday and civic day by its name; Saturdays and Sundays by their number. */
function noHabiles({ dias, plazo }: Contado): Explicacion[] {
  const finesDeSemana = dias.filter((d) => d.clase === 'fin-de-semana').length;
  const norma = { norma: COMPUTO };
  return [
    ...(finesDeSemana === 0
      ? []
      : [dato('Sábados y domingos', `${finesDeSemana}`, 'No se cuentan, porque no son hábiles.', norma)]),
    ...dias.flatMap((d) =>
      d.clase === 'festivo' || d.clase === 'dia-civico'
        ? [dato(d.clase === 'festivo' ? 'Festivo' : 'Día cívico', conDia(d.fecha), frase(d), deLey(d))]
        : [],
    ),
    ...(plazo.unidad === 'dias-habiles'
      ? []
      : [dato('Días que corren', 'todos', 'En este término también cuentan los que no son hábiles.', norma)]),
  ];
}

function frase({ motivo = '' }: DiaDelTermino): string {
  return `No se cuenta: ${motivo}.`;
}

function deLey({ norma }: DiaDelTermino): { norma?: string } {
  return norma === undefined ? {} : { norma };
}
