import datosConceptos from './datos/conceptos.json' with { type: 'json' };
import datosFormatos from './datos/formatos.json' with { type: 'json' };

/**
 * How a column is written: `pesos`, whole and without sign; `entero`, a code or a count; `identificacion`, letters and
 * digits; `numero`, what format 1019 carries, whose XSD was not found: sign and decimals are let through.
 */
export type TipoDeColumna = 'pesos' | 'entero' | 'identificacion' | 'texto' | 'numero';

export interface Columna {
  /** Attribute of the XML: `retp`. */
  campo: string;
  nombre: string;
  obligatoria?: boolean;
  tipo: TipoDeColumna;
  /** At most so many digits. */
  cifras?: number;
  /** At most so many characters. */
  largo?: number;
  minimo?: number;
}

/** A format of third-party information (ET 631 and 631-3), as one version of the specification has it. */
export interface Formato {
  codigo: string;
  version: number;
  /** The taxable year for which this version was read. */
  anioGravable: number;
  nombre: string;
  /** Element of each record in the XML. */
  registro: string;
  /** The column that `ValorTotal` adds up. In 1019 it is the code of exemption, as it was found. */
  valorTotal: string;
  conceptos?: ReadonlyMap<string, string>;
  columnas: readonly Columna[];
  porCampo: ReadonlyMap<string, Columna>;
  /** Other persons of a record, each an element inside it in the XML: the holders of an account (1019). */
  secundarios?: Formato;
  fuente: string;
  confianza: string;
}

/** More than these in a delivery are not read. */
export const REGISTROS_MAXIMOS = 500_000;

export const TIPOS_DE_DOCUMENTO_DE_EXOGENA: ReadonlyMap<string, string> = new Map(
  datosConceptos.tiposDeDocumento.map(({ codigo, nombre }) => [codigo, nombre]),
);

/** Identifications that stand for nobody in particular, all with document type 43. */
export const SEUDO_IDENTIFICACIONES = datosConceptos.seudoIdentificaciones;

interface ListaDeConceptos {
  codigos: { codigo: string; nombre: string }[];
  sinNombre?: string[];
}

const CONCEPTOS: Readonly<Record<string, ListaDeConceptos>> = datosConceptos.conceptos;

export const FORMATOS: readonly Formato[] = datosFormatos.formatos.map(
  ({ conceptos: lista, columnas, secundarios, ...f }) => {
    const conceptos = lista === undefined ? undefined : CONCEPTOS[lista];
    const formato = { ...f, ...conColumnas(columnas as Columna[]) };
    return {
      ...formato,
      ...(conceptos && { conceptos: mapa(conceptos) }),
      ...(secundarios && {
        secundarios: {
          ...formato,
          registro: secundarios.registro,
          ...conColumnas(secundarios.columnas as Columna[]),
        },
      }),
    };
  },
);

/** By its four digits. */
export function formatoDeExogena(codigo: string): Formato | undefined {
  return FORMATOS.find((f) => f.codigo === codigo);
}

function conColumnas(columnas: Columna[]) {
  return { columnas, porCampo: new Map(columnas.map((c) => [c.campo, c])) };
}

function mapa({ codigos, sinNombre = [] }: ListaDeConceptos): ReadonlyMap<string, string> {
  return new Map([
    ...codigos.map((c) => [c.codigo, c.nombre] as const),
    ...sinNombre.map((c) => [c, ''] as const),
  ]);
}
