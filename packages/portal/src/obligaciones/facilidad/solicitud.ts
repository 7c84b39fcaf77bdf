import type { Presentacion } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { garantiaDe, palabrasDeGarantia, type Calculo, type Pedido } from './calcular.ts';
import { CLASES_DE_GARANTIA, periodicidadEnPalabras, PERIODOS } from './preguntas.ts';

const DIA = z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v));
const PESOS = z.int().min(0);
const MONTOS = { impuesto: PESOS, sancion: PESOS, interes: PESOS };

/** What is signed and granted: the debts as they are on that day, and the whole schedule, in whole pesos. */
export const SolicitudFacilidad = z.object({
  inicio: DIA,
  /** What was known of the ledger: what is paid afterwards pays instalments. */
  corte: PESOS,
  periodicidad: z.enum(PERIODOS),
  garantia: z.enum(CLASES_DE_GARANTIA).optional(),
  meses: z.int().min(1),
  deudas: z.array(z.object({ id: z.string(), nombre: z.string(), vence: DIA, ...MONTOS })).min(1),
  cuotas: z
    .array(
      z.object({
        numero: z.int().min(0).max(84),
        fecha: DIA,
        capital: PESOS,
        interes: PESOS,
        total: PESOS,
        saldo: PESOS,
        abonos: z.array(z.object({ deuda: z.string(), ...MONTOS })),
      }),
    )
    .min(1),
  deuda: PESOS,
  intereses: PESOS,
  total: PESOS,
  /** Who decides it, as it was told. */
  camino: z.enum(['automatica', 'mesa']),
  salvedades: z.array(z.string()),
});
export type SolicitudFacilidad = z.output<typeof SolicitudFacilidad>;

/** What is printed of it, signed or granted. */
type PlanFirmado = Omit<SolicitudFacilidad, 'corte' | 'meses' | 'camino' | 'salvedades'>;

const enteros = <T extends { impuesto: bigint; sancion: bigint; interes: bigint }>({
  impuesto,
  sancion,
  interes,
}: T) => ({
  impuesto: Number(impuesto),
  sancion: Number(sancion),
  interes: Number(interes),
});

/** @throws RangeError for what the law does not allow: it is asked before */
export function solicitudDe(pedido: Pedido, { plan, decision }: Calculo, corte: bigint): SolicitudFacilidad {
  if (decision.camino === 'no-procede') throw new RangeError('What is not allowed is not asked for');
  return {
    inicio: plan.inicio,
    corte: Number(corte),
    periodicidad: plan.periodicidad,
    ...definidos({ garantia: garantiaDe(pedido) }),
    meses: plan.meses,
    deudas: plan.deudas.map(({ id, nombre, vence, ...d }) => ({ id, nombre, vence, ...enteros(d) })),
    cuotas: plan.cuotas.map(({ numero, fecha, capital, interes, total, saldo, abonos }) => ({
      numero,
      fecha,
      capital: Number(capital),
      interes: Number(interes),
      total: Number(total),
      saldo: Number(saldo),
      abonos: abonos.map((a) => ({ deuda: a.deuda, ...enteros(a) })),
    })),
    deuda: Number(plan.deuda),
    intereses: Number(plan.intereses),
    total: Number(plan.total),
    camino: decision.camino,
    salvedades: [...plan.salvedades, ...decision.salvedades],
  };
}

const pesos = (n: number): string => formatearPesos(BigInt(n));
const nombreDeCuota = (numero: number): string => (numero === 0 ? 'Cuota inicial' : `Cuota ${numero}`);

/** The debts and the schedule, as they are signed, granted and printed. */
export const seccionesDelPlan = (s: PlanFirmado): Presentacion['secciones'] => [
  {
    titulo: 'Las deudas',
    filas: s.deudas.map((d) => ({
      clave: d.nombre,
      valor:
        `${pesos(d.impuesto + d.sancion + d.interes)}: impuesto, ${pesos(d.impuesto)}; sanciones, ${pesos(d.sancion)}; ` +
        `intereses hasta el ${formatearFecha(s.inicio)}, ${pesos(d.interes)}.`,
    })),
  },
  {
    titulo: 'Las cuotas',
    filas: s.cuotas.map((c) => ({
      clave: `${nombreDeCuota(c.numero)}, hasta el ${formatearFecha(c.fecha)}`,
      valor: `${pesos(c.total)}: de la deuda, ${pesos(c.capital)}; intereses, ${pesos(c.interes)}. Queda debiendo ${pesos(c.saldo)}.`,
    })),
  },
  {
    titulo: 'En total',
    filas: [
      { clave: 'Deuda', valor: pesos(s.deuda) },
      { clave: 'Intereses de las cuotas', valor: pesos(s.intereses) },
      { clave: 'Total', valor: pesos(s.total) },
      { clave: 'Cada cuánto', valor: periodicidadEnPalabras(s.periodicidad) },
      { clave: 'Garantía', valor: palabrasDeGarantia(s.garantia) },
    ],
  },
];

export const presentarFacilidad = (s: SolicitudFacilidad): Presentacion => ({
  titulo: 'Solicitud de facilidad de pago',
  secciones: [
    {
      titulo: 'Lo que pido',
      parrafos: [
        `Pagar por cuotas lo que debo al ${formatearFecha(s.inicio)}, por el artículo 814 del Estatuto Tributario.`,
      ],
    },
    ...seccionesDelPlan(s),
    {
      titulo: 'Lo que acepto',
      parrafos: [
        'Pago cada cuota a más tardar el día que dice. Los intereses de mora corren cada día sobre el impuesto que falte (ET 634 y 635).',
        'Si no pago una cuota, u otra obligación que venza después, la oficina puede dejar la facilidad sin efecto y cobrar lo que falte (ET 814 y 814-3).',
        ...s.salvedades,
      ],
    },
  ],
});
