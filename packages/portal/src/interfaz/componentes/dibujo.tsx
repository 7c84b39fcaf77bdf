import type { VNode } from 'preact';

/**
 * The house's drawings, by hand and small: flat shapes on a shadow of ground, one yellow thing in each. Their colours are
 * those of the theme (`d-` classes), so that they have a night too. None is over 2 kB, which a test weighs.
 */
const DIBUJOS = {
  /** The stall of whoever all this is for, and the phone with which she does it. */
  puesto: {
    ancho: 240,
    alto: 168,
    trazos: [
      ['fondo', 'M8 152a112 14 0 0 0 224 0 112 14 0 0 0-224 0z'],
      ['acento', 'M186 20a13 13 0 1 0 26 0 13 13 0 0 0-26 0z'],
      ['linea', 'M52 60v90M188 60v90'],
      ['papel linea', 'M42 106h156v44H42z'],
      ['tono', 'M34 100h172v11H34z'],
      ['linea fina', 'M66 124v26M94 124v26M120 124v26M146 124v26M174 124v26'],
      [
        'tono',
        'M56 26h21.3L64 58a14 14 0 0 1-28 0zM98.7 26H120l0 32a14 14 0 0 1-28 0zM141.3 26h21.3L176 58a14 14 0 0 1-28 0z',
      ],
      [
        'claro',
        'M77.3 26h21.4L92 58a14 14 0 0 1-28 0zM120 26h21.3L148 58a14 14 0 0 1-28 0zM162.6 26H184l20 32a14 14 0 0 1-28 0z',
      ],
      ['arepa', 'M62 95a14 5 0 0 0 28 0v-3H62zM92 95a14 5 0 0 0 28 0v-3H92z'],
      ['acento', 'M62 92a14 5 0 0 1 28 0 14 5 0 0 1-28 0zM92 92a14 5 0 0 1 28 0 14 5 0 0 1-28 0z'],
      ['linea fina', 'M76 82c-4-4 4-6 0-10M106 82c-4-4 4-6 0-10'],
      ['linea', 'M142 68h20a3 3 0 0 1 3 3v29h-26V71a3 3 0 0 1 3-3z'],
      ['papel', 'M142 68h20a3 3 0 0 1 3 3v29h-26V71a3 3 0 0 1 3-3z'],
      ['linea', 'm146 85 5 5 8-9'],
    ],
  },
  /** It is done, and here is the paper. */
  recibo: {
    ancho: 120,
    alto: 104,
    trazos: [
      ['fondo', 'M10 92a50 9 0 0 0 100 0 50 9 0 0 0-100 0z'],
      ['papel', 'M34 8h52v84l-8.7-6-8.6 6-8.7-6-8.7 6-8.6-6-8.7 6z'],
      ['linea', 'M34 8h52v84l-8.7-6-8.6 6-8.7-6-8.7 6-8.6-6-8.7 6z'],
      ['linea fina', 'M44 24h22M44 34h32M44 44h26'],
      ['acento', 'M68 62a18 18 0 1 0 36 0 18 18 0 0 0-36 0z'],
      ['tinta', 'm78 62 6 6 11-12'],
    ],
  },
  /** There is nothing here yet. */
  vacio: {
    ancho: 120,
    alto: 96,
    trazos: [
      ['fondo', 'M10 84a50 9 0 0 0 100 0 50 9 0 0 0-100 0z'],
      ['papel', 'M24 38 36 16h48l12 22v44H24z'],
      ['linea', 'M24 38 36 16h48l12 22v44H24zM24 38h22l5 10h18l5-10h22'],
      ['acento', 'M56 6a4 4 0 1 0 8 0 4 4 0 0 0-8 0z'],
      ['linea fina', 'M60 22v12M52 28l8 8 8-8'],
    ],
  },
  /** The office's seal, whole. */
  'sello-bien': {
    ancho: 120,
    alto: 104,
    trazos: [
      ['fondo', 'M10 94a50 8 0 0 0 100 0 50 8 0 0 0-100 0z'],
      ['bien', 'M60 6 94 18v28c0 24-14 38-34 46-20-8-34-22-34-46V18z'],
      ['sobre', 'm44 48 11 12 22-24'],
    ],
  },
  /** The same, broken. */
  'sello-mal': {
    ancho: 120,
    alto: 104,
    trazos: [
      ['fondo', 'M10 94a50 8 0 0 0 100 0 50 8 0 0 0-100 0z'],
      ['mal', 'M60 6 94 18v28c0 24-14 38-34 46-20-8-34-22-34-46V18z'],
      ['sobre', 'm46 34 28 28M74 34 46 62'],
    ],
  },
  /** This way there is nothing. */
  perdido: {
    ancho: 120,
    alto: 104,
    trazos: [
      ['fondo', 'M10 94a50 8 0 0 0 100 0 50 8 0 0 0-100 0z'],
      ['linea', 'M60 14v82'],
      ['tono', 'M26 20h56l12 10-12 10H26z'],
      ['acento', 'M94 48H46L34 58l12 10h48z'],
    ],
  },
} as const satisfies Record<
  string,
  { ancho: number; alto: number; trazos: readonly (readonly [clase: string, d: string])[] }
>;

export type NombreDeDibujo = keyof typeof DIBUJOS;
export const NOMBRES_DE_DIBUJOS = Object.keys(DIBUJOS) as readonly NombreDeDibujo[];

/** Decoration: the words beside it say everything. */
export function Dibujo({ nombre }: { nombre: NombreDeDibujo }): VNode {
  const { ancho, alto, trazos } = DIBUJOS[nombre];
  return (
    <svg
      class={`dibujo dibujo--${nombre}`}
      width={ancho}
      height={alto}
      viewBox={`0 0 ${ancho} ${alto}`}
      aria-hidden="true"
      focusable="false"
    >
      {trazos.map(([clase, d]) => (
        <path class={clase.replace(/\w+/g, 'd-$&')} d={d} />
      ))}
    </svg>
  );
}
