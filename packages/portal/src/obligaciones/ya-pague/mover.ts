import type { Propuesta } from '@autogestion/normas/correcciones';
import type { Fecha } from '@autogestion/normas/fechas';
import { estadosAl, identificacion, reimputacion, type Libro } from '../libro/index.ts';

/** Money that is in one obligation and belongs to another, from the day on which it entered (ET 803). */
export interface Movimiento {
  sobre: { comprobante: bigint; renglon: number };
  /** Identifier of an obligation. It may be another taxpayer's: then nothing of it is told. Absent: the money is of nobody. */
  de?: string;
  /** Identifier of an obligation. */
  a: string;
  valor: bigint;
  dia: Fecha;
}

/** Where the money of a proposal is: the entries by which it entered, by their key. */
type DondeEsta = ReadonlyMap<string, Omit<Movimiento, 'a' | 'valor'>>;

/** What a proposal would move; nothing where what is left over has no debt to go to. */
export function movimientosDe({ pagos, obligacion }: Propuesta, donde: DondeEsta): Movimiento[] {
  if (obligacion === null) return [];
  return pagos.map(({ id, valor }) => {
    const esta = donde.get(id);
    if (!esta) throw new Error(`The proposal names an entry that was not searched: ${id}`);
    return { ...esta, a: obligacion, valor };
  });
}

export const asientosDe = (movimientos: readonly Movimiento[]) =>
  movimientos.map((m) =>
    m.de === undefined
      ? identificacion(m.sobre, m.a, m.valor, m.dia)
      : reimputacion(m.sobre, m.de, m.a, m.valor, m.dia),
  );

/** Where the payments of a ledger are. */
export function pagosDelLibro({ renglones }: Libro): [string, Omit<Movimiento, 'a' | 'valor'>][] {
  return renglones
    .filter((r) => r.cuenta === 'pagos' && r.lado === 'haber')
    .map(({ comprobante, renglon, obligacion, efecto }) => [
      `${comprobante}.${renglon}`,
      { sobre: { comprobante, renglon }, de: obligacion, dia: efecto },
    ]);
}

/** The ledger as it would be: nothing is written. */
function conMovimientos(libro: Libro, movimientos: readonly Movimiento[]): Libro {
  const propias = new Set(libro.obligaciones.map((o) => o.id));
  const nuevos = movimientos.flatMap((m, i) => {
    const comun = {
      comprobante: libro.corte + 1n,
      renglon: i + 1,
      cuenta: 'pagos',
      contra: 'pagos',
      valor: m.valor,
      efecto: m.dia,
      vence: null,
      impuesta: false,
      sobre_comprobante: m.sobre.comprobante,
      sobre_renglon: m.sobre.renglon,
    } as const;
    return [
      ...(m.de !== undefined && propias.has(m.de)
        ? [{ ...comun, obligacion: m.de, lado: 'debe' as const }]
        : []),
      { ...comun, obligacion: m.a, lado: 'haber' as const },
    ];
  });
  return { ...libro, renglones: [...libro.renglones, ...nuevos] };
}

/** What an obligation owes, or has in favour, before and after. */
export interface AntesYDespues {
  obligacion: Libro['obligaciones'][number];
  antes: { debe: bigint; exceso: bigint };
  despues: { debe: bigint; exceso: bigint };
}

/** Of each of the taxpayer's obligations that a movement touches, on a day. */
export function antesYDespues(libro: Libro, movimientos: readonly Movimiento[], hoy: Fecha): AntesYDespues[] {
  const antes = estadosAl(libro, hoy);
  const despues = new Map(estadosAl(conMovimientos(libro, movimientos), hoy).map((o) => [o.id, o.estado]));
  const tocadas = new Set(movimientos.flatMap((m) => [m.de, m.a]));
  return antes.flatMap(({ estado, ...obligacion }) => {
    const luego = despues.get(obligacion.id);
    return tocadas.has(obligacion.id) && luego
      ? { obligacion, antes: soloMontos(estado), despues: soloMontos(luego) }
      : [];
  });
}

const soloMontos = ({ debe, exceso }: { debe: bigint; exceso: bigint }) => ({ debe, exceso });
