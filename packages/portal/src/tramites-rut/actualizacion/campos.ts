import { analizarNumeroDocumento } from '@autogestion/normas/documentos-identidad';
import { z } from 'zod';
import type { CampoDeUnValor, CampoDeVariosValores } from '../../interfaz/index.ts';
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
