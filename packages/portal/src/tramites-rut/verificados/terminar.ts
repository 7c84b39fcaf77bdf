import type { ContextoTerminar, Datos, Terminacion } from '../../interfaz/recorrido/index.ts';
import { idPublicoDe } from '../../rut/index.ts';
import type { Transaccion } from '../../plataforma/index.ts';

/** Door of the case engine: the request as it waits for its signature. The same key gives the same request. */
export type PrepararSolicitud = (
  trx: Transaccion,
  s: { tipo: string; titular: string; solicitud: unknown; clave: string },
) => Promise<{ idPublico: string }>;

/** Ends a journey in the request that waits to be signed, whose page says whether its conditions are met. */
export function terminarEn<R extends object, H extends object>(
  preparar: PrepararSolicitud,
  tipo: string,
  solicitudDe: (d: Datos<R, H>) => unknown,
) {
  return async ({ trx, borrador, datos }: ContextoTerminar<R, H>): Promise<Terminacion> => {
    const titular = titularDe(trx);
    const { idPublico } = await preparar(trx, {
      tipo,
      titular,
      solicitud: solicitudDe(datos),
      clave: borrador.id,
    });
    return {
      a: `/de/${await idPublicoDe(trx, titular)}/solicitudes/${idPublico}`,
      resultado: { solicitud: idPublico },
    };
  };
}

/** For whom whoever acts is acting. */
function titularDe({ actor }: Transaccion): string {
  if (actor.tipo !== 'persona') throw new Error('These journeys are of a taxpayer');
  return actor.por?.titular ?? actor.persona;
}
