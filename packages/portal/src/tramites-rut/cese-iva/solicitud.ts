import type { Presentacion } from '@autogestion/documentos';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { enSiONo, filaDe } from '../verificados/campos.tsx';
import { NOMBRE_DE_NUMERACION, NUMERACION } from '../verificados/numeracion.tsx';

const DIA = z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v));

/** What a taxpayer declares when they tell that they sell nothing more that pays IVA. What was not asked is not there. */
export const SolicitudCeseIva = z.object({
  vendeGravado: z.boolean().optional(),
  /** Day on which the activity stopped. */
  cese: DIA.optional(),
  inventarioPorVender: z.boolean().optional(),
  obligadoAContador: z.boolean().optional(),
  /** Of whoever has no accountant: the request itself is the letter that DUR 1.6.1.2.14 par. 4 inc. 2 asks for. */
  nuevaActividad: z.object({ cual: z.string(), desde: DIA }).optional(),
  numeracion: z.enum(NUMERACION).optional(),
});
export type SolicitudCeseIva = z.output<typeof SolicitudCeseIva>;

/** Form 1180: everything that binds who signs it. */
export function presentarCeseIva(s: SolicitudCeseIva): Presentacion {
  return {
    titulo: 'Informe del cese de actividades con IVA',
    secciones: [
      {
        titulo: 'Lo que pido',
        parrafos: [
          'Que de la casilla 53 de mi RUT se retire el código 48 (responsable de IVA), porque dejé de hacer lo que paga IVA, por el artículo 614 del Estatuto Tributario.',
        ],
        filas: [
          ...filaDe('Todavía vendo algo que paga IVA', enSiONo(s.vendeGravado)),
          ...filaDe('Dejé de venderlo el', s.cese && formatearFecha(s.cese)),
          ...filaDe('Me queda mercancía por vender', enSiONo(s.inventarioPorVender)),
          ...filaDe('Debo tener contador o revisor fiscal', enSiONo(s.obligadoAContador)),
          ...filaDe('Mi nueva actividad', s.nuevaActividad?.cual),
          ...filaDe('Desde el', s.nuevaActividad && formatearFecha(s.nuevaActividad.desde)),
          ...filaDe('Numeración de facturación', s.numeracion && NOMBRE_DE_NUMERACION[s.numeracion]),
        ],
      },
      {
        titulo: 'Lo que declaro',
        parrafos: [
          'Que lo anterior es cierto. Sé que debo presentar la declaración de IVA del periodo en que todavía vendí, y que sigo siendo responsable hasta que mi RUT deje de decirlo.',
        ],
      },
    ],
  };
}
