import { definidos } from '../../definidos/index.ts';
import { dividirRedondeando, enDecimal, enPorcentaje, formatearPesos, fraccion } from '../../dinero/index.ts';
import type { Fraccion } from '../../dinero/index.ts';
import type { Explicacion } from '../../explicacion/index.ts';
import { valorUvt } from '../../uvt/index.ts';
import { casoElegido, limitesDelTurno, sinLimite, turnoDe } from './dependencias.ts';
import type { Evaluacion } from './evaluacion.ts';
import type { Condicion, Expresion } from './expresion.ts';
import type { Clase } from './definicion.ts';
import {
  cantidad,
  claseDe,
  columnaDe,
  enFrase,
  enumerar,
  escribirValor,
  nombrar,
  nombrarCondicion,
  tarifaDe,
} from './palabras.ts';
import type { Rama } from './palabras.ts';
import { enCifras } from './simbolos.ts';
import type { ExplicacionDeValor, Operacion } from './explicacion-de-valor.ts';
import { filasContadas } from './filas.ts';

/**
 * How a box, an auxiliary result or a fact of a return came about, down to what the person wrote. A value that
 * appears again further on is not unfolded twice.
 *
 * @throws RangeError for a key that the form does not have.
 */
export function explicar(evaluacion: Evaluacion, clave: string): ExplicacionDeValor {
  return deValor(clave, { evaluacion, vistos: new Set() });
}

/**
 * The sentence of `explicar` alone, without unfolding what it speaks of: what a page says beside each box while it is
 * written.
 */
export const fraseDe = (evaluacion: Evaluacion, clave: string): string =>
  deValor(clave, { evaluacion, vistos: new Set(), sinPartes: true }).frase;

interface Relato {
  evaluacion: Evaluacion;
  /** Keys already unfolded in this tree. */
  vistos: Set<string>;
  sinPartes?: true;
}

function deValor(clave: string, relato: Relato): ExplicacionDeValor {
  const { evaluacion, vistos } = relato;
  const { plan } = evaluacion;
  const entero = evaluacion.valor(clave);
  const valor = plan.distribucion.valores[plan.distribucion.puestoDe.get(clave) ?? -1];
  if (!valor) throw new RangeError(`El formulario ${plan.formulario.codigo} no tiene ${clave}`);
  const base = {
    titulo: valor.nombre,
    valor: enValor(fraccion(entero, 1n), valor.clase),
    ...(valor.tipo === 'casilla' && { casilla: clave }),
    ...definidos({ norma: valor.norma }),
  };
  const dato = (frase: string): ExplicacionDeValor => ({
    ...base,
    frase,
    operacion: { tipo: 'dato' },
    exacto: fraccion(entero, 1n),
    multiplo: 1n,
    partes: [],
  });

  const ayuda = evaluacion.ayudaDe(clave);
  if (ayuda) {
    return { ...dato(ayuda.frase), norma: ayuda.norma ?? base.norma ?? '', partes: deAyuda(ayuda) };
  }
  if (!valor.formula) {
    return dato(
      fraseDeDato(evaluacion, clave, { esCasilla: valor.tipo === 'casilla', supuesto: base.valor }),
    );
  }
  if (evaluacion.esFija(clave)) return dato('Se tomó el valor que se dio, en lugar de calcularla.');
  if (vistos.has(clave)) return { ...dato('Ya se explicó antes.'), repetida: true };
  vistos.add(clave);

  const suya = desplegar(valor.formula, relato);
  const multiplo = plan.multiplo(valor.clase);
  const { numerador, denominador } = suya.exacto;
  const exacta = numerador === entero * denominador;
  const redondeo = exacta
    ? ''
    : multiplo === 1n
      ? ' Se redondea al peso.'
      : ' Se redondea al múltiplo de mil más cercano (ET 577).';
  return {
    ...suya,
    ...base,
    frase: `${valor.frase ?? suya.frase}${redondeo}`,
    ...(!relato.sinPartes && { formula: formulaCompleta(evaluacion, valor.formula) }),
    multiplo,
  };
}

/** The parts of what filled a box from facts; a part that only repeats its amount is not one. */
function deAyuda({ partes }: Explicacion): ExplicacionDeValor[] {
  return partes.map((p) => {
    const suyas = p.partes.filter((x) => x.valor !== p.valor);
    return {
      ...p,
      operacion: { tipo: 'dato' },
      exacto: fraccion(typeof p.valor === 'bigint' ? p.valor : 1n, 1n),
      multiplo: 1n,
      partes: deAyuda({ ...p, partes: suyas }),
    };
  });
}

function fraseDeDato(
  evaluacion: Evaluacion,
  clave: string,
  { esCasilla, supuesto }: { esCasilla: boolean; supuesto: bigint | string },
): string {
  if (evaluacion.estado(clave) === 'falta') {
    return esCasilla
      ? 'Usted no la ha llenado: cuenta como cero.'
      : `Usted no ha dado este dato: se toma ${typeof supuesto === 'bigint' ? formatearPesos(supuesto) : supuesto}.`;
  }
  return esCasilla ? 'Es lo que usted escribió.' : 'Es el dato que usted dio.';
}

/** The formula with the figures of the return: no key of the form is for a person to read. */
function formulaCompleta(evaluacion: Evaluacion, formula: Expresion): string {
  const { plan } = evaluacion;
  const valorar = (e: Expresion) => plan.valorar(e, evaluacion.valores(), evaluacion.todasLasFilas());
  return enCifras(formula, plan, valorar, (e) => valorar(e).numerador !== 0n);
}

/** An expression inside a formula, as a part of the explanation: a named value unfolds by its own. */
function dePieza(e: Expresion, relato: Relato): ExplicacionDeValor {
  return e.op === 'valor' ? deValor(e.clave, relato) : desplegar(e, relato);
}

function desplegar(e: Expresion, relato: Relato): ExplicacionDeValor {
  const { evaluacion } = relato;
  const { plan } = evaluacion;
  const valorar = (x: Expresion) => plan.valorar(x, evaluacion.valores(), evaluacion.todasLasFilas());
  const escrito = (x: Expresion) => escribirValor(valorar(x), claseDe(x, plan));
  const cumple = (c: Condicion) => plan.cumple(c, evaluacion.valores(), evaluacion.todasLasFilas());
  const rama: Rama = (x) => (cumple(x.condicion) ? x.entonces : x.siNo);
  const llamar = (x: Expresion) => nombrar(x, plan, rama);
  const conValor = (x: Expresion) =>
    x.op === 'numero' || x.op === 'parametro' ? llamar(x) : `${llamar(x)} (${escrito(x)})`;
  const partes = (...de: Expresion[]) => (relato.sinPartes ? [] : de.map((x) => dePieza(x, relato)));
  const nodo = (
    frase: string,
    operacion: Operacion,
    de: readonly ExplicacionDeValor[],
  ): ExplicacionDeValor => {
    const exacto = valorar(e);
    return {
      titulo: enFrase(llamar(e)),
      valor: enValor(exacto, claseDe(e, plan)),
      frase: enFrase(frase),
      operacion,
      exacto,
      multiplo: null,
      partes: de,
    };
  };

  switch (e.op) {
    case 'valor':
      return nodo(`Es ${conValor(e)}.`, { tipo: 'igual' }, partes(e));
    case 'numero':
    case 'parametro':
    case 'tarifa':
      return nodo(`Es ${escrito(e)}, que fija la norma.`, { tipo: 'dato' }, []);
    case 'uvt': {
      const anio = plan.parametros.anioDeUvt(e.parametro);
      const frase = `Una UVT de ${anio} vale ${formatearPesos(valorUvt(anio).pesos)} (ET 868).`;
      return nodo(frase, { tipo: 'dato' }, e.veces ? partes(e.veces) : []);
    }
    case 'suma': {
      const conAlgo = e.de.filter((x) => valorar(x).numerador !== 0n);
      const frase =
        conAlgo.length === 0
          ? 'Todo está en cero.'
          : conAlgo.length === 1
            ? `Solo hay ${conValor(conAlgo[0] as Expresion)}.`
            : `Se suman ${enumerar(conAlgo.map(conValor))}.`;
      return nodo(frase, { tipo: 'suma' }, partes(...e.de));
    }
    case 'resta': {
      const algo = (x: Expresion) => valorar(x).numerador !== 0n;
      const menos = e.menos.filter(algo);
      const mas = e.de.op === 'suma' ? e.de.de.filter(algo) : [e.de];
      const de =
        mas.length > 1 ? `Se suman ${enumerar(mas.map(conValor))}` : `De ${conValor(mas[0] ?? e.de)}`;
      const sola = mas.length === 1 ? `Es igual a ${conValor(mas[0] ?? e.de)}` : de;
      const frase =
        menos.length > 0
          ? `${de}${mas.length > 1 ? ' y' : ''} se ${menos.length > 1 ? 'restan' : 'resta'} ${enumerar(menos.map(conValor))}.`
          : `${sola}: no hay nada que restar.`;
      const enCero = menos.length > 0 && !algo(e);
      return nodo(enCero ? `${frase} No queda nada.` : frase, { tipo: 'resta' }, partes(e.de, ...e.menos));
    }
    case 'promedio':
      return nodo(
        `Se saca el promedio de ${enumerar(e.de.map(conValor))}.`,
        { tipo: 'promedio' },
        partes(...e.de),
      );
    case 'menor':
      return nodo(
        `Se toma el menor entre ${enumerar(e.de.map(conValor))}.`,
        { tipo: 'menor' },
        partes(...e.de),
      );
    case 'mayor':
      return nodo(
        `Se toma el mayor entre ${enumerar(e.de.map(conValor))}.`,
        { tipo: 'mayor' },
        partes(...e.de),
      );
    case 'porcentaje': {
      const tarifa = plan.parametros.tarifa(e.parametro);
      return nodo(
        `Se toma el ${tarifaDe(e, plan)} de ${conValor(e.de)}.`,
        { tipo: 'porcentaje', tarifa },
        partes(e.de),
      );
    }
    case 'por-tarifa':
      return nodo(
        `Se aplica ${conValor(e.tarifa)} a ${conValor(e.de)}.`,
        { tipo: 'por-tarifa' },
        partes(e.tarifa, e.de),
      );
    case 'producto':
      return nodo(
        `Se multiplica ${conValor(e.de)} por ${conValor(e.veces)}.`,
        { tipo: 'producto' },
        partes(e.de, e.veces),
      );
    case 'proporcion':
      return nodo(
        `De ${conValor(e.de)} se toma la misma parte que ${conValor(e.parte)} es de ${conValor(e.todo)}.`,
        { tipo: 'proporcion' },
        partes(e.de, e.parte, e.todo),
      );
    case 'tabla': {
      const base = valorar(e.base);
      const tramo = tramoDe(e.parametro, base, relato, (b, desde) => b > desde);
      const frase =
        tramo.tarifa.numerador === 0n
          ? `La base, ${conValor(e.base)}, equivale a ${enUvtDelAnio(base, relato)} UVT y no pasa de ${cantidad(tramo.hasta ?? '0')} UVT: la tarifa es cero.`
          : `La base, ${conValor(e.base)}, equivale a ${enUvtDelAnio(base, relato)} UVT: se toma el ${enPorcentaje(tramo.tarifa)} de lo que pasa de ${cantidad(tramo.enUvt.desde)} UVT (${formatearPesos(tramo.desde)})${tramo.mas === 0n ? '' : `, más ${cantidad(tramo.enUvt.mas ?? '0')} UVT (${formatearPesos(tramo.mas)})`}.`;
      return nodo(
        frase,
        { tipo: 'tramo', desde: tramo.desde, tarifa: tramo.tarifa, mas: tramo.mas },
        partes(e.base),
      );
    }
    case 'tarifa-de-rango': {
      const base = valorar(e.base);
      const { tarifa, enUvt } = tramoDe(e.parametro, base, relato, (b, desde) => b >= desde);
      return nodo(
        `${llamar(e.base)} (${escrito(e.base)}) equivale a ${enUvtDelAnio(base, relato)} UVT: desde ${cantidad(enUvt.desde)} UVT la tarifa es ${enPorcentaje(tarifa)} de todo el ingreso.`,
        { tipo: 'rango', tarifa },
        partes(e.base),
      );
    }
    case 'si': {
      const elegida = rama(e);
      const entonces = dePieza(elegida, relato);
      const lados = ladosDe(e.condicion).filter((x) => x.op === 'valor');
      const condicion = nombrarCondicion(e.condicion, cumple(e.condicion), conValor);
      const queda =
        elegida.op === 'valor' || elegida.op === 'numero' ? `Se toma ${conValor(elegida)}.` : entonces.frase;
      return nodo(`${condicion}: ${queda.charAt(0).toLowerCase()}${queda.slice(1)}`, { tipo: 'igual' }, [
        entonces,
        ...partes(...lados),
      ]);
    }
    case 'segun': {
      const opcion = plan.formulario.opciones[e.opcion];
      const caso = dePieza(casoElegido(e, plan), relato);
      const cual = opcion?.casos[plan.opciones[e.opcion] ?? ''] ?? '';
      const duda = opcion?.eleccion
        ? 'La norma deja elegir; aquí se toma'
        : 'Las fuentes no son concluyentes en este punto; aquí se toma';
      return nodo(`${caso.frase} ${duda}: ${cual}.`, { tipo: 'igual' }, [caso]);
    }
    case 'suma-anexo': {
      const filas = filasContadas(evaluacion, e);
      const cuantas = filas.length === 1 ? 'una fila' : `${filas.length} filas`;
      const frase = `Se suma «${columnaDe(e, plan)}» de ${cuantas} del anexo${e.donde ? `, las del grupo ${e.donde.codigo}` : ''}.`;
      return nodo(filas.length === 0 ? 'En el anexo no hay nada.' : frase, { tipo: 'suma' }, filas);
    }
    case 'reparto': {
      const { reparto, actual } = turnoDe(e.reparto, e.turno, plan.formulario);
      const libre = sinLimite(actual);
      const tiene = (x: Expresion) => valorar(x).numerador !== 0n;
      const hayLibre = tiene(libre);
      const [pedido, queda, cabe] = limitesDelTurno(reparto, e.turno, tiene);
      const pide = valorar(actual.pretendido).numerador !== 0n;
      const frase = pide
        ? `Se toma el menor entre lo que usted pide (${escrito(pedido)}), lo que queda del límite (${escrito(queda)}) y lo que cabe en la renta (${escrito(cabe)})${hayLibre ? `, y se suma lo que no tiene límite (${escrito(libre)})` : ''}.`
        : 'Usted no pide rentas exentas ni deducciones aquí.';
      const titulada = (titulo: string, x: Expresion): ExplicacionDeValor => {
        const pieza = dePieza(x, relato);
        return { ...pieza, titulo, nombre: pieza.titulo, contar: true };
      };
      return nodo(frase, { tipo: 'reparto' }, [
        titulada('Lo que usted pide', pedido),
        titulada(`Lo que queda del ${reparto.nombre}`, queda),
        titulada('Lo que cabe en la renta', cabe),
        ...(hayLibre ? [titulada('Lo que no tiene límite', libre)] : []),
      ]);
    }
  }
}

function enValor(exacto: Fraccion, clase: Clase): bigint | string {
  return clase === 'pesos'
    ? dividirRedondeando(exacto.numerador, exacto.denominador)
    : escribirValor(exacto, clase);
}

function ladosDe(c: Condicion): Expresion[] {
  switch (c.es) {
    case 'conocido':
      return [];
    case 'y':
      return c.de.flatMap(ladosDe);
    case 'mayor':
    case 'mayor-o-igual':
    case 'igual':
      return [c.a, c.b];
  }
}

function tramoDe(
  nombre: string,
  { numerador, denominador }: Fraccion,
  { evaluacion }: Relato,
  entra: (base: bigint, desde: bigint) => boolean,
) {
  const tramos = evaluacion.plan.parametros.tramos(nombre);
  const i = Math.max(
    0,
    tramos.findLastIndex((t) => entra(numerador, t.desde * denominador)),
  );
  const tramo = tramos[i];
  if (!tramo) throw new RangeError(`La tabla ${nombre} está vacía`);
  return { ...tramo, hasta: tramos[i + 1]?.enUvt.desde };
}

/** With two decimals, rounded down: `1.248,09`. */
function enUvtDelAnio({ numerador, denominador }: Fraccion, { evaluacion }: Relato): string {
  const centesimas = (numerador * 100n) / (denominador * valorUvt(evaluacion.plan.anio).pesos);
  return cantidad(enDecimal(fraccion(centesimas, 100n)).replace(',', '.'));
}
