import { definidos } from '../definidos/index.ts';
import { conGuionRecto, plegar, textoEscrito } from '../texto/index.ts';
import { faltasDeDireccion, type FaltaDeDireccion, type PartesDireccion } from './construir.ts';
import { CUADRANTES, grafias, type Cuadrante } from './nomenclatura.ts';

/** An address with street and number as it was understood. What is missing is empty, and among the faults. */
export interface DireccionLeida {
  partes: PartesDireccion;
  /** What stands after the plate, as it was typed: `apto 301 barrio La Paz`. */
  complemento: string;
  faltas: FaltaDeDireccion[];
}

const DE_VIA = grafias('via');
const CUADRANTE = new Map(CUADRANTES.map((c) => [plegar(c), c]));

/** `7ª`, `7ma`, `1ra`: the road is called the seventh, it has no letter. */
const ORDINAL = String.raw`(?:\s?[ªº°]|r[ao]|d[ao]|t[ao]|m[ao]|v[ao]|n[ao])?`;
/** One letter, or the same twice; the N that stands for «número» is none. */
const LETRA = String.raw`(?![nN](?:[oº°.]|\s*[0-9]))(?<L>[A-Za-zÑñ])\k<L>?(?![\p{L}º°])`;
const SUFIJO = String.raw`\s*(bis|norte|sur|este|oeste|occidente|oriente)(?!\p{L})`;
const NUMERO = new RegExp(String.raw`^([0-9]+)${ORDINAL}(?![0-9])(?:\s?(${LETRA}))?`, 'u');
const NUMERAL = /^\s*(?:[,;]\s*)?(?:#+|(?:con|no|nro|num|n[uú]mero)\b\.?|n[º°]?\.?(?=\s*[0-9]))?\s*#?\s*/iu;
/** A road with a name goes up to the number sign, or to the numbers. */
const NOMBRE =
  /^(\p{L}[\p{L}\p{M} .'-]*?(?:\s[0-9]+(?=\s+de\s))?[\p{L}\p{M} .'-]*?)(?=\s*#|\s+(?:no|nro|num|n[uú]mero)\b|\s+n[º°]|\s+[0-9]|$)/iu;

interface Tramo {
  numero: string;
  letra?: string;
  bis?: boolean;
  letraBis?: string;
  cuadrante?: Cuadrante;
}

/**
 * Reads an address typed in one line, however it is abbreviated and with or without its signs: `cll 13a 5-20`,
 * `Carrera 7 No. 45 – 20 apto 301`, `Av. El Dorado # 68-11`. Nothing is guessed: what is not there is a fault of its part.
 */
export function leerDireccion(texto: string): DireccionLeida {
  const limpio = conGuionRecto(textoEscrito(texto)).replace(/^(\p{L}{2,})\.?(?=[0-9])/u, '$1 ');
  const { via, resto: trasVia } = leerVia(limpio);
  const deVia = leerTramo(trasVia);
  // A road is not named after another: `calle calle 5`.
  const deNombre = deVia || leerVia(trasVia).via !== '' ? undefined : NOMBRE.exec(trasVia);
  const principal: Tramo = deVia?.tramo ?? { numero: deNombre?.[1]?.trim() ?? '' };
  const trasPrincipal = deVia?.resto ?? trasVia.slice(deNombre?.[0].length ?? 0);
  const cruce = leerTramo(trasPrincipal.replace(NUMERAL, ''));
  const trasCruce = (cruce?.resto ?? trasPrincipal).replace(/^\s*-?\s*/, '');
  const placa = cruce ? (/^[0-9][\p{L}0-9]*/u.exec(trasCruce)?.[0] ?? '') : '';
  const partes: PartesDireccion = {
    via,
    ...principal,
    generadora: cruce?.tramo.numero ?? '',
    placa,
    ...definidos({
      letraGeneradora: cruce?.tramo.letra,
      bisGeneradora: cruce?.tramo.bis,
      letraBisGeneradora: cruce?.tramo.letraBis,
      cuadranteGeneradora: cruce?.tramo.cuadrante,
    }),
  };
  const complemento = trasCruce.slice(placa.length).replace(/^[\s,;.-]+/, '');
  return { partes, complemento, faltas: faltasDeDireccion(partes) };
}

function leerVia(texto: string): { via: string; resto: string } {
  const palabras = texto.split(' ');
  for (const ancho of [2, 1]) {
    const escrita = palabras.slice(0, ancho).map((p) => p.replace(/[.,]$/, ''));
    const via = escrita.length === ancho ? DE_VIA.get(plegar(escrita.join(' '))) : undefined;
    if (via !== undefined) return { via, resto: sinNumeralQueSobra(palabras.slice(ancho).join(' ')) };
  }
  return { via: '', resto: texto };
}

/** In `calle No. 13 No. 5-20` the first sign says nothing; in `calle # 5-20` it is the road that is missing. */
const sinNumeralQueSobra = (texto: string): string =>
  (texto.match(/[0-9]+/g) ?? []).length > 2 ? texto.replace(NUMERAL, '') : texto;

/** `13 A BIS SUR`: number, letter, BIS with its letter, and where it lies. */
function leerTramo(texto: string): { tramo: Tramo; resto: string } | undefined {
  const cabeza = NUMERO.exec(texto);
  if (!cabeza) return undefined;
  const [todo, numero = '', letra] = cabeza;
  const tramo: Tramo = { numero, ...definidos({ letra: letra?.toUpperCase() }) };
  let resto = texto.slice(todo.length);
  for (let sufijo = SUFIJO_AL_COMIENZO.exec(resto); sufijo; sufijo = SUFIJO_AL_COMIENZO.exec(resto)) {
    const palabra = plegar(sufijo[1] ?? '');
    const cuadrante = CUADRANTE.get(SINONIMO_DE_CUADRANTE.get(palabra) ?? palabra);
    if (palabra === 'bis' ? tramo.bis : tramo.cuadrante) break;
    resto = resto.slice(sufijo[0].length);
    if (cuadrante) tramo.cuadrante = cuadrante;
    else {
      tramo.bis = true;
      const despues = LETRA_DE_BIS.exec(resto);
      if (despues) {
        tramo.letraBis = (despues[1] ?? '').toUpperCase();
        resto = resto.slice(despues[0].length);
      }
    }
  }
  return { tramo, resto };
}

const SUFIJO_AL_COMIENZO = new RegExp(`^${SUFIJO}`, 'iu');
const LETRA_DE_BIS = new RegExp(String.raw`^\s*(${LETRA})`, 'u');
const SINONIMO_DE_CUADRANTE = new Map([
  ['occidente', 'oeste'],
  ['oriente', 'este'],
]);
