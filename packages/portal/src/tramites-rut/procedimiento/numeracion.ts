import type { Numeracion, Verificacion } from '@autogestion/normas/rut';
import { opcion } from '../../interfaz/preguntas/index.ts';

export const NOMBRE_DE_NUMERACION: Readonly<Record<Numeracion, string>> = {
  'sin-numeracion': 'No tengo números de factura autorizados',
  inhabilitada: 'Tenía, y ya inhabilité los que no usé',
  'sin-inhabilitar': 'Tengo números sin usar y no los he inhabilitado',
};

/** What a person says against themselves is believed; what they say in their favour is verified. */
export function numeracionSegun(
  v: Verificacion | undefined,
  dicho: Numeracion | undefined,
): { numeracion?: Numeracion } {
  if (v === 'hay' || dicho === 'sin-inhabilitar') return { numeracion: 'sin-inhabilitar' };
  return v === 'no-hay' ? { numeracion: dicho ?? 'sin-numeracion' } : {};
}

/** Part of a journey that asks what the office will look at. */
export const LO_QUE_SE_REVISA = 'Lo que se revisa';

/** Asks for the numbers of invoices that were authorised and not used, which are disabled before asking. */
export const preguntaDeNumeracion = (ayuda: string) =>
  [
    'numeracion',
    { nombre: 'Facturación', pregunta: '¿Tiene números de factura autorizados sin usar?' },
    opcion({
      de: NOMBRE_DE_NUMERACION,
      campo: 'numeracion',
      etiqueta: 'Numeración de facturación',
      rotulo: 'Numeración de facturación',
      ayuda,
      falta: 'Diga si tiene números sin usar.',
    }),
  ] as const;
