import type { Vencimiento } from '@autogestion/normas/calendario';
import type { CodigoDeConcepto, RubroDeCargo } from '@autogestion/normas/estado-de-cuenta';
import type { Explicacion } from '@autogestion/normas/explicacion';
import type { Fecha } from '@autogestion/normas/fechas';
import type { DeDondeSale, RespuestasDeTemas } from '@autogestion/normas/formularios/210';
import type { EntradaCruda, Evaluacion, Formulario } from '@autogestion/normas/formularios/motor';
import type { BaseDeExtemporaneidad } from '@autogestion/normas/sanciones';
import type { FormalizacionConPago } from '@autogestion/normas/simple';

/** What a return leaves in the ledger under one tax; pesos. */
export interface Posicion {
  concepto: CodigoDeConcepto;
  /** Under what its capital is owed. */
  rubro: Exclude<RubroDeCargo, 'sancion'>;
  impuesto: bigint;
  sancion: bigint;
  aFavor: bigint;
}

/** What the RUT says of whoever declares, of the year that is declared. */
export interface SegunElRut {
  tipoContribuyente: '1' | '2';
  enSimple: boolean;
}

/** Something wrong, and the box, fact or cell in which it is. */
export interface FaltaDeDeclaracion {
  casilla: string;
  mensaje: string;
}

/** A row of an annex as it was written, by column. */
export type FilaEscrita = Readonly<Record<string, string | number>>;

/** A return that was filed and stands, for those that come after it. */
export interface YaPresentada {
  formulario: string;
  anio: number;
  periodo: string;
  numero: string;
  casillas: Readonly<Record<string, string | number>>;
  anexos: Readonly<Record<string, readonly FilaEscrita[]>>;
  /** Filed for good: paid whole, where the law asks for that. */
  formalizada: boolean;
}

/** What other returns put in this one, until the person writes something else. */
export interface Traido {
  casillas: Readonly<Record<string, number>>;
  anexos: Readonly<Record<string, readonly FilaEscrita[]>>;
  /** Where the figure of a box came from. */
  ayudas: ReadonlyMap<string, Explicacion>;
  /** The same, and what was not brought, in sentences for the person. */
  frases: readonly string[];
}

/** What was answered, as the engine of forms takes it, and where each figure came from. */
interface Reunido {
  cruda: EntradaCruda;
  faltas: readonly FaltaDeDeclaracion[];
  /** How a box that was filled from facts came about. */
  ayudas: ReadonlyMap<string, Explicacion>;
  /** What was taken where a fact lacked something: sentences. */
  supuestos: readonly string[];
}

/** What a late filing is sanctioned upon (ET 641); pesos. */
type BaseTardia = Record<BaseDeExtemporaneidad, bigint> & { saldoAFavor: bigint };

/** Keys of the boxes of which a browser that computes the form makes the rest. */
interface EnElNavegador {
  porPagar: string;
  aFavor: string;
  sancion: string;
  /** Upon what a late one is sanctioned (ET 641), its net worth apart: zero. */
  baseTardia: { impuesto: string; ingresos: readonly string[]; saldoAFavor: string };
}

/** A kind of return, as a value: what its law says lives in normas, and this says which of it is asked for what. */
export interface ClaseDeDeclaracion {
  formulario: Formulario;
  /** «Declaración de renta de 2025» */
  nombre: (anio: number, periodo: string) => string;
  /** «renta de 2025», within a sentence. */
  enLlano: (anio: number, periodo: string) => string;
  periodos: readonly string[];
  /** Whether who is so in the RUT files it. */
  aplica: (r: SegunElRut) => boolean;
  /** The last day of a period: it is filed after it. */
  termina: (anio: number, periodo: string) => Fecha;
  /** The taxable years that may be filed on a day, newest first. */
  anios: (hoy: Fecha) => readonly number[];
  /** When it falls due; undefined where the calendar has no date for that year. */
  vence: (nit: string, anio: number, periodo: string) => Vencimiento | undefined;
  /** What whoever begins should know of who has to file it. */
  antesDeEmpezar?: (anio: number) => string;
  /** Other returns of the year from which it takes figures. */
  trae?: { formulario: string; desde: (hechas: readonly YaPresentada[], periodo: string) => Traido };
  /** It counts as filed only when it is paid whole; until then it is so called. */
  formalizaElPago?: FormalizacionConPago & { estado: string };
  /** Facts that the office says, and nobody else. */
  hechosDeLaOficina?: {
    claves: readonly string[];
    valores: (q: { vence: Fecha; presentada: Fecha }) => Readonly<Record<string, number>>;
  };
  /** A return without income may be begun and reviewed in one press. */
  enCero?: true;
  /** Its annexes are filled before its boxes. */
  anexosPrimero?: true;
  /** What was written in the form itself stands over what follows from the topics. */
  reunir: (q: { cruda: Required<EntradaCruda>; temas: RespuestasDeTemas; anio: number }) => Reunido;
  posiciones: (e: Evaluacion) => readonly Posicion[];
  baseTardia: (e: Evaluacion) => BaseTardia;
  /** What else it has to know, where a browser can compute the form while it is written. */
  enElNavegador?: EnElNavegador;
  /** The boxes that sum the return up, in the order of the story that they tell. */
  resumen: readonly { casilla: string; rotulo: string }[];
  /** The main boxes, by which a year is compared with the one before; those of the summary unless told. */
  principales?: readonly string[];
  /** Where its tax comes from, step by step. */
  deDondeSale?: (anio: number, valor: (clave: string) => bigint) => DeDondeSale;
  /** Where it takes the balance in favour of the year before, and of which tax. */
  saldoAnterior?: { casilla: string; concepto: CodigoDeConcepto };
  /** Third parties, the year before and the RUT suggest what it says. */
  sePrellena?: true;
  /** What no third party reports is asked once before signing. */
  preguntaLoQueNadieReporta?: true;
  /** The box of penalties, which the office fills; none where the return liquidates none. */
  casillaDeSancion: string | undefined;
  /** Higher amount to pay or lower balance in favour than the return that it corrects, without penalties (ET 644). */
  saldo: (e: Pick<Evaluacion, 'valor'>) => bigint;
}
