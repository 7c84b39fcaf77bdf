import { digitoDeVerificacion } from '../../nit/index.ts';
import { evaluar, leerEntrada, planDe } from '../motor/index.ts';
import type { Ajustes, Entrada, EntradaCruda, Evaluacion, Formulario } from '../motor/index.ts';
import { compararCeldas } from './celdas.ts';
import { compararCuentas } from './cuentas.ts';
import type { Desviacion, Orientacion } from './desviacion.ts';
import { validable } from './formularios.ts';
import type { DeclaracionCruda, FormularioValidable } from './formularios.ts';
import { esObjeto, separar } from './separar.ts';

export interface Validacion {
  desviaciones: readonly Desviacion[];
  orientaciones: readonly Orientacion[];
}

interface OpcionesDeValidar {
  ajustes?: Ajustes;
  /** Which codes are municipalities; any of five digits, unless told. */
  esMunicipio?: (codigo: string) => boolean;
}

/**
 * Compares a return with what its form says: the computed boxes that were given, with what comes out of the others;
 * faults of what was written; rules that it breaks. Where one datum alone, with another value, would make everything
 * agree, it is named with that value; where several would, all of them are. What cannot be read is told first and alone:
 * nothing can be computed with it.
 *
 * @throws AnioSinParametros
 */
export function validar(
  codigo: FormularioValidable,
  anio: number,
  cruda: DeclaracionCruda,
  { ajustes = {}, esMunicipio }: OpcionesDeValidar = {},
): Validacion {
  const { formulario, llenan, totales, preparar } = validable(codigo);
  const plan = planDe(formulario, anio, ajustes);
  const { escrita, calculadas, llenadas, celdas } = separar(formulario, cruda);
  const leer = (c: DeclaracionCruda) => {
    const preparada = preparar(c, { anio, ajustes, ...(esMunicipio && { esMunicipio }) });
    const leida = leerEntrada(formulario, sinCasillas(preparada.cruda, totales));
    return { ...preparada, entrada: leida.entrada, faltas: [...preparada.faltas, ...leida.faltas] };
  };
  const hechos = esObjeto(escrita.hechos) ? escrita.hechos : {};
  // Where neither rows nor facts tell the income, the box of its total does.
  const dichos = Object.entries(calculadas).filter(([k]) => totales.includes(k));
  const conTotales =
    dichos.length > 0 && hechos.ingresos === undefined && esObjeto(escrita.casillas)
      ? { ...escrita, casillas: { ...escrita.casillas, ...Object.fromEntries(dichos) } }
      : escrita;
  const { entrada, faltas, supuestos = [] } = leer(conTotales);
  const dichas = leerEntrada(
    formulario,
    { casillas: { ...calculadas, ...llenadas } },
    { permitirFijar: true },
  );
  const evaluacion = evaluar(plan, entrada);

  const sinLeer = [...faltas, ...dichas.faltas].map((f) => sinCifras('entrada', f));
  const cuentas = (): Desviacion[] => [
    ...compararCuentas({
      plan,
      cruda: conTotales,
      literal: llenan.every((h) => noLlena(formulario, h, hechos[h])),
      entrada,
      evaluacion,
      dichas: dichas.entrada.valores,
      leer(otra) {
        const leida = leer(otra);
        return leida.faltas.length === 0 ? leida.entrada : undefined;
      },
    }),
    ...compararCeldas(evaluacion, celdas),
    ...digitoQueNoEs(formulario, entrada),
    ...evaluacion.reparos().flatMap((r) => (r.gravedad === 'error' ? [sinCifras('regla', r)] : [])),
  ];
  return {
    desviaciones: sinLeer.length > 0 ? sinLeer : cuentas(),
    orientaciones: [...avisosDe(evaluacion), ...supuestosDe([...supuestos, ...evaluacion.supuestos()])],
  };
}

function sinCasillas(cruda: EntradaCruda, claves: readonly string[]): EntradaCruda {
  const { casillas } = cruda;
  if (claves.length === 0 || !esObjeto(casillas)) return cruda;
  return {
    ...cruda,
    casillas: Object.fromEntries(Object.entries(casillas).filter(([k]) => !claves.includes(k))),
  };
}

/** It was not given; or it is a number, and the form takes it as such. */
function noLlena({ hechos }: Formulario, clave: string, dado: unknown): boolean {
  const simple = typeof dado === 'number' && hechos.some((h) => h.clave === clave);
  return dado === undefined || dado === null || simple;
}

function sinCifras(
  tipo: 'entrada' | 'regla',
  { casilla, mensaje, norma }: { casilla: string; mensaje: string; norma?: string },
): Desviacion {
  return {
    ruta: casilla,
    tipo,
    clase: 'texto',
    recibido: null,
    calculado: null,
    articulo: norma ?? null,
    mensaje,
  };
}

function avisosDe(evaluacion: Evaluacion): Orientacion[] {
  return evaluacion
    .reparos()
    .filter((r) => r.gravedad === 'aviso')
    .map(({ casilla, norma, mensaje }) => ({ ruta: casilla, tipo: 'aviso', articulo: norma, mensaje }));
}

const supuestosDe = (frases: readonly string[]): Orientacion[] =>
  frases.map((mensaje) => ({ ruta: null, tipo: 'supuesto', articulo: null, mensaje }));

/** The check digit that was given and is not that of the NIT. */
function digitoQueNoEs({ secciones }: Formulario, { textos }: Entrada): Desviacion[] {
  const casillas = secciones.flatMap((s) => s.casillas);
  const escrito = (lectura: 'nit' | 'dv') => {
    const clave = casillas.find((c) => c.lectura === lectura)?.clave ?? '';
    return { clave, valor: textos.get(clave) };
  };
  const [nit, dv] = [escrito('nit'), escrito('dv')];
  if (nit.valor === undefined || dv.valor === undefined) return [];
  const suyo = BigInt(digitoDeVerificacion(nit.valor));
  const dado = BigInt(dv.valor);
  if (suyo === dado) return [];
  const mensaje = `El dígito de verificación de ese NIT es ${suyo} y usted puso ${dado}. Revise los dos: puede estar mal el NIT.`;
  return [
    {
      ruta: dv.clave,
      tipo: 'calculo',
      clase: 'cantidad',
      recibido: dado,
      calculado: suyo,
      articulo: null,
      mensaje,
    },
  ];
}
