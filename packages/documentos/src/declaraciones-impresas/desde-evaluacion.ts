import type { Entrada, Evaluacion } from '@autogestion/normas/formularios/motor';
import type { ValoresDeCasillas } from '../formulario-impreso/index.ts';
import type { PedidoDeclaracion } from './tipos.ts';

/** Cells in words of the rows of each annex, by column: the engine computes nothing from them and does not keep them. */
type TextosDeFilas = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/**
 * The values and rows of a return as its paper has them: what is computed, zeros too; of what the person writes, only
 * what they wrote.
 *
 * @param textos the rows as they came, with the words of each
 */
export function valoresDeEvaluacion(
  evaluacion: Evaluacion,
  { valores, textos }: Entrada,
  deFilas: TextosDeFilas = {},
): Pick<PedidoDeclaracion, 'valores' | 'filas'> {
  const { secciones, anexos } = evaluacion.plan.formulario;
  const impresos = secciones
    .flatMap(({ casillas }) => casillas)
    .map(({ clave, formula }) => [
      clave,
      formula ? evaluacion.valor(clave) : (valores.get(clave) ?? textos.get(clave)),
    ]);
  return {
    valores: Object.fromEntries(impresos) as ValoresDeCasillas,
    filas: Object.fromEntries(
      anexos.map((anexo) => [
        anexo.clave,
        evaluacion.filas(anexo.clave).map((fila, i): ValoresDeCasillas => {
          const dichas = deFilas[anexo.clave]?.[i] ?? {};
          const celdas = anexo.columnas.map(
            ({ clave, clase, opcional }, j): [string, bigint | string | undefined] => {
              const dicho = dichas[clave];
              if (clase === 'texto') return [clave, typeof dicho === 'string' ? dicho : ''];
              const vacia = opcional === true && fila[j] === 0n && dicho === undefined;
              return [clave, vacia ? undefined : fila[j]];
            },
          );
          return Object.fromEntries(celdas);
        }),
      ]),
    ),
  };
}
