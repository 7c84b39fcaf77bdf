import { formatearPesos } from '@autogestion/normas/dinero';
import type { VNode } from 'preact';
import { Grafica, Monto, Tabla } from '../../../interfaz/index.ts';
import type { ObligacionConEstado } from '../../libro/index.ts';

interface DelAnio {
  anio: number;
  capital: bigint;
  sancion: bigint;
  interes: bigint;
  debe: bigint;
  porDia: bigint;
}

/** What is owed of each year, the oldest first; of years that owe nothing there is none. */
function deudaPorAnio(obligaciones: readonly ObligacionConEstado[]): DelAnio[] {
  const conDeuda = obligaciones.filter((o) => o.estado.debe > 0n);
  const anios = [...new Set(conDeuda.map((o) => o.anio))].sort((a, b) => a - b);
  return anios.map((anio) => {
    const suyas = conDeuda.filter((o) => o.anio === anio).map((o) => o.estado);
    const sumar = (de: (e: ObligacionConEstado['estado']) => bigint) => suyas.reduce((s, e) => s + de(e), 0n);
    const [sancion, interes, debe] = [
      sumar((e) => e.saldo.sancion),
      sumar((e) => e.saldo.interes),
      sumar((e) => e.debe),
    ];
    return {
      anio,
      sancion,
      interes,
      debe,
      capital: debe - sancion - interes,
      porDia: sumar((e) => e.porDia),
    };
  });
}

/** What is owed by year and what each day adds, drawn and in figures. */
export function DeudaPorAnio({
  obligaciones,
}: {
  obligaciones: readonly ObligacionConEstado[];
}): VNode | null {
  const anios = deudaPorAnio(obligaciones);
  if (anios.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">Lo que debe de cada año, y lo que crece si no paga</h2>
      <Grafica
        titulo="Deuda por año, y lo que aumenta cada día"
        leyenda={{ resto: 'Impuesto', pronto: 'Sanciones', vencidos: 'Intereses' }}
        barras={anios.map((a) => ({
          nombre: String(a.anio),
          dice: `${formatearPesos(a.debe)}${a.porDia > 0n ? `, + ${formatearPesos(a.porDia)} al día` : ''}`,
          tramos: [
            { clase: 'resto', valor: Number(a.capital) },
            { clase: 'pronto', valor: Number(a.sancion) },
            { clase: 'vencidos', valor: Number(a.interes) },
          ],
        }))}
      />
      <Tabla
        titulo="Deuda por año"
        tituloOculto
        conCabezas
        columnas={[
          { titulo: 'Año' },
          { titulo: 'Impuesto', numerica: true },
          { titulo: 'Sanciones', numerica: true },
          { titulo: 'Intereses', numerica: true },
          { titulo: 'Debe', numerica: true },
          { titulo: 'Crece cada día', numerica: true },
        ]}
        filas={anios.map((a) => [
          String(a.anio),
          <Monto pesos={a.capital} />,
          <Monto pesos={a.sancion} />,
          <Monto pesos={a.interes} />,
          <Monto pesos={a.debe} />,
          <Monto pesos={a.porDia} />,
        ])}
      />
    </section>
  );
}
