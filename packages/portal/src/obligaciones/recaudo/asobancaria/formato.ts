/**
 * Collection file «Asobancaria 2001» (Asobancaria, recommendation of September 2001): lines of 162 positions, of which only
 * those named here are used. The recommendation itself was not at hand: the positions are those on which three published
 * readers of it agree (docs/archivos-de-recaudo.md says which, and what they leave open). Each bank agrees its own details
 * with whoever it collects for, so this is one named format and not «the» format.
 */
export const FORMATO = 'asobancaria-2001';

export const LARGO_DE_LINEA = 162;

/** Where a field begins, from 0, and where the next one does. */
type Campo = readonly [desde: number, hasta: number];

export const REGISTROS = {
  '01': {
    nombre: 'encabezado del archivo',
    campos: {
      nit: [2, 12],
      dia: [12, 20],
      banco: [20, 23],
      cuenta: [23, 40],
      diaDelArchivo: [40, 48],
      hora: [48, 52],
      modificador: [52, 53],
      tipoDeCuenta: [53, 55],
    },
  },
  '05': { nombre: 'encabezado del lote', campos: { servicio: [2, 15], lote: [15, 19] } },
  '06': {
    nombre: 'detalle',
    campos: {
      referencia: [2, 50],
      valor: [50, 64],
      procedencia: [64, 66],
      medio: [66, 68],
      operacion: [68, 74],
      autorizacion: [74, 80],
      entidad: [80, 83],
      sucursal: [83, 87],
      secuencia: [87, 94],
      devolucion: [94, 97],
    },
  },
  '08': { nombre: 'control del lote', campos: { registros: [2, 11], valor: [11, 29], lote: [29, 33] } },
  '09': { nombre: 'control del archivo', campos: { registros: [2, 11], valor: [11, 29] } },
} as const satisfies Record<string, { nombre: string; campos: Record<string, Campo> }>;

type TipoDeRegistro = keyof typeof REGISTROS;
type CamposDe<T extends TipoDeRegistro> = keyof (typeof REGISTROS)[T]['campos'];

export const esTipoDeRegistro = (texto: string): texto is TipoDeRegistro => Object.hasOwn(REGISTROS, texto);

/** Up to where a line of this kind says something: banks leave out the blanks that follow. */
export const largoUtil = (tipo: TipoDeRegistro): number =>
  Math.max(...Object.values<Campo>(REGISTROS[tipo].campos).map(([, hasta]) => hasta));

/** The text of each field of a line, as it stands. */
export function campos<T extends TipoDeRegistro>(tipo: T, linea: string): Record<CamposDe<T>, string> {
  const partes = Object.entries<Campo>(REGISTROS[tipo].campos).map(([n, [desde, hasta]]) => [
    n,
    linea.slice(desde, hasta),
  ]);
  return Object.fromEntries(partes) as Record<CamposDe<T>, string>;
}

/** House rules: what one file may bring. A day of the largest collecting bank is far below. */
export const TOPES = { bytes: 20 * 1024 * 1024, lineas: 100_000, faltas: 500 } as const;
