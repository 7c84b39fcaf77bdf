import type { Presentacion } from '@autogestion/documentos';
import { formatearPesos } from '@autogestion/normas/dinero';
import type { ClaseDeActividad, Contrato } from '@autogestion/normas/rut';
import { z } from 'zod';
import { dato, ficha, type LeibleDe, type SolicitudDe } from '../../tramites/index.ts';
import type { HechosDelBorrador } from '../procedimiento/index.ts';

/** Of the year before the request or of its own. */
export type Cual = 'anterior' | 'en-curso';
export const CUALES: readonly Cual[] = ['anterior', 'en-curso'];

export const NOMBRE_DE_CLASE: Readonly<Record<ClaseDeActividad, string>> = {
  minorista: 'Vendo al detal (a quien consume)',
  artesano: 'Hago artesanías',
  agropecuaria: 'Soy agricultor o ganadero',
  servicios: 'Presto servicios',
  mayorista: 'Vendo al por mayor (a quien revende)',
};

const CONTRATOS = z.array(z.object({ contratante: z.string(), valor: z.int().min(0) }));

/** None when the person said so; unknown until the list was told. */
const contratos = <C extends Cual>(cual: C) =>
  dato.propio({
    esquema: CONTRATOS,
    leer({
      respuestas: r,
    }: {
      respuestas: Partial<Record<`contratos-${C}`, boolean> & Record<`lista-contratos-${C}`, Contrato[]>>;
    }) {
      if (r[`contratos-${cual}`] === false) return [];
      const lista: Contrato[] | undefined = r[`lista-contratos-${cual}`];
      return lista?.map((c) => ({ ...c, valor: Number(c.valor) }));
    },
    filas: (lista) =>
      lista.length === 0
        ? [{ clave: 'Contratos', valor: 'Ninguno' }]
        : lista.map((c) => ({
            clave: `Contrato con ${c.contratante}`,
            valor: formatearPesos(BigInt(c.valor)),
          })),
  });

/** What is declared of a year (ET 437 par. 3 and 4). */
const delAnio = <C extends Cual>(cual: C) =>
  ficha({
    ingresos: dato.pesos(`ingresos-${cual}`, 'Ingresos de la actividad'),
    ingresosTotales: dato.pesos(`ingresos-totales-${cual}`, 'Todos los ingresos'),
    establecimientos: dato.cuantos(`establecimientos-${cual}`, 'Locales, oficinas o sedes'),
    explotaIntangibles: dato.siONo(`intangibles-${cual}`, 'Franquicia, concesión, regalía o parecido'),
    usuarioAduanero: dato.siONo(`aduanero-${cual}`, 'Usuario aduanero'),
    contratos: contratos(cual),
    consignaciones: dato.pesos(`consignaciones-${cual}`, 'Consignaciones de la actividad'),
  });
export type AnioDeclarado = SolicitudDe<ReturnType<typeof delAnio<Cual>>>;

/** What a person declares when they ask to stop being responsable of IVA. */
export const FICHA = ficha({
  /** Year of the request: with the one before, those whose conditions are looked at (DUR 1.6.1.2.14 par. 2). */
  anio: dato.hecho(z.int(), ({ anio = 0 }: Partial<Pick<HechosDelBorrador, 'anio'>>) => anio),
  actividad: dato.opcion('actividad', 'A qué me dedico', NOMBRE_DE_CLASE),
  // Only who renders services may have the limit of the contracts with the State (ET 437 par. 5).
  soloContratosConElEstado: dato.propio({
    ...dato.siONo('solo-estado', 'Todo lo que recibo es por contratos con el Estado'),
    leer: ({
      respuestas: r,
    }: {
      respuestas: Partial<Record<'actividad', ClaseDeActividad> & Record<'solo-estado', boolean>>;
    }) => (r.actividad && r.actividad !== 'servicios' ? false : r['solo-estado']),
  }),
  soloTiendas: dato.siONo('solo-tiendas', 'Solo tengo tienda pequeña, minimercado o peluquería'),
  anterior: dato.ficha(delAnio('anterior')),
  enCurso: dato.ficha(delAnio('en-curso')),
});
export type SolicitudRetiroIva = SolicitudDe<typeof FICHA>;
export type Leido = LeibleDe<typeof FICHA> & { hechos: Partial<HechosDelBorrador> };

/** Form 1180: everything that binds who signs it. */
export const presentarRetiroIva = (s: SolicitudRetiroIva): Presentacion => ({
  titulo: 'Solicitud de retiro de la responsabilidad de IVA',
  secciones: [
    {
      titulo: 'Lo que pido',
      parrafos: [
        'Que en la casilla 53 de mi RUT el código 48 (responsable de IVA) se cambie por el 49 (no responsable de IVA), por el artículo 437 del Estatuto Tributario.',
      ],
    },
    {
      titulo: 'Mi actividad',
      filas: FICHA.filas(s, ['actividad', 'soloContratosConElEstado', 'soloTiendas']),
    },
    ...(
      [
        [s.anio - 1, 'anterior'],
        [s.anio, 'enCurso'],
      ] as const
    ).flatMap(([anio, cual]) => {
      const filas = FICHA.filas(s, [cual]);
      return filas.length === 0 ? [] : [{ titulo: `Año ${anio}`, filas }];
    }),
    {
      titulo: 'Lo que declaro',
      parrafos: [
        'Que lo anterior es cierto. Sé que sigo siendo responsable de IVA, y debo cobrarlo y declararlo, hasta que mi RUT diga el código 49.',
      ],
    },
  ],
});
