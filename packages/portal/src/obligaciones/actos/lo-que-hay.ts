import { obligacionEnPalabras, type RubroDeCargo } from '@autogestion/normas/estado-de-cuenta';
import type { Fecha } from '@autogestion/normas/fechas';
import { abonosDe, type AbonoDelLibro, type Libro, type RenglonDelLibro } from '../libro/index.ts';

/** Which entry: its voucher and its line. */
export interface Renglon {
  comprobante: bigint;
  renglon: number;
}

/** `12.1`, as an address and `abonosDe` write it. */
export const FORMA_DE_RENGLON = /^[1-9]\d{0,17}\.[1-9]\d{0,4}$/;
const claveDe = ({ comprobante, renglon }: Renglon): string => `${comprobante}.${renglon}`;
export function renglonDe(clave: string): Renglon {
  const [comprobante = '0', renglon = '0'] = clave.split('.');
  return { comprobante: BigInt(comprobante), renglon: Number(renglon) };
}

/** Money that an act may move or annul: it entered, and something of it is left where it is. */
export const pagosDe = ({ renglones }: Libro): AbonoDelLibro[] =>
  abonosDe(renglones).filter((a) => !a.compensado);

export const pagoDelLibro = (libro: Libro, cual: Renglon): AbonoDelLibro | undefined =>
  pagosDe(libro).find((a) => a.id === claveDe(cual));

/** What was charged in one item with one due date, and an act may lower. */
export interface CargoDelLibro {
  obligacion: string;
  rubro: RubroDeCargo;
  vence: Fecha;
  impuesta: boolean;
  /** Pesos: what was charged less what was lowered already. */
  queda: bigint;
}

/** The charge of an entry, with all that has its item and due date. */
export function cargoDelLibro({ renglones }: Libro, cual: Renglon): CargoDelLibro | undefined {
  const r = renglones.find(
    (x) => x.comprobante === cual.comprobante && x.renglon === cual.renglon && x.lado === 'debe',
  );
  if (!r || r.cuenta === 'pagos' || r.vence === null) return undefined;
  const { obligacion, cuenta: rubro, vence, impuesta } = r;
  const queda = quedaDe({ renglones }, r);
  return queda > 0n ? { obligacion, rubro, vence, impuesta, queda } : undefined;
}

/** Of an item with a due date: what was charged less what was lowered. */
export const quedaDe = (
  { renglones }: Pick<Libro, 'renglones'>,
  capa: Pick<RenglonDelLibro, 'obligacion' | 'cuenta' | 'vence' | 'impuesta'>,
): bigint =>
  renglones
    .filter(
      (x) =>
        x.obligacion === capa.obligacion &&
        x.cuenta === capa.cuenta &&
        x.vence === capa.vence &&
        x.impuesta === capa.impuesta,
    )
    .reduce((s, x) => (x.lado === 'debe' ? s + x.valor : s - x.valor), 0n);

/** Which acts may be done upon an entry, as the list of movements offers them. */
export function actosSobre(
  libro: Libro,
  obligacion: string,
  clave: string,
): readonly ('mover' | 'anular' | 'reducir')[] {
  const cual = renglonDe(clave);
  if (pagoDelLibro(libro, cual)?.obligacion === obligacion)
    return libro.obligaciones.length > 1 ? ['mover', 'anular'] : ['anular'];
  return cargoDelLibro(libro, cual)?.obligacion === obligacion ? ['reducir'] : [];
}

/** The last voucher of somebody: whether their ledger changed since it was looked at. */
export const ultimoComprobante = ({ renglones }: Libro): string =>
  String(renglones.reduce((m, r) => (r.comprobante > m ? r.comprobante : m), 0n));

/** «renta de 2024», of the taxpayer of a ledger. */
export function cualObligacion(libro: Libro, id: string): string {
  const o = libro.obligaciones.find((x) => x.id === id);
  return o ? obligacionEnPalabras(o.concepto, o.anio, o.periodo) : 'otra obligación';
}
