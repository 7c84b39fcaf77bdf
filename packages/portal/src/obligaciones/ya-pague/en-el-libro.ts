import { periodoEnLlano } from '@autogestion/normas/calendario';
import type { ObligacionAbierta, PagoRecibido } from '@autogestion/normas/correcciones';
import { definidos } from '@autogestion/normas/definidos';
import { conceptoDe } from '@autogestion/normas/estado-de-cuenta';
import type { Fecha } from '@autogestion/normas/fechas';
import { abonosDe, estadosAl, type Libro, type ObligacionConEstado } from '../libro/index.ts';

/** An entry of money in words of the search: `12.1`, its voucher and its line. */
export const claveDelRenglon = (comprobante: bigint, renglon: number): string => `${comprobante}.${renglon}`;

/** Tax, year and period as they are compared, letter by letter, and as the person reads them. */
export const rubroDe = (o: { concepto: string; anio: number; periodo: string }) => ({
  concepto: conceptoDe(o.concepto).enLlano,
  anio: o.anio,
  periodo: o.periodo === 'anual' ? 'anual' : periodoEnLlano(o.periodo, o.anio),
});

/** What is owed, as the search of payments asks for it. */
export function deudasDe(libro: Libro, hoy: Fecha): ObligacionAbierta[] {
  const enUnDia = new Map<Fecha, ObligacionConEstado[]>();
  const al = (dia: Fecha) => {
    const hecho = enUnDia.get(dia) ?? estadosAl(libro, dia);
    enUnDia.set(dia, hecho);
    return hecho;
  };
  return al(hoy).flatMap((o) => {
    const { saldo, vence } = o.estado;
    const impuesto = saldo.impuesto + saldo.anticipo + saldo.retencion;
    if (impuesto + saldo.sancion === 0n || vence === undefined) return [];
    return {
      id: o.id,
      ...rubroDe(o),
      vence,
      impuesto,
      sancion: saldo.sancion,
      interes: saldo.interes,
      debiaEl: (dia) => al(dia).find((x) => x.id === o.id)?.estado.debe ?? 0n,
    };
  });
}

/**
 * The money that a taxpayer paid, each payment with what of it pays something. What a surplus paid afterwards is taken from the oldest
 * payments first.
 * @param nit of the taxpayer, without check digit
 * @param recibos number of the slip of each voucher that has one
 */
export function pagosDe(
  libro: Libro,
  { nit, hoy, recibos }: { nit: string; hoy: Fecha; recibos: ReadonlyMap<bigint, string> },
): PagoRecibido[] {
  const compensados = new Set(
    abonosDe(libro.renglones)
      .filter((a) => a.compensado)
      .map((a) => a.id),
  );
  return estadosAl(libro, hoy).flatMap((o) => {
    const sobra = loQueSobra(o.estado);
    const deDinero = o.estado.abonos.filter(({ id }) => !compensados.has(id));
    return deDinero.map(({ id, dia, imputacion }) => {
      const valor = Object.values(imputacion.aplicado).reduce((a, b) => a + b, imputacion.exceso);
      const referencia = recibos.get(BigInt(id.split('.')[0] ?? 0));
      return {
        id,
        nit,
        ...rubroDe(o),
        fecha: dia,
        valor,
        aplicado: valor - (sobra.get(id) ?? 0n),
        ...definidos({ referencia }),
      };
    });
  });
}

/** What of each payment to an obligation is left over, by its key: the newest ones first. */
export function loQueSobra({
  exceso,
  abonos,
}: Pick<ObligacionConEstado['estado'], 'exceso' | 'abonos'>): Map<string, bigint> {
  let sobra = exceso;
  return new Map(
    abonos.toReversed().map(({ id, imputacion }) => {
      const libre = imputacion.exceso < sobra ? imputacion.exceso : sobra;
      sobra -= libre;
      return [id, libre];
    }),
  );
}
