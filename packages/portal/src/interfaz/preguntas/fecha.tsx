import { analizarFecha, formatearFecha, type Fecha, type LimitesFecha } from '@autogestion/normas/fechas';
import { textoEscrito } from '@autogestion/normas/texto';
import { z } from 'zod';
import type { Formulario } from '../../plataforma/index.ts';
import { nombreDeParte, PARTES_DE_FECHA, separarFecha, type ParteDeFecha } from '../campos.ts';
import { CampoFecha } from '../componentes/index.ts';
import { conPalabras } from './de-un-campo.tsx';
import {
  conLoDeHoy,
  linea,
  etiquetaYAyuda,
  type Comun,
  type ContextoPregunta,
  type Pregunta,
} from './pregunta.ts';

/** Limits that move with the day are a function. */
export type Limites = LimitesFecha | (() => LimitesFecha);

interface OpcionesDeFecha<D> extends Comun<Fecha, D> {
  limites: Limites;
  /** The person's own birthday, which the browser may know. */
  esNacimiento?: boolean;
}

const caja = z.string().default('').transform(textoEscrito);
type Cajas = Record<ParteDeFecha, string>;

/** The three boxes of a date in a form, besides other fields: `<campo>-dia`, `<campo>-mes`, `<campo>-anio`. */
export const cajasDeFecha = <N extends string>(campo: N) =>
  Object.fromEntries(PARTES_DE_FECHA.map((p) => [nombreDeParte(campo, p), caja])) as Record<
    `${N}-${ParteDeFecha}`,
    typeof caja
  >;

/**
 * Reads the three boxes. A whole date pasted into the first one (`15/01/2026`, `15 de enero de 2026`, `2026-01-15`) is that date.
 * @returns undefined when all are empty and `opcional`, or after saying beside `campo` what is wrong
 */
export function leerCajas(
  v: Readonly<Record<string, string>>,
  campo: string,
  limites: Limites,
  ctx: z.RefinementCtx,
  opcional = false,
): Fecha | undefined {
  const cajas = deUnaVez(
    Object.fromEntries(PARTES_DE_FECHA.map((p) => [p, v[nombreDeParte(campo, p)] ?? ''])) as Cajas,
  );
  if (opcional && Object.values(cajas).join('') === '') return undefined;
  const leida = analizarFecha(cajas, typeof limites === 'function' ? limites() : limites);
  if (leida.ok) return leida.valor;
  ctx.addIssue({ code: 'custom', message: leida.mensaje, path: [campo] });
  return undefined;
}

function deUnaVez(cajas: Cajas): Cajas {
  if (cajas.mes !== '' || cajas.anio !== '') return cajas;
  const [, d, m, a] =
    /^(\d{1,2})(?:\s?[/.-]\s?|\s(?:de\s)?)(\d{1,2}|[a-z]+)\.?(?:\s?[/.-]\s?|\s(?:del?\s)?)(\d{4})\.?$/i.exec(
      cajas.dia,
    ) ?? [];
  if (d && m && a) return { dia: d, mes: m, anio: a };
  const [, anio, mes, dia] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(cajas.dia) ?? [];
  return dia && mes && anio ? { dia, mes, anio } : cajas;
}

const esquemaDe = (campo: string, limites: Limites) =>
  z.object(cajasDeFecha(campo)).transform((v, ctx) => leerCajas(v, campo, limites, ctx) ?? z.NEVER);

const escribirEn =
  (campo: string) =>
  (f: Fecha | undefined): Formulario => {
    const partes = separarFecha(f ?? '');
    return Object.fromEntries(PARTES_DE_FECHA.map((p) => [nombreDeParte(campo, p), partes[p]]));
  };

/** A date within limits, in three boxes. */
export function fecha<D>(o: OpcionesDeFecha<D>): Pregunta<Fecha, D> {
  const campo = o.campo ?? 'fecha';
  const escribir = escribirEn(campo);
  return {
    esquema: esquemaDe(campo, o.limites),
    pagina(sin) {
      const c = conLoDeHoy(sin, o, escribir);
      return conPalabras(
        o,
        c,
        <CampoFecha
          {...c.campo.fecha(campo)}
          {...etiquetaYAyuda(o, c)}
          {...(o.esNacimiento && { esNacimiento: true })}
        />,
      );
    },
    resumen: linea(o, (v) => formatearFecha(v)),
    escribir,
    ejemplos: o.ejemplos ?? [escribirEn(campo)('2026-01-15' as Fecha)],
    erroneos: [
      { escrito: {}, campo },
      { escrito: { [`${campo}-dia`]: '30', [`${campo}-mes`]: '2', [`${campo}-anio`]: '2026' }, campo },
    ],
  };
}

interface OpcionesDeFechaQuizas<D> extends Comun<Fecha | undefined, D> {
  limites: Limites;
  /** How the review says that there is none. */
  ninguna?: string;
  /** As the page stands, it is not called optional. */
  necesaria?: (c: ContextoPregunta<D>) => boolean;
}

/** A date that may be missing. */
export function fechaQuizas<D>(o: OpcionesDeFechaQuizas<D>): Pregunta<Fecha | undefined, D> {
  const campo = o.campo ?? 'fecha';
  const escribir = escribirEn(campo);
  return {
    esquema: z.object(cajasDeFecha(campo)).transform((v, ctx) => leerCajas(v, campo, o.limites, ctx, true)),
    pagina(sin) {
      const c = conLoDeHoy(sin, o, escribir);
      const opcional = !o.necesaria?.(c);
      return conPalabras(
        o,
        c,
        <CampoFecha {...c.campo.fecha(campo)} {...etiquetaYAyuda(o, c)} opcional={opcional} />,
      );
    },
    resumen: linea(o, (v: Fecha | undefined) => (v ? formatearFecha(v) : (o.ninguna ?? 'Ninguna'))),
    escribir,
    ejemplos: o.ejemplos ?? [{}, escribirEn(campo)('2026-01-15' as Fecha)],
    erroneos: [
      { escrito: { [`${campo}-dia`]: '30', [`${campo}-mes`]: '2', [`${campo}-anio`]: '2026' }, campo },
    ],
  };
}
