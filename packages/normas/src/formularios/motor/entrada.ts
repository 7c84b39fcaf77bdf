import { decimal, leerPesos } from '../../dinero/index.ts';
import { analizarNit } from '../../nit/index.ts';
import { falla } from '../../resultado/index.ts';
import type { Falla } from '../../resultado/index.ts';
import { casillasDe, largoDe } from './definicion.ts';
import { leidasPor } from './dependencias.ts';
import type { Anexo, Casilla, Clase, Columna, Formulario, Hecho } from './definicion.ts';
import { ESCALA } from './expresion.ts';
import type { CodigoDeEntrada, Falta } from './lectura.ts';

/** What somebody brings to a form: JSON, or the fields of a page. Nothing in it is believed. */
export interface EntradaCruda {
  casillas?: unknown;
  hechos?: unknown;
  /** Rows by annex: `{ municipios: [{ codigo: '11001', … }] }`. */
  anexos?: unknown;
}

/** What was read. Values that were not given are absent, which is not the same as zero. */
export interface Entrada {
  valores: ReadonlyMap<string, bigint>;
  textos: ReadonlyMap<string, string>;
  /** Rows with their written cells by column; the computed ones come later. */
  filas: ReadonlyMap<string, readonly (readonly bigint[])[]>;
  /** Computed boxes that were given a value by hand. */
  fijas: ReadonlySet<string>;
}

interface OpcionesDeLectura {
  /** A computed box may be given: published examples start from the middle of a form. Never for filing. */
  permitirFijar?: boolean;
}

/** Reads everything and collects every fault, so that a page can mark them all at once. */
export function leerEntrada(
  formulario: Formulario,
  cruda: EntradaCruda,
  { permitirFijar = false }: OpcionesDeLectura = {},
): { entrada: Entrada; faltas: Falta[] } {
  const faltas: Falta[] = [];
  const valores = new Map<string, bigint>();
  const textos = new Map<string, string>();
  const fijas = new Set<string>();
  const anotar = (casilla: string, leido: Leido, guardar: (x: bigint | string) => void) => {
    if (leido.ok) guardar(leido.valor);
    else faltas.push({ ...leido, casilla });
  };

  const { porClave, hechos } = indiceDe(formulario);
  for (const [clave, crudo] of entradasDe(cruda.casillas, 'casillas', faltas)) {
    const casilla = porClave.get(clave);
    if (!casilla) {
      faltas.push({
        ...falla('casilla-desconocida', `El formulario ${formulario.codigo} no tiene la casilla ${clave}.`),
        casilla: clave,
      });
    } else if (casilla.formula && !permitirFijar) {
      faltas.push({
        ...falla('casilla-calculada', `La casilla ${clave} se calcula sola: no se escribe.`),
        casilla: clave,
      });
    } else if (casilla.clase === 'texto') {
      anotar(clave, leerTexto(casilla, crudo), (x) => textos.set(clave, String(x)));
    } else {
      const { clase } = casilla;
      anotar(clave, leerValor(clase, crudo), (x) => {
        valores.set(clave, BigInt(x));
        if (casilla.formula) fijas.add(clave);
      });
    }
  }

  for (const [clave, crudo] of aplanar(entradasDe(cruda.hechos, 'hechos', faltas), [...hechos.keys()])) {
    const hecho = hechos.get(clave);
    if (hecho) anotar(`hechos.${clave}`, leerHecho(hecho, crudo), (x) => valores.set(clave, BigInt(x)));
    else {
      faltas.push({
        ...falla('hecho-desconocido', `No se conoce el dato «${clave}» del formulario ${formulario.codigo}.`),
        casilla: `hechos.${clave}`,
      });
    }
  }

  const filas = new Map<string, bigint[][]>();
  for (const [clave, crudas] of entradasDe(cruda.anexos, 'anexos', faltas)) {
    const anexo = formulario.anexos.find((a) => a.clave === clave);
    if (anexo) filas.set(clave, leerFilas(anexo, crudas, faltas));
    else {
      faltas.push({
        ...falla('anexo-desconocido', `El formulario ${formulario.codigo} no tiene el anexo «${clave}».`),
        casilla: clave,
      });
    }
  }
  faltas.push(...dichasDosVeces(formulario, fijas, valores));
  return { entrada: { valores, textos, filas, fijas }, faltas };
}

/** Boxes given by hand whose formula reads facts alone, which were given too: both say the same. */
function dichasDosVeces(
  formulario: Formulario,
  fijas: ReadonlySet<string>,
  valores: ReadonlyMap<string, bigint>,
): Falta[] {
  const { porClave, hechos } = indiceDe(formulario);
  const opciones = Object.fromEntries(Object.entries(formulario.opciones).map(([k, o]) => [k, o.defecto]));
  return [...fijas].flatMap((clave): Falta[] => {
    const formula = porClave.get(clave)?.formula;
    const lee = formula ? [...leidasPor(formula, { formulario, opciones })] : [];
    const dicho = lee.every((l) => hechos.has(l)) ? lee.find((l) => valores.has(l)) : undefined;
    return dicho === undefined ? [] : [dichoDosVeces(dicho, clave)];
  });
}

/** A fact and the box that says the same came together. */
export function dichoDosVeces(hecho: string, casilla: string): Falta {
  const mensaje = `La casilla ${casilla} y el dato «${hecho}» dicen lo mismo: deje uno de los dos.`;
  return { ...falla('dato-repetido', mensaje), casilla: `hechos.${hecho}` };
}

interface Indice {
  porClave: ReadonlyMap<string, Casilla>;
  hechos: ReadonlyMap<string, Hecho>;
}

const INDICES = new WeakMap<Formulario, Indice>();

/** A form's boxes and facts by key, made once: reading a return would otherwise cost more than computing it. */
function indiceDe(formulario: Formulario): Indice {
  let indice = INDICES.get(formulario);
  if (!indice) {
    indice = {
      porClave: new Map(casillasDe(formulario).map((c) => [c.clave, c])),
      hechos: new Map(formulario.hechos.map((h) => [h.clave, h])),
    };
    INDICES.set(formulario, indice);
  }
  return indice;
}

type Leido = { ok: true; valor: bigint | string } | Falla<CodigoDeEntrada>;

/** A value of a class from JSON or from text: a number, a text of digits, `$ 1.234.567`. */
function leerValor(clase: Exclude<Clase, 'texto'>, crudo: unknown): Leido {
  switch (clase) {
    case 'pesos':
    case 'cantidad':
      return leerPesos(crudo);
    case 'marca':
      return leerMarca(crudo);
    case 'tarifa':
      return leerTarifa(crudo);
  }
}

/**
 * An amount or a count of a fact or of a row. They come from programs, as JSON, and a number in quotes is not guessed:
 * `1.000` is one or a thousand. Boxes are read also as they were typed on a page; a rate may be a text, which is exact.
 */
const leerNumero = (nombre: string, crudo: unknown): Leido =>
  typeof crudo === 'string'
    ? falla('forma', `«${nombre}» es un número, sin comillas ni puntos: 1234567.`)
    : leerPesos(crudo);

function leerHecho({ nombre, clase, entre }: Hecho, crudo: unknown): Leido {
  const esNumero = clase === 'pesos' || clase === 'cantidad';
  const leido = esNumero ? leerNumero(nombre, crudo) : leerValor(clase, crudo);
  if (!leido.ok || !entre) return leido;
  const valor = BigInt(leido.valor);
  const [minimo, maximo] = entre;
  return valor >= minimo && valor <= maximo
    ? leido
    : falla('largo', `«${nombre}» va de ${minimo} a ${maximo}.`);
}

function leerMarca(crudo: unknown): Leido {
  if (crudo === true || crudo === 1 || crudo === '1' || crudo === 'X' || crudo === 'x')
    return { ok: true, valor: 1n };
  if (crudo === false || crudo === 0 || crudo === '0' || crudo === '') return { ok: true, valor: 0n };
  return falla('marca', 'Esta casilla se marca con una X o se deja vacía.');
}

/** As a text or a number: a fraction of one (`0.035`), or so many per thousand (`9.66`) where the column says so. */
function leerTarifa(crudo: unknown, porMil = false): Leido {
  const texto = typeof crudo === 'number' || typeof crudo === 'string' ? String(crudo) : '';
  if (!/^[0-9]{1,4}(?:[.,][0-9]{1,6})?$/.test(texto)) {
    return falla(
      'tarifa',
      `La tarifa es un número de cero o más, con seis decimales a lo sumo, por ejemplo ${porMil ? '9,66' : '0,035'}.`,
    );
  }
  const { numerador, denominador } = decimal(texto);
  if (numerador > denominador * (porMil ? 1_000n : 1n)) {
    return falla(
      'tarifa',
      porMil
        ? 'La tarifa por mil no pasa de 1.000: escriba 9,66 si es el 9,66 por mil.'
        : 'La tarifa no pasa de uno: escriba 0,35 si es el 35 %.',
    );
  }
  return { ok: true, valor: (numerador * ESCALA) / (denominador * (porMil ? 1_000n : 1n)) };
}

const LARGO_CRUDO = 120;

function leerTexto(casilla: Casilla, crudo: unknown): Leido {
  const { lectura } = casilla;
  const texto = typeof crudo === 'number' || typeof crudo === 'bigint' ? String(crudo) : crudo;
  if (typeof texto !== 'string') return falla('forma', 'El valor es un texto.');
  // A NIT or a check digit may come with points and hyphen: they are counted once read.
  const maximo = lectura === 'nit' || lectura === 'dv' ? LARGO_CRUDO : largoDe(casilla);
  if (texto.length > maximo) {
    return falla('largo', `Puede tener hasta ${maximo} ${lectura === 'digitos' ? 'números' : 'letras'}.`);
  }
  if (lectura === 'nit') {
    const nit = analizarNit(texto);
    return nit.ok ? { ok: true, valor: nit.valor.nit } : falla('nit', nit.mensaje);
  }
  if (lectura === 'dv' && !/^[0-9]$/.test(texto))
    return falla('dv', 'El dígito de verificación es un solo número.');
  if (lectura === 'digitos' && !/^[0-9]+$/.test(texto)) return falla('texto', 'Se escribe solo con números.');
  return { ok: true, valor: texto };
}

function leerFilas(anexo: Anexo, crudas: unknown, faltas: Falta[]): bigint[][] {
  if (!Array.isArray(crudas) || crudas.length > anexo.filasMaximas) {
    faltas.push({
      ...falla('filas', `${anexo.nombre}: es una lista de hasta ${anexo.filasMaximas} filas.`),
      casilla: anexo.clave,
    });
    return [];
  }
  return crudas.map((cruda: unknown, i) => {
    const celdas = new Map(entradasDe(cruda, `${anexo.clave}.${i + 1}`, faltas));
    const fila = anexo.columnas.map((columna) => {
      const casilla = `${anexo.clave}.${i + 1}.${columna.clave}`;
      const crudo = celdas.get(columna.clave);
      celdas.delete(columna.clave);
      const leido = leerCelda(columna, crudo);
      if (!leido.ok) faltas.push({ ...leido, casilla });
      return leido.ok ? BigInt(leido.valor) : 0n;
    });
    for (const clave of celdas.keys()) {
      faltas.push({
        ...falla('columna-desconocida', `${anexo.nombre}: no hay una columna «${clave}».`),
        casilla: `${anexo.clave}.${i + 1}.${clave}`,
      });
    }
    return fila;
  });
}

function leerCelda(columna: Columna, crudo: unknown): Leido {
  if (columna.formula) {
    return crudo === undefined
      ? { ok: true, valor: 0n }
      : falla('casilla-calculada', `«${columna.nombre}» se calcula sola: no se escribe.`);
  }
  if (crudo === undefined || crudo === null) {
    return columna.opcional || columna.clase === 'texto'
      ? { ok: true, valor: 0n }
      : falla('vacio', `Falta «${columna.nombre}».`);
  }
  switch (columna.clase) {
    case 'pesos':
      return leerNumero(columna.nombre, crudo);
    case 'tarifa':
      return leerTarifa(crudo, columna.porMil);
    case 'texto': {
      // Nothing is computed from it: whoever keeps the annex keeps the text.
      const texto = typeof crudo === 'number' ? String(crudo) : crudo;
      return typeof texto === 'string' && texto.length <= LARGO_CRUDO
        ? { ok: true, valor: 0n }
        : falla('texto', `«${columna.nombre}» es un texto de hasta ${LARGO_CRUDO} letras.`);
    }
    case 'codigo': {
      const codigos = columna.codigos ?? [];
      const puesto = codigos.indexOf(
        typeof crudo === 'number' || typeof crudo === 'string' ? String(crudo) : '',
      );
      return puesto === -1
        ? falla('codigo-desconocido', `«${columna.nombre}» es uno de: ${codigos.join(', ')}.`)
        : { ok: true, valor: BigInt(puesto) };
    }
  }
}

function entradasDe(crudo: unknown, nombre: string, faltas: Falta[]): [string, unknown][] {
  if (crudo === undefined || crudo === null) return [];
  if (typeof crudo === 'object' && !Array.isArray(crudo)) return Object.entries(crudo);
  faltas.push({
    ...falla('forma', `«${nombre}» es un objeto con un valor por cada clave.`),
    casilla: nombre,
  });
  return [];
}

/** `{ exentasIlimitadas: { 41: 0 } }` → `exentasIlimitadas.41`. What is null was not given. */
function aplanar(entradas: [string, unknown][], conocidos: readonly string[]): [string, unknown][] {
  return entradas.flatMap(([clave, valor]): [string, unknown][] => {
    if (valor === null || valor === undefined) return [];
    const esGrupo = conocidos.some((c) => c.startsWith(`${clave}.`));
    if (typeof valor !== 'object' || Array.isArray(valor) || !esGrupo) return [[clave, valor]];
    return aplanar(
      Object.entries(valor).map(([sub, x]) => [`${clave}.${sub}`, x]),
      conocidos,
    );
  });
}
