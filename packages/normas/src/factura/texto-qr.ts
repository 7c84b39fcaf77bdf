/** A datum of the QR, whatever its name was in the year in which it was printed. */
export type NombreQr =
  | 'numero'
  | 'fecha'
  | 'hora'
  | 'nitEmisor'
  | 'adquirente'
  | 'valor'
  | 'iva'
  | 'otrosImpuestos'
  | 'total'
  | 'codigo';

/** In lower case: those of the annex, those of the documento soporte and those of the 2019 samples. */
const NOMBRES: Readonly<Record<NombreQr, readonly string[]>> = {
  numero: ['numfac', 'nrofactura', 'numds'],
  fecha: ['fecfac', 'fechafactura', 'fecds'],
  hora: ['horfac', 'hords'],
  nitEmisor: ['nitfac', 'nitfacturador', 'nitofe'],
  adquirente: ['docadq', 'nitadquiriente', 'numadq'],
  valor: ['valfac', 'valds'],
  iva: ['valiva'],
  otrosImpuestos: ['valotroim'],
  total: ['valtolfac', 'valtotfac', 'valtotal', 'valtot', 'valfacim', 'valortotalfactura'],
  codigo: ['cufe', 'cude', 'cuds'],
};

const POR_NOMBRE = new Map(
  (Object.keys(NOMBRES) as NombreQr[]).flatMap((dato) => NOMBRES[dato].map((n) => [n, dato] as const)),
);

/** The names that are known, wherever they stand; any other word before a colon ends the datum before it. */
const ETIQUETA = new RegExp(
  `(?:${[...POR_NOMBRE.keys()].sort((a, b) => b.length - a.length).join('|')}|(?<=^|\\s)[a-z][a-z_]*)\\s*[:=]`,
  'gi',
);

/** The first address of the text, and the text without it. */
export function separarDireccion(texto: string): { direccion?: string; resto: string } {
  const encontrada = /https?:\/\/\S+/i.exec(texto);
  if (!encontrada) return { resto: texto };
  const { index } = encontrada;
  const [direccion] = encontrada;
  return { direccion, resto: `${texto.slice(0, index)} ${texto.slice(index + direccion.length)}` };
}

/** Each known datum with its text, in the order in which they come. */
export function paresDe(texto: string): [NombreQr, string][] {
  const limpio = texto.replace(/\\[rn]/g, '\n');
  const etiquetas = [...limpio.matchAll(ETIQUETA)];
  return etiquetas.flatMap((etiqueta, i) => {
    const nombre = POR_NOMBRE.get(etiqueta[0].replace(/\s*[:=]$/, '').toLowerCase());
    if (nombre === undefined) return [];
    const hasta = etiquetas[i + 1]?.index ?? limpio.length;
    return [[nombre, limpio.slice(etiqueta.index + etiqueta[0].length, hasta).trim()]];
  });
}
