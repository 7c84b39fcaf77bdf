import type { Gradualidad } from '@autogestion/normas/sanciones';
import type { Calculado } from '@autogestion/normas/formularios/motor';
import type { ComoQueda } from './como-queda.ts';
import type { Saldo } from './resultado.ts';

/** `ComoQueda` as JSON carries it: pesos are digits. */
interface ComoQuedaEnTexto {
  saldo: { porPagar: string; aFavor: string };
  filas: readonly { rotulo: string; pesos: string; total?: true }[];
  calculadas: Readonly<Record<string, Calculado>>;
}

/** What a browser computes a form out of: values and rows as the engine takes them, and what the page sums up. */
export interface DatosDeFormulario {
  formulario: string;
  anio: number;
  valores: readonly (readonly [string, string])[];
  filas: readonly (readonly [string, readonly (readonly string[])[]])[];
  resumen: readonly { casilla: string; rotulo: string }[];
  /** `EnElNavegador` of the kind of return, without what a browser does not read. */
  claves: {
    porPagar: string;
    aFavor: string;
    sancion: string;
    baseTardia: { impuesto: string; ingresos: readonly string[]; saldoAFavor: string };
  };
  /** It is late: the months of its delay, the year of its UVT, and what was stated of its penalty (ET 640 to 642). */
  tarde?: {
    meses: number;
    emplazado: boolean;
    inspeccionado: boolean;
    liquidacion: { anioUvt: number; gradualidad?: Gradualidad };
  };
}

/** What a page needs to be alive, from the first. */
export interface Vivo {
  /** Each field is an answer of its own, or all of them are one. */
  cada: 'campo' | 'formulario';
  /** What is kept, by field, where it is not what the fields show: what was typed before the session ended. */
  valores?: Readonly<Record<string, string | readonly string[] | undefined>>;
  saldo: ComoQuedaEnTexto['saldo'];
  datos?: DatosDeFormulario | undefined;
}

/** What is answered to whoever saves while writing. */
export interface Guardado {
  revision: number;
  /** «10:32 a. m.» */
  guardado: string;
  /** What the fields of the page say, as they are kept: also what another device wrote. */
  valores: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** What came and could not be read, by field: it was not saved. */
  rechazados: Readonly<Record<string, string>>;
  /** What is wrong in what is kept, by field, of the whole page. */
  errores: Readonly<Record<string, string | undefined>>;
  queda: ComoQuedaEnTexto;
  accion?: string;
  datos?: DatosDeFormulario | undefined;
}

export const saldoEnTexto = ({ porPagar, aFavor }: Saldo): ComoQuedaEnTexto['saldo'] => ({
  porPagar: String(porPagar),
  aFavor: String(aFavor),
});

export const enTexto = ({ saldo, filas, calculadas }: ComoQueda): ComoQuedaEnTexto => ({
  saldo: saldoEnTexto(saldo),
  filas: filas.map((f) => ({ ...f, pesos: String(f.pesos) })),
  calculadas,
});

export const deTexto = ({ saldo, filas, calculadas }: ComoQuedaEnTexto): ComoQueda => ({
  saldo: saldoDeTexto(saldo),
  filas: filas.map((f) => ({ ...f, pesos: BigInt(f.pesos) })),
  calculadas,
});

export const saldoDeTexto = ({ porPagar, aFavor }: ComoQuedaEnTexto['saldo']): Saldo => ({
  porPagar: BigInt(porPagar),
  aFavor: BigInt(aFavor),
});
