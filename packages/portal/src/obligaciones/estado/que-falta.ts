import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { RUBROS, type Rubro } from '@autogestion/normas/imputacion';
import type { ObligacionConEstado } from '../libro/index.ts';
import { claseDe } from './palabras.ts';

/** One thing that keeps an obligation from being met: what to do, and which page does it. */
export interface LoQueFalta {
  frase: string;
  donde: 'pagar' | 'ya-pague' | 'ver';
}

const EN_PALABRAS: Readonly<Record<Rubro, string>> = {
  impuesto: 'de impuesto',
  anticipo: 'de anticipo',
  retencion: 'de retenciones',
  sancion: 'de sanciones',
  interes: 'de intereses',
};

/**
 * What keeps an obligation from being met, in the order in which one would do it; nothing when it owes nothing.
 * @param todas the others of the same taxpayer: a surplus of one may be the payment that another waits for
 */
export function queFalta(o: ObligacionConEstado, todas: readonly ObligacionConEstado[]): LoQueFalta[] {
  const clase = claseDe(o.estado);
  if (clase === 'al-dia' || clase === 'a-favor') return [];
  const { saldo, porReintegrar } = o.estado;
  const rubros = RUBROS.filter((r) => saldo[r] > 0n).map(
    (r) => `${formatearPesos(saldo[r])} ${EN_PALABRAS[r]}`,
  );
  return [
    ...(rubros.length > 0
      ? [{ frase: `Falta pagar ${enLista(rubros)}.`, donde: 'pagar' } satisfies LoQueFalta]
      : []),
    ...(porReintegrar > 0n
      ? [
          {
            frase: `Falta reintegrar ${formatearPesos(porReintegrar)} que se le devolvieron de más (ET 670).`,
            donde: 'ver',
          } satisfies LoQueFalta,
        ]
      : []),
    ...todas
      .filter((otra) => otra.id !== o.id && otra.estado.exceso > 0n && rubros.length > 0)
      .map((otra): LoQueFalta => ({
        frase: `Tiene ${formatearPesos(otra.estado.exceso)} a favor en ${obligacionEnPalabras(otra.concepto, otra.anio, otra.periodo)}: si ese pago era de esta deuda, pida que se mueva.`,
        donde: 'ya-pague',
      })),
  ];
}

const enLista = (partes: readonly string[]): string =>
  partes.length < 2 ? partes.join('') : `${partes.slice(0, -1).join(', ')} y ${partes.at(-1) ?? ''}`;
