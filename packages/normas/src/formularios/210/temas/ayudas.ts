import { aplicar, formatearPesos } from '../../../dinero/index.ts';
import type { Ajustes } from '../../motor/index.ts';
import { comoCasilla, dato, limitar, menorDe, planDelAnio, sinNegativos } from '../ayudas/comun.ts';
import type { Ayuda } from '../ayudas/comun.ts';
import {
  componenteInflacionario,
  descuentoPorDonacion,
  interesesDeVivienda,
  otrasDeducciones,
} from '../ayudas/deducciones.ts';
import type { Renglon } from './renglon.ts';

/** One amount that goes to a box through a help, with the row that it is in. Pesos. */
export interface Aporte {
  valor: bigint;
  renglon: Renglon;
}

export interface DelAnio {
  anio: number;
  ajustes: Ajustes | undefined;
  /** Gross income of the cédula general: what ET 55 and 126-1 take their percentages of. */
  ingresos: bigint;
}

const total = (aportes: readonly Aporte[]): bigint => aportes.reduce((t, a) => t + a.valor, 0n);
const mayorDe = (aportes: readonly Aporte[]): bigint =>
  aportes.reduce((m, a) => (a.valor > m ? a.valor : m), 0n);

/** Whole pesos as the box writes them, with the limit that was applied. */
function hasta(
  titulo: string,
  pesos: bigint,
  limite: { parametro: string; norma: string; de?: { parametro: string; pesos: bigint } },
  { anio, ajustes }: DelAnio,
): Ayuda {
  const plan = planDelAnio(anio, ajustes);
  const { parametros } = plan;
  const tope = parametros.uvt(limite.parametro);
  const enUvt = `${parametros.cantidadDeUvt(limite.parametro)} UVT`;
  const parte = limite.de && aplicar(limite.de.pesos, parametros.tarifa(limite.de.parametro));
  const explicacion =
    parte !== undefined && parte < tope
      ? limitar(titulo, pesos, parte, limite.norma, 'un porcentaje de sus ingresos')
      : limitar(titulo, pesos, tope, limite.norma, enUvt);
  const valor = comoCasilla(explicacion.valor, plan);
  return { valor, explicacion: { ...explicacion, valor } };
}

/** What was sold for less what it had cost: the gain, which is what ET 311-1 speaks of. */
const ganancia = ({ valor, renglon }: Aporte): bigint =>
  sinNegativos(valor - (typeof renglon.costo === 'number' ? BigInt(Math.trunc(renglon.costo)) : 0n));

/**
 * What the law makes of an amount before it goes into a box that has no fact of its own. The limits that several boxes
 * share (ET 119, 126-1) are applied to each by itself: the form checks them together.
 */
export const AYUDAS = {
  componenteInflacionario: (a, d) => componenteInflacionario(total(a), d.anio, d.ajustes),
  interesesDeVivienda: (a, d) => interesesDeVivienda(total(a), d.anio, d.ajustes),
  cuatroPorMil: (a, d) => otrasDeducciones({ gmfPagado: total(a) }, d.anio, d.ajustes),
  interesesIcetex: (a, d) => otrasDeducciones({ interesesIcetex: total(a) }, d.anio, d.ajustes),
  donacion: (a, d) => descuentoPorDonacion(total(a), d.anio, d.ajustes),
  ahorroVoluntario: (a, d) =>
    hasta(
      'Ahorro voluntario en AFC, AVC y fondos de pensión',
      total(a),
      {
        parametro: 'topeAportesVoluntarios',
        norma: 'ET 126-1, 126-4',
        de: { parametro: 'limiteAportesVoluntarios', pesos: d.ingresos },
      },
      d,
    ),
  aporteVoluntarioRais: (a, d) =>
    hasta(
      'Aporte voluntario al fondo de pensiones obligatorias',
      total(a),
      {
        parametro: 'topeAportesRais',
        norma: 'ET 55 par. 1',
        de: { parametro: 'aportesRais', pesos: d.ingresos },
      },
      d,
    ),
  ventaDeVivienda: (a, d) =>
    hasta(
      'Ganancia de la vivienda que no paga impuesto',
      a.reduce((t, aporte) => t + ganancia(aporte), 0n),
      { parametro: 'exentaVentaDeVivienda', norma: 'ET 311-1' },
      d,
    ),
  // The law speaks of one property: if there are several, the one that is worth most.
  viviendaHeredada: (a, d) =>
    hasta(
      'Vivienda de quien murió',
      mayorDe(a),
      { parametro: 'mayorExencionDeGanancias', norma: 'ET 307 num. 1' },
      d,
    ),
  inmuebleHeredado: (a, d) =>
    hasta(
      'Otro inmueble de quien murió',
      mayorDe(a),
      { parametro: 'exentaInmuebleHeredado', norma: 'ET 307 num. 2' },
      d,
    ),
  porcionHereditaria: (a, d) =>
    hasta(
      'Parte de la herencia que no paga impuesto',
      total(a),
      { parametro: 'exentaPorcionHereditaria', norma: 'ET 307 num. 3' },
      d,
    ),
  donacionRecibida: (a, { anio, ajustes }) => {
    const plan = planDelAnio(anio, ajustes);
    const tope = plan.parametros.uvt('topeExentaDonacion');
    const quinta = aplicar(total(a), plan.parametros.tarifa('exentaDonacion'));
    const valor = comoCasilla(menorDe(quinta, tope), plan);
    return {
      valor,
      explicacion: {
        titulo: 'Parte de la donación que no paga impuesto',
        valor,
        frase: `Es el 20 % de lo que recibió, hasta 1.625 UVT (${formatearPesos(tope)}).`,
        norma: 'ET 307 num. 4',
        partes: [dato('Lo que recibió', total(a))],
      },
    };
  },
  seguroDeVida: (a, d) =>
    hasta(
      'Parte del seguro de vida que no paga impuesto',
      total(a),
      { parametro: 'exentaSeguroDeVida', norma: 'ET 303-1' },
      d,
    ),
} as const satisfies Record<string, (aportes: readonly Aporte[], delAnio: DelAnio) => Ayuda>;

export type NombreDeAyuda = keyof typeof AYUDAS;
