import { sumarAnios, sumarDias, type Fecha } from '../../fechas/index.ts';
import { definidos } from '../../definidos/index.ts';

/** What a range of numbers may be. */
export const NUMERACION = {
  /** Letters and numbers before the consecutive. */
  prefijoMaximo: 4,
  /** Longest term of an authorization, in years. */
  vigenciaAnios: 2,
  norma: 'ET 617 y 616-1; Resolución DIAN 000165 de 2023',
  /** No source that was read says the largest number: this is what nine figures hold, as in the DIAN's own test range. */
  numeroMaximo: 999_999_999n,
} as const;

/** For which documents one asks for numbers. */
export const MODALIDADES_DE_NUMERACION = {
  factura: {
    nombre: 'Factura electrónica de venta',
    tipos: ['01', '02', '04'],
    /** Its code is closed with the technical key of the range (annex 1.9, § 11.2). */
    conClaveTecnica: true,
  },
  contingencia: {
    nombre: 'Facturas de contingencia, de talonario o papel',
    tipos: ['03'],
    conClaveTecnica: false,
  },
  'documento-soporte': {
    nombre: 'Documento soporte de compras a quien no factura',
    tipos: ['05'],
    conClaveTecnica: false,
  },
  pos: {
    nombre: 'Documento equivalente electrónico: tiquete POS',
    tipos: ['20'],
    conClaveTecnica: false,
  },
} as const;
export type ModalidadDeNumeracion = keyof typeof MODALIDADES_DE_NUMERACION;

interface RangoPedido {
  prefijo: string;
  desde: bigint;
  hasta: bigint;
}

/** What is wrong with a range that somebody asks for, by field; nothing when it may be asked for. */
export function faltasDelRango({ prefijo, desde, hasta }: RangoPedido): Record<string, string> {
  const { prefijoMaximo, numeroMaximo } = NUMERACION;
  return definidos({
    prefijo: new RegExp(`^[0-9A-Z]{0,${prefijoMaximo}}$`).test(prefijo)
      ? undefined
      : `El prefijo tiene hasta ${prefijoMaximo} letras o números, sin espacios ni tildes. Puede dejarlo vacío.`,
    desde: desde >= 1n && desde <= numeroMaximo ? undefined : 'El primer número va de 1 a 999.999.999.',
    hasta:
      hasta > numeroMaximo
        ? 'El último número llega hasta 999.999.999.'
        : hasta < desde
          ? 'El último número es igual o mayor que el primero.'
          : undefined,
  });
}

/** Last day of a range that begins on a day: the day before it, two years later. */
export const finDeLaNumeracion = (desde: Fecha): Fecha =>
  sumarDias(sumarAnios(desde, NUMERACION.vigenciaAnios), -1);

/** The consecutive of a document's number after its prefix; undefined when it is not that prefix and a number. */
export function consecutivoDe(numero: string, prefijo: string): bigint | undefined {
  const consecutivo = numero.slice(prefijo.length);
  return numero.startsWith(prefijo) && /^[0-9]{1,18}$/.test(consecutivo) ? BigInt(consecutivo) : undefined;
}
