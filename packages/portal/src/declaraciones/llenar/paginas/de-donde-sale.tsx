import { formatearPesos } from '@autogestion/normas/dinero';
import type { PasoDeImpuesto } from '@autogestion/normas/formularios/210';
import type { VNode } from 'preact';
import { Escalones, Monto, Tabla } from '../../../interfaz/index.ts';
import type { ClaseDeDeclaracion } from '../../clases/index.ts';

const SIGNOS = { suma: 1n, resta: -1n, total: 1n } as const;

/** Where the tax of a return comes from: two drawings, and beneath each its table; of a form that has no such story, nothing. */
export function DeDondeSale({
  clase,
  anio,
  valor,
}: {
  clase: ClaseDeDeclaracion;
  anio: number;
  /** Of a box, by its key. */
  valor: (clave: string) => bigint;
}): VNode | null {
  const d = clase.deDondeSale?.(anio, valor);
  if (!d || d.renta[0]?.tipo === 'total') return null;
  return (
    <section>
      <h2 class="govuk-heading-m">De dónde sale su impuesto</h2>
      <Pasos titulo="De lo que recibió a lo que entra a la tabla" pasos={d.renta} />
      <Tabla
        titulo="Lo que cae en cada tramo de la tabla del impuesto (artículo 241 del Estatuto Tributario)"
        conCabezas
        columnas={[
          { titulo: 'Tramo' },
          { titulo: 'Tarifa', numerica: true },
          { titulo: 'De su renta, cae aquí', numerica: true },
        ]}
        filas={d.tramos.map((t) => [t.nombre, t.tarifa, <Monto pesos={t.pesos} />])}
        vacia="No queda renta que entre a la tabla."
      />
      <Pasos titulo="Del impuesto al saldo" pasos={d.impuesto} />
    </section>
  );
}

const Pasos = ({ titulo, pasos }: { titulo: string; pasos: readonly PasoDeImpuesto[] }): VNode => (
  <>
    <Escalones
      titulo={titulo}
      pasos={pasos.map((p) => ({
        nombre: p.nombre,
        tipo: p.tipo,
        valor: Number(p.pesos),
        dice: formatearPesos(p.pesos),
      }))}
    />
    <Tabla
      titulo={titulo}
      tituloOculto
      conCabezas
      columnas={[{ titulo: 'Paso' }, { titulo: 'De dónde' }, { titulo: 'Valor', numerica: true }]}
      filas={pasos.map((p) => [
        p.nombre,
        p.casillas || 'Lo demás',
        p.tipo === 'total' ? (
          <strong>
            <Monto pesos={p.pesos} />
          </strong>
        ) : (
          <Monto pesos={SIGNOS[p.tipo] * p.pesos} />
        ),
      ])}
    />
  </>
);
