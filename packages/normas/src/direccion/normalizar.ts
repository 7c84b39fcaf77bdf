import { construirDireccion } from './construir.ts';
import { leerDireccion } from './leer.ts';
import { plegar } from '../texto/index.ts';
import { CUADRANTES, grafias } from './nomenclatura.ts';

const DE_VIA = grafias('via');
const DE_COMPLEMENTO = grafias('complemento');
const CUADRANTE_PLEGADO = new Map(CUADRANTES.map((c) => [plegar(c), c]));

/** Followed by a name (`BR La Candelaria`); the other complements, by a number or a letter (`AP 301`). */
const CON_NOMBRE = new Set([
  'AG',
  'AE',
  'BR',
  'CD',
  'CE',
  'CO',
  'CTO',
  'ED',
  'FI',
  'PQ',
  'SC',
  'UL',
  'UR',
  'VD',
  'ZN',
]);

/** After these, a word is part of a name: `Torres del Parque`, `Casa de la Cultura`. */
const PALABRAS_DE_NOMBRE = new Set(['de', 'del', 'la', 'las', 'el', 'los', 'y', 'a', 'al']);

/** `5 B BIS SUR - 20`: number, letter (single or doubled), suffixes and plate. */
const CRUCE =
  /^\s*([0-9]+)\s?(([A-ZÑ])\3?(?![A-ZÑ]))?((?:\s?(?:bis|norte|sur|este|oeste)(?![A-ZÑ]))*)\s*-\s*([0-9]+)(?=[\s,.]|$)/iu;

/**
 * Rewrites an address typed freely with the conventions of the nomenclature, and leaves as typed what
 * has none (Resolución DIAN 203 de 2005): `calle 13a bis sur No 5-20 apto 301 barrio La Paz` →
 * `CL 13 A BIS SUR # 5 - 20 AP 301 BR La Paz`. A rural address keeps its own words. Normalising twice
 * changes nothing.
 */
export function normalizarDireccion(texto: string): string {
  let una = texto;
  for (let vez = 0; vez < VUELTAS; vez++) {
    const otra = normalizarUnaVez(una);
    if (otra === una) break;
    una = otra;
  }
  return una;
}

/** What has a sign too many is read anew without it; more than this nobody writes. */
const VUELTAS = 8;

function normalizarUnaVez(texto: string): string {
  const leida = leerDireccion(texto);
  if (leida.faltas.length === 0) {
    const urbana = construirDireccion(leida.partes);
    if (urbana.ok) return unir([urbana.valor, ...complementos(palabras(leida.complemento))]);
  }
  const limpio = texto.trim().replace(/\s+/g, ' ');
  const via = abreviaturaEn(palabras(limpio), 0, DE_VIA);
  if (!via || !/[0-9]/.test(limpio)) return unir(complementos(palabras(limpio)));
  const resto = palabras(limpio).slice(via.ancho);
  const cabeza = /^(.*?)#(.*)$/.exec(conNumeral(resto.join(' ')));
  if (!cabeza) return unir([via.codigo, ...complementos(resto)]);
  const [, antes = '', despues = ''] = cabeza;
  const cruce = CRUCE.exec(despues);
  if (!cruce) return unir([via.codigo, ...tramo(antes), '#', ...complementos(palabras(despues))]);
  const [todo, generadora = '', letra = '', , sufijos = '', placa = ''] = cruce;
  return unir([
    via.codigo,
    ...tramo(antes),
    '#',
    generadora,
    letra.toUpperCase(),
    sufijos.trim().toUpperCase(),
    '-',
    placa,
    ...complementos(palabras(despues.slice(todo.length))),
  ]);
}

const NUMERAL = String.raw`(?:#|(?:no|nro|num|número|numero)\b\.?|n[º°]\.?)\s*(?=[0-9])`;
const NUMERAL_AL_COMIENZO = new RegExp(`^${NUMERAL}(?=.*\\s${NUMERAL})`, 'iu');
const PRIMER_NUMERAL = new RegExp(`(^|\\s)${NUMERAL}`, 'iu');

/**
 * Writes the number sign that people spell `No.`, `Nº` or `número`, once and only where a number
 * follows; in `calle No. 13 No. 5-20` the first one says nothing.
 */
function conNumeral(texto: string): string {
  const uno = texto.replace(NUMERAL_AL_COMIENZO, '');
  return uno.includes('#') ? uno : uno.replace(PRIMER_NUMERAL, '$1# ');
}

/** What stands between the road and the `#`: `13a bis sur` → `13 A BIS SUR`. */
function tramo(texto: string): string[] {
  return palabras(texto).flatMap((palabra) => {
    const numeroYLetra = /^([0-9]+)([A-Za-zÑñ]{1,2})$/u.exec(palabra);
    if (numeroYLetra) return [numeroYLetra[1] ?? '', (numeroYLetra[2] ?? '').toUpperCase()];
    const cuadrante = CUADRANTE_PLEGADO.get(plegar(palabra));
    if (cuadrante) return [cuadrante];
    return /^(?:bis|[a-zñ])$/i.test(palabra) ? [palabra.toUpperCase()] : [palabra];
  });
}

function complementos(tokens: readonly string[]): string[] {
  const salida: string[] = [];
  let enNombre = false;
  for (let i = 0; i < tokens.length;) {
    const hallado = abreviaturaEn(tokens, i, DE_COMPLEMENTO);
    const siguiente = tokens[i + (hallado?.ancho ?? 1)];
    const anterior = plegar(tokens[i - 1] ?? '');
    const cabe =
      hallado !== undefined &&
      !enNombre &&
      !PALABRAS_DE_NOMBRE.has(anterior) &&
      siguiente !== undefined &&
      (CON_NOMBRE.has(hallado.codigo) || /^(?:[A-Za-zÑñ]|\p{L}?-?[0-9].*)[,.]?$/u.test(siguiente));
    if (cabe) {
      const previa = salida.at(-1);
      if (previa?.endsWith(',')) salida.splice(-1, 1, previa.slice(0, -1));
      salida.push(hallado.codigo);
      enNombre = CON_NOMBRE.has(hallado.codigo);
      i += hallado.ancho;
    } else {
      salida.push(tokens[i] ?? '');
      enNombre = false;
      i += 1;
    }
  }
  return salida;
}

/** The convention that begins at a word, trying spellings of two words before those of one. */
function abreviaturaEn(tokens: readonly string[], i: number, tabla: ReadonlyMap<string, string>) {
  for (const ancho of [2, 1]) {
    const trozo = tokens.slice(i, i + ancho);
    if (trozo.length < ancho) continue;
    const codigo = tabla.get(plegar(trozo.map((t) => t.replace(/\.$/, '')).join(' ')));
    if (codigo) return { codigo, ancho };
  }
  return undefined;
}

function palabras(texto: string): string[] {
  return texto.split(' ').filter((p) => p !== '' && p !== ',');
}

function unir(piezas: readonly string[]): string {
  return piezas.filter((p) => p !== '').join(' ');
}
