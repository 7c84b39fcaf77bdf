import { formatearPesos } from '@autogestion/normas/dinero';
import type { VNode } from 'preact';
import { Tabla } from '../../../interfaz/index.ts';
import type { AntesYDespues } from '../../libro/index.ts';
import { nombreDeObligacion } from '../palabras.ts';

/** What each obligation that something touches owes today, and would owe. */
export function AntesDespues({ cambios }: { cambios: readonly AntesYDespues[] }): VNode {
  const dice = ({ debe, exceso }: AntesYDespues['antes']) =>
    exceso > 0n && debe === 0n ? `A su favor ${formatearPesos(exceso)}` : formatearPesos(debe);
  return (
    <Tabla
      titulo="Lo que debe hoy, con intereses"
      conCabezas
      columnas={[
        { titulo: 'Obligación' },
        { titulo: 'Antes', numerica: true },
        { titulo: 'Después', numerica: true },
      ]}
      filas={cambios.map((c) => [nombreDeObligacion(c.obligacion), dice(c.antes), dice(c.despues)])}
    />
  );
}
