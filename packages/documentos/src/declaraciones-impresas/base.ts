import {
  columnas,
  filas,
  type Disposicion,
  type FilaDispuesta,
  type HojaDispuesta,
  type SeccionDispuesta,
} from '../formulario-impreso/index.ts';

/** What the header of every return ends with: what it is worth, and the barcode where it was signed. */
export const CIERRE_DEL_ENCABEZADO: FilaDispuesta = [
  { area: 'leyenda', ancho: 9.6, titulo: '{estado}', detalle: '{detalle}' },
  { area: 'barras', ancho: 14.4 },
];

/** On each page after the first: a loose page says whose it is and what it is worth. */
export const AVISOS = ['{aviso}', 'Implementación independiente; no es un documento de la DIAN.'];

/** What the layouts of the returns have in common. */
export const COMUN = {
  asunto: '{asunto}',
  nota: 'Valores en pesos, aproximados al múltiplo de mil más cercano (ET 577).',
  demostracion: 'Los datos de esta declaración son ficticios.',
  numeracion: 'Hoja',
} as const satisfies Partial<Disposicion>;

/** A section of figures in two columns: what ends in an asterisk is what others add up to. */
export const deColumnas = (nombre: string, claves: string): SeccionDispuesta => ({
  nombre,
  porColumnas: true,
  filas: columnas(claves),
});

/** ICA by municipality and group. The key of each box is that of its column. */
export const anexoMunicipal = ({ conPagos }: { conPagos: boolean }): HojaDispuesta => ({
  clave: 'municipios',
  nombre: 'anexo por municipio',
  avisos: AVISOS,
  secciones: [
    {
      nombre: 'Municipio',
      repetida: true,
      filas: filas(
        'codigo:9 grupo:3 ciiu:3 tarifaPorMil:4 ingresos:5:cifra',
        conPagos
          ? 'noGravados:5:cifra exenciones:5:cifra retencionesPrevias:9:cifra pagado:5:cifra'
          : 'noGravados:7:cifra exenciones:7:cifra retencionesPrevias:10:cifra',
        'ica:6:cifra componente:6:cifra aPagar:6:cifra aFavor:6:cifra',
      ),
    },
  ],
});
