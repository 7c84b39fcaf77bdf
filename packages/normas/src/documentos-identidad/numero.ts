import { analizarNit, digitoDeVerificacion, separarMiles } from '../nit/index.ts';
import { sinSeparadores, textoEscrito } from '../texto/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { tipoDocumento } from './tipos.ts';

export type CodigoErrorDocumento =
  'tipo-desconocido' | 'vacio' | 'solo-digitos' | 'caracteres' | 'largo' | 'nit' | 'dv-no-coincide';

interface ReglaDeForma {
  /** Before the number when it is written for a person. */
  sigla: string;
  /** With its article, for messages. */
  nombre: string;
  minimo: number;
  maximo: number;
  letras: boolean;
}

/**
 * What the number of each document looks like. No legal source fixes these lengths: they are rules of
 * form of this office, wide on purpose, that catch slips of the finger; whether the document exists is
 * for the identity registry to say. A cédula has 3 to 10 digits, since 2003 the ten of the NUIP.
 */
const FORMAS: Record<string, ReglaDeForma> = {
  '11': { sigla: 'R.C.', nombre: 'El registro civil', minimo: 6, maximo: 15, letras: true },
  '12': { sigla: 'T.I.', nombre: 'La tarjeta de identidad', minimo: 10, maximo: 11, letras: false },
  '13': { sigla: 'C.C.', nombre: 'La cédula de ciudadanía', minimo: 3, maximo: 10, letras: false },
  '21': { sigla: 'T.E.', nombre: 'La tarjeta de extranjería', minimo: 3, maximo: 15, letras: true },
  '22': { sigla: 'C.E.', nombre: 'La cédula de extranjería', minimo: 3, maximo: 10, letras: false },
  '41': { sigla: 'Pasaporte', nombre: 'El pasaporte', minimo: 5, maximo: 15, letras: true },
  '46': { sigla: 'C.D.', nombre: 'El carné diplomático', minimo: 3, maximo: 15, letras: true },
  '47': { sigla: 'PEP', nombre: 'El PEP', minimo: 15, maximo: 15, letras: false },
  '48': { sigla: 'PPT', nombre: 'El PPT', minimo: 5, maximo: 10, letras: false },
  '91': { sigla: 'NUIP', nombre: 'El NUIP', minimo: 10, maximo: 10, letras: false },
};

const OTRA_FORMA: ReglaDeForma = { sigla: '', nombre: 'El documento', minimo: 3, maximo: 20, letras: true };

/**
 * Without spaces nor the marks that people put between groups, in capitals: `52.418.906`, `1'990,200` and `ab 123` are
 * `52418906`, `1990200` and `AB123`.
 */
export function normalizarNumeroDocumento(texto: string): string {
  // Twice: a capital may be written in more marks than its small letter had (ΐ), and those are read too.
  return sinSeparadores(sinSeparadores(texto).toUpperCase());
}

/**
 * `C.C. No. 1.990.200.001 de Bogotá` → `1.990.200.001`: without the name of its type nor the place of issue, where the
 * number has only digits.
 */
function sinLoQueRodea({ sigla }: ReglaDeForma, texto: string): string {
  const letras = sigla.replaceAll('.', '').split('').join('[. ]*');
  const rotulo = `(?:${letras}|c[eé]dula(?: de (?:ciudadan[ií]a|extranjer[ií]a))?|documento|NUIP)`;
  const ordinal = '(?:n[uú]mero|n[uú]m|nro|no|n?[º°])';
  return textoEscrito(texto)
    .replace(new RegExp(`^(?:${rotulo}(?![a-z]))?[. :#]*(?:${ordinal}(?![a-z]))?[. :#]*(?=[0-9'])`, 'i'), '')
    .replace(/(?<=[0-9])[ .,]+(?:de|expedida en) \p{L}[\p{L} .,]*$/iu, '');
}

const CEDULA = '13';

/** `1.990.200.001-5`, `1.990.200.001 DV 5` and, since no cédula has eleven digits, `19902000015`. */
function separarDigito(texto: string): { numero: string; digito: string } | undefined {
  const [, conGuion, digito] = /^(.*[0-9])\s*(?:[‐-―−-]|D\.?\s?V\.?:?)\s*([0-9])$/i.exec(texto) ?? [];
  if (conGuion !== undefined && digito !== undefined)
    return { numero: normalizarNumeroDocumento(conGuion), digito };
  const seguido = normalizarNumeroDocumento(texto);
  if (!/^[1-9][0-9]{10}$/.test(seguido)) return undefined;
  const partes = { numero: seguido.slice(0, -1), digito: seguido.slice(-1) };
  return String(digitoDeVerificacion(partes.numero)) === partes.digito ? partes : undefined;
}

/**
 * The normalised number, or why it cannot be the number of a document of this type. For a NIT (31), the
 * number without check digit.
 */
export function analizarNumeroDocumento(
  tipo: string,
  texto: string,
): Resultado<string, CodigoErrorDocumento> {
  if (!tipoDocumento(tipo)) return falla('tipo-desconocido', 'Elija el tipo de documento de la lista.');
  if (tipo === '31') {
    const nit = analizarNit(texto);
    return nit.ok ? bien(nit.valor.nit) : falla('nit', nit.mensaje);
  }
  const forma = FORMAS[tipo] ?? OTRA_FORMA;
  const escrito = forma.letras ? texto : sinLoQueRodea(forma, texto);
  const conDigito = tipo === CEDULA ? separarDigito(escrito) : undefined;
  const numero = conDigito?.numero ?? normalizarNumeroDocumento(escrito);
  if (numero === '') return falla('vacio', 'Escriba el número del documento.');
  if (!/^[A-Z0-9]+$/.test(numero)) {
    return falla(
      'caracteres',
      `${forma.nombre} solo lleva números${forma.letras ? ' y letras sin tilde' : ''}.`,
    );
  }
  if (!forma.letras && !/^[0-9]+$/.test(numero)) {
    return falla('solo-digitos', `${forma.nombre} solo lleva números. Escríbalo sin letras.`);
  }
  const util = forma.letras ? numero : numero.replace(/^0+/, '');
  if (util.length < forma.minimo || util.length > forma.maximo) {
    return falla('largo', `${forma.nombre} tiene ${cuantos(forma)}; usted escribió ${util.length}.`);
  }
  if (conDigito && String(digitoDeVerificacion(util)) !== conDigito.digito) {
    return falla(
      'dv-no-coincide',
      `El dígito de verificación ${conDigito.digito} no corresponde a la cédula ${separarMiles(util)}. Revise el número, o escríbalo sin ese dígito.`,
    );
  }
  return bien(util);
}

/** `formatearDocumento('13', '52418906')` → `C.C. 52.418.906`. */
export function formatearDocumento(tipo: string, numero: string): string {
  const { sigla } = FORMAS[tipo] ?? OTRA_FORMA;
  if (tipo === '31') return `NIT ${separarMiles(numero)}`;
  const escrito = tipo === '47' ? numero : separarMiles(numero);
  return sigla === '' ? escrito : `${sigla} ${escrito}`;
}

function cuantos({ minimo, maximo, letras }: ReglaDeForma): string {
  const que = letras ? 'números o letras' : 'números';
  return minimo === maximo ? `${minimo} ${que}` : `de ${minimo} a ${maximo} ${que}`;
}
