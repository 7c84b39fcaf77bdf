/** A value of a PDF (ISO 32000-1 § 7.3). What strings say is never needed here: they are only stepped over. */
export type Valor = null | boolean | number | string | Cadena | Referencia | Valor[] | Diccionario;
/** Names are plain texts, with their `#xx` already read: `/J#53` is `JS`. */
export type Diccionario = Map<string, Valor>;
interface Cadena {
  clase: 'cadena';
}
interface Referencia {
  clase: 'referencia';
  numero: number;
}

const CADENA: Cadena = { clase: 'cadena' };

/** The file, or what it spends to be read, is beyond what an honest one needs. */
export class PdfIlegible extends Error {
  override name = 'PdfIlegible';
}

/** Deeper than any producer nests; readers that recurse would fall. */
const PROFUNDIDAD_MAXIMA = 100;

/** How many bytes may still be read: shared by all the readers of a file, so that no form of it takes long. */
export interface Presupuesto {
  quedan: number;
}

/** @throws PdfIlegible when nothing is left */
export function gastar(presupuesto: Presupuesto, cuanto: number): void {
  presupuesto.quedan -= cuanto;
  if (presupuesto.quedan < 0) throw new PdfIlegible('It takes too long to read');
}

/**
 * What one object may hold: a word is one, a list or a dictionary, which take more memory than they are written with,
 * some more. The largest of honest files, the widths of a font or the leaves of a tree, are some 200.000 words.
 */
const PESO_MAXIMO = 1_000_000;
const PESO_DE_LISTA = 24;
/** A name is 127 bytes at most (ISO 32000-1, annex C): of a longer one nothing more is of use. */
const LARGO_DE_NOMBRE = 1_024;

const [NUL, TAB, SALTO, PAGINA, RETORNO, ESPACIO] = [0, 9, 10, 12, 13, 32];
const blanco = (b: number | undefined): boolean =>
  b === ESPACIO || b === SALTO || b === RETORNO || b === TAB || b === PAGINA || b === NUL;
const DELIMITADORES = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));
const regular = (b: number | undefined): boolean => b !== undefined && !blanco(b) && !DELIMITADORES.has(b);
const c = (letra: string): number => letra.charCodeAt(0);

interface Marco {
  esDiccionario: boolean;
  valores: Valor[];
}

/**
 * Reads the value at a position. Forgiving as readers are (unknown words are null, an odd entry is left out), so that
 * what one of them would see is seen here; without recursion.
 * @throws PdfIlegible when it does not end, nests too deep or the budget is over
 */
export function leerValor(
  bytes: Uint8Array,
  desde: number,
  presupuesto: Presupuesto,
): { valor: Valor; fin: number } {
  const pila: Marco[] = [];
  let i = desde;
  let peso = 0;
  for (;;) {
    const antes = i;
    const { simbolo, valor, fin } = siguiente(bytes, i);
    i = fin;
    gastar(presupuesto, Math.max(1, i - antes));
    peso += simbolo === '[' || simbolo === '<<' ? PESO_DE_LISTA : 1;
    if (peso > PESO_MAXIMO) throw new PdfIlegible('It holds too much in one object');
    if (simbolo === 'fin') throw new PdfIlegible('It ends inside an object');
    const marco = pila.at(-1);
    if (simbolo === '[' || simbolo === '<<') {
      if (pila.length >= PROFUNDIDAD_MAXIMA) throw new PdfIlegible('It nests too deep');
      pila.push({ esDiccionario: simbolo === '<<', valores: [] });
      continue;
    }
    const cierra = simbolo === ']' || simbolo === '>>';
    // A bracket that closes nothing is stepped over inside, and is no value outside.
    if (cierra && !marco) return { valor: null, fin: i };
    const hecho = cierra && marco ? cerrar(pila, marco) : valor;
    const dentro = pila.at(-1);
    if (!dentro) return { valor: hecho, fin: i };
    if (simbolo === 'R') referir(dentro);
    else dentro.valores.push(hecho);
  }
}

/** An entry of a dictionary, and where its value is written. */
interface Entrada {
  clave: string;
  valor: Valor;
  inicio: number;
  fin: number;
}

/**
 * The entries of the dictionary at a position, repeated ones too, and where it ends; undefined when there is none.
 * @throws PdfIlegible as `leerValor`
 */
export function leerEntradas(
  bytes: Uint8Array,
  desde: number,
  presupuesto: Presupuesto,
): { entradas: Entrada[]; fin: number } | undefined {
  const cierra = (donde: number) => bytes[donde] === c('>') && bytes[donde + 1] === c('>');
  let i = saltarBlancos(bytes, desde);
  if (bytes[i] !== c('<') || bytes[i + 1] !== c('<')) return undefined;
  i = saltarBlancos(bytes, i + 2);
  const entradas: Entrada[] = [];
  while (!cierra(i)) {
    const clave = leerValor(bytes, i, presupuesto);
    const inicio = saltarBlancos(bytes, clave.fin);
    if (typeof clave.valor !== 'string' || bytes[i] !== c('/') || cierra(inicio)) return undefined;
    const { valor, fin } = leerValor(bytes, inicio, presupuesto);
    entradas.push({ clave: clave.valor, valor, inicio, fin });
    // A reference is three words; the two that are left say nothing here.
    for (i = saltarBlancos(bytes, fin); bytes[i] !== c('/') && !cierra(i); i = saltarBlancos(bytes, i))
      i = leerValor(bytes, i, presupuesto).fin;
  }
  return { entradas, fin: i + 2 };
}

function cerrar(pila: Marco[], marco: Marco): Valor {
  pila.pop();
  if (!marco.esDiccionario) return marco.valores;
  const d: Diccionario = new Map();
  for (let k = 0; k + 1 < marco.valores.length; k += 2) {
    const clave = marco.valores[k];
    if (typeof clave === 'string') d.set(clave, marco.valores[k + 1] ?? null);
  }
  return d;
}

/** `12 0 R`: the two numbers before become one reference. */
function referir({ valores }: Marco): void {
  valores.pop();
  const numero = valores.pop();
  valores.push(typeof numero === 'number' ? { clase: 'referencia', numero } : null);
}

interface Pieza {
  simbolo: '[' | ']' | '<<' | '>>' | 'R' | 'valor' | 'fin';
  valor: Valor;
  fin: number;
}
const pieza = (simbolo: Pieza['simbolo'], fin: number, valor: Valor = null): Pieza => ({
  simbolo,
  valor,
  fin,
});

function siguiente(bytes: Uint8Array, desde: number): Pieza {
  const i = saltarBlancos(bytes, desde);
  const b = bytes[i];
  if (b === undefined) return pieza('fin', i);
  if (b === c('/')) return nombre(bytes, i + 1);
  if (b === c('(')) return cadena(bytes, i + 1);
  if (b === c('<')) return bytes[i + 1] === b ? pieza('<<', i + 2) : hexadecimal(bytes, i + 1);
  if (b === c('>')) return bytes[i + 1] === b ? pieza('>>', i + 2) : pieza('valor', i + 1);
  if (b === c('[')) return pieza('[', i + 1);
  if (b === c(']')) return pieza(']', i + 1);
  if (!regular(b)) return pieza('valor', i + 1);
  const fin = finDePalabra(bytes, i);
  const palabra = texto(bytes, i, Math.min(fin, i + 64));
  if (palabra === 'R') return pieza('R', fin);
  if (palabra === 'true' || palabra === 'false') return pieza('valor', fin, palabra === 'true');
  // Two objects run into each other: the first one never ended.
  if (palabra === 'endobj' || palabra === 'obj' || palabra === 'stream') return pieza('fin', fin);
  const numero = Number(palabra);
  return pieza('valor', fin, Number.isNaN(numero) ? null : numero);
}

/** White space and comments (§ 7.2.3). */
export function saltarBlancos(bytes: Uint8Array, desde: number): number {
  let i = desde;
  for (;;) {
    while (blanco(bytes[i])) i++;
    if (bytes[i] !== c('%')) return i;
    while (i < bytes.length && bytes[i] !== SALTO && bytes[i] !== RETORNO) i++;
  }
}

const texto = (bytes: Uint8Array, desde: number, hasta: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + desde, Math.max(0, hasta - desde)).toString('latin1');

function finDePalabra(bytes: Uint8Array, desde: number): number {
  let i = desde;
  while (regular(bytes[i])) i++;
  return i;
}

function nombre(bytes: Uint8Array, desde: number): Pieza {
  const fin = finDePalabra(bytes, desde);
  const escrito = texto(bytes, desde, Math.min(fin, desde + LARGO_DE_NOMBRE));
  const leido = escrito.includes('#')
    ? escrito.replace(/#([0-9a-f]{2})/gi, (_, h: string) => String.fromCharCode(Number.parseInt(h, 16)))
    : escrito;
  return pieza('valor', fin, leido);
}

function cadena(bytes: Uint8Array, desde: number): Pieza {
  let abiertos = 1;
  let i = desde;
  for (; i < bytes.length && abiertos > 0; i++) {
    if (bytes[i] === c('\\')) i++;
    else if (bytes[i] === c('(')) abiertos++;
    else if (bytes[i] === c(')')) abiertos--;
  }
  return abiertos > 0 ? pieza('fin', i) : pieza('valor', i, CADENA);
}

function hexadecimal(bytes: Uint8Array, desde: number): Pieza {
  const fin = bytes.indexOf(c('>'), desde);
  return fin < 0 ? pieza('fin', bytes.length) : pieza('valor', fin + 1, CADENA);
}
