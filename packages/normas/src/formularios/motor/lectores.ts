import { DIGITOS_MAXIMOS } from '../../dinero/index.ts';
import { falla } from '../../resultado/index.ts';
import { plegar } from '../../texto/index.ts';
import type { CodigoDeEntrada, Compuesto, Compuestos, Falta, Lector } from './lectura.ts';

/** What was read of each of them; a fact that was not given is absent. */
export type Leidos<C extends Compuestos> = { [K in keyof C]?: C[K] extends Compuesto<infer T> ? T : never };

/** Whole pesos, from zero on, as a number of JSON: a text in quotes is refused, not guessed. */
export const leePesos: Lector<bigint> = deNumeros(10 ** DIGITOS_MAXIMOS - 1, BigInt);

/** A whole number from zero to the maximum. */
export function leeEntero(maximo: number): Lector<number> {
  return deNumeros(maximo, Number);
}

export const leeSiNo: Lector<boolean> = {
  esquema: { type: 'boolean' },
  leer(dato, donde, faltas) {
    if (typeof dato === 'boolean') return dato;
    return anotar(faltas, donde, 'si-no', 'va con true (sí) o false (no), sin comillas.');
  },
};

/** One of several words, each with the value that it stands for; accents and capitals do not matter. */
export function leeCodigo<T>(palabras: Readonly<Record<string, T>>): Lector<T> {
  const nombres = Object.keys(palabras);
  return {
    esquema: { enum: nombres },
    leer(dato, donde, faltas) {
      const escrita = typeof dato === 'string' ? plegar(dato) : undefined;
      const nombre = nombres.find((n) => plegar(n) === escrita);
      if (nombre !== undefined) return palabras[nombre];
      return anotar(faltas, donde, 'codigo-desconocido', `es uno de: ${nombres.join(', ')}.`);
    },
  };
}

type Campo<T> = { lector: Lector<T>; opcional?: true };
type Campos = Readonly<Record<string, Campo<unknown>>>;
type Objeto<C extends Campos> = {
  [K in keyof C as C[K] extends { opcional: true } ? never : K]: C[K] extends Campo<infer T> ? T : never;
} & {
  [K in keyof C as C[K] extends { opcional: true } ? K : never]?: C[K] extends Campo<infer T> ? T : never;
};

export const campo = <T>(lector: Lector<T>): { lector: Lector<T> } => ({ lector });
export const opcional = <T>(lector: Lector<T>): { lector: Lector<T>; opcional: true } => ({
  lector,
  opcional: true,
});

export function leeObjeto<C extends Campos>(campos: C): Lector<Objeto<C>> {
  const claves = Object.keys(campos);
  return {
    esquema: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(campos).map(([k, c]) => [k, c.lector.esquema])),
      required: claves.filter((k) => campos[k]?.opcional !== true),
    },
    leer(dato, donde, faltas) {
      if (!esObjeto(dato)) {
        return anotar(faltas, donde, 'forma', `lleva sus datos por nombre: ${claves.join(', ')}.`);
      }
      const antes = faltas.length;
      for (const clave of Object.keys(dato).filter((k) => !Object.hasOwn(campos, k))) {
        const mensaje = `no se conoce. Sus datos son: ${claves.join(', ')}.`;
        anotar(faltas, `${donde}.${clave}`, 'hecho-desconocido', mensaje);
      }
      const leido: Record<string, unknown> = {};
      for (const [clave, { lector, opcional: puedeFaltar }] of Object.entries(campos)) {
        // What is null was not given.
        const crudo = Object.hasOwn(dato, clave) ? (dato[clave] ?? undefined) : undefined;
        if (crudo !== undefined) leido[clave] = lector.leer(crudo, `${donde}.${clave}`, faltas);
        else if (!puedeFaltar) anotar(faltas, `${donde}.${clave}`, 'vacio', 'hace falta.');
      }
      return faltas.length === antes ? (leido as Objeto<C>) : undefined;
    },
  };
}

export function leeLista<T>(lector: Lector<T>, maximo: number): Lector<readonly T[]> {
  return {
    esquema: { type: 'array', items: lector.esquema, maxItems: maximo },
    leer(dato, donde, faltas) {
      if (!Array.isArray(dato) || dato.length > maximo) {
        return anotar(faltas, donde, 'filas', `es una lista de hasta ${maximo}.`);
      }
      const antes = faltas.length;
      const leidos = dato.map((d: unknown, i) => lector.leer(d, `${donde}.${i + 1}`, faltas));
      return faltas.length === antes ? (leidos as T[]) : undefined;
    },
  };
}

/** A number by itself, or an object with more detail. */
export function leeNumeroOObjeto<A, B>(numero: Lector<A>, objeto: Lector<B>): Lector<A | B> {
  return {
    esquema: { anyOf: [numero.esquema, objeto.esquema] },
    leer: (dato, donde, faltas) => (esObjeto(dato) ? objeto : numero).leer(dato, donde, faltas),
  };
}

/** One object, or a list of them; always read as a list. */
export function leeUnoOVarios<T>(lector: Lector<T>, maximo: number): Lector<readonly T[]> {
  const lista = leeLista(lector, maximo);
  return {
    esquema: { anyOf: [lista.esquema, lector.esquema] },
    leer(dato, donde, faltas) {
      if (Array.isArray(dato)) return lista.leer(dato, donde, faltas);
      const leido = lector.leer(dato, donde, faltas);
      return leido === undefined ? undefined : [leido];
    },
  };
}

/** Reads those that came, whatever is wrong in them going to `faltas`. */
export function leerCompuestos<C extends Compuestos>(
  compuestos: C,
  hechos: Readonly<Record<string, unknown>>,
  faltas: Falta[],
): Leidos<C> {
  const leidos = Object.entries(compuestos).flatMap(([clave, { lector }]) => {
    const crudo = Object.hasOwn(hechos, clave) ? hechos[clave] : undefined;
    return crudo === undefined || crudo === null
      ? []
      : [[clave, lector.leer(crudo, `hechos.${clave}`, faltas)]];
  });
  return Object.fromEntries(leidos.filter(([, v]) => v !== undefined)) as Leidos<C>;
}

function deNumeros<T>(maximo: number, convertir: (n: bigint | number) => T): Lector<T> {
  return {
    esquema: { type: 'integer', minimum: 0, maximum: maximo },
    leer(dato, donde, faltas) {
      if (typeof dato !== 'bigint' && !(typeof dato === 'number' && Number.isFinite(dato))) {
        return anotar(faltas, donde, 'forma', 'es un número, sin comillas ni puntos: 1234567.');
      }
      if (dato < 0) return anotar(faltas, donde, 'negativo', 'no puede ser menor que cero.');
      if (typeof dato === 'number' && !Number.isInteger(dato)) {
        return anotar(faltas, donde, 'decimales', 'es un número entero, sin decimales.');
      }
      if (dato > maximo) return anotar(faltas, donde, 'largo', `puede ser hasta ${maximo}.`);
      return convertir(dato);
    },
  };
}

function anotar(faltas: Falta[], donde: string, codigo: CodigoDeEntrada, mensaje: string): undefined {
  faltas.push({ ...falla(codigo, `${nombreDe(donde)} ${mensaje}`), casilla: donde });
  return undefined;
}

/** `hechos.dependientes.2.edad` → `«edad», en la fila 2 de «dependientes»,`. */
function nombreDe(donde: string): string {
  const [hecho = '', ...resto] = donde.split('.').slice(1);
  const numero = resto[0] !== undefined && /^[0-9]+$/.test(resto[0]) ? resto.shift() : undefined;
  const [dato] = resto.slice(-1);
  if (dato === undefined) return numero === undefined ? `«${hecho}»` : `La fila ${numero} de «${hecho}»`;
  return `«${dato}», en ${numero === undefined ? '' : `la fila ${numero} de `}«${hecho}»,`;
}

function esObjeto(x: unknown): x is Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}
