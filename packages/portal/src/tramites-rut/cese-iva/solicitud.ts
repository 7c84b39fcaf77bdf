import type { Presentacion } from '@autogestion/documentos';
import { dato, ficha, type LeibleDe, type SolicitudDe } from '../../tramites/index.ts';
import { NOMBRE_DE_NUMERACION, type HechosDelBorrador } from '../procedimiento/index.ts';

/** What a taxpayer declares when they tell that they sell nothing more that pays IVA. */
export const FICHA = ficha({
  vendeGravado: dato.siONo('vende-gravado', 'Todavía vendo algo que paga IVA'),
  cese: dato.dia('cese', 'Dejé de venderlo el'),
  inventarioPorVender: dato.siONo('inventario', 'Me queda mercancía por vender'),
  obligadoAContador: dato.siONo('contador', 'Debo tener contador o revisor fiscal'),
  // Of whoever has no accountant: the request itself is the letter that DUR 1.6.1.2.14 par. 4 inc. 2 asks for.
  nuevaActividad: dato.todosOninguno({
    cual: dato.texto('nueva-actividad', 'Mi nueva actividad'),
    desde: dato.dia('nueva-desde', 'Desde el'),
  }),
  numeracion: dato.opcion('numeracion', 'Numeración de facturación', NOMBRE_DE_NUMERACION),
});
export type SolicitudCeseIva = SolicitudDe<typeof FICHA>;
export type Leido = LeibleDe<typeof FICHA> & { hechos: Partial<HechosDelBorrador> };

/** Form 1180: everything that binds who signs it. */
export const presentarCeseIva = (s: SolicitudCeseIva): Presentacion => ({
  titulo: 'Informe del cese de actividades con IVA',
  secciones: [
    {
      titulo: 'Lo que pido',
      parrafos: [
        'Que de la casilla 53 de mi RUT se retire el código 48 (responsable de IVA), porque dejé de hacer lo que paga IVA, por el artículo 614 del Estatuto Tributario.',
      ],
      filas: FICHA.filas(s),
    },
    {
      titulo: 'Lo que declaro',
      parrafos: [
        'Que lo anterior es cierto. Sé que debo presentar la declaración de IVA del periodo en que todavía vendí, y que sigo siendo responsable hasta que mi RUT deje de decirlo.',
      ],
    },
  ],
});
