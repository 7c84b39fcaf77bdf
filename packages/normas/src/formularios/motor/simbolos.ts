import { dividirRedondeando, enDecimal } from '../../dinero/index.ts';
import type { Fraccion } from '../../dinero/index.ts';
import { separarMiles } from '../../nit/index.ts';
import { casoElegido, limitesDelTurno, sinLimite, turnoDe } from './dependencias.ts';
import type { Condicion, Expresion } from './expresion.ts';
import { cantidad, claseDe, escribirValor, tarifaDe } from './palabras.ts';
import type { Plan } from './plan.ts';

/** How each value is written (by its key, or by its figure), and whether what a quota does not limit is shown. */
interface Escritura {
  valor: (e: Extract<Expresion, { op: 'valor' | 'suma-anexo' }>) => string;
  /** How a table of the law and a fact that may not be known are called. */
  nombre: (clave: string) => string;
  muestraLibre: (libre: Expresion) => boolean;
  /** Whether what is added or taken away is written: with figures, what is zero is not. */
  cuenta: (parte: Expresion) => boolean;
}

/** The formula with the numbers of the boxes: `máx(0; 32 − 33)`. */
export function enClaves(
  e: Expresion,
  plan: Plan,
  muestraLibre: Escritura['muestraLibre'] = () => true,
): string {
  const valor: Escritura['valor'] = (x) =>
    x.op === 'valor'
      ? x.clave
      : `Σ ${x.anexo}.${x.columna}${x.donde ? `[${x.donde.columna} = ${x.donde.codigo}]` : ''}`;
  return escribir(e, plan, { valor, muestraLibre, nombre: (clave) => clave, cuenta: () => true });
}

/** The same with the figures of a return, without what adds or takes away nothing: `máx(0; 120.000.000 − 9.600.000)`. */
export function enCifras(
  e: Expresion,
  plan: Plan,
  valorar: (e: Expresion) => Fraccion,
  algo: (e: Expresion) => boolean,
): string {
  const { parametros, hechos } = plan.formulario;
  const nombre = (clave: string) =>
    parametros[clave]?.nombre ?? `«${hechos.find((h) => h.clave === clave)?.nombre ?? clave}»`;
  return escribir(e, plan, {
    valor: (x) => cifra(valorar(x), x, plan),
    muestraLibre: algo,
    nombre,
    cuenta: algo,
  });
}

/** A figure of a formula: pesos without their sign, rates in percent. */
function cifra(valor: Fraccion, e: Expresion, plan: Plan): string {
  const clase = claseDe(e, plan);
  if (clase === 'tarifa') return escribirValor(valor, clase);
  if (clase !== 'pesos') return enDecimal(valor);
  return separarMiles(String(dividirRedondeando(valor.numerador, valor.denominador)));
}

function escribir(e: Expresion, plan: Plan, escritura: Escritura): string {
  const ir = (x: Expresion) => escribir(x, plan, escritura);
  const suelto = (x: Expresion) => (COMPUESTAS.has(x.op) && !esUna(x) ? `(${ir(x)})` : ir(x));
  const cuentan = (de: readonly Expresion[]) => de.filter(escritura.cuenta);
  /** A sum of which one part alone is written. */
  const esUna = (x: Expresion): boolean => x.op === 'suma' && cuentan(x.de).length <= 1;
  switch (e.op) {
    case 'valor':
    case 'suma-anexo':
      return escritura.valor(e);
    case 'numero':
      return String(e.numero);
    case 'parametro':
      return String(plan.parametros.numero(e.parametro));
    case 'tarifa':
      return tarifaDe(e, plan);
    case 'uvt': {
      const uvt = `${cantidad(plan.parametros.cantidadDeUvt(e.parametro))} UVT`;
      return e.veces ? `${uvt} × ${suelto(e.veces)}` : uvt;
    }
    case 'suma':
      return cuentan(e.de).map(ir).join(' + ') || '0';
    case 'promedio':
      return `(${e.de.map(ir).join(' + ')}) ÷ ${e.de.length}`;
    case 'resta': {
      const menos = cuentan(e.menos);
      return menos.length === 0 ? ir(e.de) : `máx(0; ${[e.de, ...menos].map(suelto).join(' − ')})`;
    }
    case 'menor':
      return `mín(${e.de.map(ir).join('; ')})`;
    case 'mayor':
      return `máx(${e.de.map(ir).join('; ')})`;
    case 'porcentaje':
      return `${tarifaDe(e, plan)} × ${suelto(e.de)}`;
    case 'por-tarifa':
      return `${suelto(e.tarifa)} × ${suelto(e.de)}`;
    case 'producto':
      return `${suelto(e.de)} × ${suelto(e.veces)}`;
    case 'proporcion':
      return `${suelto(e.de)} × ${suelto(e.parte)} ÷ ${suelto(e.todo)}`;
    case 'tabla':
    case 'tarifa-de-rango':
      return `${escritura.nombre(e.parametro)}(${ir(e.base)})`;
    case 'si':
      return `si ${condicion(e.condicion, escritura, ir)}: ${ir(e.entonces)}; si no: ${ir(e.siNo)}`;
    case 'segun':
      return ir(casoElegido(e, plan));
    case 'reparto': {
      const { reparto, actual } = turnoDe(e.reparto, e.turno, plan.formulario);
      const libre = sinLimite(actual);
      const limites = `mín(${limitesDelTurno(reparto, e.turno, escritura.muestraLibre).map(ir).join('; ')})`;
      return escritura.muestraLibre(libre) ? `${ir(libre)} + ${limites}` : limites;
    }
  }
}

/** Those that need parentheses inside another. */
const COMPUESTAS: ReadonlySet<Expresion['op']> = new Set(['suma', 'si', 'reparto', 'segun']);

const SIGNOS = { mayor: '>', 'mayor-o-igual': '≥', igual: 'es' };

function condicion(c: Condicion, escritura: Escritura, ir: (e: Expresion) => string): string {
  switch (c.es) {
    case 'conocido':
      return `se conoce ${escritura.nombre(c.clave)}`;
    case 'y':
      return c.de.map((x) => condicion(x, escritura, ir)).join(' y ');
    case 'mayor':
    case 'mayor-o-igual':
    case 'igual':
      return `${ir(c.a)} ${SIGNOS[c.es]} ${ir(c.b)}`;
  }
}
