import type { Json } from '@autogestion/documentos';
import { temaDe } from '@autogestion/normas/formularios/210';
import { casillasDe, leerEntrada, type EntradaCruda } from '@autogestion/normas/formularios/motor';
import { z } from 'zod';
import { seEscribe } from '../../interfaz/formulario/index.ts';
import type { Cambios } from '../borrador/index.ts';
import type { BorradorCalculado } from '../cuenta/index.ts';
import { hechosQueSeEscriben } from '../llenar/index.ts';
import {
  comoJson,
  DECISION_API,
  decisionesDe,
  decisionDe,
  FALTAN,
  INGRESOS_QUE_FALTAN,
  RESPUESTA_DE_TEMA,
} from '../prellenado/index.ts';

const VALOR = z.union([z.string().max(200), z.number()]);
const CLAVE = z.string().max(60);

/** What a program answers of a return: only what it says changes, and null takes an answer away. */
export const LO_RESPONDIDO = z.strictObject({
  casillas: z.record(CLAVE, VALOR.nullable()).default({}).describe('Pesos enteros, o palabras'),
  hechos: z.record(CLAVE, VALOR.nullable()).default({}),
  anexos: z.record(CLAVE, z.array(z.record(CLAVE, VALOR)).max(1200).nullable()).default({}),
  temas: z
    .record(CLAVE, RESPUESTA_DE_TEMA.nullable())
    .default({})
    .describe('Lo que pasó en el año, por tema; `aplica: false` cuando no pasó'),
  sugerencias: z
    .record(z.string().max(100), DECISION_API)
    .default({})
    .describe('Qué se dice de cada cosa que otros reportaron, por su `id`'),
  ingresosQueFaltan: FALTAN.optional().describe(
    'Los temas de los ingresos que nadie reportó; vacía si está todo',
  ),
});
type LoRespondido = z.output<typeof LO_RESPONDIDO>;

/** The changes of a draft that it asks for, and what is wrong, by its path: `casillas.32`, `sugerencias.2276…`. Pure. */
export function leerRespuestas(
  b: BorradorCalculado,
  r: LoRespondido,
): { cambios: Cambios; errores: Record<string, string> } {
  const errores: Record<string, string> = {};
  const cambios: Record<string, Json> = {};
  const { formulario } = b.clase;
  const casillas = new Map(casillasDe(formulario).map((c) => [c.clave, c]));
  const hechos = new Map(hechosQueSeEscriben(b.clase).map((h) => [h.clave, h]));
  for (const clave of Object.keys(r.casillas)) {
    const c = casillas.get(clave);
    if (!c) errores[`casillas.${clave}`] = 'Este formulario no tiene esa casilla.';
    else if (!seEscribe(c)) errores[`casillas.${clave}`] = 'Esta casilla la llena la oficina.';
  }
  for (const clave of Object.keys(r.hechos))
    if (!hechos.has(clave)) errores[`hechos.${clave}`] = 'Este dato no se pregunta en este formulario.';
  for (const clave of Object.keys(r.anexos))
    if (!formulario.anexos.some((a) => a.clave === clave))
      errores[`anexos.${clave}`] = 'Este formulario no tiene ese anexo.';
  for (const clave of Object.keys(r.temas))
    if (!b.clase.preguntaLoQueNadieReporta || !temaDe(clave))
      errores[`temas.${clave}`] = 'Este formulario no pregunta eso.';
  const dadas: EntradaCruda = { casillas: llenos(r.casillas), hechos: llenos(r.hechos) };
  const { entrada, faltas } = leerEntrada(formulario, dadas);
  for (const { casilla, mensaje } of faltas)
    errores[casilla.startsWith('hechos.') ? casilla : `casillas.${casilla}`] ??= mensaje;
  const comoSeGuarda = (clave: string, dado: string | number | null, clase: string | undefined): Json => {
    const valor = entrada.valores.get(clave);
    return valor === undefined || clase === 'marca' || clase === 'tarifa' ? dado : Number(valor);
  };
  for (const [k, v] of Object.entries(r.casillas))
    cambios[`casilla:${k}`] = v === null ? null : comoSeGuarda(k, v, casillas.get(k)?.clase);
  for (const [k, v] of Object.entries(r.hechos))
    cambios[`hecho:${k}`] = v === null ? null : comoSeGuarda(k, v, undefined);
  for (const [k, v] of Object.entries(r.anexos)) cambios[`anexo:${k}`] = v;
  for (const [k, v] of Object.entries(r.temas)) cambios[`tema:${k}`] = v;
  if (r.ingresosQueFaltan) cambios[INGRESOS_QUE_FALTAN] = r.ingresosQueFaltan;
  const previas = decisionesDe(b.borrador.contenido);
  for (const [id, d] of Object.entries(r.sugerencias)) {
    const s = b.prellenado.sugerencias.find((x) => x.id === id);
    if (s) cambios[`sugerencia:${id}`] = comoJson(decisionDe(s, d, previas.get(id)));
    else errores[`sugerencias.${id}`] = 'Nadie reportó eso, o cambió: lea otra vez el borrador.';
  }
  return { cambios, errores };
}

const llenos = (valores: Readonly<Record<string, string | number | null>>) =>
  Object.fromEntries(Object.entries(valores).filter(([, v]) => v !== null && v !== ''));
