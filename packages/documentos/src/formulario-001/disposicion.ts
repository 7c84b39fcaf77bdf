/**
 * How the boxes of sheet 1 are arranged: rows of box numbers with their widths, in twenty-fourths of the section's
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
