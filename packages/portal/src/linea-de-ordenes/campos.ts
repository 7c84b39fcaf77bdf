import { analizarPesos } from '@autogestion/normas/dinero';
import { esFecha } from '@autogestion/normas/fechas';
import type { Fecha } from '@autogestion/normas/fechas';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';
import { comoTexto } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

/** One datum of an order, which may be called in several ways: `saldoFavor`, `--saldo-favor`, `saldoAFavor`. */
interface Campo<T> {
  /** The first is its own name, the one that errors say. In camelCase. */
  nombres: readonly string[];
  tipo: 'string' | 'boolean';
  leer: (dato: unknown, nombre: string) => T;
}

export type Campos = Readonly<Record<string, Campo<unknown>>>;
export type Valores<C extends Campos> = {
  [K in keyof C]: (C[K] extends Campo<infer T> ? T : never) | undefined;
};

/** Whole pesos, from zero up. */
export function pesos(...nombres: string[]): Campo<bigint> {
  return { nombres, tipo: 'string', leer: leerPesos };
}

/** A whole number, from zero up to the maximum. */
export function entero(maximo: number, ...nombres: string[]): Campo<number> {
  return {
    nombres,
    tipo: 'string',
    leer(dato, nombre) {
      const n = leerPesos(dato, nombre);
      if (n > BigInt(maximo)) throw mal('largo', `puede ser hasta ${maximo}.`, nombre);
      return Number(n);
    },
  };
}

export function anio(...nombres: string[]): Campo<number> {
  return {
    nombres,
    tipo: 'string',
    leer(dato, nombre) {
      const texto = comoTexto(dato);
      if (!/^[0-9]{4}$/.test(texto))
        throw mal('anio', 'el año va con cuatro números, por ejemplo 2026.', nombre);
      return Number(texto);
    },
  };
}

/** A word or a code, as it is written: a number in JSON is its digits. */
export function texto(...nombres: string[]): Campo<string> {
  return {
    nombres,
    tipo: 'string',
    leer(dato, nombre) {
      const escrito = comoTexto(dato).trim();
      if (escrito === '' || escrito.length > 60)
        throw mal('texto', 'va un texto de hasta 60 letras.', nombre);
      return escrito;
    },
  };
}

/** `2026-08-12`, from 1990 to 2099. */
export function dia(...nombres: string[]): Campo<Fecha> {
  return {
    nombres,
    tipo: 'string',
    leer(dato, nombre) {
      const texto = comoTexto(dato);
      if (!/^\d{4}-\d{2}-\d{2}$/.test(texto)) {
        throw mal('fecha', 'la fecha va como AAAA-MM-DD, por ejemplo 2026-08-12.', nombre);
      }
      if (texto < '1990' || texto >= '2100') {
        throw mal('fecha-fuera', 'la fecha debe estar entre 1990 y 2099.', nombre);
      }
      if (!esFecha(texto)) throw mal('fecha-no-existe', `el día ${texto} no existe.`, nombre);
      return texto;
    },
  };
}

/** A flag on the command line; `true` or `false` in JSON. */
export function siNo(...nombres: string[]): Campo<boolean> {
  return {
    nombres,
    tipo: 'boolean',
    leer(dato, nombre) {
      if (typeof dato !== 'boolean') throw mal('si-o-no', 'va con true o false.', nombre);
      return dato;
    },
  };
}

/** One of a few words, each with the value that it stands for. */
export function unoDe<T>(palabras: Readonly<Record<string, T>>, ...nombres: string[]): Campo<T> {
  return {
    nombres,
    tipo: 'string',
    leer(dato, nombre) {
      const texto = comoTexto(dato);
      const valor = Object.hasOwn(palabras, texto) ? palabras[texto] : undefined;
      if (valor === undefined) {
        throw mal('opcion', `puede ser ${Object.keys(palabras).join(' o ')}.`, nombre);
      }
      return valor;
    },
  };
}

/** Whole pesos as they come: JSON numbers, or text as people write it. @throws ErrorDeUso */
function leerPesos(dato: unknown, nombre: string): bigint {
  // A JSON number is not text: 1.125 is no thousand, and thirty digits have already lost some.
  if (typeof dato === 'number') {
    if (dato < 0) throw mal('negativo', 'escriba un valor de cero o más.', nombre);
    if (!Number.isInteger(dato)) throw mal('decimales', 'escriba el valor en números enteros.', nombre);
    if (!Number.isSafeInteger(dato)) throw mal('largo', 'el valor es demasiado grande.', nombre);
  }
  const leido = analizarPesos(comoTexto(dato));
  if (!leido.ok) throw mal(leido.codigo, leido.mensaje, nombre);
  return leido.valor;
}

/**
 * Reads the data of an order, whichever of its names each came with; what is not there is `undefined`.
 *
 * @throws ErrorDeUso for a datum that the order does not have, that came twice or that cannot be read.
 */
export function leerCampos<C extends Campos>(campos: C, pregunta: Pregunta): Valores<C> {
  const claves = new Map(Object.entries(campos).flatMap(([k, c]) => c.nombres.map((n) => [llave(n), k])));
  const valores: Record<string, unknown> = {};
  for (const [nombre, dato] of Object.entries(pregunta)) {
    if (dato === undefined || dato === null) continue;
    const clave = claves.get(llave(nombre));
    const campo = clave === undefined ? undefined : campos[clave];
    if (clave === undefined || campo === undefined) {
      throw new ErrorDeUso('dato-desconocido', `«${nombre}» no es un dato de esta orden.`, nombre);
    }
    const propio = campo.nombres[0] ?? nombre;
    if (Object.hasOwn(valores, clave)) throw mal('dato-repetido', 'vino dos veces.', propio);
    valores[clave] = campo.leer(dato, propio);
  }
  return valores as Valores<C>;
}

/** The same data as options: each name as it is written in JSON, and with hyphens. */
export function opcionesDe(campos: Campos): Orden['opciones'] {
  return Object.fromEntries(
    Object.values(campos).flatMap(({ nombres, tipo }) =>
      nombres.flatMap((n) => [n, conGuiones(n)].map((opcion) => [opcion, { type: tipo }])),
    ),
  );
}

/** A datum without which the order cannot be done. */
export function falta(nombre: string, mensaje: string): ErrorDeUso {
  return new ErrorDeUso('falta', mensaje, nombre);
}

function mal(codigo: string, mensaje: string, nombre: string): ErrorDeUso {
  return new ErrorDeUso(codigo, `${nombre}: ${mensaje}`, nombre);
}

function llave(nombre: string): string {
  return nombre.toLowerCase().replaceAll('ñ', 'ni').replace(/[-_ ]/g, '');
}

function conGuiones(nombre: string): string {
  return nombre.replace(/[A-Z]/g, (letra) => `-${letra.toLowerCase()}`);
}
