import type { Json } from '@autogestion/documentos';
import { formatearPesos } from '@autogestion/normas/dinero';
import {
  NADIE_REPORTA,
  PUEDEN_FALTAR,
  temaDe,
  type ColumnaDeTema,
  type Renglon,
  type RespuestaDeTema,
  type RespuestasDeTemas,
  type Sugerencia,
} from '@autogestion/normas/formularios/210';
import { z } from 'zod';
import { parte, type Contenido } from '../borrador/index.ts';
import type { Prellenado } from './prellenado.ts';

/** A row of a topic. */
const RENGLON = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
/** What was answered of a topic. */
export const RESPUESTA_DE_TEMA = z.union([
  z.object({ aplica: z.literal(false) }),
  z.object({ aplica: z.literal(true), renglones: z.array(RENGLON) }),
]);

/** What the person said of something that was suggested, and what it said then. */
const DECISION = z.object({
  como: z.enum(['si', 'otro', 'no']),
  tema: z.string(),
  /** As it is declared; nothing of it is where it is said not to be so. */
  renglon: RENGLON,
  reportado: RENGLON,
  frase: z.string(),
  razon: z.string().optional(),
});
export type Decision = z.output<typeof DECISION>;

/** The same as somebody says it, of something that is suggested now. */
export const DECISION_API = z.strictObject({
  como: DECISION.shape.como,
  renglon: RENGLON.optional(),
  razon: z.string().max(500).optional(),
});

/** What is so keeps what was reported and what was completed of it; what is otherwise, only what is said. */
export function decisionDe(
  s: Sugerencia,
  d: z.output<typeof DECISION_API>,
  previa: Decision | undefined,
): Decision {
  const completado = Object.fromEntries(
    s.porCompletar.flatMap((c) => {
      const v = d.renglon?.[c] ?? previa?.renglon[c];
      return v === undefined ? [] : [[c, v]];
    }),
  );
  return {
    como: d.como,
    tema: s.tema,
    renglon:
      d.como === 'no'
        ? {}
        : d.como === 'si'
          ? { ...completado, ...s.renglon }
          : { ...s.renglon, ...completado, ...d.renglon },
    reportado: { ...s.renglon },
    frase: s.frase,
    ...(d.razon !== undefined && d.razon !== '' && { razon: d.razon }),
  };
}

/** Under the identifier of what was suggested. What is not well formed was not decided. */
export function decisionesDe(contenido: Contenido): ReadonlyMap<string, Decision> {
  return new Map(
    Object.entries(parte(contenido, 'sugerencia')).flatMap(([id, v]) => {
      const leida = DECISION.safeParse(v);
      return leida.success ? [[id, leida.data]] : [];
    }),
  );
}

/** What the person wrote by themselves of a topic. */
export function respuestaPropia(contenido: Contenido, tema: string): RespuestaDeTema | undefined {
  const leida = RESPUESTA_DE_TEMA.safeParse(contenido[`tema:${tema}`]);
  return leida.success ? leida.data : undefined;
}

/** What happened in the year: what was suggested and is so, and what the person wrote besides. */
export function temasDe(contenido: Contenido): RespuestasDeTemas {
  const decididas = [...decisionesDe(contenido).values()].filter((d) => d.como !== 'no');
  const temas = new Set([...Object.keys(parte(contenido, 'tema')), ...decididas.map((d) => d.tema)]);
  return Object.fromEntries(
    [...temas].flatMap((tema): [string, RespuestaDeTema][] => {
      const propia = respuestaPropia(contenido, tema);
      const suyas = decididas.filter((d) => d.tema === tema).map((d) => d.renglon);
      if (suyas.length > 0)
        return [[tema, { aplica: true, renglones: [...suyas, ...(propia?.aplica ? propia.renglones : [])] }]];
      return propia ? [[tema, propia]] : [];
    }),
  );
}

/** What was suggested and nobody decided, or says something else since it was. */
export function porDecidir({ sugerencias }: Prellenado, contenido: Contenido): readonly Sugerencia[] {
  const decisiones = decisionesDe(contenido);
  return sugerencias.filter((s) => {
    const d = decisiones.get(s.id);
    return (
      !d ||
      !iguales(d.reportado, s.renglon) ||
      (d.como !== 'no' && s.porCompletar.some((c) => d.renglon[c] === undefined))
    );
  });
}

/** What was decided upon something that is not reported any more, or otherwise: before and after. */
export function cambiadas(
  { sugerencias }: Prellenado,
  contenido: Contenido,
): { id: string; antes: string; ahora: string }[] {
  const actuales = new Map(sugerencias.map((s) => [s.id, s]));
  return [...decisionesDe(contenido)].flatMap(([id, d]) => {
    const ahora = actuales.get(id);
    if (ahora && iguales(ahora.renglon, d.reportado)) return [];
    return [{ id, antes: d.frase, ahora: ahora?.frase ?? 'Ya no está reportado.' }];
  });
}

/** Where the incomes are told that somebody should have reported and did not: a list, empty when there is none. */
export const INGRESOS_QUE_FALTAN = 'pregunta:ingresos-que-faltan';

export const FALTAN = z.array(z.enum(PUEDEN_FALTAR));

/** The topics of the incomes that were not among the reported ones; absent where it was not asked yet. */
export function ingresosQueFaltan(contenido: Contenido): readonly string[] | undefined {
  const leidos = FALTAN.safeParse(contenido[INGRESOS_QUE_FALTAN]);
  return leidos.success ? leidos.data : undefined;
}

/** Those that were said to be missing and of which nothing was written. */
export const ingresosPorEscribir = (contenido: Contenido): readonly string[] =>
  (ingresosQueFaltan(contenido) ?? []).filter((t) => {
    const propia = respuestaPropia(contenido, t);
    return !propia?.aplica || propia.renglones.length === 0;
  });

/** What nobody reports, and what somebody did not, that was not answered yet: how many questions. */
export const sinResponder = (contenido: Contenido): number =>
  NADIE_REPORTA.filter(
    (t) => respuestaPropia(contenido, t) === undefined && temasDe(contenido)[t] === undefined,
  ).length +
  (ingresosQueFaltan(contenido) === undefined ? 1 : 0) +
  ingresosPorEscribir(contenido).length;

/** How what is declared differs from what others reported, for the annex of the return. */
export function diferenciasDe(
  contenido: Contenido,
): { que: string; reportado: string; declarado: string; razon: string }[] {
  return [...decisionesDe(contenido).values()].flatMap((d) => {
    if (d.como === 'si') return [];
    const columnas = temaDe(d.tema)?.columnas ?? [];
    const distintas = columnas.filter((c) => d.reportado[c.clave] !== d.renglon[c.clave]);
    const que = temaDe(d.tema)?.nombre ?? d.tema;
    if (d.como === 'no')
      return [
        { que, reportado: d.frase, declarado: 'No es de esta persona o no ocurrió', razon: d.razon ?? '' },
      ];
    return distintas.map((c) => ({
      que: `${que}: ${c.nombre.toLowerCase()}`,
      reportado: celdaEnPalabras(c, d.reportado),
      declarado: celdaEnPalabras(c, d.renglon),
      razon: d.razon ?? '',
    }));
  });
}

export function celdaEnPalabras(c: ColumnaDeTema, r: Renglon): string {
  const v = r[c.clave];
  if (v === undefined) return 'nada';
  if (typeof v === 'boolean') return v ? 'Sí' : 'No';
  if (c.clase === 'pesos' && typeof v === 'number') return formatearPesos(BigInt(v));
  return c.opciones?.find((o) => o.clave === v)?.nombre ?? String(v);
}

/** A decision as the draft keeps it. */
export const comoJson = (d: Decision): Json => JSON.parse(JSON.stringify(d)) as Json;

const iguales = (a: Renglon, b: Renglon): boolean => JSON.stringify(orden(a)) === JSON.stringify(orden(b));
const orden = (r: Renglon) => Object.entries(r).sort(([a], [b]) => (a < b ? -1 : 1));
