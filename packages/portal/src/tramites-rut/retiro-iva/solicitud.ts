import { formatearPesos } from '@autogestion/normas/dinero';
import type { ClaseDeActividad } from '@autogestion/normas/rut';
import type { Presentacion } from '@autogestion/documentos';
import { z } from 'zod';
import { enSiONo, filaDe, PESOS, PESOS_OPCIONALES, pesosDe } from '../verificados/campos.tsx';

export const CLASES_DE_ACTIVIDAD = [
  'minorista',
  'artesano',
  'agropecuaria',
  'servicios',
  'mayorista',
] as const satisfies readonly ClaseDeActividad[];

export const NOMBRE_DE_CLASE: Readonly<Record<ClaseDeActividad, string>> = {
  minorista: 'Vendo al detal (a quien consume)',
  artesano: 'Hago artesanías',
  agropecuaria: 'Soy agricultor o ganadero',
  servicios: 'Presto servicios',
  mayorista: 'Vendo al por mayor (a quien revende)',
};

const AnioDeclarado = z.object({
  ingresos: PESOS_OPCIONALES,
  ingresosTotales: PESOS_OPCIONALES,
  establecimientos: z.int().min(0).optional(),
  explotaIntangibles: z.boolean().optional(),
  usuarioAduanero: z.boolean().optional(),
  contratos: z.array(z.object({ contratante: z.string(), valor: PESOS })).optional(),
  consignaciones: PESOS_OPCIONALES,
});
export type AnioDeclarado = z.output<typeof AnioDeclarado>;

/** What a person declares when they ask to stop being responsable of IVA. What was not asked is not there. */
export const SolicitudRetiroIva = z.object({
  /** Year of the request: with the one before, those whose conditions are looked at (DUR 1.6.1.2.14 par. 2). */
  anio: z.int(),
  actividad: z.enum(CLASES_DE_ACTIVIDAD).optional(),
  soloContratosConElEstado: z.boolean().optional(),
  soloTiendas: z.boolean().optional(),
  anterior: AnioDeclarado,
  enCurso: AnioDeclarado,
});
export type SolicitudRetiroIva = z.output<typeof SolicitudRetiroIva>;

/** Form 1180: everything that binds who signs it. */
export function presentarRetiroIva(s: SolicitudRetiroIva): Presentacion {
  return {
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
        filas: [
          ...filaDe('A qué me dedico', s.actividad && NOMBRE_DE_CLASE[s.actividad]),
          ...filaDe('Todo lo que recibo es por contratos con el Estado', enSiONo(s.soloContratosConElEstado)),
          ...filaDe('Solo tengo tienda pequeña, minimercado o peluquería', enSiONo(s.soloTiendas)),
        ],
      },
      ...[
        { anio: s.anio - 1, declarado: s.anterior },
        { anio: s.anio, declarado: s.enCurso },
      ].flatMap(({ anio, declarado }) => {
        const filas = filasDelAnio(declarado);
        return filas.length === 0 ? [] : [{ titulo: `Año ${anio}`, filas }];
      }),
      {
        titulo: 'Lo que declaro',
        parrafos: [
          'Que lo anterior es cierto. Sé que sigo siendo responsable de IVA, y debo cobrarlo y declararlo, hasta que mi RUT diga el código 49.',
        ],
      },
    ],
  };
}

function filasDelAnio(d: AnioDeclarado) {
  return [
    ...filaDe('Ingresos de la actividad', pesosDe(d.ingresos)),
    ...filaDe('Todos los ingresos', pesosDe(d.ingresosTotales)),
    ...filaDe(
      'Locales, oficinas o sedes',
      d.establecimientos === undefined ? undefined : String(d.establecimientos),
    ),
    ...filaDe('Franquicia, concesión, regalía o parecido', enSiONo(d.explotaIntangibles)),
    ...filaDe('Usuario aduanero', enSiONo(d.usuarioAduanero)),
    ...(d.contratos?.length === 0 ? filaDe('Contratos', 'Ninguno') : []),
    ...(d.contratos ?? []).map((c) => ({
      clave: `Contrato con ${c.contratante}`,
      valor: formatearPesos(BigInt(c.valor)),
    })),
    ...filaDe('Consignaciones de la actividad', pesosDe(d.consignaciones)),
  ];
}
