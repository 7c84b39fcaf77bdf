import { aproximarValor } from '../../uvt/index.ts';
import { ESCALA } from './expresion.ts';
import type { Condicion, Expresion } from './expresion.ts';
import { casoElegido, desplegarTurno, turnoDe } from './dependencias.ts';
import type { Lectura } from './dependencias.ts';
import { FormularioMalHecho } from './errores.ts';
import type { Parametros } from './parametros.ts';
import {
  constante,
  elegir,
  igualarDenominadores,
  mayorDe,
  menorDe,
  positivo,
  proporcion,
  ramificar,
  reducir,
  restar,
  sumar,
} from './piezas.ts';
import type { Calculo, Filas, Par, Pieza } from './piezas.ts';
import { compilarRangos, compilarTabla } from './tablas.ts';

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
        menorDe,
      );
    case 'mayor':
      return elegir(
        e.de.map((x) => compilar(x, c)),
        mayorDe,
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
      return compilarTabla(e.parametro, compilar(e.base, c), c.parametros);
    case 'tarifa-de-rango':
      return compilarRangos(e.parametro, compilar(e.base, c), c.parametros);
    case 'si':
      return ramificar(compilarCondicion(e.condicion, c), compilar(e.entonces, c), compilar(e.siNo, c));
    case 'segun':
      return compilar(casoElegido(e, c), c);
    case 'suma-anexo':
      return sumarAnexo(e, c);
    case 'reparto':
      return compilarTurno(e.reparto, e.turno, c);
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
      const [primera = () => true, ...otras] = condicion.de.map((x) => compilarCondicion(x, c));
      return otras.reduce((antes, cumple) => (v, f) => antes(v, f) && cumple(v, f), primera);
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

/**
 * A turn of a quota, with the result of `desplegarTurno`. Unfolded, the part without limit of every turn before would
 * be computed again in each, though it is nearly always zero (measured: half of the time of form 210).
 */
function compilarTurno(nombre: string, n: number, c: Contexto): Pieza {
  const { reparto } = turnoDe(nombre, n, c.formulario);
  const turnos = reparto.turnos.slice(0, n + 1).map((t) => {
    const [pretendido, libre, techo] = [t.pretendido, t.libre, t.techo].map((x) =>
      entera(compilar(x, c)),
    ) as [Pieza, Pieza, Pieza];
    const sinLimite: Calculo = (v, f) => {
      const l = libre.calcular(v, f);
      return l === 0n ? l : menorDe(menorDe(l, pretendido.calcular(v, f)), techo.calcular(v, f));
    };
    return { pretendido, techo, sinLimite, puesto: c.puestos.puestoDe(t.casilla) };
  });
  const cupo = entera(compilar(reparto.cupo, c));
  const actual = turnos.pop() as (typeof turnos)[number];
  return {
    den: 1n,
    enMiles: desplegarEnMiles(nombre, n, c),
    calcular(v, f) {
      const libre = actual.sinLimite(v, f);
      let queda = cupo.calcular(v, f);
      for (const { puesto, sinLimite } of turnos) {
        const usado = (v[puesto] as bigint) - sinLimite(v, f);
        if (usado > 0n) queda -= usado;
      }
      const pedido = positivo(actual.pretendido.calcular(v, f) - libre);
      const cabe = positivo(actual.techo.calcular(v, f) - libre);
      return libre + menorDe(menorDe(pedido, positivo(queda)), cabe);
    },
  };
}

function desplegarEnMiles(nombre: string, n: number, c: Contexto): boolean {
  return compilar(desplegarTurno(nombre, n, c.formulario), c).enMiles;
}

/** A quota is of whole pesos: its parts are boxes and named results. */
function entera(pieza: Pieza): Pieza {
  if (pieza.den !== 1n)
    throw new FormularioMalHecho('parametro-desconocido', 'Un reparto es de valores ya redondeados');
  return pieza;
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
