import { analizarNumeroDocumento } from '@autogestion/normas/documentos-identidad';
import { analizarFecha, type Fecha, type LimitesFecha } from '@autogestion/normas/fechas';
import { analizarNit } from '@autogestion/normas/nit';
import { z } from 'zod';
import type { CampoDeFecha, CampoDeUnValor, CampoDeVariosValores } from '../../interfaz/index.ts';
import type { ContextoPagina } from '../../interfaz/recorrido/index.ts';
import { linea } from '../inscripcion/campos.ts';

/** Boxes of one name: none, one or several. */
export const varias = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((v) => [v].flat().filter((x) => x !== ''));

type Contexto = Pick<ContextoPagina<object, object>, 'campo' | 'valores'>;

/** A field that begins with what the RUT says today, until something is written in its place. */
export function conLoDeHoy(c: Contexto, nombre: string, hoy: string | undefined): CampoDeUnValor {
  const campo = c.campo.texto(nombre);
  return nombre in c.valores || hoy === undefined ? campo : { ...campo, valor: hoy };
}

/** The same of boxes, whose page was sent when it has the field `testigo`. */
export function variasConLoDeHoy(
  c: Contexto,
  nombre: string,
  testigo: string,
  hoy: readonly string[],
): CampoDeVariosValores {
  const campo = c.campo.varios(nombre);
  return testigo in c.valores || nombre in c.valores ? campo : { ...campo, valor: hoy };
}

/** The same of a date: `YYYY-MM-DD` until something is written in one of its boxes. */
export function fechaConLoDeHoy(
  c: Contexto,
  nombre: string,
  hoy: Fecha | undefined,
): Omit<CampoDeFecha, 'valor'> & { valor: CampoDeFecha['valor'] | string } {
  const campo = c.campo.fecha(nombre);
  return hoy === undefined || `${nombre}-dia` in c.valores ? campo : { ...campo, valor: hoy };
}

const caja = z.string().default('');

/** The three boxes of a date, on a page that asks something else too. */
export const cajasDe = <N extends string>(nombre: N) =>
  ({ [`${nombre}-dia`]: caja, [`${nombre}-mes`]: caja, [`${nombre}-anio`]: caja }) as Record<
    `${N}-${'dia' | 'mes' | 'anio'}`,
    typeof caja
  >;

/** What was written in them: nothing when all are empty. A wrong date is told under `nombre`. */
export function leerCajas(
  v: Readonly<Record<string, string>>,
  nombre: string,
  limites: LimitesFecha,
  ctx: z.RefinementCtx,
): Fecha | undefined {
  const de = (parte: string) => v[`${nombre}-${parte}`] ?? '';
  const [dia, mes, anio] = [de('dia'), de('mes'), de('anio')];
  if (`${dia}${mes}${anio}`.trim() === '') return undefined;
  const leida = analizarFecha({ dia, mes, anio }, limites);
  if (leida.ok) return leida.valor;
  ctx.addIssue({ code: 'custom', message: leida.mensaje, path: [nombre] });
  return undefined;
}

/** A percentage with at most two decimals, in hundredths. */
export const PORCENTAJE = linea.transform((v, ctx) => {
  const [, entero, decimales = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(v) ?? [];
  const centesimas = Number(entero) * 100 + Number(decimales.padEnd(2, '0'));
  if (entero !== undefined && centesimas <= 10_000) return centesimas;
  ctx.addIssue({
    code: 'custom',
    message: 'Escriba un porcentaje entre 0 y 100, con dos decimales a lo sumo: 33,33.',
  });
  return z.NEVER;
});

/** NIT and name of a company, both or neither. @param conDv whether its check digit must be written */
export const empresaQuizas = (que: string, conDv: boolean) =>
  z.object({ nit: linea, nombre: textoDeHasta(150, `El nombre de ${que}`) }).transform((v, ctx) => {
    const falta = (campo: string, message: string) => {
      ctx.addIssue({ code: 'custom', message, path: [campo] });
      return z.NEVER;
    };
    if (v.nit === '' && v.nombre === '') return v;
    const leido = analizarNit(v.nit);
    if (!leido.ok) return falta('nit', leido.mensaje);
    if (conDv && !leido.valor.dvEscrito)
      return falta('nit', 'Escriba el NIT con su dígito de verificación: 900.123.456-8.');
    if (v.nombre === '') return falta('nombre', `Escriba el nombre de ${que}.`);
    return { nit: leido.valor.nit, nombre: v.nombre };
  });

/** A document of one of `tipos`, with the form that its kind has. */
export const documentoDe = (tipos: readonly string[]) =>
  z.object({ tipo: linea, numero: linea }).transform(({ tipo, numero }, ctx) => {
    const falta = (campo: string, message: string) => {
      ctx.addIssue({ code: 'custom', message, path: [campo] });
      return z.NEVER;
    };
    if (!tipos.includes(tipo)) return falta('tipo', 'Elija el tipo de documento.');
    const leido = analizarNumeroDocumento(tipo, numero);
    return leido.ok ? { tipo, numero: leido.valor } : falta('numero', leido.mensaje);
  });

/** Text of a certain length that may be missing or not. */
export const textoDeHasta = (maximo: number, que: string, falta?: string) =>
  linea.superRefine((v, ctx) => {
    if (v === '' && falta !== undefined) ctx.addIssue({ code: 'custom', message: falta });
    else if (v.length > maximo)
      ctx.addIssue({
        code: 'custom',
        message: `${que} puede tener hasta ${maximo} caracteres; usted escribió ${v.length}.`,
      });
    else if (/[<>{}]/.test(v))
      ctx.addIssue({ code: 'custom', message: `${que} no puede llevar los signos < > { }.` });
  });

export const mayusculas = (t: string): string => t.toLocaleUpperCase('es-CO');
