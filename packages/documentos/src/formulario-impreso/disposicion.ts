import {
  CLASES_IMPRESAS,
  COLUMNAS,
  type AreaDispuesta,
  type CasillaDispuesta,
  type ClaseImpresa,
  type Disposicion,
  type FilaDispuesta,
  type SeccionDispuesta,
} from './tipos.ts';

/**
 * Rows of boxes as they are read best: `filas('24:6 25:18', '53:24:lista')` is two rows, each box with how many of the
 * columns it takes and, where it is not text, how its value is written.
 */
export function filas(...renglones: string[]): FilaDispuesta[] {
  return renglones.map((renglon) =>
    renglon.split(' ').map((pieza): CasillaDispuesta => {
      const [, clave = '', ancho, clase] = /^(\w+):(\d+(?:\.\d+)?)(?::(\w+))?$/.exec(pieza) ?? [];
      if (ancho === undefined || (clase !== undefined && !esClase(clase)))
        throw new RangeError(`«${pieza}» no es una casilla: se escribe 24:6 o 24:6:lista.`);
      return [clave, Number(ancho), clase ?? 'texto'];
    }),
  );
}

/**
 * Figures on lines, down one column and then down the next: `columnas('29 30 31*')`; what ends in an asterisk is what
 * others add up to. The last line goes whole where it has no pair.
 */
export function columnas(claves: string, cuantas = 2): FilaDispuesta[] {
  const casillas = claves.split(' ').map((clave): readonly [string, ClaseImpresa] => {
    const [, nombre = '', total] = /^(\w+)(\*?)$/.exec(clave) ?? [];
    return [nombre, total ? 'total' : 'renglon'];
  });
  const solas = casillas.slice(casillas.length - (casillas.length % cuantas));
  const alto = (casillas.length - solas.length) / cuantas;
  const enFila = (fila: typeof casillas): FilaDispuesta =>
    fila.map(([clave, clase]) => [clave, COLUMNAS / fila.length, clase]);
  return [
    ...Array.from({ length: alto }, (_, i) =>
      enFila(casillas.filter((_casilla, j) => j < alto * cuantas && j % alto === i)),
    ),
    ...(solas.length > 0 ? [enFila(solas)] : []),
  ];
}

const esClase = (clase: string): clase is ClaseImpresa =>
  (CLASES_IMPRESAS as readonly string[]).includes(clase);

export const esArea = (pieza: CasillaDispuesta | AreaDispuesta): pieza is AreaDispuesta => 'area' in pieza;

/** The boxes of some rows, in order. */
export function casillasDeFilas(filas: readonly FilaDispuesta[]): CasillaDispuesta[] {
  return filas.flat().filter((pieza): pieza is CasillaDispuesta => !esArea(pieza));
}

/** Every section of a layout: the header's and those of each sheet, which carry its key. */
export function seccionesDe({ encabezado, hojas }: Disposicion): (SeccionDispuesta & { hoja: string })[] {
  return [
    { ...encabezado, hoja: hojas[0].clave },
    ...hojas.flatMap(({ clave, secciones }) => secciones.map((seccion) => ({ ...seccion, hoja: clave }))),
  ];
}
