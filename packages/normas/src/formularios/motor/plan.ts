import type { Fraccion, Redondeo } from '../../dinero/index.ts';
import { compilar, compilarCondicion } from './calculo.ts';
import type { Contexto } from './calculo.ts';
import { redondear } from './piezas.ts';
import type { Calculo, Filas, Pieza } from './piezas.ts';
import type { Condicion, Expresion } from './expresion.ts';
import type { Anexo, Clase, Formulario, Reparo } from './definicion.ts';
import { leidasPor, ordenar } from './dependencias.ts';
import { FormularioMalHecho } from './errores.ts';
import { parametrosDe } from './parametros.ts';
import type { Parametros } from './parametros.ts';
import { distribuir, puestosDeLaFila, puestosDelFormulario } from './puestos.ts';
import type { Distribucion } from './puestos.ts';

/** How a form is read: its rounding, and the chosen case of each open point of the sources. */
export interface Ajustes {
  redondeo?: Redondeo;
  opciones?: Readonly<Record<string, string>>;
}

/** One computed value: where it goes and how. */
interface Paso {
  clave: string;
  puesto: number;
  calcular: Calculo;
}

/** A form compiled for a year: who fills it shares it, and it holds nobody's figures. */
export interface Plan {
  readonly formulario: Formulario;
  readonly anio: number;
  readonly parametros: Parametros;
  readonly opciones: Readonly<Record<string, string>>;
  readonly distribucion: Distribucion;
  /** Keys of the computed values, each after those that it reads. */
  readonly orden: readonly string[];
  /** What each computed value reads directly. */
  readonly lee: ReadonlyMap<string, ReadonlySet<string>>;
  /** Computes everything in place. Values whose place is in `fijas` stay as they are. */
  calcular(v: bigint[], filas: Filas, fijas?: ReadonlySet<number>): void;
  /** After a change in one place or annex, computes what depends on it and tells the keys whose value changed. */
  recalcular(v: bigint[], filas: Filas, cambiada: string, fijas?: ReadonlySet<number>): string[];
  /** Fills the computed columns of a row, in place. */
  calcularFila(anexo: string, fila: bigint[]): void;
  /** The exact value of an expression over the values of a return: for explaining and for checking rules. */
  valorar(e: Expresion, v: readonly bigint[], filas: Filas): Fraccion;
  cumple(c: Condicion, v: readonly bigint[], filas: Filas): boolean;
  /** The rules that a return breaks. */
  quebrantados(v: readonly bigint[], filas: Filas): Reparo[];
  /** The unit to which values of a class are rounded: a thousand pesos, or one. */
  multiplo(clase: Clase): bigint;
}

const COMPILADOS = new WeakMap<Formulario, Map<string, Plan>>();

/**
 * Compiles a form for a taxable year. The same form, year and settings give the same plan.
 *
 * @throws AnioSinParametros AnioSinUvt
 * @throws FormularioMalHecho when its formulas go in circles or read what does not exist.
 */
export function planDe(formulario: Formulario, anio: number, ajustes: Ajustes = {}): Plan {
  const redondeo = ajustes.redondeo ?? 'mil';
  const opciones = elegir(formulario, ajustes.opciones ?? {});
  const cual = JSON.stringify([anio, redondeo, opciones]);
  const planes = COMPILADOS.get(formulario) ?? new Map<string, Plan>();
  COMPILADOS.set(formulario, planes);
  let plan = planes.get(cual);
  if (!plan) planes.set(cual, (plan = compilarFormulario(formulario, anio, redondeo, opciones)));
  return plan;
}

function elegir(formulario: Formulario, elegidas: Readonly<Record<string, string>>): Record<string, string> {
  const opciones = Object.fromEntries(Object.entries(formulario.opciones).map(([k, o]) => [k, o.defecto]));
  for (const [clave, caso] of Object.entries(elegidas)) {
    if (!Object.hasOwn(formulario.opciones[clave]?.casos ?? {}, caso)) {
      throw new FormularioMalHecho('opcion-desconocida', `No existe la opción ${clave} = ${caso}`);
    }
    opciones[clave] = caso;
  }
  return opciones;
}

function compilarFormulario(
  formulario: Formulario,
  anio: number,
  redondeo: Redondeo,
  opciones: Readonly<Record<string, string>>,
): Plan {
  const enMiles = redondeo === 'mil';
  const parametros = parametrosDe(formulario, anio, redondeo);
  const distribucion = distribuir(formulario);
  const multiplo = (clase: Clase): bigint => (enMiles && clase === 'pesos' ? 1_000n : 1n);
  const contexto: Contexto = {
    formulario,
    opciones,
    parametros,
    puestos: puestosDelFormulario(formulario, distribucion, enMiles),
  };

  const calculados = new Map(distribucion.valores.flatMap((v) => (v.formula ? [[v.clave, v] as const] : [])));
  const lee = new Map(
    [...calculados].map(([clave, { formula }]) => [
      clave,
      formula ? leidasPor(formula, contexto) : new Set<string>(),
    ]),
  );
  const orden = ordenar(lee);
  const pasos = orden.map((clave): Paso => {
    const valor = calculados.get(clave);
    if (!valor?.formula) throw new FormularioMalHecho('clave-desconocida', `${clave} no tiene fórmula`);
    return {
      clave,
      puesto: contexto.puestos.puestoDe(clave),
      calcular: redondear(compilar(valor.formula, contexto), multiplo(valor.clase)),
    };
  });
  const puestos = pasos.map((p) => p.puesto);
  const calculos = pasos.map((p) => p.calcular);
  const reparos = formulario.reparos.map((reparo) => ({
    reparo,
    seQuebranta: compilarCondicion(reparo.cuando, contexto),
  }));
  // An explanation asks for the same expressions again and again.
  const piezas = new WeakMap<Expresion, Pieza>();
  const afectados = quienDependeDe(pasos, lee);
  const filasDe = new Map(formulario.anexos.map((a) => [a.clave, compilarFila(a, contexto, enMiles)]));

  return {
    formulario,
    anio,
    parametros,
    opciones,
    distribucion,
    orden,
    lee,
    multiplo,
    valorar(e, v, filas) {
      let pieza = piezas.get(e);
      if (!pieza) piezas.set(e, (pieza = compilar(e, contexto)));
      return { numerador: pieza.calcular(v, filas), denominador: pieza.den };
    },
    quebrantados: (v, filas) => reparos.flatMap((r) => (r.seQuebranta(v, filas) ? [r.reparo] : [])),
    cumple: (c, v, filas) => compilarCondicion(c, contexto)(v, filas),
    calcular(v, filas, fijas) {
      for (let i = 0; i < puestos.length; i++) {
        const puesto = puestos[i] as number;
        if (fijas === undefined || !fijas.has(puesto)) v[puesto] = (calculos[i] as Calculo)(v, filas);
      }
    },
    recalcular(v, filas, cambiada, fijas) {
      const cambiadas = new Set([cambiada]);
      for (const { clave, puesto, calcular, leidas } of afectados.get(cambiada) ?? []) {
        if (fijas?.has(puesto) || !leidas.some((l) => cambiadas.has(l))) continue;
        const nuevo = calcular(v, filas);
        if (nuevo === v[puesto]) continue;
        v[puesto] = nuevo;
        cambiadas.add(clave);
      }
      cambiadas.delete(cambiada);
      return [...cambiadas];
    },
    calcularFila(anexo, fila) {
      for (const { puesto, calcular } of filasDe.get(anexo) ?? []) fila[puesto] = calcular(fila, []);
    },
  };
}

/** For each key, the steps that read it, directly or through others, in the order of computing. */
function quienDependeDe(
  pasos: readonly Paso[],
  lee: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, (Paso & { leidas: readonly string[] })[]> {
  const todas = new Map<string, Set<string>>();
  const afectados = new Map<string, (Paso & { leidas: readonly string[] })[]>();
  for (const paso of pasos) {
    const leidas = [...(lee.get(paso.clave) ?? [])];
    const lejanas = new Set(leidas.flatMap((l) => [l, ...(todas.get(l) ?? [])]));
    todas.set(paso.clave, lejanas);
    for (const clave of lejanas) {
      const lista = afectados.get(clave) ?? [];
      lista.push({ ...paso, leidas });
      afectados.set(clave, lista);
    }
  }
  return afectados;
}

function compilarFila(
  anexo: Anexo,
  contexto: Contexto,
  enMiles: boolean,
): { puesto: number; calcular: Calculo }[] {
  const puestos = puestosDeLaFila(anexo, enMiles);
  return anexo.columnas.flatMap(({ formula, clase }, puesto) => {
    if (!formula) return [];
    const pieza = compilar(formula, { ...contexto, puestos });
    return [{ puesto, calcular: redondear(pieza, enMiles && clase === 'pesos' ? 1_000n : 1n) }];
  });
}
