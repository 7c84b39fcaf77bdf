import { ESCALA } from './expresion.ts';
import type { Parametros } from './parametros.ts';
import { mcd, reducir } from './piezas.ts';
import type { Pieza } from './piezas.ts';

export function compilarTabla(nombre: string, base: Pieza, parametros: Parametros): Pieza {
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

export function compilarRangos(nombre: string, base: Pieza, parametros: Parametros): Pieza {
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
