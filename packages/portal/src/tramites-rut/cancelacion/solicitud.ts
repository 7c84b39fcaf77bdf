import type { Presentacion } from '@autogestion/documentos';
import { causalesPara, type CausalDeCancelacion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { enSiONo, filaDe } from '../verificados/campos.tsx';
import { NOMBRE_DE_NUMERACION, NUMERACION } from '../verificados/numeracion.tsx';
import { NOMBRE_DE_SUJETO, SUJETOS } from './sujetos.ts';

export const BENEFICIARIOS = ['no-obligado', 'reportados', 'sin-reportar'] as const;
export const NOMBRE_DE_BENEFICIARIOS: Readonly<Record<(typeof BENEFICIARIOS)[number], string>> = {
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

/** What a person declares when they ask for a registration to be cancelled. What was not asked is not there. */
export const SolicitudCancelacion = z.object({
  /** Box 24 when it was asked. */
  tipoContribuyente: z.enum(['1', '2']),
  sujeto: z.enum(SUJETOS).optional(),
  /** Letter of DUR 1.6.1.2.18 num. 1, or a reason that is none of them. */
  motivo: z.string().optional(),
  sinAnimoDeLucro: z.boolean().optional(),
  liquidacionObligatoria: z.boolean().optional(),
  /** Of the lists of documents of the cause, from 1, the one that is brought. */
  opcion: z.int().min(1).optional(),
  numeracion: z.enum(NUMERACION).optional(),
  beneficiariosFinales: z.enum(BENEFICIARIOS).optional(),
});
export type SolicitudCancelacion = z.output<typeof SolicitudCancelacion>;

export function causalDe({ sujeto, motivo }: SolicitudCancelacion): CausalDeCancelacion | undefined {
  return sujeto && causalesPara(sujeto).find((c) => c.codigo === motivo);
}

/** Form 1180: everything that binds who signs it. */
export function presentarCancelacion(s: SolicitudCancelacion): Presentacion {
  const causal = causalDe(s);
  const motivo =
    causal?.nombre ?? (s.motivo && esSinCausal(s.motivo) ? NOMBRE_SIN_CAUSAL[s.motivo] : undefined);
  return {
    titulo: 'Solicitud de cancelación del RUT',
    secciones: [
      {
        titulo: 'Lo que pido',
        parrafos: [
          'Que se cancele esta inscripción en el RUT, por el artículo 1.6.1.2.18 del Decreto 1625 de 2016.',
        ],
        filas: [
          ...filaDe('De quién es el RUT', s.sujeto && NOMBRE_DE_SUJETO[s.sujeto]),
          ...filaDe('Causal', causal && `Literal ${causal.codigo}: ${causal.nombre}`),
          ...(causal ? [] : filaDe('Razón', motivo)),
          ...filaDe('Entidad sin ánimo de lucro', enSiONo(s.sinAnimoDeLucro)),
          ...filaDe('El contrato debía liquidarse', enSiONo(s.liquidacionObligatoria)),
          ...filaDe('Numeración de facturación', s.numeracion && NOMBRE_DE_NUMERACION[s.numeracion]),
          ...filaDe(
            'Beneficiarios finales (RUB)',
            s.beneficiariosFinales && NOMBRE_DE_BENEFICIARIOS[s.beneficiariosFinales],
          ),
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
