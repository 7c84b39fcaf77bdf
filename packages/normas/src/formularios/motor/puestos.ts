import type { Expresion } from './expresion.ts';
import type { Puestos } from './calculo.ts';
import { casillasDe } from './definicion.ts';
import type { Anexo, Clase, Formulario } from './definicion.ts';
import { FormularioMalHecho } from './errores.ts';

/** A value of the form that has a place: a box that is not words, a fact or an auxiliary result. */
interface Valor {
  clave: string;
  nombre: string;
  clase: Exclude<Clase, 'texto'>;
  tipo: 'casilla' | 'hecho' | 'auxiliar';
  norma?: string;
  formula?: Expresion;
  frase?: string;
  siFalta: bigint;
  /** Rounded to the thousand where boxes are: everything in pesos but the facts that are no part of a box. */
  enMiles: boolean;
}

/** The places of a form's values, the facts' presence behind them. */
export interface Distribucion {
  valores: readonly Valor[];
  puestoDe: ReadonlyMap<string, number>;
  /** Fact → the place that says whether it was given. */
  presenciaDe: ReadonlyMap<string, number>;
  anexoDe: ReadonlyMap<string, number>;
  tamano: number;
}

/** @throws FormularioMalHecho when two values bear the same key. */
export function distribuir(formulario: Formulario): Distribucion {
  const valores: Valor[] = [
    ...casillasDe(formulario).flatMap((c) =>
      c.clase === 'texto'
        ? []
        : [{ ...c, clase: c.clase, tipo: 'casilla' as const, siFalta: 0n, enMiles: c.clase === 'pesos' }],
    ),
    ...formulario.hechos.map((h) => ({
      ...h,
      tipo: 'hecho' as const,
      siFalta: h.siFalta ?? 0n,
      enMiles: h.deCasilla === true,
    })),
    ...formulario.auxiliares.map((a) => ({
      ...a,
      tipo: 'auxiliar' as const,
      siFalta: 0n,
      enMiles: a.clase === 'pesos',
    })),
  ];
  const puestoDe = new Map<string, number>();
  for (const { clave } of valores) {
    if (puestoDe.has(clave)) throw new FormularioMalHecho('clave-repetida', `Dos valores se llaman ${clave}`);
    puestoDe.set(clave, puestoDe.size);
  }
  const hechos = formulario.hechos.map((h, i) => [h.clave, valores.length + i] as const);
  return {
    valores,
    puestoDe,
    presenciaDe: new Map(hechos),
    anexoDe: new Map(formulario.anexos.map((a, i) => [a.clave, i])),
    tamano: valores.length + hechos.length,
  };
}

/** Places as the compiler asks for them, for the formulas of the form. */
export function puestosDelFormulario(formulario: Formulario, d: Distribucion, enMiles: boolean): Puestos {
  const puestoDe = (clave: string) => obtener(d.puestoDe, clave);
  return {
    puestoDe,
    enMiles: (clave) => enMiles && d.valores[puestoDe(clave)]?.enMiles === true,
    presenciaDe: (clave) => obtener(d.presenciaDe, clave),
    columnaDe(clave, columna) {
      const anexo = obtener(d.anexoDe, clave);
      const puesto = puestoDeColumna(formulario.anexos[anexo] as Anexo, columna);
      const clase = (formulario.anexos[anexo] as Anexo).columnas[puesto]?.clase;
      return { anexo, columna: puesto, enMiles: enMiles && clase === 'pesos' };
    },
    codigoDe(clave, columna, codigo) {
      const anexo = formulario.anexos[obtener(d.anexoDe, clave)] as Anexo;
      const codigos = anexo.columnas[puestoDeColumna(anexo, columna)]?.codigos ?? [];
      if (!codigos.includes(codigo)) throw desconocida(`${clave}.${columna} = ${codigo}`);
      return BigInt(codigos.indexOf(codigo));
    },
  };
}

/** Places for the formulas of a row, which see their own row alone. */
export function puestosDeLaFila(anexo: Anexo, enMiles: boolean): Puestos {
  const ajeno = (): never => {
    throw desconocida(`otra cosa que su fila, en el anexo ${anexo.clave}`);
  };
  return {
    puestoDe: (clave) => puestoDeColumna(anexo, clave),
    enMiles: (clave) => enMiles && anexo.columnas[puestoDeColumna(anexo, clave)]?.clase === 'pesos',
    presenciaDe: ajeno,
    columnaDe: ajeno,
    codigoDe: ajeno,
  };
}

function puestoDeColumna(anexo: Anexo, columna: string): number {
  const puesto = anexo.columnas.findIndex((c) => c.clave === columna);
  if (puesto === -1) throw desconocida(`${anexo.clave}.${columna}`);
  return puesto;
}

function obtener(mapa: ReadonlyMap<string, number>, clave: string): number {
  const puesto = mapa.get(clave);
  if (puesto === undefined) throw desconocida(clave);
  return puesto;
}

function desconocida(que: string): FormularioMalHecho {
  return new FormularioMalHecho('clave-desconocida', `Una fórmula lee ${que}, que el formulario no tiene`);
}
