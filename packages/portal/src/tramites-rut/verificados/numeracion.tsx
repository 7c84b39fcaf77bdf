import type { Numeracion, Verificacion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { Radios } from '../../interfaz/index.ts';
import type { ContextoPagina } from '../../interfaz/recorrido/index.ts';
import { unaDe } from '../inscripcion/campos.ts';

export const NUMERACION = ['sin-numeracion', 'inhabilitada', 'sin-inhabilitar'] as const;
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
export const pasoDeNumeracion = <R extends object, H extends object>(ayuda: string) => ({
  slug: 'numeracion' as const,
  parte: LO_QUE_SE_REVISA,
  nombre: 'Facturación',
  pregunta: '¿Tiene números de factura autorizados sin usar?',
  esquema: z.object({ numeracion: unaDe(NUMERACION, 'Diga si tiene números sin usar.') }),
  pagina: (c: ContextoPagina<R, H>) => (
    <Radios
      {...c.campo.texto('numeracion')}
      etiqueta="Numeración de facturación"
      ayuda={ayuda}
      opciones={NUMERACION.map((valor) => ({ valor, texto: NOMBRE_DE_NUMERACION[valor] }))}
    />
  ),
  resumen: (v: { numeracion: Numeracion }) => [
    { clave: 'Numeración de facturación', valor: NOMBRE_DE_NUMERACION[v.numeracion] },
  ],
  ejemplos: NUMERACION.map((numeracion) => ({ escrito: { numeracion } })),
});
