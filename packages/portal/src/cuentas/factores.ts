import { llamar, type Transaccion } from '../plataforma/index.ts';

/** What an account can be entered with, besides the code to its e-mail. */
export interface Factores {
  contrasena: boolean;
  totp: boolean;
  llaves: number;
  /** Recovery codes left. */
  codigos: number;
}

export async function factoresDe(trx: Transaccion, cuenta: string): Promise<Factores> {
  const [fila]: Factores[] = await llamar(trx, 'cuentas.factores_de', { cuenta });
  return fila ?? { contrasena: false, totp: false, llaves: 0, codigos: 0 };
}

/** Whether a first factor is not enough. */
export const pideSegundo = (f: Factores): boolean => f.totp || f.llaves > 0;
