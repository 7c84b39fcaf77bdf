import { dividirRedondeando } from '../../dinero/index.ts';
import type { Fraccion } from '../../dinero/index.ts';
import { aproximarValor } from '../../uvt/index.ts';
import { ESCALA } from './expresion.ts';
import type { Condicion, Expresion } from './expresion.ts';
import { casoElegido, desplegarTurno } from './dependencias.ts';
import type { Lectura } from './dependencias.ts';
import { FormularioMalHecho } from './errores.ts';
import type { Parametros } from './parametros.ts';

/** The rows of each annex: a value for each column. */
export type Filas = readonly (readonly (readonly bigint[])[])[];

/** Computes over the values of a form, by their places, and the rows of its annexes. */
export type Calculo = (v: readonly bigint[], filas: Filas) => bigint;

/**
 * A compiled expression. Its value is `calcular / den`, exactly: a rate multiplies the denominator, which is known
 * when compiling, so that nothing is rounded before the box is (and 499,6 pesos never become a thousand by way of 500).
 */
export interface Pieza {
  den: bigint;
  calcular: Calculo;
  /** The place that it just reads. */
  puesto?: number;
  /** It is always a whole number of thousands: rounding its box again would change nothing. */
  enMiles: boolean;
}

/** Where values are while compiling: a form's boxes or the columns of a row. */
export interface Puestos {
  puestoDe(clave: string): number;
  /** Whether what is there is rounded to the thousand. */
  enMiles(clave: string): boolean;
  /** The place that says, with a one, whether a fact was given. */
  presenciaDe(clave: string): number;
  columnaDe(anexo: string, columna: string): { anexo: number; columna: number; enMiles: boolean };
  codigoDe(anexo: string, columna: string, codigo: string): bigint;
}

export interface Contexto extends Lectura {
  parametros: Parametros;
  puestos: Puestos;
}

export function compilar(e: Expresion, c: Contexto): Pieza {
  switch (e.op) {
    case 'valor': {
      const puesto = c.puestos.puestoDe(e.clave);
      return { den: 1n, puesto, enMiles: c.puestos.enMiles(e.clave), calcular: (v) => v[puesto] as bigint };
    }
    case 'numero':
      return constante(e.numero);
    case 'parametro':
      return constante(c.parametros.numero(e.parametro));
    case 'tarifa': {
      const { numerador, denominador } = c.parametros.tarifa(e.parametro);
      return constante((numerador * ESCALA) / denominador);
    }
    case 'uvt':
      return compilarUvt(e.parametro, e.veces && compilar(e.veces, c), c);
    case 'suma':
      return sumar(e.de.map((x) => compilar(x, c)));
    case 'promedio': {
      const { den, calcular } = sumar(e.de.map((x) => compilar(x, c)));
      return { den: den * BigInt(e.de.length), enMiles: false, calcular };
    }
    case 'resta':
      return restar(
        compilar(e.de, c),
        e.menos.map((x) => compilar(x, c)),
      );
    case 'menor':
      return elegir(
        e.de.map((x) => compilar(x, c)),
        (a, b) => a < b,
      );
    case 'mayor':
      return elegir(
        e.de.map((x) => compilar(x, c)),
        (a, b) => a > b,
      );
    case 'porcentaje': {
      const { numerador, denominador } = reducir(c.parametros.tarifa(e.parametro));
      const { den, calcular } = compilar(e.de, c);
      return { den: den * denominador, enMiles: false, calcular: (v, f) => calcular(v, f) * numerador };
    }
    case 'por-tarifa': {
      const de = compilar(e.de, c);
      const tarifa = compilar(e.tarifa, c);
      return {
        den: de.den * tarifa.den * ESCALA,
        enMiles: false,
        calcular: (v, f) => de.calcular(v, f) * tarifa.calcular(v, f),
      };
    }
    case 'producto': {
      const de = compilar(e.de, c);
      const veces = compilar(e.veces, c);
      return {
        den: de.den * veces.den,
        enMiles: de.enMiles && veces.den === 1n,
        calcular: (v, f) => de.calcular(v, f) * veces.calcular(v, f),
      };
    }
    case 'proporcion':
      return proporcion(compilar(e.de, c), compilar(e.parte, c), compilar(e.todo, c));
    case 'tabla':
      return compilarTabla(e.parametro, compilar(e.base, c), c);
    case 'tarifa-de-rango':
      return compilarRangos(e.parametro, compilar(e.base, c), c);
    case 'si':
      return ramificar(compilarCondicion(e.condicion, c), compilar(e.entonces, c), compilar(e.siNo, c));
    case 'segun':
      return compilar(casoElegido(e, c), c);
    case 'suma-anexo':
      return sumarAnexo(e, c);
    case 'reparto':
      return compilar(desplegarTurno(e.reparto, e.turno, c.formulario), c);
  }
}

export function compilarCondicion(
  condicion: Condicion,
  c: Contexto,
): (v: readonly bigint[], filas: Filas) => boolean {
  switch (condicion.es) {
    case 'conocido': {
      const puesto = c.puestos.presenciaDe(condicion.clave);
      return (v) => v[puesto] !== 0n;
    }
    case 'y': {
      const todas = condicion.de.map((x) => compilarCondicion(x, c));
      return (v, f) => todas.every((cumple) => cumple(v, f));
    }
    case 'mayor':
    case 'mayor-o-igual':
    case 'igual': {
      const [a, b] = igualarDenominadores([compilar(condicion.a, c), compilar(condicion.b, c)]) as [Par, Par];
      const comparar = COMPARACIONES[condicion.es];
      return (v, f) => comparar(a.calcular(v, f), b.calcular(v, f));
    }
  }
}

const COMPARACIONES = {
  mayor: (a: bigint, b: bigint) => a > b,
  'mayor-o-igual': (a: bigint, b: bigint) => a >= b,
  igual: (a: bigint, b: bigint) => a === b,
};

/** The value of a box from its expression, rounded once and from its exact value. */
export function redondear({ den, calcular, enMiles }: Pieza, multiplo: bigint): Calculo {
  if (den === 1n && (multiplo === 1n || enMiles)) return calcular;
  const divisor = den * multiplo;
  const doble = divisor * 2n;
  // Nothing in a form is negative, so halves always go up.
  return multiplo === 1n
    ? (v, f) => (calcular(v, f) * 2n + divisor) / doble
    : (v, f) => ((calcular(v, f) * 2n + divisor) / doble) * multiplo;
}

function constante(valor: bigint): Pieza {
  return { den: 1n, enMiles: valor % 1_000n === 0n, calcular: () => valor };
}

function compilarUvt(nombre: string, veces: Pieza | undefined, { parametros }: Contexto): Pieza {
  if (!veces) return constante(parametros.uvt(nombre));
  if (veces.den !== 1n)
    throw new FormularioMalHecho('parametro-desconocido', `${nombre}: veces es un entero`);
  const { calcular } = veces;
  const una = parametros.exactoDeUvt(nombre);
  return parametros.redondeo === 'mil'
    ? { den: 1n, enMiles: false, calcular: (v, f) => aproximarValor(calcular(v, f) * una) }
    : { den: 1n, enMiles: false, calcular: (v, f) => calcular(v, f) * una };
}

type Par = Pick<Pieza, 'calcular' | 'puesto'>;

/** The same values over one denominator, which `denominadorComun` gives. */
function igualarDenominadores(piezas: readonly Pieza[]): Par[] {
  const den = denominadorComun(piezas);
  return piezas.map(({ calcular, puesto, den: suyo }) => {
    if (suyo === den) return { calcular, ...(puesto !== undefined && { puesto }) };
    const factor = den / suyo;
    return { calcular: (v, f) => calcular(v, f) * factor };
  });
}

function denominadorComun(piezas: readonly Pieza[]): bigint {
  return piezas.reduce((comun, { den }) => (comun / mcd(comun, den)) * den, 1n);
}

/** The places of pieces that just read one; undefined when any does more. Reading them in a loop saves a call each. */
function soloPuestos(pares: readonly Par[]): readonly number[] | undefined {
  const puestos = pares.flatMap(({ puesto }) => (puesto === undefined ? [] : [puesto]));
  return puestos.length === pares.length ? puestos : undefined;
}

function totalizar(piezas: readonly Pieza[]): Calculo {
  const pares = igualarDenominadores(piezas);
  const puestos = soloPuestos(pares);
  if (puestos) {
    const [p = 0, q = 0] = puestos;
    if (puestos.length === 1) return (v) => v[p] as bigint;
    if (puestos.length === 2) return (v) => (v[p] as bigint) + (v[q] as bigint);
    return (v) => {
      let total = v[p] as bigint;
      for (let i = 1; i < puestos.length; i++) total += v[puestos[i] as number] as bigint;
      return total;
    };
  }
  const [primera, segunda] = pares as [Par, Par | undefined];
  if (!segunda) return primera.calcular;
  if (pares.length === 2) return (v, f) => primera.calcular(v, f) + segunda.calcular(v, f);
  const calculos = pares.map((p) => p.calcular);
  return (v, f) => {
    let total = 0n;
    for (const calcular of calculos) total += calcular(v, f);
    return total;
  };
}

function sumar(piezas: readonly Pieza[]): Pieza {
  return {
    den: denominadorComun(piezas),
    enMiles: piezas.every((p) => p.enMiles),
    calcular: totalizar(piezas),
  };
}

function restar(de: Pieza, menos: readonly Pieza[]): Pieza {
  const den = denominadorComun([de, ...menos]);
  const [minuendo] = igualarDenominadores([de, { den, enMiles: true, calcular: () => 0n }]) as [Par, Par];
  const sustraendo = totalizar([
    ...menos,
    ...(den === 1n ? [] : [{ den, enMiles: true, calcular: () => 0n }]),
  ]);
  const { calcular } = minuendo;
  return {
    den,
    enMiles: de.enMiles && menos.every((p) => p.enMiles),
    calcular: (v, f) => {
      const queda = calcular(v, f) - sustraendo(v, f);
      return queda < 0n ? 0n : queda;
    },
  };
}

function elegir(piezas: readonly Pieza[], mejor: (a: bigint, b: bigint) => boolean): Pieza {
  const [primera, ...otras] = igualarDenominadores(piezas).map((p) => p.calcular) as [Calculo, ...Calculo[]];
  return {
    den: denominadorComun(piezas),
    enMiles: piezas.every((p) => p.enMiles),
    calcular: (v, f) => {
      let elegido = primera(v, f);
      for (const calcular of otras) {
        const otro = calcular(v, f);
        if (mejor(otro, elegido)) elegido = otro;
      }
      return elegido;
    },
  };
}

function ramificar(cumple: (v: readonly bigint[], f: Filas) => boolean, entonces: Pieza, siNo: Pieza): Pieza {
  const [a, b] = igualarDenominadores([entonces, siNo]).map((p) => p.calcular) as [Calculo, Calculo];
  return {
    den: denominadorComun([entonces, siNo]),
    enMiles: entonces.enMiles && siNo.enMiles,
    calcular: (v, f) => (cumple(v, f) ? a(v, f) : b(v, f)),
  };
}

/** The quotient is not known when compiling: it is kept to the billionth of a peso. */
function proporcion(de: Pieza, parte: Pieza, todo: Pieza): Pieza {
  const factorTodo = de.den * parte.den;
  return {
    den: ESCALA,
    enMiles: false,
    calcular: (v, f) => {
      const divisor = todo.calcular(v, f) * factorTodo;
      if (divisor === 0n) return 0n;
      return dividirRedondeando(de.calcular(v, f) * parte.calcular(v, f) * todo.den * ESCALA, divisor);
    },
  };
}

function compilarTabla(nombre: string, base: Pieza, { parametros }: Contexto): Pieza {
  const tramos = parametros.tramos(nombre).map((t) => ({ ...t, tarifa: reducir(t.tarifa) }));
  const comun = tramos.reduce((d, { tarifa }) => (d / mcd(d, tarifa.denominador)) * tarifa.denominador, 1n);
  const escalones = tramos.map(({ desde, tarifa, mas }) => ({
    desde: desde * base.den,
    factor: tarifa.numerador * (comun / tarifa.denominador),
    mas: mas * base.den * comun,
  }));
  const { calcular } = base;
  return {
    den: base.den * comun,
    enMiles: false,
    calcular: (v, f) => {
      const b = calcular(v, f);
      let i = escalones.length - 1;
      while (i > 0 && b <= (escalones[i] as Escalon).desde) i--;
      const { desde, factor, mas } = escalones[i] as Escalon;
      return (b - desde) * factor + mas;
    },
  };
}

interface Escalon {
  desde: bigint;
  factor: bigint;
  mas: bigint;
}

function compilarRangos(nombre: string, base: Pieza, { parametros }: Contexto): Pieza {
  const rangos = parametros.tramos(nombre).map(({ desde, tarifa }) => ({
    desde: desde * base.den,
    tarifa: (tarifa.numerador * ESCALA) / tarifa.denominador,
  }));
  const { calcular } = base;
  return {
    den: 1n,
    enMiles: false,
    calcular: (v, f) => {
      const b = calcular(v, f);
      return rangos.findLast((r) => b >= r.desde)?.tarifa ?? 0n;
    },
  };
}

function sumarAnexo(e: Extract<Expresion, { op: 'suma-anexo' }>, { puestos }: Contexto): Pieza {
  const { anexo, columna, enMiles } = puestos.columnaDe(e.anexo, e.columna);
  const filtro = e.donde && {
    columna: puestos.columnaDe(e.anexo, e.donde.columna).columna,
    codigo: puestos.codigoDe(e.anexo, e.donde.columna, e.donde.codigo),
  };
  return {
    den: 1n,
    enMiles,
    calcular: (_v, filas) => {
      let total = 0n;
      for (const fila of filas[anexo] ?? []) {
        if (!filtro || fila[filtro.columna] === filtro.codigo) total += fila[columna] as bigint;
      }
      return total;
    },
  };
}

function reducir({ numerador, denominador }: Fraccion): Fraccion {
  const d = mcd(numerador, denominador);
  return { numerador: numerador / d, denominador: denominador / d };
}

function mcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : mcd(b, a % b);
}
