import { llamar } from '../base-de-datos/index.ts';
import { ErrorDominio } from '../errores/index.ts';
import { secretoAleatorio, sha256 } from '../ids/index.ts';
import type { Transaccion } from '../transaccion/index.ts';
import type { Sesion } from './tipos.ts';

/**
 * House rule, no legal source: how long the proof of a factor serves for the acts that ask for a fresh one (signing,
 * changing e-mail, phone or password, delegating, removing a factor).
 */
export const REAUTENTICACION_MINUTOS = 10;

/** `reforzada` asks for a factor that does not travel by mail. */
export type NivelDePrueba = 'una' | 'reforzada';

/**
 * Thrown by an act that needs fresh proof. On a page the person is asked for it and comes back to where they were,
 * with what they typed; the API answers 403 with this code.
 */
export class FaltaReautenticacion extends ErrorDominio {
  readonly nivel: NivelDePrueba;
  constructor(nivel: NivelDePrueba) {
    super(
      nivel === 'una' ? 'plataforma.reautenticacion' : 'plataforma.reautenticacion-reforzada',
      403,
      'Antes de esto confirme otra vez que es usted.',
    );
    this.nivel = nivel;
  }
}

export function pruebaReciente(sesion: Sesion | undefined, ahora: Date, nivel: NivelDePrueba): boolean {
  const cuando = nivel === 'una' ? sesion?.probadaEn : sesion?.reforzadaEn;
  return cuando !== undefined && ahora.getTime() - cuando.getTime() <= REAUTENTICACION_MINUTOS * 60_000;
}

/** @throws FaltaReautenticacion unless a factor was proved in this session a few minutes ago. */
export function exigirReautenticacion(
  sesion: Sesion | undefined,
  ahora: Date,
  nivel: NivelDePrueba = 'una',
): void {
  if (!pruebaReciente(sesion, ahora, nivel)) throw new FaltaReautenticacion(nivel);
}

/**
 * Writes down that a factor was proved in the session. Only whoever checked the factor calls it.
 * @returns the session with the secret that its browser must get: answer with it.
 */
export async function anotarPrueba(
  trx: Transaccion,
  sesion: Sesion,
  o: { reforzada: boolean },
): Promise<Sesion> {
  const prueba = secretoAleatorio();
  await llamar(trx, 'plataforma.probar_sesion', {
    sesion: sesion.id,
    prueba: sha256(prueba),
    reforzada: o.reforzada,
    ahora: trx.ahora,
  });
  return { ...sesion, prueba, probadaEn: trx.ahora, ...(o.reforzada && { reforzadaEn: trx.ahora }) };
}
