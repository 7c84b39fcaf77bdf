import { dividirRedondeando, enDecimal, enPorcentaje, formatearPesos } from '../../dinero/index.ts';
import type { Fraccion } from '../../dinero/index.ts';
import { separarMiles } from '../../nit/index.ts';
import type { Clase } from './definicion.ts';
import { casoElegido } from './dependencias.ts';
import { ESCALA } from './expresion.ts';
import type { Condicion, Expresion } from './expresion.ts';
import type { Plan } from './plan.ts';

/** How a value of a class is read: pesos, a count, a rate in percent, a mark. */
export function escribirValor({ numerador, denominador }: Fraccion, clase: Clase): string {
  switch (clase) {
    case 'pesos':
      return formatearPesos(dividirRedondeando(numerador, denominador));
    case 'tarifa':
      return enPorcentaje({ numerador, denominador: denominador * ESCALA });
    case 'marca':
      return numerador === 0n ? 'sin marcar' : 'X';
    case 'cantidad':
    case 'texto':
      return enDecimal({ numerador, denominador });
  }
}

/** Of what class the result of an expression is. */
export function claseDe(e: Expresion, plan: Plan): Clase {
  switch (e.op) {
    case 'valor':
      return plan.distribucion.valores[plan.distribucion.puestoDe.get(e.clave) ?? -1]?.clase ?? 'pesos';
    case 'numero':
    case 'parametro':
      return 'cantidad';
    case 'tarifa-de-rango':
      return 'tarifa';
    case 'suma':
    case 'menor':
    case 'mayor':
      return claseDeVarias(e.de, plan);
    case 'resta':
      return claseDe(e.de, plan);
    case 'si':
      return claseDeVarias([e.entonces, e.siNo], plan);
    case 'producto':
      return claseDeVarias([e.de, e.veces], plan);
    case 'segun':
      return claseDe(casoElegido(e, plan), plan);
    case 'suma-anexo':
    case 'uvt':
    case 'porcentaje':
    case 'por-tarifa':
    case 'proporcion':
    case 'tabla':
    case 'reparto':
      return 'pesos';
  }
}

/** Pesos and rates win over bare numbers: the least of four and the dependants is a count, half of a tax is pesos. */
function claseDeVarias(de: readonly Expresion[], plan: Plan): Clase {
  const clases = de.map((x) => claseDe(x, plan));
  return clases.find((c) => c !== 'cantidad') ?? 'cantidad';
}

/** An expression as a noun: `«Renta líquida» (casilla 34)`, `1.340 UVT`, `el 40 % de …`. */
export function nombrar(e: Expresion, plan: Plan): string {
  const varios = (de: readonly Expresion[]) => enumerar(de.map((x) => nombrar(x, plan)));
  switch (e.op) {
    case 'valor':
      return nombreDeValor(e.clave, plan);
    case 'numero':
      return String(e.numero);
    case 'parametro':
      return `${plan.formulario.parametros[e.parametro]?.nombre ?? e.parametro}`;
    case 'uvt': {
      const uvt = `${cantidad(plan.parametros.cantidadDeUvt(e.parametro))} UVT`;
      return e.veces ? `${uvt} por ${nombrar(e.veces, plan)}` : uvt;
    }
    case 'suma':
      return e.de.length > 3 ? `la suma de ${e.de.length} valores` : `la suma de ${varios(e.de)}`;
    case 'resta':
      return e.menos.length > 2
        ? `${nombrar(e.de, plan)} menos ${e.menos.length} valores`
        : `${nombrar(e.de, plan)} menos ${varios(e.menos)}`;
    case 'menor':
      return `el menor entre ${varios(e.de)}`;
    case 'mayor':
      return `el mayor entre ${varios(e.de)}`;
    case 'porcentaje':
      return `el ${tarifaDe(e, plan)} de ${nombrar(e.de, plan)}`;
    case 'por-tarifa':
      return `${nombrar(e.tarifa, plan)} de ${nombrar(e.de, plan)}`;
    case 'producto':
      return `${nombrar(e.de, plan)} por ${nombrar(e.veces, plan)}`;
    case 'proporcion':
      return `la parte de ${nombrar(e.de, plan)} que corresponde`;
    case 'tabla':
      return `la tabla aplicada a ${nombrar(e.base, plan)}`;
    case 'tarifa-de-rango':
      return `la tarifa del rango de ${nombrar(e.base, plan)}`;
    case 'si':
      return `${nombrar(e.entonces, plan)} o ${nombrar(e.siNo, plan)}, según el caso`;
    case 'segun':
      return nombrar(casoElegido(e, plan), plan);
    case 'suma-anexo':
      return `la suma de «${columnaDe(e, plan)}» del anexo${e.donde ? ` en las filas de ${e.donde.codigo}` : ''}`;
    case 'reparto':
      return `lo que le cabe en el ${plan.formulario.repartos[e.reparto]?.nombre ?? e.reparto}`;
  }
}

/** `A es mayor que B`. */
export function nombrarCondicion(c: Condicion, plan: Plan): string {
  switch (c.es) {
    case 'conocido':
      return `se conoce ${nombreDeValor(c.clave, plan)}`;
    case 'y':
      return enumerar(c.de.map((x) => nombrarCondicion(x, plan)));
    case 'mayor':
    case 'mayor-o-igual':
    case 'igual':
      return `${nombrar(c.a, plan)} ${COMPARACIONES[c.es]} ${nombrar(c.b, plan)}`;
  }
}

const COMPARACIONES = {
  mayor: 'es mayor que',
  'mayor-o-igual': 'es mayor o igual que',
  igual: 'es igual a',
};

export function nombreDeValor(clave: string, plan: Plan): string {
  const { valores, puestoDe } = plan.distribucion;
  const valor = valores[puestoDe.get(clave) ?? -1];
  if (!valor) return clave;
  return valor.tipo === 'casilla' && /^[0-9]+$/.test(clave)
    ? `«${valor.nombre}» (casilla ${clave})`
    : `«${valor.nombre}»`;
}

export function tarifaDe({ parametro, entre }: { parametro: string; entre?: bigint }, plan: Plan): string {
  const { numerador, denominador } = plan.parametros.tarifa(parametro);
  return enPorcentaje({ numerador, denominador: denominador * (entre ?? 1n) });
}

export function columnaDe({ anexo, columna }: { anexo: string; columna: string }, plan: Plan): string {
  const definicion = plan.formulario.anexos.find((a) => a.clave === anexo);
  return definicion?.columnas.find((c) => c.clave === columna)?.nombre ?? columna;
}

/** `a, b y c`. */
export function enumerar(cosas: readonly string[]): string {
  const ultima = cosas.at(-1) ?? '';
  return cosas.length < 2 ? ultima : `${cosas.slice(0, -1).join(', ')} y ${ultima}`;
}

/** `1340` → `1.340`; `0.5` → `0,5`. */
export function cantidad(texto: string): string {
  const [enteros = '', decimales] = texto.split('.');
  return decimales === undefined ? separarMiles(enteros) : `${separarMiles(enteros)},${decimales}`;
}
