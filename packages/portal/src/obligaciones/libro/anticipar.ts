import type { Fecha } from '@autogestion/normas/fechas';
import type { Asiento } from './asientos.ts';
import { estadosAl, type Libro, type Obligacion, type RenglonDelLibro } from './leer.ts';

/** What an obligation owes, or has in favour, before and after. */
export interface AntesYDespues {
  obligacion: Pick<Obligacion, 'concepto' | 'anio' | 'periodo'>;
  antes: Montos;
  despues: Montos;
}
interface Montos {
  debe: bigint;
  exceso: bigint;
}

/**
 * Of each of the taxpayer's obligations that some entries would touch, on a day. Nothing is written.
 * @param nueva one that would be opened
 */
export function antesYDespues(
  libro: Libro,
  asientos: readonly Asiento[],
  hoy: Fecha,
  nueva?: Obligacion,
): AntesYDespues[] {
  const antes = new Map(estadosAl(libro, hoy).map((o) => [o.id, o.estado]));
  const tocadas = new Set(asientos.flatMap((a) => [a.debe_de, a.haber_de]));
  return estadosAl(conAsientos(libro, asientos, nueva), hoy)
    .filter((o) => tocadas.has(o.id))
    .map(({ estado, ...obligacion }) => ({
      obligacion,
      antes: soloMontos(antes.get(obligacion.id) ?? { debe: 0n, exceso: 0n }),
      despues: soloMontos(estado),
    }));
}

const soloMontos = ({ debe, exceso }: Montos): Montos => ({ debe, exceso });

/** The ledger as it would be. */
function conAsientos(libro: Libro, asientos: readonly Asiento[], nueva: Obligacion | undefined): Libro {
  const obligaciones = nueva ? [...libro.obligaciones, nueva] : libro.obligaciones;
  const propias = new Set(obligaciones.map((o) => o.id));
  const nuevos = asientos
    .flatMap((a, i) => ladosDe(a, { comprobante: libro.corte + 1n, renglon: i + 1 }))
    .filter((r) => propias.has(r.obligacion));
  return { ...libro, obligaciones, renglones: [...libro.renglones, ...nuevos] };
}

/** An entry as it is read: a row for each obligation of it. */
function ladosDe(a: Asiento, cual: Pick<RenglonDelLibro, 'comprobante' | 'renglon'>): RenglonDelLibro[] {
  const comun = {
    ...cual,
    valor: a.valor,
    efecto: a.efecto,
    vence: a.vence ?? null,
    impuesta: a.impuesta ?? false,
    sobre_comprobante: a.sobre?.comprobante ?? null,
    sobre_renglon: a.sobre?.renglon ?? null,
  };
  const lado = (de: string | undefined, cuenta: Asiento['debe'], contra: string, lado: 'debe' | 'haber') =>
    de === undefined
      ? []
      : [{ ...comun, obligacion: de, cuenta: cuenta as RenglonDelLibro['cuenta'], contra, lado }];
  return [...lado(a.debe_de, a.debe, a.haber, 'debe'), ...lado(a.haber_de, a.haber, a.debe, 'haber')];
}
