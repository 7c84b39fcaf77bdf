/**
 * How the boxes are arranged: rows of box numbers with their widths, in twenty-fourths of the section's
 * width, as on the form people know.
 */
export type Fila = readonly (readonly [numero: string, ancho: number])[];

export const COLUMNAS = 24;

/** Beside the QR. */
export const ENCABEZADO: readonly Fila[] = [
  [
    ['2', 9],
    ['4', 15],
  ],
  [
    ['5', 9],
    ['6', 3],
    ['12', 12],
  ],
  [['14', 24]],
];

export const CUERPO: readonly Fila[] = [
  [
    ['24', 6],
    ['25', 7],
    ['26', 6],
    ['27', 5],
  ],
  [
    ['28', 8],
    ['29', 8],
    ['30', 8],
  ],
  [
    ['31', 6],
    ['32', 6],
    ['33', 6],
    ['34', 6],
  ],
  [['35', 24]],
  [
    ['36', 16],
    ['37', 8],
  ],
  [
    ['38', 8],
    ['39', 8],
    ['40', 8],
  ],
  [['41', 24]],
  [
    ['42', 11],
    ['43', 4],
    ['44', 4.5],
    ['45', 4.5],
  ],
  [
    ['46', 8],
    ['47', 4],
    ['48', 8],
    ['49', 4],
  ],
  [
    ['50', 14],
    ['51', 4],
    ['52', 6],
  ],
  [['53', 24]],
  [['54', 24]],
  [
    ['55', 6],
    ['56', 6],
    ['57', 6],
    ['58', 6],
  ],
  [
    ['59', 3],
    ['60', 3],
    ['61', 4],
    ['984', 8],
    ['985', 6],
  ],
];

const persona = (desde: number): Fila => [0, 1, 2, 3].map((i) => [String(desde + i), 6] as const);

/** The three blocks of sheet 5 have the same twelve boxes. */
const profesional = (desde: number): Fila[] => [
  [
    [String(desde), 9],
    [String(desde + 1), 8],
    [String(desde + 2), 2],
    [String(desde + 3), 5],
  ],
  persona(desde + 4),
  [
    [String(desde + 8), 6],
    [String(desde + 9), 2],
    [String(desde + 10), 11],
    [String(desde + 11), 5],
  ],
];

/** Sheets 3 to 6: the rows of one block of each. */
export const HOJAS: readonly Fila[] = [
  [
    ['98', 15],
    ['99', 9],
  ],
  [
    ['100', 12],
    ['101', 9],
    ['102', 3],
  ],
  persona(104),
  [
    ['111', 9],
    ['112', 8],
    ['113', 2],
    ['114', 5],
  ],
  persona(115),
  [['119', 24]],
  [
    ['120', 9],
    ['121', 5],
    ['122', 5],
    ['123', 5],
  ],
  ...[124, 136, 148].flatMap(profesional),
  [
    ['160', 9],
    ['161', 15],
  ],
  [
    ['162', 18],
    ['168', 6],
  ],
  [
    ['163', 6],
    ['164', 6],
    ['165', 12],
  ],
  [
    ['166', 9],
    ['167', 8],
    ['169', 7],
  ],
];
