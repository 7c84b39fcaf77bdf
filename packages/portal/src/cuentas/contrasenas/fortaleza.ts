import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { REGLAS_CONTRASENA } from '@autogestion/normas/firma';
import { plegar } from '@autogestion/normas/texto';
import { TRADUCCIONES } from './traducciones.ts';

/**
 * House rule, no legal source: the strength of every password, zxcvbn's from 0 to 4, with its lists of common passwords
 * and of Spanish words and names. How long it is, is the rule of the signature's: one for both.
 */
const FORTALEZA = 3;

/** The one rule, as every page that asks for a new password says it. */
export const AYUDA_CONTRASENA_NUEVA = `Al menos ${REGLAS_CONTRASENA.minimo} caracteres. Varias palabras que no vayan juntas sirven bien. Su nombre y sus datos no cuentan.`;

/** What whoever tries to guess knows of the person: it does not count as secret. */
type DatosPersonales = readonly string[];

let evaluador: Promise<ZxcvbnFactory> | undefined;

/** The dictionaries are 5 MB: they are read when somebody first chooses a password. */
async function cargar(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, comun, es] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-es-es'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...comun.dictionary, ...es.dictionary },
    graphs: comun.adjacencyGraphs,
    translations: TRADUCCIONES,
  });
}

/** @returns what the person reads beside the field, or undefined when it serves. */
export async function evaluarContrasena(
  escrita: string,
  datos: DatosPersonales = [],
): Promise<string | undefined> {
  const { minimo, maximo } = REGLAS_CONTRASENA;
  const largo = [...escrita].length;
  if (largo < minimo) return `Use al menos ${minimo} caracteres. Pueden ser varias palabras con espacios.`;
  if (largo > maximo) return `Use a lo sumo ${maximo} caracteres.`;
  evaluador ??= cargar();
  const conocidas = [...DE_LA_CASA, ...datos.flatMap(partes)].map(plegar);
  const doblada = plegar(escrita);
  // What is known of the person adds nothing: the rest must be strong alone.
  const resto = conocidas.reduce((t, d) => t.replaceAll(d, ''), doblada);
  const zxcvbn = await evaluador;
  const peor = [...new Set([escrita, doblada, resto])]
    .map((texto) => zxcvbn.check(texto, conocidas))
    .reduce((a, b) => (b.score < a.score ? b : a));
  if (peor.score >= FORTALEZA) return undefined;
  const porque = [peor.feedback.warning, ...peor.feedback.suggestions].filter(Boolean).join(' ');
  return `Esa contraseña se adivina fácil. ${porque || 'Agregue otra palabra que no tenga que ver con las demás.'}`;
}

const DE_LA_CASA = ['autogestion', 'dian', 'muisca', 'impuestos', 'colombia'];
const partes = (dato: string): string[] => [dato, ...dato.split(/[\s@.]+/)].filter((p) => p.length > 2);
