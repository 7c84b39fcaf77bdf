import { dividirRedondeando } from '../../dinero/index.ts';
import { desdeHechos, FORMULARIO_210 } from '../210/index.ts';
import { evaluar, leerEntrada, planDe } from '../motor/index.ts';
import type { EntradaCruda, Evaluacion } from '../motor/index.ts';
import { GRUPO_DE_PROFESIONALES } from './hechos.ts';
import type { HechosDeLaComparacion } from './hechos.ts';

/** Form 210 of somebody with that year and no other, filled the way that costs them less. */
export interface RentaOrdinaria {
  evaluacion: Evaluacion;
  /** The professional income subtracts its costs, or takes the exempt 25 % in their place (ET 336 num. 4); null without it. */
  forma: 'con-costos' | 'con-exenta-25' | null;
}

/** @param ica what is deducted of it. @throws AnioSinParametros */
export function rentaOrdinaria(h: HechosDeLaComparacion, ica: bigint): RentaOrdinaria {
  const profesionales = h.ingresos.get(GRUPO_DE_PROFESIONALES) ?? 0n;
  const todos = [...h.ingresos.values()].reduce((s, v) => s + v, 0n);
  const negocio = todos - profesionales;
  const parte = (valor: bigint) => (todos === 0n ? 0n : dividirRedondeando(valor * profesionales, todos));
  const costos = h.costos + ica;
  const deProfesion = { ingreso: profesionales, costos: parte(costos), aportes: parte(h.aportes) };
  const deNegocio = {
    ingreso: negocio,
    costos: costos - deProfesion.costos,
    aportes: h.aportes - deProfesion.aportes,
  };
  // With two kinds of income neither may lose (DUR 1.2.1.20.5).
  const dos = profesionales > 0n && negocio > 0n;
  const [p, n] = [deProfesion, deNegocio].map((x) => (dos ? sinPerdida(x) : x)) as [Renta, Renta];
  const delNegocio = enCasillas({ 74: n.ingreso, 76: n.aportes, 77: n.costos });
  if (profesionales === 0n)
    return {
      evaluacion: liquidar(h, { casillas: { ...delNegocio, ...enCasillas({ 84: h.beneficios }) } }),
      forma: null,
    };
  const conCostos = liquidar(h, {
    casillas: {
      ...delNegocio,
      ...enCasillas({ 43: p.ingreso, 44: p.aportes, 45: p.costos, 51: h.beneficios }),
    },
  });
  const conExenta = liquidar(h, {
    casillas: { ...delNegocio, ...enCasillas({ 32: p.ingreso, 33: p.aportes, 39: h.beneficios }) },
    hechos: { exentaLaboral25: true },
  });
  return conExenta.valor('129') < conCostos.valor('129')
    ? { evaluacion: conExenta, forma: 'con-exenta-25' }
    : { evaluacion: conCostos, forma: 'con-costos' };
}

interface Renta {
  ingreso: bigint;
  costos: bigint;
  aportes: bigint;
}

function sinPerdida({ ingreso, costos, aportes }: Renta): Renta {
  const caben = menor(aportes, ingreso);
  return { ingreso, aportes: caben, costos: menor(costos, ingreso - caben) };
}

function liquidar(h: HechosDeLaComparacion, cruda: EntradaCruda): Evaluacion {
  const hechos = { ...(cruda.hechos as object | undefined), dependientes: h.dependientes };
  const llena = desdeHechos({ ...cruda, hechos }, h.anio);
  const { entrada, faltas } = leerEntrada(FORMULARIO_210, llena.cruda);
  const [falta] = [...llena.faltas, ...faltas];
  if (falta) throw new RangeError(`${falta.casilla}: ${falta.mensaje}`);
  return evaluar(planDe(FORMULARIO_210, h.anio), entrada);
}

const enCasillas = (valores: Readonly<Record<number, bigint>>): Record<string, number> =>
  Object.fromEntries(Object.entries(valores).flatMap(([c, v]) => (v === 0n ? [] : [[c, Number(v)]])));

const menor = (a: bigint, b: bigint): bigint => (a < b ? a : b);
