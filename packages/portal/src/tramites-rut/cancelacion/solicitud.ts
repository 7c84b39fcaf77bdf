import type { Presentacion } from '@autogestion/documentos';
import { causalesPara, type CausalDeCancelacion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { dato, ficha, type LeibleDe, type SolicitudDe } from '../../tramites/index.ts';
import { hechosAbiertos, NOMBRE_DE_NUMERACION, type HechosDelBorrador } from '../procedimiento/index.ts';
import { NOMBRE_DE_SUJETO } from './sujetos.ts';

export const NOMBRE_DE_BENEFICIARIOS: Readonly<
  Record<'no-obligado' | 'reportados' | 'sin-reportar', string>
> = {
  'no-obligado': 'No está obligado a reportarlos',
  reportados: 'Está obligado y ya los reportó',
  'sin-reportar': 'Está obligado y no los ha reportado',
};

/** Reasons that people give and that cancel no registration: the answer says what to do instead. */
export const SIN_CAUSAL = ['dejo-la-actividad', 'fallecio', 'otra'] as const;
export type SinCausal = (typeof SIN_CAUSAL)[number];
export const NOMBRE_SIN_CAUSAL: Readonly<Record<SinCausal, string>> = {
  'dejo-la-actividad': 'Dejó de trabajar o cerró el negocio',
  fallecio: 'Falleció',
  otra: 'Otra razón',
};
export const esSinCausal = (motivo: string): motivo is SinCausal => Object.hasOwn(NOMBRE_SIN_CAUSAL, motivo);

/** What a person declares when they ask for a registration to be cancelled. */
export const FICHA = ficha({
  /** Box 24 when it was asked. */
  tipoContribuyente: dato.hecho(
    z.enum(['1', '2']),
    (h: Partial<HechosDelBorrador>) => hechosAbiertos({ hechos: h }).rut.tipoContribuyente,
  ),
  sujeto: dato.opcion('sujeto', 'De quién es el RUT', NOMBRE_DE_SUJETO),
  /** Letter of DUR 1.6.1.2.18 num. 1, or a reason that is none of them. */
  motivo: dato.texto('motivo', 'Razón'),
  sinAnimoDeLucro: dato.siONo('sin-animo-de-lucro', 'Entidad sin ánimo de lucro'),
  liquidacionObligatoria: dato.siONo('liquidacion-obligatoria', 'El contrato debía liquidarse'),
  /** Of the lists of documents of the cause, from 1, the one that is brought. */
  opcion: dato.propio({
    esquema: z.int().min(1),
    leer: ({ respuestas: r }: { respuestas: { opcion?: string } }) =>
      r.opcion ? Number(r.opcion) : undefined,
    filas: () => [],
  }),
  numeracion: dato.opcion('numeracion', 'Numeración de facturación', NOMBRE_DE_NUMERACION),
  beneficiariosFinales: dato.opcion('beneficiarios', 'Beneficiarios finales (RUB)', NOMBRE_DE_BENEFICIARIOS),
});
export type SolicitudCancelacion = SolicitudDe<typeof FICHA>;
export type Leido = LeibleDe<typeof FICHA> & { hechos: Partial<HechosDelBorrador> };

export function causalDe({ sujeto, motivo }: SolicitudCancelacion): CausalDeCancelacion | undefined {
  return sujeto && causalesPara(sujeto).find((c) => c.codigo === motivo);
}

/** Form 1180: everything that binds who signs it. */
export function presentarCancelacion(s: SolicitudCancelacion): Presentacion {
  const causal = causalDe(s);
  const sinCausal = s.motivo && esSinCausal(s.motivo) ? NOMBRE_SIN_CAUSAL[s.motivo] : undefined;
  return {
    titulo: 'Solicitud de cancelación del RUT',
    secciones: [
      {
        titulo: 'Lo que pido',
        parrafos: [
          'Que se cancele esta inscripción en el RUT, por el artículo 1.6.1.2.18 del Decreto 1625 de 2016.',
        ],
        filas: [
          ...FICHA.filas(s, ['sujeto']),
          ...(causal
            ? [{ clave: 'Causal', valor: `Literal ${causal.codigo}: ${causal.nombre}` }]
            : sinCausal
              ? [{ clave: 'Razón', valor: sinCausal }]
              : []),
          ...FICHA.filas(s, [
            'sinAnimoDeLucro',
            'liquidacionObligatoria',
            'numeracion',
            'beneficiariosFinales',
          ]),
        ],
      },
      {
        titulo: 'Lo que declaro',
        parrafos: [
          'Que lo anterior es cierto. Sé que la oficina comprueba que no haya deudas, deberes ni procesos pendientes, y que mientras decide siguen las obligaciones de siempre.',
        ],
      },
    ],
  };
}
