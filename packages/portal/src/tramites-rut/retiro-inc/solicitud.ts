import type { Presentacion } from '@autogestion/documentos';
import { ANIOS_ANTERIORES_DEL_INC } from '@autogestion/normas/rut';
import { z } from 'zod';
import { dato, ficha, type Ficha, type LeibleDe, type SolicitudDe } from '../../tramites/index.ts';
import type { HechosDelBorrador } from '../procedimiento/index.ts';

/** How many years before that of the request. */
export type Hace = 3 | 2 | 1 | 0;
export const HACE: readonly Hace[] = [ANIOS_ANTERIORES_DEL_INC, 2, 1, 0];

const anioDe = (hace: number) =>
  dato.hecho(z.int(), ({ anio = 0 }: Partial<Pick<HechosDelBorrador, 'anio'>>) => anio - hace);

/** What is declared of a year. */
const delAnio = <K extends Hace>(hace: K) =>
  ficha({
    anio: anioDe(hace),
    ingresos: dato.pesos(`ingresos-hace-${hace}`, 'Ingresos por comidas y bebidas'),
    establecimientos: dato.cuantos(`establecimientos-hace-${hace}`, 'Locales'),
  });
type DelAnio<F> = F extends Ficha<infer S, infer R, infer H> ? { s: S; r: R; h: H } : never;
type Anio = DelAnio<ReturnType<typeof delAnio<Hace>>>;
type AnioDeclarado = Anio['s'];
const FICHAS: readonly Ficha<AnioDeclarado, Anio['r'], Anio['h']>[] = HACE.map((h) => delAnio(h));

/** What a person declares when they ask to stop being responsable of the consumption tax of restaurants and bars. */
export const FICHA = ficha({
  /** Year of the request. */
  anio: anioDe(0),
  soloRestaurantesYBares: dato.siONo('solo-restaurantes', 'Cobro el consumo solo por comidas o bebidas'),
  /** The three years before and that of the request (ET 512-13 par. 2; DUR 1.6.1.2.14 par. 3), in order. */
  porAnio: dato.cadaUna(FICHAS),
});
export type SolicitudRetiroInc = SolicitudDe<typeof FICHA>;
export type Leido = LeibleDe<typeof FICHA> & { hechos: Partial<HechosDelBorrador> };

/** Form 1180: everything that binds who signs it. */
export const presentarRetiroInc = (s: SolicitudRetiroInc): Presentacion => ({
  titulo: 'Solicitud de retiro de la responsabilidad del impuesto al consumo',
  secciones: [
    {
      titulo: 'Lo que pido',
      parrafos: [
        'Que en la casilla 53 de mi RUT el código 33 (impuesto nacional al consumo) se cambie por el 50 (no responsable del consumo, restaurantes y bares), por el artículo 512-13 del Estatuto Tributario.',
      ],
      filas: FICHA.filas(s, ['soloRestaurantesYBares']),
    },
    ...s.porAnio.flatMap((declarado, i) => {
      const filas = FICHAS[i]?.filas(declarado) ?? [];
      return filas.length === 0 ? [] : [{ titulo: `Año ${declarado.anio}`, filas }];
    }),
    {
      titulo: 'Lo que declaro',
      parrafos: [
        'Que lo anterior es cierto. Sé que sigo siendo responsable del impuesto al consumo, y debo cobrarlo y declararlo, hasta que mi RUT diga el código 50.',
      ],
    },
  ],
});
