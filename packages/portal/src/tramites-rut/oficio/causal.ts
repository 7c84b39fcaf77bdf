import { fecha, type Fecha, type LimitesFecha } from '@autogestion/normas/fechas';
import { CAUSALES_SUSPENSION, type CausalDeSuspension } from '@autogestion/normas/rut';
import type { Reloj } from '../../plataforma/index.ts';
import { dato } from '../../tramites/index.ts';

/** The only one of them whose suspension depends on when a declaration became final (ET 671). */
export const FICTICIO: CausalDeSuspension = 'proveedor-o-exportador-ficticio';

export const CAUSALES = Object.fromEntries(CAUSALES_SUSPENSION.map((c) => [c.codigo, c.nombre])) as Readonly<
  Record<CausalDeSuspension, string>
>;

export interface Causal {
  causal: CausalDeSuspension;
  firmeza: Fecha | undefined;
}

/** Days on which a declaration may have become final: long before the five years, up to today. */
export const limitesDeFirmeza = (reloj: Reloj) => (): LimitesFecha => ({
  desde: fecha('2000-01-01'),
  hasta: reloj.hoy(),
});

/** The date is asked of a fictitious supplier and of nobody else. */
export const faltaFirmeza = ({ causal, firmeza }: Causal) =>
  causal === FICTICIO && firmeza === undefined
    ? { fecha: 'La fecha es necesaria: escriba el día, el mes y el año.' }
    : undefined;

export const FIRMEZA = dato.propio<Causal, Fecha>({
  ...dato.dia('firmeza', 'Declaratoria en firme desde'),
  leer: ({ respuestas: r }) => (r.causal === FICTICIO ? r.firmeza : undefined),
});
