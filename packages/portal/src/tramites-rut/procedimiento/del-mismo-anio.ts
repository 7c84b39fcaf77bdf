import { anioDe } from '@autogestion/normas/fechas';
import type { Evaluacion } from '@autogestion/normas/rut';
import type { Transaccion } from '../../plataforma/index.ts';

/**
 * A request tells the years before its own: one that was left for the next year has to be asked again before it is signed.
 * Once filed, its year is that of the filing, whenever an official decides it.
 */
export function delMismoAnio(trx: Transaccion, anio: number, e: Evaluacion): Evaluacion {
  const hoy = anioDe(trx.hoy);
  if (trx.actor.tipo !== 'persona' || anio === hoy) return e;
  return {
    estado: 'no-cumple',
    condiciones: [
      ...e.condiciones,
      {
        id: 'anio',
        estado: 'no-cumple',
        razon: `Esta solicitud es de ${anio} y ya es ${hoy}: empiece otra, porque cambian los años que se revisan.`,
        articulo: 'DUR 1.6.1.2.14',
        certeza: 'norma',
      },
    ],
  };
}
