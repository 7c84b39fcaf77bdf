import { formatearFecha } from '@autogestion/normas/fechas';
import { RUBROS, type Rubro } from '@autogestion/normas/imputacion';
import type { VNode } from 'preact';
import { Monto, Tabla } from '../../../interfaz/index.ts';
import type { ObligacionConEstado } from '../../libro/index.ts';
import { NOMBRE_DE_RUBRO } from '../rubros.ts';

/** What was charged, what was paid of it and what is left, item by item, with the sum and the last day. */
export function CifrasDeObligacion({
  obligacion: { estado: e },
  titulo,
  derivacion,
}: {
  obligacion: ObligacionConEstado;
  titulo: string;
  /** Address where each figure is explained; none where it stands beneath. */
  derivacion?: string;
}): VNode {
  const rubros = RUBROS.filter((r) => e.causado[r] !== 0n);
  const suma = (de: Readonly<Record<Rubro, bigint>>) => RUBROS.reduce((s, r) => s + de[r], 0n);
  return (
    <>
      <Tabla
        titulo={titulo}
        tituloOculto
        conCabezas
        vacia="No hay nada cobrado."
        columnas={[
          { titulo: 'De qué' },
          { titulo: 'Se causó', numerica: true },
          { titulo: 'Se ha pagado', numerica: true },
          { titulo: 'Falta', numerica: true },
        ]}
        filas={[
          ...rubros.map((r) => [
            NOMBRE_DE_RUBRO[r],
            <Monto pesos={e.causado[r]} />,
            <Monto pesos={e.pagado[r]} />,
            <Monto pesos={e.saldo[r]} />,
          ]),
          ...(rubros.length > 1
            ? [
                [
                  'Total',
                  <Monto pesos={suma(e.causado)} />,
                  <Monto pesos={suma(e.pagado)} />,
                  <Monto pesos={suma(e.saldo)} />,
                ],
              ]
            : []),
        ]}
      />
      <p class="govuk-body-s">
        {e.vence ? `Último día para pagar: ${formatearFecha(e.vence)}. ` : ''}
        {derivacion ? (
          <a class="govuk-link" href={derivacion}>
            De dónde sale cada cifra
          </a>
        ) : null}
      </p>
    </>
  );
}
