import { falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import type { Columna } from './formatos.ts';

type CodigoDeCelda =
  | 'obligatorio'
  | 'formula'
  | 'formula-rota'
  | 'caracteres'
  | 'caracteres-danados'
  | 'largo'
  | 'notacion-cientifica'
  | 'negativo'
  | 'decimales'
  | 'separadores'
  | 'no-es-numero';

/** What a cell says. A figure that is badly written and can be understood brings its value, for the totals. */
type Celda = Resultado<bigint | undefined, CodigoDeCelda, { valor?: bigint }>;

/** A cell that a spreadsheet would run: it begins as a formula does. */
const FORMULA = /^[=+@\t\r]|^-(?!\s*[0-9.,]*$)/;
/** Printable, without the invisible marks that reorder text. */
// eslint-disable-next-line no-control-regex
const INVISIBLES = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** The mark of what could not be decoded, and UTF-8 that was read as Latin-1 (`PeÃ±a`). */
const DANADOS = /\ufffd|Ã[\u0080-\u00bf±³©¡­º‘]/;
const ERROR_DE_HOJA = /^#(?:REF|N\/A|VALUE|¡?VALOR|¡REF|¡?DIV\/0|NAME|¿NOMBRE|NUM|¡NUM|NULL|¡NULO)/i;
const CIENTIFICA = /^([0-9]+)(?:[.,]([0-9]+))?e\+?([0-9]{1,2})$/i;

/** Nothing is wrong with it and it is no figure. */
const BIEN: Celda = { ok: true, valor: undefined };

/** The value of a figure or a code; `undefined` for what is text or is empty. */
export function leerCelda(columna: Columna, texto: string): Celda {
  // Nearly all cells are whole digits, and say what they say.
  if (soloCifras(texto)) {
    const { tipo, cifras = 18, largo = 20 } = columna;
    if ((tipo === 'pesos' || tipo === 'entero') && texto.length <= cifras)
      return { ok: true, valor: BigInt(texto) };
    if (tipo === 'identificacion' && texto.length <= largo) return BIEN;
  }
  if (texto === '' || texto.trim() === '') {
    return columna.obligatoria
      ? falla('obligatorio', `«${columna.nombre}» es obligatorio y está vacío.`)
      : BIEN;
  }
  if (ERROR_DE_HOJA.test(texto)) {
    return falla(
      'formula-rota',
      'La hoja de cálculo dejó aquí un error. Corrija la fórmula y guarde su valor.',
    );
  }
  if (FORMULA.test(texto)) {
    return falla('formula', 'La celda empieza como una fórmula (=, +, - o @). Escriba solo el dato.');
  }
  switch (columna.tipo) {
    case 'texto':
      return leerTexto(columna, texto);
    case 'identificacion':
      return leerIdentificacion(columna, texto);
    case 'numero':
      return leerNumero(texto);
    case 'entero':
    case 'pesos':
      return leerEntero(columna, texto);
  }
}

function soloCifras(texto: string): boolean {
  for (let i = 0; i < texto.length; i += 1) {
    const c = texto.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return texto !== '';
}

function leerTexto({ largo = 450, minimo = 0 }: Columna, texto: string): Celda {
  if (DANADOS.test(texto)) {
    return falla(
      'caracteres-danados',
      'Las tildes o las eñes llegaron dañadas. Guarde el archivo en UTF-8 o en ISO-8859-1.',
    );
  }
  if (INVISIBLES.test(texto)) {
    return falla('caracteres', 'Hay un salto de línea o un carácter invisible. Escriba el dato otra vez.');
  }
  if (texto.length > largo) return falla('largo', `Tiene ${texto.length} caracteres y caben ${largo}.`);
  if (texto.trim().length < minimo) return falla('largo', `Debe tener al menos ${minimo} caracteres.`);
  return BIEN;
}

function leerIdentificacion({ largo = 20 }: Columna, texto: string): Celda {
  if (CIENTIFICA.test(texto)) {
    return falla(
      'notacion-cientifica',
      'La hoja de cálculo abrevió el número y perdió cifras. Ponga la columna como texto y escríbalo completo.',
    );
  }
  if (!/^[a-zA-Z0-9]+$/.test(texto)) {
    return falla('caracteres', 'Solo lleva números y letras, sin puntos, espacios ni guiones.');
  }
  if (texto.length > largo) return falla('largo', `Tiene ${texto.length} caracteres y caben ${largo}.`);
  return BIEN;
}

function leerNumero(texto: string): Celda {
  if (CIENTIFICA.test(texto)) return cientifica(texto);
  const partes = /^(-?[0-9]{1,20})(?:\.[0-9]{1,6})?$/.exec(texto);
  return partes ? { ok: true, valor: BigInt(partes[1] ?? '0') } : noEsNumero();
}

function leerEntero({ cifras = 18 }: Columna, texto: string): Celda {
  if (/^[0-9]+$/.test(texto)) {
    // Codes come with zeros before them: 05 is department 5.
    const util = texto.replace(/^0+(?=[0-9])/, '');
    return util.length > cifras
      ? falla('largo', `Tiene ${util.length} cifras y caben ${cifras}.`)
      : { ok: true, valor: BigInt(util) };
  }
  if (CIENTIFICA.test(texto)) return cientifica(texto);
  if (/^-\s*[0-9]/.test(texto)) return falla('negativo', 'El valor no puede ser negativo.');
  const sinMiles = /^\$?\s*([0-9]{1,3}(?:[., ][0-9]{3})+)$/.exec(texto)?.[1];
  if (sinMiles !== undefined) {
    const valor = BigInt(sinMiles.replace(/[., ]/g, ''));
    return { ...falla('separadores', 'Escriba el número sin separador de miles ni signo de pesos.'), valor };
  }
  const decimales = /^([0-9]{1,20})[.,]([0-9]+)$/.exec(texto);
  if (decimales) {
    const valor = BigInt(decimales[1] ?? '0');
    return { ...falla('decimales', 'Escriba el número sin decimales.'), valor };
  }
  return noEsNumero();
}

const noEsNumero = (): Celda => falla('no-es-numero', 'Debe ser un número, solo con cifras.');

function cientifica(texto: string): Celda {
  const [, entera = '0', decimal = '', exponente = '0'] = CIENTIFICA.exec(texto) ?? [];
  const desplazado = Number(exponente) - decimal.length;
  const valor =
    desplazado >= 0
      ? BigInt(entera + decimal) * 10n ** BigInt(desplazado)
      : BigInt(entera + decimal) / 10n ** BigInt(-desplazado);
  return {
    ...falla(
      'notacion-cientifica',
      'El número está en notación científica. Ponga la columna como número sin decimales y revise sus cifras.',
    ),
    valor,
  };
}
