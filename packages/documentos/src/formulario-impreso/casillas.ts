import { definidos } from '@autogestion/normas/definidos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { escribirNorma, type Casilla, type Formulario } from '@autogestion/normas/formularios/motor';
import type { CasillaImpresa } from './tipos.ts';

/** Values by key: pesos and counts as integers, marks as one or zero, everything else as text. */
type ValoresDeCasillas = Readonly<Record<string, bigint | string | undefined>>;

/** Every box of a form of the engine, in its order, with its value as it is printed; empty where there is none. */
export function casillasDelFormulario(formulario: Formulario, valores: ValoresDeCasillas): CasillaImpresa[] {
  return formulario.secciones.flatMap(({ nombre: seccion, casillas }) =>
    casillas.map((casilla) => {
      const { clave, nombre, ayuda, norma } = casilla;
      const notas = [ayuda, norma && `${escribirNorma(norma)}.`].filter((nota) => nota !== undefined);
      return {
        numero: clave,
        nombre,
        seccion,
        valor: escribir(casilla, valores[clave]),
        ...definidos({ ayuda: notas.length > 0 ? notas.join(' ') : undefined }),
      };
    }),
  );
}

function escribir({ clase }: Casilla, valor: bigint | string | undefined): string {
  if (valor === undefined) return '';
  if (typeof valor === 'string') return valor;
  if (clase === 'marca') return valor === 0n ? '' : 'X';
  return clase === 'pesos' ? formatearPesos(valor) : String(valor);
}
