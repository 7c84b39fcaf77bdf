import { dividirRedondeando, enDecimal, enPorcentaje, formatearPesos } from '../../dinero/index.ts';
import type { Fraccion } from '../../dinero/index.ts';
import { separarMiles } from '../../nit/index.ts';
import { conMayuscula } from '../../texto/index.ts';
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
    case 'tarifa':
    case 'tarifa-de-rango':
      return 'tarifa';
    case 'suma':
    case 'promedio':
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

/**
 * An expression as a noun: `la casilla 34`, `«Límite»` where it has no number, `1.340 UVT`, `el 40 % de …`.
 *
 * @param rama which branch of a condition a return takes; without it both are named.
 */
export function nombrar(e: Expresion, plan: Plan, rama?: Rama): string {
  const uno = (x: Expresion) => nombrar(x, plan, rama);
  const varios = (de: readonly Expresion[]) => enumerar(de.map(uno));
  switch (e.op) {
    case 'valor':
      return nombreDeValor(e.clave, plan);
    case 'numero':
      return String(e.numero);
    case 'parametro':
      return `${plan.formulario.parametros[e.parametro]?.nombre ?? e.parametro}`;
    case 'tarifa':
      return plan.formulario.parametros[e.parametro]?.nombre ?? e.parametro;
    case 'uvt': {
      const uvt = `${cantidad(plan.parametros.cantidadDeUvt(e.parametro))} UVT`;
      return e.veces ? `${uvt} por ${uno(e.veces)}` : uvt;
    }
    case 'suma':
      return e.de.length > 3 ? `la suma de ${e.de.length} valores` : `la suma de ${varios(e.de)}`;
    case 'resta':
      return e.menos.length > 2
        ? `${uno(e.de)} menos ${e.menos.length} valores`
        : `${uno(e.de)} menos ${varios(e.menos)}`;
    case 'promedio':
      return `el promedio de ${varios(e.de)}`;
    case 'menor':
      return `el menor entre ${varios(e.de)}`;
    case 'mayor':
      return `el mayor entre ${varios(e.de)}`;
    case 'porcentaje':
      return `el ${tarifaDe(e, plan)} de ${uno(e.de)}`;
    case 'por-tarifa':
      return `${uno(e.tarifa)} de ${uno(e.de)}`;
    case 'producto':
      return `${uno(e.de)} por ${uno(e.veces)}`;
    case 'proporcion':
      return `la parte de ${uno(e.de)} que corresponde`;
    case 'tabla':
      return `la tabla aplicada a ${uno(e.base)}`;
    case 'tarifa-de-rango':
      return `la tarifa del rango de ${uno(e.base)}`;
    case 'si':
      return rama ? uno(rama(e)) : `${uno(e.entonces)} o ${uno(e.siNo)}, según el caso`;
    case 'segun':
      return uno(casoElegido(e, plan));
    case 'suma-anexo':
      return `la suma de «${columnaDe(e, plan)}» del anexo${e.donde ? ` en las filas de ${e.donde.codigo}` : ''}`;
    case 'reparto':
      return `lo que le cabe en el ${plan.formulario.repartos[e.reparto]?.nombre ?? e.reparto}`;
  }
}

/** Which branch of a condition a return takes. */
export type Rama = (e: Extract<Expresion, { op: 'si' }>) => Expresion;

/** `como A es mayor que B`, `como A no es mayor que B`. */
export function nombrarCondicion(c: Condicion, cumple: boolean, conValor: (e: Expresion) => string): string {
  const no = cumple ? '' : 'no ';
  switch (c.es) {
    case 'conocido':
      return `como ${no}se conoce ${conValor({ op: 'valor', clave: c.clave })}`;
    case 'y':
      return cumple
        ? enumerar(c.de.map((x, i) => nombrarCondicion(x, true, conValor).slice(i === 0 ? 0 : 5)))
        : `como no se cumple todo lo que se pide`;
    case 'mayor':
    case 'mayor-o-igual':
    case 'igual':
      return `como ${conValor(c.a)} ${no}${COMPARACIONES[c.es]} ${conValor(c.b)}`;
  }
}

const COMPARACIONES = {
  mayor: 'es mayor que',
  'mayor-o-igual': 'es mayor o igual que',
  igual: 'es igual a',
};

function nombreDeValor(clave: string, plan: Plan): string {
  const { valores, puestoDe } = plan.distribucion;
  const valor = valores[puestoDe.get(clave) ?? -1];
  if (!valor) return clave;
  return valor.tipo === 'casilla' && /^[0-9]+$/.test(clave) ? `la casilla ${clave}` : `«${valor.nombre}»`;
}

export function tarifaDe({ parametro }: { parametro: string }, plan: Plan): string {
  return enPorcentaje(plan.parametros.tarifa(parametro));
}

/** `de el` → `del`, `a el` → `al`; the first letter in capitals. */
export function enFrase(texto: string): string {
  const contraida = texto.replace(/\b(de|a|A) el\b/g, (_, p: string) => (p === 'de' ? 'del' : `${p}l`));
  return conMayuscula(contraida);
}

export function columnaDe({ anexo, columna }: { anexo: string; columna: string }, plan: Plan): string {
  const definicion = plan.formulario.anexos.find((a) => a.clave === anexo);
  return definicion?.columnas.find((c) => c.clave === columna)?.nombre ?? columna;
}

/** The articles of a box in full: `ET 336 num. 3; DUR 1.2.1.20.3` names the statute and the decree. */
export function escribirNorma(norma: string): string {
  return norma
    .replace(/\bET (?=\d)/g, 'Estatuto Tributario, art. ')
    .replace(/\bDUR (?!1625 de)(?=\d)/g, 'Decreto 1625 de 2016, art. ')
    .replace(/\bDUR 1625\b/g, 'Decreto 1625');
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
