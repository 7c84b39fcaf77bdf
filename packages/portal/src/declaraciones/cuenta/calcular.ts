import { dato, type Explicacion } from '@autogestion/normas/explicacion';
import type { Fecha } from '@autogestion/normas/fechas';
import {
  evaluar,
  leerEntrada,
  planDe,
  type Entrada,
  type Evaluacion,
  type ReparoHallado,
} from '@autogestion/normas/formularios/motor';
import {
  mesesDeRetardo,
  sancionPorCorreccion,
  sancionPorExtemporaneidad,
  type Sancion,
} from '@autogestion/normas/sanciones';
import type { Contenido } from '../borrador/index.ts';
import { escritoEnElFormulario } from '../borrador/index.ts';
import { temasDe } from '../prellenado/index.ts';
import type {
  ClaseDeDeclaracion,
  FaltaDeDeclaracion,
  FilaEscrita,
  Posicion,
  Traido,
} from '../clases/index.ts';
import { correccionDe, type Correccion } from './correccion.ts';
import { sancionDeCorregir, sancionDeTarde } from './gradualidad.ts';
import { casillasConocidas, CONOCIDAS_QUE_SE_ESCRIBEN, type Conocido } from './declarante.ts';

/** What a return that is corrected said. */
export interface Anterior {
  numero: string;
  /** When the first of its period was filed: from it the delay and the year of the UVT are counted (ET 644). */
  primera: Fecha;
  /** Another one took its place: this one is corrected no more. */
  reemplazada: boolean;
  /** Higher amount to pay or lower balance in favour is counted from here (ET 644). */
  saldo: bigint;
  /** The penalty that it carried already. */
  sancion: bigint;
  /** What it took of the balance in favour of the year before. */
  tomado: bigint;
}

interface QueSeCalcula extends Omit<Conocido, 'corrige' | 'bimestre'> {
  clase: ClaseDeDeclaracion;
  periodo: string;
  contenido: Contenido;
  hoy: Fecha;
  vence: Fecha;
  anterior?: Anterior | undefined;
  /** What other returns put in this one. */
  traido?: Traido | undefined;
}

/** A return as it is now: its figures, and what keeps it from being filed. */
export interface Cuenta {
  evaluacion: Evaluacion;
  /** What it was computed out of, as the engine takes it. */
  entrada: Entrada;
  /** Boxes of words, as they were read. */
  textos: ReadonlyMap<string, string>;
  /** Boxes that the office fills, by key. */
  conocidas: Readonly<Record<string, string>>;
  faltas: readonly FaltaDeDeclaracion[];
  reparos: readonly ReparoHallado[];
  /** Rows of each annex as they were written or brought, before they are read. */
  anexos: Readonly<Record<string, readonly FilaEscrita[]>>;
  traido: Traido | undefined;
  supuestos: readonly string[];
  /** For filing late or for correcting; undefined where there is none. */
  sancion: Sancion | undefined;
  /** What it changes of the return that it corrects; undefined where it corrects none. */
  correccion: Correccion | undefined;
  posiciones: readonly Posicion[];
  /** It can be signed: nothing is wrong in it. */
  cuadra: boolean;
}

/** Computes a return out of what was answered. Pure: the same answers, day and due date give the same figures. */
export function calcular(q: QueSeCalcula): Cuenta {
  const { clase, anio, contenido, anterior, traido } = q;
  const { formulario } = clase;
  const conocidas = casillasConocidas(formulario, {
    ...q,
    bimestre: clase.periodos.indexOf(q.periodo) + 1,
    corrige: anterior?.numero,
  });
  const { casillas, hechos, anexos } = escritoEnElFormulario(contenido);
  const deLaOficina = Object.fromEntries(
    Object.entries(conocidas).filter(
      ([k]) => !CONOCIDAS_QUE_SE_ESCRIBEN.some((e) => e === k && k in (casillas as object)),
    ),
  );
  const dichos = clase.hechosDeLaOficina?.valores({
    vence: q.vence,
    presentada: anterior?.primera ?? q.hoy,
  });
  const filas = { ...traido?.anexos, ...(anexos as Record<string, FilaEscrita[]>) };
  const reunido = clase.reunir({
    cruda: {
      casillas: { ...traido?.casillas, ...(casillas as object), ...deLaOficina },
      hechos: { ...(hechos as object), ...dichos },
      anexos: filas,
    },
    temas: temasDe(contenido),
    anio,
  });
  const plan = planDe(formulario, anio);
  const { entrada, faltas } = leerEntrada(formulario, reunido.cruda);
  const deOtras = [...(traido?.ayudas ?? [])].filter(([clave]) => !(clave in (casillas as object)));
  const evaluacion = evaluar(plan, entrada, { ayudas: new Map([...deOtras, ...reunido.ayudas]) });
  const sancion = sancionDe(q, evaluacion);
  const total = (sancion?.final ?? 0n) + (anterior?.sancion ?? 0n);
  if (clase.casillaDeSancion && total > 0n)
    evaluacion.cambiar(clase.casillaDeSancion, total, porQueLaSancion(total, sancion, anterior));
  const correccion =
    anterior && correccionDe({ ...q, saldo: clase.saldo(evaluacion), anterior: anterior.saldo });
  const reparos = evaluacion.reparos();
  const todas = [...reunido.faltas, ...faltas];
  return {
    evaluacion,
    entrada,
    textos: entrada.textos,
    conocidas,
    faltas: todas,
    reparos,
    anexos: filas,
    traido,
    supuestos: [...reunido.supuestos, ...evaluacion.supuestos(), ...(sancion?.salvedades ?? [])],
    sancion: sancion && sancion.final > 0n ? sancion : undefined,
    correccion,
    posiciones: clase.posiciones(evaluacion),
    cuadra:
      todas.length === 0 && correccion?.vencida !== true && reparos.every((r) => r.gravedad !== 'error'),
  };
}

/** ET 641 for the first return that is late; ET 644 for the one that corrects it and owes more. */
function sancionDe(
  { clase, contenido, hoy, vence, anterior }: QueSeCalcula,
  e: Evaluacion,
): Sancion | undefined {
  if (clase.casillaDeSancion === undefined) return undefined;
  e.cambiar(clase.casillaDeSancion, undefined);
  const alCorregir = ({ saldo, primera }: Anterior) => {
    const { liquidacion, ...previo } = sancionDeCorregir(contenido, primera);
    const mayorValor = sinNegativos(clase.saldo(e) - saldo);
    const mesesDeRetardoInicial = mesesDeRetardo(vence, primera);
    return sancionPorCorreccion({ mayorValor, mesesDeRetardoInicial, ...previo }, liquidacion);
  };
  const alPresentarTarde = () => {
    const { liquidacion, ...previo } = sancionDeTarde(contenido, hoy);
    const hechos = { ...clase.baseTardia(e), meses: mesesDeRetardo(vence, hoy), ...previo };
    return sancionPorExtemporaneidad(hechos, liquidacion);
  };
  const r = anterior ? alCorregir(anterior) : alPresentarTarde();
  // A correction before the return falls due is no correction of what was late: ET 644 asks nothing.
  if (!r.ok || (anterior && hoy <= vence)) return undefined;
  return r.valor;
}

/** A return that replaces another carries the penalty that the other one had, and its own. */
function porQueLaSancion(
  total: bigint,
  nueva: Sancion | undefined,
  anterior: Anterior | undefined,
): Explicacion {
  const llevaba = anterior?.sancion ?? 0n;
  if (nueva && llevaba === 0n) return nueva.explicacion;
  const frase = 'Es la que llevaba la declaración que corrige.';
  const antes = dato('Sanción de la declaración que corrige', llevaba, frase, { norma: 'ET 644' });
  if (!nueva || nueva.final === 0n) return antes;
  return {
    titulo: 'Sanciones',
    valor: total,
    frase: 'Es la sanción que llevaba la declaración que corrige, y la de esta corrección.',
    norma: 'ET 644',
    partes: [antes, nueva.explicacion],
  };
}

const sinNegativos = (n: bigint): bigint => (n > 0n ? n : 0n);
