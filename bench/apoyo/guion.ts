/** A value of a statement as `grabadora.mjs` writes it. */
type Valor = string | number | boolean | null | { hex: string } | { ms: number } | { json: unknown };

/** A statement that the office sent, and what the database answered. */
export interface Sentencia {
  texto: string;
  valores: Valor[];
  filas: Record<string, Valor>[];
}

/** Text made of fixed pieces and of slots (numbers), filled at each repetition. */
export type Plantilla = (string | number)[];

export type Parametro =
  | { tipo: 'texto'; plantilla: Plantilla }
  | { tipo: 'bytes'; ranura: number }
  /** Milliseconds from the start of the recording. */
  | { tipo: 'fecha'; desfase: number }
  | { tipo: 'fijo'; valor: unknown };

export interface Instruccion {
  texto: Plantilla;
  valores: Parametro[];
  /** Columns of the first row that later statements use. */
  guarda: { columna: string; ranura: number }[];
}

/** What the office sends for one request, ready to be sent again for somebody else. */
export interface Guion {
  peticiones: Instruccion[][];
  /** Slots that whoever repeats it fills beforehand, by name. */
  externos: Record<string, number>;
  /** Slots of identifiers, tokens and hashes that are made anew for each repetition. */
  nuevos: { ranura: number; clase: 'uuid' | 'codigo' | 'bytes'; largo: number }[];
  ranuras: number;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const CODIGO = /\b[0-9a-hjkmnp-tv-z]{26}\b/;

/**
 * Turns a recording into a script: whatever names the recorded person or one of their rows becomes a slot. Slots are
 * known from outside (`externos`), from an earlier answer of the database, or made anew.
 *
 * @param peticiones statements of each request, in order
 * @param externos value in the recording of what the repeater will say
 * @throws RangeError when a transaction opens inside another, or is not closed
 */
export function compilar(
  peticiones: readonly (readonly Sentencia[])[],
  externos: Record<string, string | { hex: string }>,
): Guion {
  const ranuras = new Map<string, number>();
  const nuevos: Guion['nuevos'] = [];
  const ranuraDe = (valor: string) => {
    const conocida = ranuras.get(valor);
    if (conocida !== undefined) return conocida;
    ranuras.set(valor, ranuras.size);
    return ranuras.size - 1;
  };
  const crear = (valor: string, clase: 'uuid' | 'codigo' | 'bytes') => {
    const antes = ranuras.size;
    const ranura = ranuraDe(valor);
    const largo = clase === 'bytes' ? valor.length / 2 : valor.length;
    if (ranura === antes) nuevos.push({ ranura, clase, largo });
    return ranura;
  };
  const deFuera = Object.fromEntries(
    Object.entries(externos).map(([nombre, v]) => [nombre, ranuraDe(typeof v === 'string' ? v : v.hex)]),
  );
  const inicio = primeraFecha(peticiones);

  const plantilla = (texto: string): Plantilla => {
    const conocidos = [...ranuras.keys()].sort((a, b) => b.length - a.length).map(escapar);
    const marcas = new RegExp([...conocidos, UUID.source, CODIGO.source].join('|'), 'g');
    const trozos: Plantilla = [];
    let desde = 0;
    for (const { 0: hallado, index } of texto.matchAll(marcas)) {
      trozos.push(texto.slice(desde, index), crear(hallado, UUID.test(hallado) ? 'uuid' : 'codigo'));
      desde = index + hallado.length;
    }
    return [...trozos, texto.slice(desde)].filter((t) => t !== '');
  };
  const parametro = (v: Valor): Parametro => {
    if (typeof v === 'string') return { tipo: 'texto', plantilla: plantilla(v) };
    if (typeof v !== 'object' || v === null) return { tipo: 'fijo', valor: v };
    if ('hex' in v) return { tipo: 'bytes', ranura: crear(v.hex, 'bytes') };
    if ('ms' in v) return { tipo: 'fecha', desfase: v.ms - inicio };
    return { tipo: 'fijo', valor: v.json };
  };
  const instruccion = (s: Sentencia): Instruccion => {
    const lista = { texto: plantilla(s.texto), valores: s.valores.map(parametro) };
    const guarda: Instruccion['guarda'] = [];
    for (const [columna, v] of Object.entries(s.filas[0] ?? {})) {
      if (typeof v === 'string' && nombraAlgo(v) && !ranuras.has(v))
        guarda.push({ columna, ranura: ranuraDe(v) });
    }
    return { ...lista, guarda };
  };
  peticiones.forEach(exigirTransacciones);
  const compiladas = peticiones.map((sentencias) => sentencias.map(instruccion));
  return { peticiones: compiladas, externos: deFuera, nuevos, ranuras: ranuras.size };
}

export const abre = (texto: string): boolean => texto.startsWith('begin');
export const cierra = (texto: string): boolean => texto.endsWith('commit');

/** Numbers of radicado and form, identifiers: long, and with digits. */
const nombraAlgo = (v: string) => v.length >= 12 && /\d/.test(v);

const escapar = (texto: string) => texto.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function primeraFecha(peticiones: readonly (readonly Sentencia[])[]): number {
  for (const { valores } of peticiones.flat()) {
    for (const v of valores) if (typeof v === 'object' && v !== null && 'ms' in v) return v.ms;
  }
  return 0;
}

function exigirTransacciones(sentencias: readonly Sentencia[]): void {
  let abierta = false;
  for (const { texto } of sentencias) {
    if (abre(texto) && abierta) throw new RangeError(`Inside two transactions: ${texto}`);
    if (abre(texto)) abierta = true;
    else if (cierra(texto)) abierta = false;
  }
  if (abierta) throw new RangeError('The recording ends inside a transaction');
}
