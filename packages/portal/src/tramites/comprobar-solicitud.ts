import type { Condicion, Evaluacion } from '@autogestion/normas/rut';
import type { Transaccion } from '../plataforma/index.ts';
import { aportadosDe } from './adjuntos/index.ts';
import type { Sentido } from './flujo.ts';
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

/** What stops an official from deciding in a direction, as the conditions are: it is not offered, and says why. */
export interface Impedimento {
  /** «Para aprobar falta verificar». */
  porque: string;
  que: readonly string[];
  codigo: 'no-cumple' | 'falta-verificar' | 'sin-razones';
}

/**
 * What does not meet the law, or was not looked at, is not approved; what meets all of it, or was not looked at, is not
 * denied. @param sentido of the flow's directions, or none for giving it back
 */
export function impedimentoPara(sentido: Sentido | undefined, e: Evaluacion): Impedimento | undefined {
  const no = incumplidas(e);
  if (sentido?.conEfecto) {
    if (no.length > 0)
      return { codigo: 'no-cumple', porque: 'No se puede aprobar', que: no.map((c) => c.razon) };
    const falta = e.condiciones.filter((c) => c.estado === 'no-se-sabe').map((c) => c.razon);
    return falta.length > 0
      ? { codigo: 'falta-verificar', porque: 'Antes de aprobar, verifique y anote', que: falta }
      : undefined;
  }
  if (sentido?.soloSiIncumple && no.length === 0)
    return {
      codigo: 'sin-razones',
      porque: 'No se puede negar',
      que: ['Ninguna condición aparece incumplida. Si encontró algo, anótelo primero en las verificaciones.'],
    };
  return undefined;
}

export const incumplidas = (e: Evaluacion): Condicion[] =>
  e.condiciones.filter((c) => c.estado === 'no-cumple');
