import datos from './simple.json' with { type: 'json' };
import { desdeHechos260, FORMULARIO_260 } from '../src/formularios/260/index.ts';
import { desdeHechos2593, FORMULARIO_2593 } from '../src/formularios/2593/index.ts';
import { evaluar, leerEntrada, planDe } from '../src/formularios/motor/index.ts';
import type { Ajustes, Evaluacion } from '../src/formularios/motor/index.ts';
import type { CrudaDelSimple } from '../src/formularios/simple/index.ts';

export type Ejemplo = (typeof datos.ejemplos)[number];
export const EJEMPLOS = datos.ejemplos;

const FORMULARIOS = {
  '260': { formulario: FORMULARIO_260, desdeHechos: desdeHechos260 },
  '2593': { formulario: FORMULARIO_2593, desdeHechos: desdeHechos2593 },
};
export type Codigo = keyof typeof FORMULARIOS;

export function faltasDe(codigo: Codigo, cruda: CrudaDelSimple, anio = 2025): string[] {
  const { formulario, desdeHechos } = FORMULARIOS[codigo];
  const preparada = desdeHechos(cruda, { anio, esMunicipio: (m) => m !== '99999' });
  const { faltas } = leerEntrada(formulario, preparada.cruda, { permitirFijar: true });
  return [...preparada.faltas, ...faltas].map((f) => `${f.codigo} en ${f.casilla}`);
}

/** A return as somebody brings it, evaluated; a fault in what it brings breaks the test. */
export function liquidar(
  codigo: Codigo,
  cruda: CrudaDelSimple,
  ajustes: Ajustes = {},
  anio = 2025,
): Evaluacion {
  const { formulario, desdeHechos } = FORMULARIOS[codigo];
  const preparada = desdeHechos(cruda, { anio });
  const { entrada, faltas } = leerEntrada(formulario, preparada.cruda, { permitirFijar: true });
  const [falta] = [...preparada.faltas, ...faltas];
  if (falta) throw new Error(`${falta.casilla}: ${falta.mensaje}`);
  return evaluar(planDe(formulario, anio, ajustes), entrada);
}
