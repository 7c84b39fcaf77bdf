import {
  compararFracciones,
  enPorcentaje,
  fraccion,
  multiplicarFracciones,
  redondear,
} from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { cifra, resultado } from '../explicacion/index.ts';
import type { ExplicacionEnPesos } from '../explicacion/index.ts';

/** The most that a sanction may come to. */
export interface Tope {
  exacto: Fraccion;
  /** Whether it depends on the year of the UVT. */
  enUvt: boolean;
  explicacion: ExplicacionEnPesos;
}

/** A percentage of an amount: `el 5 % de los ingresos`. */
export function topePorcentual(porCiento: Fraccion, de: { valor: bigint; nombre: string }): Tope {
  const exacto = multiplicarFracciones(porCiento, fraccion(de.valor, 1n));
  return tope(
    exacto,
    `Es el ${enPorcentaje(porCiento)} ${de.nombre}.`,
    `${enPorcentaje(porCiento)} × ${cifra(de.valor)}`,
  );
}

/** So many times the balance in favour of the return. */
export function topePorSaldo(veces: number, saldo: bigint): Tope {
  return tope(
    fraccion(BigInt(veces) * saldo, 1n),
    `Es ${veces} veces el saldo a favor de la declaración.`,
    `${veces} × ${cifra(saldo)}`,
  );
}

/** A quantity of UVT already in pesos. */
export function topeEnUvt(cantidad: number, pesos: bigint, anio: number): Tope {
  return {
    exacto: fraccion(pesos, 1n),
    enUvt: true,
    explicacion: {
      titulo: 'Tope',
      valor: pesos,
      frase: `Son ${cifra(BigInt(cantidad))} UVT de ${anio}.`,
      norma: 'ET 868',
      partes: [],
    },
  };
}

/** The lesser of several caps. */
export function elMenorTope(primero: Tope, ...otros: readonly Tope[]): Tope {
  if (otros.length === 0) return primero;
  const todos = [primero, ...otros];
  const menor = todos.reduce((a, b) => (compararFracciones(a.exacto, b.exacto) <= 0 ? a : b));
  const { valor } = menor.explicacion;
  const valores = todos.map((t) => cifra(t.explicacion.valor)).join('; ');
  return {
    ...menor,
    explicacion: {
      titulo: 'Tope',
      valor,
      frase: 'Se toma el menor de los topes que fija la ley.',
      formula: `mín(${valores}) = ${cifra(valor)}`,
      partes: todos.map((t) => t.explicacion),
    },
  };
}

function tope(exacto: Fraccion, frase: string, expresion: string): Tope {
  const valor = redondear(exacto, 'peso');
  const formula = `${expresion} ${resultado(exacto, valor)}`;
  return { exacto, enUvt: false, explicacion: { titulo: 'Tope', valor, frase, formula, partes: [] } };
}
