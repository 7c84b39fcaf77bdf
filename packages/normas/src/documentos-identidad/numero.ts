import { analizarNit, separarMiles } from '../nit/index.ts';
import { textoEscrito } from '../texto/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { tipoDocumento } from './tipos.ts';

export type CodigoErrorDocumento =
  'tipo-desconocido' | 'vacio' | 'solo-digitos' | 'caracteres' | 'largo' | 'nit';

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
  return textoEscrito(texto)
    .replace(/[\s.,'’´‐‑‒–—−-]/g, '')
    .normalize('NFC')
    .toUpperCase();
}

/** `C.C. 1.990.200.001-5` → `1.990.200.001`: without the abbreviation of its type nor the check digit that is right. */
function soloElNumero(tipo: string, { sigla }: ReglaDeForma, texto: string): string {
  const letras = sigla.replaceAll('.', '').split('').join('[. ]*');
  const numero = textoEscrito(texto).replace(new RegExp(`^${letras}[. :#]*(?=[0-9])`, 'i'), '');
  if (tipo !== CEDULA || !/[0-9]\s*[‐‑‒–—−-]\s*[0-9]$/.test(numero)) return numero;
  const conDigito = analizarNit(numero.replace(/[,'’´]/g, ''));
  return conDigito.ok && conDigito.valor.dvEscrito ? conDigito.valor.nit : numero;
}

const CEDULA = '13';

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
  const numero = normalizarNumeroDocumento(forma.letras ? texto : soloElNumero(tipo, forma, texto));
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
