import type { Presentacion } from '@autogestion/documentos';
import { z } from 'zod';
import { enSiONo, filaDe, PESOS_OPCIONALES, pesosDe } from '../verificados/campos.tsx';

const AnioDeclarado = z.object({
  anio: z.int(),
  ingresos: PESOS_OPCIONALES,
  establecimientos: z.int().min(0).optional(),
});
export type AnioDeclarado = z.output<typeof AnioDeclarado>;

/** What a person declares when they ask to stop being responsable of the consumption tax of restaurants and bars. */
export const SolicitudRetiroInc = z.object({
  /** Year of the request. */
  anio: z.int(),
  soloRestaurantesYBares: z.boolean().optional(),
  /** The three years before and that of the request (ET 512-13 par. 2; DUR 1.6.1.2.14 par. 3), in order. */
  porAnio: z.array(AnioDeclarado),
});
export type SolicitudRetiroInc = z.output<typeof SolicitudRetiroInc>;

/** Form 1180: everything that binds who signs it. */
export function presentarRetiroInc(s: SolicitudRetiroInc): Presentacion {
  return {
    titulo: 'Solicitud de retiro de la responsabilidad del impuesto al consumo',
    secciones: [
      {
        titulo: 'Lo que pido',
        parrafos: [
          'Que en la casilla 53 de mi RUT el código 33 (impuesto nacional al consumo) se cambie por el 50 (no responsable del consumo, restaurantes y bares), por el artículo 512-13 del Estatuto Tributario.',
        ],
        filas: filaDe('Cobro el consumo solo por comidas o bebidas', enSiONo(s.soloRestaurantesYBares)),
      },
      ...s.porAnio.flatMap(({ anio, ingresos, establecimientos }) => {
        const filas = [
          ...filaDe('Ingresos por comidas y bebidas', pesosDe(ingresos)),
          ...filaDe('Locales', establecimientos === undefined ? undefined : String(establecimientos)),
        ];
        return filas.length === 0 ? [] : [{ titulo: `Año ${anio}`, filas }];
      }),
      {
        titulo: 'Lo que declaro',
        parrafos: [
          'Que lo anterior es cierto. Sé que sigo siendo responsable del impuesto al consumo, y debo cobrarlo y declararlo, hasta que mi RUT diga el código 50.',
        ],
      },
    ],
  };
}
