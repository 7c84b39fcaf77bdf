import type { Fraccion } from '../../dinero/index.ts';
import { tarifaConsolidada } from '../../simple/index.ts';
import { FORMULARIO_210 } from '../210/index.ts';
import { FORMULARIO_260 } from '../260/index.ts';
import type { HechosDeLaComparacion } from './hechos.ts';
import { rentaOrdinaria } from './ordinario.ts';
import type { RentaOrdinaria } from './ordinario.ts';
import { anualDelSimple } from './simple.ts';

/** What a regime charges under one heading. */
export type ParteDelRegimen = 'nacional' | 'ica' | 'consumo';
export const PARTES_DEL_REGIMEN: readonly ParteDelRegimen[] = ['nacional', 'ica', 'consumo'];

/** A line of how a figure came about: what is added up, taken away or found. */
export interface PasoDeLaCuenta {
  nombre: string;
  valor: bigint;
  /** `menos` is taken away; `igual` is a result. */
  signo: 'mas' | 'menos' | 'igual';
}

export interface RegimenComparado {
  partes: Readonly<Record<ParteDelRegimen, bigint>>;
  total: bigint;
  pasos: readonly PasoDeLaCuenta[];
}

export interface Comparacion {
  ordinario: RegimenComparado & { forma: RentaOrdinaria['forma'] };
  simple: RegimenComparado & {
    /** Of the whole income. */
    tarifa: Fraccion;
    /** Gross income is where nobody is in the regime any more (ET 905 num. 2). */
    noCabe: boolean;
  };
  masBarato: 'ordinario' | 'simple' | 'igual';
  /** Pesos, never negative. */
  diferencia: bigint;
  /** Under each heading, what the ordinary regime charges more; negative, what it charges less. They add up to the difference. */
  deDonde: Readonly<Record<ParteDelRegimen, bigint>>;
}

/** The last year for which both returns can be computed. */
export const ULTIMO_ANIO_COMPARABLE = Math.min(FORMULARIO_210.anios.hasta, FORMULARIO_260.anios.hasta);

/**
 * What a natural person with a business pays in a year by each regime: form 210 with the ICA and the consumption tax apart,
 * and form 260 with everything in it. What was withheld or paid in advance is of both, and is not looked at.
 *
 * @throws AnioSinParametros, AnioSinTarifas; RangeError without income, or of what does not read
 */
export function compararRegimenes(h: HechosDeLaComparacion): Comparacion {
  const tarifa = tarifaConsolidada(h.ingresos, h.anio, 'anual');
  if (!tarifa) throw new RangeError('Sin ingresos no hay qué comparar');
  const s = anualDelSimple(h);
  const [ica, consumo] = [s.valor('icaAPagar'), s.valor('70')];
  const { evaluacion: o, forma } = rentaOrdinaria(h, ica);
  const ordinario = regimen({ nacional: o.valor('129'), ica, consumo }, [
    { nombre: 'Lo que recibió', valor: suma(o, '32', '43', '74'), signo: 'mas' },
    { nombre: 'Costos y gastos, con el ICA', valor: suma(o, '45', '77'), signo: 'menos' },
    { nombre: 'Sus aportes a salud y pensión', valor: suma(o, '33', '44', '76'), signo: 'menos' },
    { nombre: 'Rentas exentas y deducciones', valor: o.valor('92'), signo: 'menos' },
    { nombre: 'Renta que paga impuesto', valor: o.valor('97'), signo: 'igual' },
    { nombre: 'Impuesto de renta, por la tabla', valor: o.valor('129'), signo: 'igual' },
  ]);
  const simple = regimen({ nacional: s.valor('53'), ica, consumo }, [
    { nombre: 'Lo que recibió', valor: s.valor('45'), signo: 'mas' },
    { nombre: 'Impuesto SIMPLE, con su tarifa', valor: s.valor('46'), signo: 'igual' },
    { nombre: 'De él, el ICA de los municipios', valor: s.valor('47'), signo: 'menos' },
    { nombre: 'Descuentos que caben', valor: s.valor('52'), signo: 'menos' },
    { nombre: 'Impuesto SIMPLE de la Nación', valor: s.valor('53'), signo: 'igual' },
  ]);
  const diferencia = ordinario.total - simple.total;
  return {
    ordinario: { ...ordinario, forma },
    simple: { ...simple, tarifa: tarifa.tarifa, noCabe: tarifa.sobreElRango },
    masBarato: diferencia > 0n ? 'simple' : diferencia < 0n ? 'ordinario' : 'igual',
    diferencia: diferencia < 0n ? -diferencia : diferencia,
    deDonde: {
      nacional: ordinario.partes.nacional - simple.partes.nacional,
      ica: ordinario.partes.ica - simple.partes.ica,
      consumo: ordinario.partes.consumo - simple.partes.consumo,
    },
  };
}

const regimen = (partes: RegimenComparado['partes'], pasos: readonly PasoDeLaCuenta[]): RegimenComparado => ({
  partes,
  total: PARTES_DEL_REGIMEN.reduce((t, p) => t + partes[p], 0n),
  pasos,
});

const suma = (e: { valor: (casilla: string) => bigint }, ...casillas: string[]): bigint =>
  casillas.reduce((t, c) => t + e.valor(c), 0n);
