import type { CondicionEvaluada } from '@autogestion/normas/simple';
import { Etiqueta, Tabla } from '../../../interfaz/index.ts';
import { conSuNorma } from '../con-su-norma.ts';

const RESULTADO = {
  cumple: <Etiqueta tono="bien">Cumple</Etiqueta>,
  'no-cumple': <Etiqueta tono="ojo">No cumple</Etiqueta>,
  'no-se-sabe': <Etiqueta>No se sabe</Etiqueta>,
} as const;

/** What fails first, then what is not known. */
const ORDEN = ['no-cumple', 'no-se-sabe', 'cumple'];

/** Each condition of the law with its answer, its reason and its article. */
export const TablaDeCondiciones = ({ condiciones }: { condiciones: readonly CondicionEvaluada[] }) => (
  <Tabla
    titulo="Cada condición"
    conCabezas
    columnas={[{ titulo: 'Condición' }, { titulo: 'Respuesta' }, { titulo: 'Razón' }]}
    filas={condiciones
      .toSorted((a, b) => ORDEN.indexOf(a.estado) - ORDEN.indexOf(b.estado))
      .map((c) => [c.pregunta, RESULTADO[c.estado], conSuNorma(c.explicacion, c.articulo)])}
  />
);
