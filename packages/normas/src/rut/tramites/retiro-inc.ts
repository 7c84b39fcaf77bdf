import { unEstablecimiento } from './condiciones-iva.ts';
import { condicion, evaluacion } from './condicion.ts';
import type { Evaluacion } from './condicion.ts';
import { condicionesDeLaSolicitud } from './solicitud.ts';
import type { HechosDeLaSolicitud } from './solicitud.ts';
import { dentroDelTope, TOPE_NO_RESPONSABLE } from './topes.ts';

/** What one year says of somebody who serves food or drinks. Missing: not known. */
export interface HechosIncDelAnio {
  /** Gross income of the activity, whole pesos; zero when there was no activity yet. */
  ingresos?: bigint;
  establecimientos?: number;
}

export interface HechosRetiroInc extends HechosDeLaSolicitud {
  /** Year of the request. */
  anio: number;
  /** Box 24. */
  tipoContribuyente: '1' | '2';
  /** Box 53, today. */
  responsabilidades: readonly string[];
  /** Whether the consumption tax comes from serving food or drinks and from nothing else. */
  soloRestaurantesYBares?: boolean;
  /** The three years before and that of the request. */
  porAnio: Readonly<Record<number, HechosIncDelAnio | undefined>>;
}

/** Fiscal years before that of the request (ET 512-13 par. 2): not the one of the IVA. */
export const ANIOS_ANTERIORES_DEL_INC = 3;

/**
 * Whether somebody may ask to stop being responsable of the consumption tax of restaurants and bars
 * (33 → 50): ET 512-13 in each of the three years before and in that of the request (DUR 1.6.1.2.14 par. 3).
 *
 * @throws HechoImposible
 */
export function evaluarRetiroInc(h: HechosRetiroInc): Evaluacion {
  const anios = Array.from(
    { length: ANIOS_ANTERIORES_DEL_INC + 1 },
    (_, i) => h.anio - ANIOS_ANTERIORES_DEL_INC + i,
  );
  return evaluacion([
    condicion({
      id: 'responsable',
      articulo: 'ET 512-13 par. 2',
      hecho: h.responsabilidades.includes('33'),
      cumple: 'Su RUT dice que es responsable del impuesto al consumo (código 33).',
      noCumple: 'Su RUT no dice que sea responsable del impuesto al consumo: no hay nada que retirar.',
      noSeSabe: '',
    }),
    ...condicionesDeLaSolicitud(h),
    condicion({
      id: 'persona-natural',
      articulo: 'ET 512-13',
      hecho: h.tipoContribuyente === '2',
      cumple: 'Es persona natural.',
      noCumple: 'Solo las personas naturales pueden dejar de ser responsables del impuesto al consumo.',
      noSeSabe: '',
    }),
    condicion({
      id: 'restaurantes-y-bares',
      articulo: 'ET 512-1 num. 3; ET 512-13',
      hecho: h.soloRestaurantesYBares,
      cumple: 'Su impuesto al consumo es solo por servir comidas o bebidas.',
      noCumple: 'Su impuesto al consumo viene también de otra cosa, y esa no se puede retirar.',
      noSeSabe: 'Falta saber si su impuesto al consumo es solo por servir comidas o bebidas.',
    }),
    ...anios.flatMap((anio) => delAnio(anio, h.porAnio[anio] ?? {})),
  ]);
}

function delAnio(anio: number, { ingresos, establecimientos }: HechosIncDelAnio) {
  return [
    dentroDelTope({
      id: `ingresos-${anio}`,
      articulo: 'ET 512-13 lit. a y par. 2',
      anio,
      que: `lo que recibió por comidas y bebidas en ${anio}`,
      valor: ingresos,
      topes: [TOPE_NO_RESPONSABLE],
      regla: 'inferior',
    }),
    unEstablecimiento(anio, establecimientos, 'ET 512-13 lit. b y par. 2'),
  ];
}
