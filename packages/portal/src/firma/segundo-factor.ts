import type { Sesion, Transaccion } from '../plataforma/index.ts';
import { usarClaveDinamica } from './clave-dinamica.ts';
import type { EntornoFirma } from './entorno.ts';
import { rechazo, type Rechazo } from './errores.ts';
import type { FactorUsado } from './evidencia.ts';

/** What goes beside the password: a dynamic key, or a passkey in its place. */
export type SegundoFactor =
  | { tipo: 'clave-dinamica'; codigo: string }
  /** The browser's answer to the challenge, as JSON. */
  | { tipo: 'llave'; respuesta: string };

/** A challenge for a passkey serves for what is being shown and for nothing else. */
export const propositoDeLlave = (mostrado: string): string => `firma.firmar:${mostrado}`;

/** Uses up the second factor. Of parallel attempts with the same one exactly one is answered `ok`. */
export async function usarSegundoFactor(
  trx: Transaccion,
  e: Pick<EntornoFirma, 'codigos' | 'llaves'>,
  p: { sesion: Sesion; persona: string; mostrado: string; factor: SegundoFactor },
): Promise<{ ok: true; usado: FactorUsado } | Rechazo> {
  const usadoEn = trx.ahora.toISOString();
  if (p.factor.tipo === 'llave') {
    const uso = await e.llaves.comprobarUso(trx, {
      sesion: p.sesion.id,
      proposito: propositoDeLlave(p.mostrado),
      respuesta: p.factor.respuesta,
      cuenta: p.persona,
    });
    return uso.ok
      ? { ok: true, usado: { factor: 'llave-de-acceso', llave: uso.llave, usadoEn } }
      : rechazo('llave', uso.mensaje);
  }
  const usada = await usarClaveDinamica(trx, e, { ...p, escrita: p.factor.codigo });
  if (!usada.ok) return usada;
  const { canal, enmascarado: destino, pedidaEn } = usada;
  return {
    ok: true,
    usado: { factor: 'clave-dinamica', canal, destino, pedidaEn: pedidaEn.toISOString(), usadoEn },
  };
}
