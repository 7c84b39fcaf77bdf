import { alMil } from '../../dinero/index.ts';
import { casillasDe, evaluar } from '../motor/index.ts';
import type { Casilla, Entrada, Evaluacion, Plan } from '../motor/index.ts';
import { valoresQueExplican } from './causa.ts';
import type { Desajuste } from './causa.ts';
import { datosDe } from './datos.ts';
import type { Lectura } from './datos.ts';
import type { Desviacion } from './desviacion.ts';
import type { DeclaracionCruda } from './formularios.ts';
import { MENSAJES } from './mensajes.ts';

interface Cuentas {
  plan: Plan;
  cruda: DeclaracionCruda;
  /** No fact fills boxes nor rows: each datum stands for itself. */
  literal: boolean;
  entrada: Entrada;
  evaluacion: Evaluacion;
  /** Computed boxes that were given, read. */
  dichas: ReadonlyMap<string, bigint>;
  leer: Lectura;
}

/** How many values are tried in the search of what explains what does not agree. */
const PRUEBAS = 1_000;
/** With more rows each of those values costs too much: what does not agree is told in its order. */
const FILAS_EN_QUE_SE_BUSCA = 60;

/** Computed boxes that were given and do not agree, and what may be wrong instead: the likeliest first. */
export function compararCuentas(c: Cuentas): Desviacion[] {
  const { plan, evaluacion, dichas } = c;
  const llenadas = [...dichas.keys()].filter((k) => !plan.lee.has(k));
  const desviadas = [...llenadas, ...plan.orden].filter(
    (k) => dichas.has(k) && dichas.get(k) !== evaluacion.valor(k),
  );
  if (desviadas.length === 0) return [];
  const casillas = new Map(casillasDe(plan.formulario).map((x) => [x.clave, x]));
  const deCasilla = (clave: string, recibido: bigint, calculado: bigint) => {
    const casilla = casillas.get(clave);
    return {
      ruta: clave,
      clase: casilla?.clase ?? claseDeRuta(plan, clave),
      recibido,
      calculado,
      articulo: casilla?.norma ?? null,
    };
  };
  const calculada = (clave: string, tipo: 'calculo' | 'consecuencia'): Desviacion => {
    const base = deCasilla(clave, dichas.get(clave) ?? 0n, evaluacion.valor(clave));
    const soloRedondeo =
      base.clase === 'pesos' && plan.multiplo('pesos') !== 1n && alMil(base.recibido) === base.calculado;
    const suyo = soloRedondeo ? 'redondeo' : tipo;
    return { ...base, tipo: suyo, mensaje: MENSAJES[suyo](base) };
  };
  const enOrden = [...casillas.keys()].filter((k) => desviadas.includes(k));

  const origen = desviadas.length > 1 ? desviadas.find((k) => seSigueDe(c, k)) : desviadas[0];
  const datos = queLoExplican(c, { dichas, desviadas, dan: (k) => evaluacion.valor(k) });
  const deDatos = datos.map(({ ruta, recibido, valor }): Desviacion => {
    const base = deCasilla(ruta, recibido, valor);
    const unica = datos.length === 1 && origen === undefined;
    return { ...base, tipo: 'dato', mensaje: MENSAJES[unica ? 'dato' : 'posible'](base) };
  });
  const explicado = origen !== undefined || datos.length > 0;
  const otras = enOrden
    .filter((k) => k !== origen)
    .map((k) => calculada(k, explicado || seSigueDeLasDemas(c, k) ? 'consecuencia' : 'calculo'));
  return [...(origen === undefined ? [] : [calculada(origen, 'calculo')]), ...deDatos, ...otras];
}

/** Every other box that was given follows from the value that was given for this one. */
function seSigueDe({ plan, entrada, dichas }: Cuentas, clave: string): boolean {
  const con = evaluar(plan, {
    ...entrada,
    valores: new Map([...entrada.valores, [clave, dichas.get(clave) ?? 0n]]),
    fijas: new Set([clave]),
  });
  return [...dichas].every(([k, v]) => con.valor(k) === v);
}

/** It follows from the other boxes as they were given: what is wrong is one of those. */
function seSigueDeLasDemas({ plan, entrada, dichas }: Cuentas, clave: string): boolean {
  const con = evaluar(plan, {
    ...entrada,
    valores: new Map([...entrada.valores, ...dichas]),
    fijas: new Set([...dichas.keys()].filter((k) => k !== clave)),
  });
  return con.valor(clave) === dichas.get(clave);
}

interface Explicado {
  ruta: string;
  recibido: bigint;
  valor: bigint;
}

function queLoExplican(c: Cuentas, desajuste: Desajuste): Explicado[] {
  const filas = [...c.entrada.filas.values()].reduce((total, suyas) => total + suyas.length, 0);
  if (filas > FILAS_EN_QUE_SE_BUSCA) return [];
  const concuerdan = [...c.dichas.keys()].filter((k) => !desajuste.desviadas.includes(k));
  const datos = datosDe({ ...c, concuerdan }).filter((dato) => desajuste.desviadas.every(dato.alcanza));
  // What was written is likelier to be wrong than what was left out.
  const primeroLoEscrito = datos.toSorted((a, b) => Number(a.recibido === 0n) - Number(b.recibido === 0n));
  return valoresQueExplican(primeroLoEscrito, desajuste, PRUEBAS).map(({ dato, valor }) => ({
    ruta: dato.ruta,
    recibido: dato.recibido,
    valor,
  }));
}

/** Of a fact or a cell. */
function claseDeRuta({ formulario }: Plan, ruta: string): Casilla['clase'] {
  const hecho = formulario.hechos.find((h) => `hechos.${h.clave}` === ruta);
  const [anexo, , columna] = ruta.split('.');
  const celda = formulario.anexos.find((a) => a.clave === anexo)?.columnas.find((x) => x.clave === columna);
  return hecho?.clase ?? (celda?.clase === 'tarifa' ? 'tarifa' : 'pesos');
}
