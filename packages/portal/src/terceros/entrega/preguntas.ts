import { archivo, juntas, opcion } from '../../interfaz/preguntas/index.ts';
import type { Entrega } from './entrega.ts';

const MB = 1024 * 1024;

/** The largest file of a form without script: it comes in one piece, and is held whole while it comes. */
export const MAXIMO_DE_FORMULARIO = 24 * MB;
/** The largest piece of a file that comes in several. */
export const MAXIMO_DE_PARTE = 8 * MB;

/** What may be chosen when a file is brought. */
export interface ParaTraer {
  anios: readonly number[];
  /** Those that stand, which another one may replace. */
  vigentes: readonly Entrega[];
}

export const NUEVA = 'nueva';

/** What is asked of a file before it comes. */
export const preguntasDe = ({ anios, vigentes }: ParaTraer) =>
  juntas({
    anio: {
      nombre: '',
      pregunta: opcion<string>({
        campo: 'anio',
        etiqueta: '¿De qué año gravable es la información?',
        ayuda: 'El año en que pasó lo que reporta, y no el año en que lo entrega.',
        de: anios.map((a) => ({ valor: String(a), texto: String(a) })),
        desplegable: true,
        falta: 'Elija el año.',
        noEsta: 'De ese año no se reporta ahora. Elija uno de la lista.',
      }),
    },
    reemplaza: {
      nombre: '',
      pregunta: opcion<string>({
        campo: 'reemplaza',
        etiqueta: '¿Es nueva o reemplaza otra?',
        de: [
          { valor: NUEVA, texto: 'Es nueva', ayuda: 'Se suma a lo que ya presentó (concepto 01).' },
          ...vigentes.map((v) => ({
            valor: v.idPublico,
            texto: `Reemplaza el formato ${v.leida?.formato ?? ''} de ${v.anio}, radicado ${v.presentada?.radicado ?? ''}`,
            ayuda: `${enMiles(v.leida?.registros ?? 0)} registros. Debe traer todos los datos, no solo los que cambian (concepto 02).`,
          })),
        ],
        falta: 'Diga si la entrega es nueva o cuál reemplaza.',
        noEsta: 'La entrega que quería reemplazar ya no está en firme. Elija otra.',
      }),
    },
  });

const enMiles = (n: number): string => n.toLocaleString('es-CO');

export const ARCHIVO = archivo({
  etiqueta: 'Archivo',
  ayuda: 'XML «Dmuisca_…», CSV o XLSX. El XML y el CSV pueden venir comprimidos con gzip (.gz).',
  falta: 'Elija el archivo.',
  excede: `El archivo pesa más de ${MAXIMO_DE_FORMULARIO / MB} MB y este navegador lo envía de una vez. Comprímalo con gzip, o actívele JavaScript para enviarlo por partes.`,
});
