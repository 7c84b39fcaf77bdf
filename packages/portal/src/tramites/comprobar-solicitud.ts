import type { Condicion, Evaluacion } from '@autogestion/normas/rut';
import type { Transaccion } from '../plataforma/index.ts';
import { aportadosDe } from './adjuntos/index.ts';
import type { Hallazgo } from './marcha.ts';
import { TIPOS_DE_CASO, type DocumentoPedido } from './tipos.ts';

export interface Comprobacion {
  evaluacion: Evaluacion;
  /** Documents without which it is not filed, and are missing. */
  faltan: DocumentoPedido[];
}

/** The conditions of a request as they are at this moment. */
export async function comprobarSolicitud(
  trx: Transaccion,
  s: { id: string; tipo: string; titular: string; solicitud: unknown },
  verificado: Readonly<Record<string, Hallazgo>> = {},
): Promise<Comprobacion> {
  const tipo = trx.casa.uno(TIPOS_DE_CASO, s.tipo);
  const aportados = await aportadosDe(trx, s.id);
  return {
    evaluacion: await tipo.comprobar(trx, {
      titular: s.titular,
      solicitud: s.solicitud,
      aportados,
      verificado,
    }),
    faltan: tipo.documentos(s.solicitud).filter((d) => d.obligatorio && !aportados.includes(d.id)),
  };
}

export const incumplidas = (e: Evaluacion): Condicion[] =>
  e.condiciones.filter((c) => c.estado === 'no-cumple');
