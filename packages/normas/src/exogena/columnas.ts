import { plegar } from '../texto/index.ts';
import { FORMATOS } from './formatos.ts';
import type { Columna, Formato } from './formatos.ts';
import type { Hallazgo } from './hallazgo.ts';

/** The columns of a spreadsheet in the order of the file; `undefined` for one that the format does not have. */
export interface Titulos {
  columnas: readonly (Columna | undefined)[];
  hallazgos: readonly Hallazgo[];
}

/** `Número de Identificación` and `numero de  identificacion` are one title, and the attribute `nid` is it too. */
const llave = (texto: string) =>
  plegar(texto.replace(/^\ufeff/, ''))
    .replace(/[^a-z0-9ñ]+/g, ' ')
    .trim();

/** Which column each title is, in whatever order they come. */
export function reconocerTitulos(formato: Formato, titulos: readonly string[]): Titulos {
  const columnas = emparejar(formato, titulos);
  const hallazgos: Hallazgo[] = [];
  const di = (campo: string, codigo: string, mensaje: string) =>
    void hallazgos.push({ fila: 1, campo, codigo, mensaje });
  const vistas = new Set<Columna>();
  for (const [i, columna] of columnas.entries()) {
    const titulo = (titulos[i] ?? '').slice(0, 60);
    if (columna === undefined) {
      if (titulo.trim() !== '')
        di(
          '',
          'columna-desconocida',
          `El formato ${formato.codigo} no tiene la columna ${i + 1} de su archivo.`,
        );
    } else if (vistas.has(columna)) {
      di(columna.campo, 'columna-repetida', `La columna «${columna.nombre}» está dos veces.`);
    } else vistas.add(columna);
  }
  for (const columna of formato.columnas) {
    if (columna.obligatoria && !vistas.has(columna))
      di(columna.campo, 'columna-faltante', `Falta la columna «${columna.nombre}» (${columna.campo}).`);
  }
  return { columnas, hallazgos };
}

/**
 * The formats whose obligatory columns are all there and that have the most of the others: several where they are alike
 * (1008 and 1009 differ only in their concepts).
 */
export function formatosDeTitulos(titulos: readonly string[]): Formato[] {
  const posibles = FORMATOS.map((formato) => {
    const columnas = emparejar(formato, titulos);
    const faltan = formato.columnas.filter((c) => c.obligatoria && !columnas.includes(c)).length;
    return { formato, sobran: columnas.filter((c) => c === undefined).length, faltan };
  }).filter((p) => p.faltan === 0);
  const menos = Math.min(...posibles.map((p) => p.sobran));
  return posibles.filter((p) => p.sobran === menos).map((p) => p.formato);
}

function emparejar(formato: Formato, titulos: readonly string[]): (Columna | undefined)[] {
  const porLlave = new Map<string, Columna>();
  for (const c of formato.columnas) {
    for (const l of [llave(c.nombre), llave(c.campo)]) if (!porLlave.has(l)) porLlave.set(l, c);
  }
  return titulos.map((t) => porLlave.get(llave(t)));
}
