import { definidos } from '@autogestion/normas/definidos';
import { enteroEnJson, explicacionEnJson, explicacionEnPalabras } from '@autogestion/normas/explicacion';
import {
  AnioSinParametros,
  casillasDe,
  ESCALA,
  escribirValor,
  esquemaDe,
  evaluar,
  explicar,
  FormularioMalHecho,
  leerEntrada,
  planDe,
  referenciaDe,
  resumir,
} from '@autogestion/normas/formularios/motor';
import type { Ajustes, Clase, Evaluacion, Plan } from '@autogestion/normas/formularios/motor';
import { AnioSinUvt } from '@autogestion/normas/uvt';
import { leerObjeto } from './entrada.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import { FORMULARIOS } from './formularios.ts';
import type { FaltaDeOrdenes, FormularioDeOrdenes } from './formularios.ts';
import type { Orden } from './orden.ts';
import { comoTexto, porLineas } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

interface Calculo {
  evaluacion: Evaluacion;
  /** What was taken for what nobody said. */
  supuestos: readonly string[];
  /** What a form answers besides its boxes. */
  ademas: Readonly<Record<string, unknown>>;
}

/** What a question may carry; the rest is data about the question itself, which changes nothing. */
const DE_LA_PREGUNTA = ['casillas', 'hechos', 'anexos', 'parametros', 'anio', 'id', 'nota', 'formulario'];

/** @throws ErrorDeUso for the first fault, with its box. */
function calcular(definicion: FormularioDeOrdenes, anio: number, pregunta: Pregunta): Calculo {
  return conErroresDeUso(() => {
    exigirConocidos(definicion, pregunta);
    const ajustes = leerAjustes(pregunta.parametros);
    const plan = planDe(definicion.formulario, anio, ajustes);
    const {
      cruda,
      faltas: previas,
      ayudas,
      supuestos = [],
      ademas,
    } = definicion.preparar(pregunta, anio, ajustes);
    const { entrada, faltas } = leerEntrada(definicion.formulario, cruda, { permitirFijar: true });
    denunciar([...previas, ...faltas]);
    const evaluacion = evaluar(plan, entrada, definidos({ ayudas }));
    return {
      evaluacion,
      supuestos: [...supuestos, ...evaluacion.supuestos()],
      ademas: ademas?.(evaluacion) ?? {},
    };
  });
}

/** @throws ErrorDeUso for what the form does not read: a return is not computed without it in silence. */
function exigirConocidos({ formulario, propios = [] }: FormularioDeOrdenes, pregunta: Pregunta): void {
  const conocidos = [...DE_LA_PREGUNTA, ...propios];
  const ajeno = Object.keys(pregunta).find((k) => !conocidos.includes(k));
  if (ajeno === undefined) return;
  throw new ErrorDeUso(
    'dato-desconocido',
    `«${ajeno}» no es un dato de la entrada del formulario ${formulario.codigo}. Lleva: ${conocidos.slice(0, 4).concat(propios).join(', ')}.`,
    ajeno,
  );
}

function conErroresDeUso<T>(obra: () => T): T {
  try {
    return obra();
  } catch (error) {
    if (error instanceof AnioSinParametros || error instanceof AnioSinUvt)
      throw new ErrorDeUso(error.codigo, error.message);
    if (error instanceof FormularioMalHecho && error.codigo === 'opcion-desconocida')
      throw new ErrorDeUso(error.codigo, error.message, 'parametros');
    throw error;
  }
}

function denunciar(faltas: readonly FaltaDeOrdenes[]): void {
  const [primera] = faltas;
  if (primera) throw new ErrorDeUso(primera.codigo, primera.mensaje, primera.casilla);
}

/** `{"redondeo":"peso","anticipo":"sobre-el-promedio"}`: the rounding, and the open points by their names. */
function leerAjustes(crudo: unknown): Ajustes {
  if (crudo === undefined || crudo === null) return {};
  if (typeof crudo !== 'object' || Array.isArray(crudo))
    throw new ErrorDeUso(
      'parametros',
      '«parametros» es un objeto con un valor por cada clave.',
      'parametros',
    );
  const { redondeo = 'mil', ...opciones } = crudo as Record<string, unknown>;
  if (redondeo !== 'mil' && redondeo !== 'peso')
    throw new ErrorDeUso('redondeo', 'El redondeo es «mil» o «peso».', 'parametros.redondeo');
  for (const [clave, caso] of Object.entries(opciones)) {
    if (typeof caso !== 'string')
      throw new ErrorDeUso(
        'opcion-desconocida',
        `«${clave}» es el nombre de un caso.`,
        `parametros.${clave}`,
      );
  }
  return { redondeo, opciones: opciones as Record<string, string> };
}

/** Every computed box, by its number or key. */
function casillasCalculadas(evaluacion: Evaluacion): Record<string, number | string> {
  const calculadas = evaluacion.plan.distribucion.valores.filter((v) => v.tipo === 'casilla' && v.formula);
  return Object.fromEntries(
    calculadas.map(({ clave, clase }) => [clave, enJson(evaluacion.valor(clave), clase)]),
  );
}

/** Pesos and counts as integers, a rate as a decimal of one, a mark as `X` or nothing. */
function enJson(valor: bigint, clase: Clase): number | string {
  switch (clase) {
    case 'pesos':
    case 'cantidad':
      return enteroEnJson(valor);
    case 'tarifa':
      return Number(valor) / Number(ESCALA);
    case 'marca':
      return valor === 0n ? '' : 'X';
    case 'texto':
      return '';
  }
}

function responder({ evaluacion, supuestos, ademas }: Calculo, explicada: string | undefined): object {
  const { auxiliares } = evaluacion.plan.formulario;
  return {
    casillas: casillasCalculadas(evaluacion),
    ...(auxiliares.length > 0 && {
      auxiliares: Object.fromEntries(
        auxiliares.map(({ clave, clase }) => [clave, enJson(evaluacion.valor(clave), clase)]),
      ),
    }),
    reparos: evaluacion.reparos(),
    supuestos,
    ...ademas,
    ...definidos({
      explicacion:
        explicada === undefined ? undefined : explicacionEnJson(explicacionDe(evaluacion, explicada)),
    }),
  };
}

function explicacionDe(evaluacion: Evaluacion, clave: string) {
  if (!evaluacion.plan.distribucion.puestoDe.has(clave)) {
    throw new ErrorDeUso(
      'casilla-desconocida',
      `El formulario ${evaluacion.plan.formulario.codigo} no tiene la casilla ${clave}, o no es un valor.`,
      clave,
    );
  }
  return resumir(explicar(evaluacion, clave));
}

/** What a person reads: the computed boxes that are not zero, and what is wrong with the return. */
function enRenglones({ evaluacion, supuestos }: Calculo): string[] {
  const { plan } = evaluacion;
  const renglones = casillasDe(plan.formulario).flatMap(({ clave, nombre, clase, formula }) => {
    if (!formula || evaluacion.valor(clave) === 0n) return [];
    const valor = escribirValor({ numerador: evaluacion.valor(clave), denominador: 1n }, clase);
    return [`${clave.padStart(4)}  ${nombre}: ${valor}`];
  });
  return [
    ...renglones,
    ...evaluacion.reparos().map((r) => `  !   Casilla ${r.casilla}: ${r.mensaje} (${r.norma})`),
    ...supuestos.map((s) => `  ?   ${s}`),
  ];
}

function leerAnio(crudo: unknown): number {
  const texto = comoTexto(crudo);
  if (!/^[0-9]{4}$/.test(texto))
    throw new ErrorDeUso('anio', 'El año gravable va con cuatro números, por ejemplo 2025.');
  return Number(texto);
}

function definicionDe(codigo: string | undefined): FormularioDeOrdenes {
  const definicion = FORMULARIOS.get(codigo ?? '');
  if (!definicion) {
    throw new ErrorDeUso(
      'formulario-desconocido',
      `Los formularios son: ${[...FORMULARIOS.keys()].join(', ')}.`,
    );
  }
  return definicion;
}

function planDelAnio(definicion: FormularioDeOrdenes, anio: number): Plan {
  return conErroresDeUso(() => planDe(definicion.formulario, anio));
}

export const ordenFormulario: Orden = {
  uso: 'formulario CÓDIGO --anio AÑO --entrada ARCHIVO|- [--explicar CASILLA] [--json] | formulario CÓDIGO --anio AÑO --referencia | formulario CÓDIGO --esquema',
  ayuda: 'Calcula una declaración (210, 260, 2593) y explica cada casilla',
  opciones: {
    anio: { type: 'string' },
    entrada: { type: 'string' },
    explicar: { type: 'string' },
    json: { type: 'boolean' },
    referencia: { type: 'boolean' },
    esquema: { type: 'boolean' },
  },
  async ejecutar({ argumentos: [codigo, ...sobran], opciones }) {
    if (sobran.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${sobran.join(' ')}».`);
    const definicion = definicionDe(codigo);
    if (opciones.esquema) {
      console.log(JSON.stringify(esquemaDe(definicion.formulario), null, 2));
      return 0;
    }
    if (opciones.referencia) {
      console.log(referenciaDe(planDelAnio(definicion, leerAnio(opciones.anio))));
      return 0;
    }
    const explicada = typeof opciones.explicar === 'string' ? opciones.explicar : undefined;
    if (typeof opciones.entrada !== 'string')
      throw new ErrorDeUso(
        'entrada',
        'Falta la entrada: --entrada ARCHIVO.json, o --entrada - para leerla por renglones.',
      );
    if (opciones.entrada === '-') {
      return porLineas((pregunta) =>
        JSON.stringify(
          responder(calcular(definicion, leerAnio(pregunta.anio ?? opciones.anio), pregunta), explicada),
        ),
      );
    }
    const pregunta = await leerObjeto(opciones.entrada);
    const calculo = calcular(definicion, leerAnio(opciones.anio ?? pregunta.anio), pregunta);
    if (opciones.json) console.log(JSON.stringify(responder(calculo, explicada)));
    else if (explicada !== undefined)
      console.log(explicacionEnPalabras(explicacionDe(calculo.evaluacion, explicada)));
    else for (const renglon of enRenglones(calculo)) console.log(renglon);
    return 0;
  },
};
