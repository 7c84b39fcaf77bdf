import type { CuotaDeFacilidad } from '@autogestion/normas/facilidad';
import { formatearFecha } from '@autogestion/normas/fechas';
import type { ComponentChildren, VNode } from 'preact';
import { Monto, Tabla } from '../../../interfaz/index.ts';

/** An instalment as a table shows it. */
export type CuotaVista = Omit<CuotaDeFacilidad, 'abonos' | 'intereses'>;

const nombreCorto = (numero: number): string => (numero === 0 ? 'Inicial' : `Cuota ${numero}`);

/** @param ademas what is said of each besides: how it stands, its slip */
export const TablaDeCuotas = <C extends CuotaVista>({
  cuotas,
  ademas,
}: {
  cuotas: readonly C[];
  ademas?: { titulo: string; de: (c: C) => ComponentChildren };
}): VNode => (
  <Tabla
    titulo="Las cuotas, una por una"
    tituloOculto
    conCabezas
    columnas={[
      { titulo: 'Cuota' },
      { titulo: 'Hasta el' },
      { titulo: 'De la deuda', numerica: true },
      { titulo: 'Intereses', numerica: true },
      { titulo: 'Paga', numerica: true },
      { titulo: 'Queda debiendo', numerica: true },
      ...(ademas ? [{ titulo: ademas.titulo }] : []),
    ]}
    filas={cuotas.map((c) => [
      nombreCorto(c.numero),
      formatearFecha(c.fecha),
      <Monto pesos={c.capital} />,
      <Monto pesos={c.interes} />,
      <Monto pesos={c.total} />,
      <Monto pesos={c.saldo} />,
      ...(ademas ? [ademas.de(c)] : []),
    ])}
  />
);
