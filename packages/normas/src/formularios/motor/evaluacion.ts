import { alMil, dividirRedondeando, formatearPesos } from '../../dinero/index.ts';
import type { Explicacion } from '../../explicacion/index.ts';
import type { Filas } from './piezas.ts';
import { claveDeAnexo } from './dependencias.ts';
import type { Entrada } from './entrada.ts';
import type { Anexo, Reparo } from './definicion.ts';
import type { Plan } from './plan.ts';

/**
 * What is known of a value.
 * - `falta`: nothing it depends on was given.
 * - `incompleta`: computed with something missing taken as zero.
 * - `conocida`: given, or computed from given values alone.
 */
export type Estado = 'falta' | 'incompleta' | 'conocida';

/** A rule that the return breaks. */
export type ReparoHallado = Pick<Reparo, 'codigo' | 'casilla' | 'gravedad' | 'norma'> & { mensaje: string };

/** The figures of one return over a plan. */
export interface Evaluacion {
  readonly plan: Plan;
  /** @throws RangeError for a key that the form does not have, or that is words. */
  valor(clave: string): bigint;
  estado(clave: string): Estado;
  /** A box that the form computes, with a value given by hand. */
  esFija(clave: string): boolean;
  /** Rows of an annex, the computed columns included. */
  filas(anexo: string): readonly (readonly bigint[])[];
  /** All values by place, for expressions. */
  valores(): readonly bigint[];
  todasLasFilas(): Filas;
  /**
   * Changes a box or a fact that the person gives, or leaves it empty.
   *
   * @param ayuda how it came about, where it was reckoned from others
   * @returns keys of the computed values that changed.
   */
  cambiar(clave: string, valor: bigint | undefined, ayuda?: Explicacion): string[];
  /** Changes the rows of an annex: the written cells; the computed ones are filled here. */
  cambiarFilas(anexo: string, filas: readonly (readonly bigint[])[]): string[];
  reparos(): ReparoHallado[];
  /** What was taken for facts that nobody gave, where it may cost the person something: whole sentences. */
  supuestos(): string[];
  /** How a box or a fact that was filled from others came about, if it was. */
  ayudaDe(clave: string): Explicacion | undefined;
}

interface OpcionesDeEvaluacion {
  /** The person says that what is empty is zero: then everything is known. */
  vaciasEnCero?: boolean;
  /** Where the boxes that were filled from facts came from. */
  ayudas?: ReadonlyMap<string, Explicacion>;
}

export function evaluar(
  plan: Plan,
  entrada: Entrada,
  { vaciasEnCero = false, ayudas }: OpcionesDeEvaluacion = {},
): Evaluacion {
  const { distribucion, formulario } = plan;
  const v = Array<bigint>(distribucion.tamano).fill(0n);
  const dadas = new Set<string>();
  const fijas = new Set<number>();
  const cambiadas = new Map<string, Explicacion | undefined>();

  const puestoDe = (clave: string): number => {
    const puesto = distribucion.puestoDe.get(clave);
    if (puesto === undefined) throw new RangeError(`El formulario ${formulario.codigo} no tiene ${clave}`);
    return puesto;
  };
  const redondeaAMiles = plan.multiplo('pesos') !== 1n;
  const poner = (clave: string, valor: bigint | undefined): void => {
    const puesto = puestoDe(clave);
    const { enMiles = false, siFalta = 0n } = distribucion.valores[puesto] ?? {};
    v[puesto] = valor === undefined ? siFalta : enMiles && redondeaAMiles ? alMil(valor) : valor;
    if (valor === undefined) dadas.delete(clave);
    else dadas.add(clave);
    const presencia = distribucion.presenciaDe.get(clave);
    if (presencia !== undefined) v[presencia] = valor === undefined ? 0n : 1n;
  };
  const completar = ({ clave, columnas }: Anexo, filas: readonly (readonly bigint[])[]): bigint[][] =>
    filas.map((escrita) => {
      const fila = escrita.map((x, i) => (columnas[i]?.clase === 'pesos' && redondeaAMiles ? alMil(x) : x));
      plan.calcularFila(clave, fila);
      return fila;
    });

  for (const { clave, tipo } of distribucion.valores) if (tipo === 'hecho') poner(clave, undefined);
  for (const [clave, valor] of entrada.valores) poner(clave, valor);
  for (const clave of entrada.fijas) fijas.add(puestoDe(clave));
  const filas = formulario.anexos.map((a) => {
    const escritas = entrada.filas.get(a.clave);
    if (escritas) dadas.add(claveDeAnexo(a.clave));
    return completar(a, escritas ?? []);
  });
  const conFijas = fijas.size > 0 ? fijas : undefined;
  plan.calcular(v, filas, conFijas);

  const hojas = new Map<string, ReadonlySet<string>>();
  const hojasDe = (clave: string): ReadonlySet<string> => {
    const lee = plan.lee.get(clave);
    if (!lee || dadas.has(clave)) return new Set([clave]);
    let suyas = hojas.get(clave);
    if (!suyas) hojas.set(clave, (suyas = new Set([...lee].flatMap((l) => [...hojasDe(l)]))));
    return suyas;
  };

  return {
    plan,
    valor: (clave) => v[puestoDe(clave)] as bigint,
    estado(clave) {
      puestoDe(clave);
      if (vaciasEnCero) return 'conocida';
      const suyas = [...hojasDe(clave)];
      const conocidas = suyas.filter((h) => dadas.has(h)).length;
      return conocidas === suyas.length ? 'conocida' : conocidas === 0 ? 'falta' : 'incompleta';
    },
    esFija: (clave) => fijas.has(puestoDe(clave)),
    filas: (anexo) => filas[distribucion.anexoDe.get(anexo) ?? -1] ?? [],
    valores: () => v,
    todasLasFilas: () => filas,
    cambiar(clave, valor, ayuda) {
      if (plan.lee.has(clave)) throw new RangeError(`${clave} se calcula: no se cambia`);
      poner(clave, valor);
      cambiadas.set(clave, ayuda);
      return plan.recalcular(v, filas, clave, conFijas);
    },
    cambiarFilas(anexo, escritas) {
      const puesto = distribucion.anexoDe.get(anexo) ?? -1;
      const definicion = formulario.anexos[puesto];
      if (!definicion) throw new RangeError(`El formulario ${formulario.codigo} no tiene el anexo ${anexo}`);
      filas[puesto] = completar(definicion, escritas);
      dadas.add(claveDeAnexo(anexo));
      return plan.recalcular(v, filas, claveDeAnexo(anexo), conFijas);
    },
    reparos: () => plan.quebrantados(v, filas).map((r) => hallar(r, plan, v, filas)),
    supuestos: () =>
      formulario.hechos.flatMap(({ clave, supuesto }) => {
        if (!supuesto || dadas.has(clave) || !dependeDe(plan, supuesto.casilla, clave)) return [];
        const { casilla, cuando, mensaje } = supuesto;
        const importa = v[puestoDe(casilla)] !== 0n && !fijas.has(puestoDe(casilla));
        return importa && (!cuando || plan.cumple(cuando, v, filas)) ? [mensaje] : [];
      }),
    ayudaDe: (clave) => (cambiadas.has(clave) ? cambiadas.get(clave) : ayudas?.get(clave)),
  };
}

/** Whether a computed value reads another, directly or through others. */
function dependeDe(plan: Plan, clave: string, otra: string): boolean {
  const lee = plan.lee.get(clave);
  return lee !== undefined && (lee.has(otra) || [...lee].some((l) => dependeDe(plan, l, otra)));
}

function hallar(reparo: Reparo, plan: Plan, v: readonly bigint[], filas: Filas): ReparoHallado {
  const { codigo, casilla, gravedad, norma, limite } = reparo;
  const enPesos = () => {
    if (!limite) return '';
    const { numerador, denominador } = plan.valorar(limite, v, filas);
    return formatearPesos(dividirRedondeando(numerador, denominador));
  };
  return { codigo, casilla, gravedad, norma, mensaje: reparo.mensaje.replace('{limite}', enPesos) };
}
