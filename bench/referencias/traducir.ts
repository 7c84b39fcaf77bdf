import { casoElegido, desplegarTurno } from '@autogestion/normas/formularios/motor';
import type { Condicion, Expresion, Plan } from '@autogestion/normas/formularios/motor';
import type { Fraccion } from '@autogestion/normas/dinero';

/** How another engine writes the operations of a form. Everything is in pesos; a rate is a fraction of one. */
export interface Idioma<T> {
  valor(clave: string): T;
  numero(n: number): T;
  suma(de: readonly T[]): T;
  /** Not below zero. */
  resta(de: T, menos: readonly T[]): T;
  menor(de: readonly T[]): T;
  mayor(de: readonly T[]): T;
  producto(a: T, b: T): T;
  si(a: T, signo: '>' | '>=' | '=', b: T, entonces: T, siNo: T): T;
}

/** Writes an expression of a form in the language of another engine, the annexes aside. */
export function traducir<T>(e: Expresion, plan: Plan, i: Idioma<T>): T {
  const ir = (x: Expresion): T => traducir(x, plan, i);
  switch (e.op) {
    case 'valor':
      return i.valor(e.clave);
    case 'numero':
      return i.numero(Number(e.numero));
    case 'parametro':
      return i.numero(Number(plan.parametros.numero(e.parametro)));
    case 'tarifa':
      return i.numero(comoNumero(plan.parametros.tarifa(e.parametro)));
    case 'uvt': {
      if (!e.veces) return i.numero(Number(plan.parametros.uvt(e.parametro)));
      return i.producto(i.numero(Number(plan.parametros.exactoDeUvt(e.parametro))), ir(e.veces));
    }
    case 'suma':
      return i.suma(e.de.map(ir));
    case 'promedio':
      return i.producto(i.suma(e.de.map(ir)), i.numero(1 / e.de.length));
    case 'resta':
      return i.resta(ir(e.de), e.menos.map(ir));
    case 'menor':
      return i.menor(e.de.map(ir));
    case 'mayor':
      return i.mayor(e.de.map(ir));
    case 'porcentaje':
      return i.producto(ir(e.de), i.numero(comoNumero(plan.parametros.tarifa(e.parametro))));
    case 'por-tarifa':
      return i.producto(ir(e.tarifa), ir(e.de));
    case 'producto':
      return i.producto(ir(e.de), ir(e.veces));
    case 'tabla': {
      const base = ir(e.base);
      return plan.parametros
        .tramos(e.parametro)
        .slice(1)
        .reduce((resto, { desde, tarifa, mas }) => {
          const exceso = i.producto(i.resta(base, [i.numero(Number(desde))]), i.numero(comoNumero(tarifa)));
          return i.si(base, '>', i.numero(Number(desde)), i.suma([exceso, i.numero(Number(mas))]), resto);
        }, i.numero(0));
    }
    case 'si':
      return condicionar(e.condicion, ir(e.entonces), ir(e.siNo), ir, i);
    case 'segun':
      return ir(casoElegido(e, plan));
    case 'suma-anexo':
      return i.numero(0);
    case 'reparto':
      return ir(desplegarTurno(e.reparto, e.turno, plan.formulario));
    case 'proporcion':
    case 'tarifa-de-rango':
      throw new RangeError(`Form 210 does not use ${e.op}`);
  }
}

const SIGNOS = { mayor: '>', 'mayor-o-igual': '>=', igual: '=' } as const;

function condicionar<T>(c: Condicion, entonces: T, siNo: T, ir: (e: Expresion) => T, i: Idioma<T>): T {
  switch (c.es) {
    case 'conocido':
      return i.si(i.valor(presencia(c.clave)), '>', i.numero(0), entonces, siNo);
    case 'y':
      return c.de.reduceRight((dentro, x) => condicionar(x, dentro, siNo, ir, i), entonces);
    case 'mayor':
    case 'mayor-o-igual':
    case 'igual':
      return i.si(ir(c.a), SIGNOS[c.es], ir(c.b), entonces, siNo);
  }
}

/** The name of the value that says, with a one, whether a fact was given. */
export const presencia = (clave: string): string => `conocido ${clave}`;

function comoNumero({ numerador, denominador }: Fraccion): number {
  return Number(numerador) / Number(denominador);
}
