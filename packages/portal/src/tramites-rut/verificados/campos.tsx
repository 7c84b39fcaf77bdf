import { definidos } from '@autogestion/normas/definidos';
import { formatearPesos, leerPesos } from '@autogestion/normas/dinero';
import type { Tope } from '@autogestion/normas/rut';
import { topeEnPesos } from '@autogestion/normas/rut';
import { separarMiles } from '@autogestion/normas/nit';
import { uvtParaOrientar } from '@autogestion/normas/uvt';
import { z } from 'zod';
import { Radios } from '../../interfaz/index.ts';
import type { ContextoPagina } from '../../interfaz/recorrido/index.ts';
import { linea, siONo } from '../inscripcion/campos.ts';

export type SiONo = 'si' | 'no';

export const RESPUESTA = z.object({ respuesta: siONo('Responda sí o no.') });
export const SIN_RESPUESTA = z.object({});

/** Whole pesos as a person writes them. */
export const pesosEscritos = linea.transform((v, ctx) => {
  const leido = leerPesos(v);
  if (leido.ok) return leido.valor;
  ctx.addIssue({ code: 'custom', message: leido.mensaje });
  return z.NEVER;
});

export const VALOR = z.object({ valor: pesosEscritos });

export const CUANTOS = z.object({
  cuantos: linea
    .refine((v) => /^\d{1,3}$/.test(v), {
      error: 'Escriba un número entre 0 y 999. Si no tuvo local, escriba 0.',
    })
    .transform(Number),
});

/** Whole pesos in the request that is signed: a JSON integer. */
export const PESOS = z.int().min(0);
export const PESOS_OPCIONALES = PESOS.optional();

export const enJson = (pesos: bigint | undefined): number | undefined =>
  pesos === undefined ? undefined : Number(pesos);

export const deJson = (pesos: number | undefined): bigint | undefined =>
  pesos === undefined ? undefined : BigInt(pesos);

export const deSiONo = (r: { respuesta: SiONo } | undefined): boolean | undefined =>
  r && r.respuesta === 'si';

export const enSiONo = (v: boolean | undefined): string | undefined =>
  v === undefined ? undefined : v ? 'Sí' : 'No';

/** A row of what is signed; what was not asked is not there. */
export function filaDe(clave: string, valor: string | undefined): { clave: string; valor: string }[] {
  return valor === undefined ? [] : [{ clave, valor }];
}

export const pesosDe = (pesos: number | undefined): string | undefined =>
  pesos === undefined ? undefined : formatearPesos(BigInt(pesos));

/** «3.500 UVT de 2025, que son $ 174.297.000 (cada UVT de 2025 vale $ 49.799)». */
export function limiteEnPalabras({ uvt }: Tope, anio: number): string {
  const cantidad = `${separarMiles(String(uvt))} UVT de ${anio}`;
  const pesos = topeEnPesos({ uvt, norma: '' }, anio);
  if (pesos === undefined) return `${cantidad}, que todavía no tiene un valor publicado en esta oficina`;
  const unaUvt = formatearPesos(uvtParaOrientar(anio).pesos);
  return `${cantidad}, que son ${formatearPesos(pesos)} (cada UVT de ${anio} vale ${unaUvt})`;
}

/** Yes or no, as the only field of a page. */
export function SiNo<R extends object, H extends object>({
  c,
  etiqueta,
  ayuda,
}: {
  c: ContextoPagina<R, H>;
  etiqueta: string;
  ayuda?: string;
}) {
  return (
    <Radios
      {...c.campo.texto('respuesta')}
      etiqueta={etiqueta}
      {...definidos({ ayuda: ayuda || undefined })}
      opciones={[
        { valor: 'si', texto: 'Sí' },
        { valor: 'no', texto: 'No' },
      ]}
    />
  );
}

/** What a question of yes or no is made of; the review says it under `clave`. */
export const partesDeSiNo = <R extends object, H extends object>(o: {
  clave: string;
  etiqueta: string;
  ayuda: string;
}) => ({
  esquema: RESPUESTA,
  pagina: (c: ContextoPagina<R, H>) => <SiNo c={c} etiqueta={o.etiqueta} ayuda={o.ayuda} />,
  resumen: (v: { respuesta: SiONo }) => [{ clave: o.clave, valor: enSiONo(v.respuesta === 'si') ?? '' }],
  ejemplos: [{ escrito: { respuesta: 'si' } }, { escrito: { respuesta: 'no' } }],
});
