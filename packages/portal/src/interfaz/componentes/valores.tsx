import { type Fecha, fechaEnBogota, formatearFecha, formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearPesos } from '@autogestion/normas/dinero';
import type { VNode } from 'preact';

/** Whole pesos, in figures of one width, never broken across lines. */
export function Monto({ pesos }: { pesos: bigint }): VNode {
  return (
    <data class="monto" value={String(pesos)}>
      {formatearPesos(pesos)}
    </data>
  );
}

/** A legal date in words. */
export function FechaTexto({ fecha }: { fecha: Fecha }): VNode {
  return <time dateTime={fecha}>{formatearFecha(fecha)}</time>;
}

/** An instant on the clock of Colombia; `soloFecha` leaves its day. */
export function InstanteTexto({ instante, soloFecha }: { instante: Date; soloFecha?: boolean }): VNode {
  return (
    <time dateTime={instante.toISOString()}>
      {soloFecha ? formatearFecha(fechaEnBogota(instante)) : formatearFechaHora(instante)}
    </time>
  );
}
