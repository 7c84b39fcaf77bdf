import { CsvError, parse } from 'csv-parse/sync';

/** A value that somebody wants in a return: `32` or `hechos.dependientes`, and the line of the file where it is. */
interface ValorDeLote {
  clave: string;
  valor: string;
  renglon: number;
}

export interface DeclaracionDeLote {
  formulario: string;
  anio: number;
  periodo: string;
  /** The line where it begins, or its place in the list. */
  renglon: number;
  valores: ValorDeLote[];
}

/** What is wrong, where the file says it. */
export interface FaltaDeLote {
  renglon: number;
  columna: string;
  mensaje: string;
}

/** All that a file has of one client: it is written whole or not at all. */
export interface ClienteDeLote {
  nit: string;
  declaraciones: DeclaracionDeLote[];
  faltas: FaltaDeLote[];
}

type Leido = { ok: true; clientes: ClienteDeLote[] } | { ok: false; mensaje: string };

const COLUMNAS = ['nit', 'formulario', 'anio', 'periodo', 'casilla', 'valor'] as const;
const RENGLONES_MAXIMOS = 10_000;
const CLIENTES_MAXIMOS = 200;
const VALOR_MAXIMO = 2_000;

const mal = (mensaje: string): Leido => ({ ok: false, mensaje });

/** CSV with a line for each client and box, or JSON `{ "declaraciones": [{ nit, formulario, anio, periodo, casillas, hechos }] }`. */
export function leerLote(texto: string): Leido {
  const limpio = texto.replace(/^\uFEFF/, '').trim();
  if (limpio === '') return mal('Elija un archivo o pegue lo que quiere preparar.');
  const leido = limpio.startsWith('{') ? deJson(limpio) : deCsv(limpio);
  if (leido.ok && leido.clientes.length > CLIENTES_MAXIMOS)
    return mal(`Hay más de ${CLIENTES_MAXIMOS} clientes. Divida el archivo.`);
  return leido;
}

function deCsv(texto: string): Leido {
  let filas: string[][];
  try {
    filas = parse(texto, {
      delimiter: [';', ',', '\t'],
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
      to: RENGLONES_MAXIMOS + 2,
    });
  } catch (error) {
    if (error instanceof CsvError) return mal('El CSV no se puede leer: revise que cada comilla se cierre.');
    throw error;
  }
  if (filas.length > RENGLONES_MAXIMOS + 1)
    return mal(`El archivo pasa de ${RENGLONES_MAXIMOS} renglones. Divídalo.`);
  const [cabeza = [], ...resto] = filas;
  const titulos = cabeza.map((t) =>
    t.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace('ano', 'anio'),
  );
  const falta = COLUMNAS.find((c) => !titulos.includes(c));
  if (falta) return mal(`Falta la columna «${falta}». El primer renglón debe decir: ${COLUMNAS.join(';')}.`);
  const lote = new Lote();
  for (const [i, fila] of resto.entries()) {
    if (fila.every((celda) => celda === '')) continue;
    const de = (columna: (typeof COLUMNAS)[number]) => fila[titulos.indexOf(columna)] ?? '';
    const renglon = i + 2;
    const d = lote.declaracion({ ...cualDe(de), renglon });
    if (d) lote.valor(d, { clave: de('casilla'), valor: de('valor'), renglon });
  }
  return lote.leido();
}

const cualDe = (de: (c: 'nit' | 'formulario' | 'anio' | 'periodo') => string) => ({
  nit: de('nit'),
  formulario: de('formulario'),
  anio: de('anio'),
  periodo: de('periodo'),
});

function deJson(texto: string): Leido {
  let dicho: unknown;
  try {
    dicho = JSON.parse(texto);
  } catch {
    return mal('El JSON no se puede leer: le sobra o le falta una coma, una comilla o una llave.');
  }
  return deObjeto(dicho);
}

/** The same, of what a program sends. */
export function deObjeto(dicho: unknown): Leido {
  const lista = esObjeto(dicho) ? dicho.declaraciones : undefined;
  if (!Array.isArray(lista)) return mal('El JSON debe decir «declaraciones», con una lista.');
  const lote = new Lote();
  let cuantos = 0;
  for (const [i, uno] of lista.entries()) {
    const renglon = i + 1;
    if (!esObjeto(uno)) return mal(`La declaración ${renglon} de la lista no es un objeto.`);
    const de = (c: 'nit' | 'formulario' | 'anio' | 'periodo') => escalar(uno[c]) ?? '';
    const d = lote.declaracion({ ...cualDe(de), renglon });
    if (!d) continue;
    for (const [grupo, prefijo] of [
      ['casillas', ''],
      ['hechos', 'hechos.'],
    ] as const) {
      const valores = uno[grupo] ?? {};
      if (!esObjeto(valores)) {
        lote.falta(d.nit, { renglon, columna: grupo, mensaje: `«${grupo}» debe ser un objeto.` });
        continue;
      }
      for (const [clave, valor] of Object.entries(valores)) {
        cuantos += 1;
        if (cuantos > RENGLONES_MAXIMOS)
          return mal(`Hay más de ${RENGLONES_MAXIMOS} valores. Divida el archivo.`);
        const escrito = escalar(valor);
        if (escrito === undefined)
          lote.falta(d.nit, {
            renglon,
            columna: `${prefijo}${clave.slice(0, 40)}`,
            mensaje: 'Debe ser un número o un texto.',
          });
        else lote.valor(d, { clave: `${prefijo}${clave}`, valor: escrito, renglon });
      }
    }
  }
  return lote.leido();
}

const esObjeto = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

function escalar(v: unknown): string | undefined {
  if (typeof v === 'string') return v;
  if (typeof v === 'number') return Number.isFinite(v) ? String(v) : undefined;
  return typeof v === 'boolean' ? (v ? 'si' : 'no') : undefined;
}

interface Abierta extends DeclaracionDeLote {
  nit: string;
}

/** What is being read, by client. */
class Lote {
  readonly #clientes = new Map<string, ClienteDeLote>();
  readonly #abiertas = new Map<string, Abierta>();

  /** @returns nothing where it is not said of which return it is: that is a fault already */
  declaracion(
    d: Record<'nit' | 'formulario' | 'anio' | 'periodo', string> & { renglon: number },
  ): Abierta | undefined {
    const { renglon } = d;
    const nit = (d.nit.split('-')[0] ?? '').replace(/[.\s]/g, '');
    const di = (columna: string, mensaje: string) => this.falta(nit || d.nit, { renglon, columna, mensaje });
    if (!/^[1-9]\d{4,14}$/.test(nit)) di('nit', 'Escriba el NIT sin dígito de verificación.');
    if (!/^\d{3,4}$/.test(d.formulario)) di('formulario', 'Escriba 210, 2593 o 260.');
    if (!/^20\d{2}$/.test(d.anio)) di('anio', 'Escriba el año gravable, con cuatro cifras.');
    const sirve = this.#clientes.get(nit || d.nit)?.faltas.every((f) => f.renglon !== renglon) ?? true;
    if (!sirve) return undefined;
    const periodo = d.periodo === '' ? 'anual' : d.periodo.toLowerCase();
    const clave = [nit, d.formulario, d.anio, periodo].join('.');
    const abierta = this.#abiertas.get(clave);
    if (abierta) return abierta;
    const nueva: Abierta = {
      nit,
      formulario: d.formulario,
      anio: Number(d.anio),
      periodo,
      renglon,
      valores: [],
    };
    this.#abiertas.set(clave, nueva);
    this.#de(nit).declaraciones.push(nueva);
    return nueva;
  }

  valor(d: Abierta, v: ValorDeLote): void {
    const { renglon } = v;
    if (v.clave === '')
      return this.falta(d.nit, { renglon, columna: 'casilla', mensaje: 'Falta la casilla.' });
    if (v.valor.length > VALOR_MAXIMO)
      return this.falta(d.nit, { renglon, columna: 'valor', mensaje: 'El valor es demasiado largo.' });
    if (d.valores.some((x) => x.clave === v.clave))
      return this.falta(d.nit, {
        renglon,
        columna: 'casilla',
        mensaje: `La casilla ${v.clave.slice(0, 40)} está dos veces.`,
      });
    d.valores.push(v);
  }

  falta(nit: string, f: FaltaDeLote): void {
    this.#de(nit).faltas.push(f);
  }

  #de(nit: string): ClienteDeLote {
    const hecho = this.#clientes.get(nit);
    if (hecho) return hecho;
    const nuevo = { nit, declaraciones: [], faltas: [] };
    this.#clientes.set(nit, nuevo);
    return nuevo;
  }

  leido(): Leido {
    if (this.#clientes.size === 0) return mal('No hay ningún renglón después de los títulos.');
    return { ok: true, clientes: [...this.#clientes.values()] };
  }
}
