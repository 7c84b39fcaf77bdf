import type {
  AreaDispuesta,
  CasillaDispuesta,
  ClaseImpresa,
  Disposicion,
  FilaDispuesta,
  SeccionDispuesta,
} from './tipos.ts';

/**
 * Rows of boxes as they are read best: `filas('24:6 25:18', '53:24:lista')` is two rows, each box with how many of the
 * columns it takes and, where it is not text, how its value is written.
 */
export function filas(...renglones: string[]): FilaDispuesta[] {
  return renglones.map((renglon) =>
    renglon.split(' ').map((pieza): CasillaDispuesta => {
      const [, clave = '', ancho, clase] =
        /^(\w+):(\d+(?:\.\d+)?)(?::(texto|cifra|lista))?$/.exec(pieza) ?? [];
      if (ancho === undefined)
        throw new RangeError(`«${pieza}» no es una casilla: se escribe 24:6 o 24:6:lista.`);
      return [clave, Number(ancho), (clase ?? 'texto') as ClaseImpresa];
    }),
  );
}

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
