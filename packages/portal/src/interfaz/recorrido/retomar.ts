import { llamar, type Claves, type Transaccion } from '../../plataforma/index.ts';
import { hashDeCorreo } from './guardar-paso.ts';

export interface BorradorAbierto {
  id_publico: string;
  creado_en: Date;
  guardado_en: Date;
}

/** Whether an e-mail has something to resume. The page answers alike in both cases. */
export async function hayBorradores(
  trx: Transaccion,
  claves: Claves,
  recorrido: string,
  correo: string,
): Promise<boolean> {
  return (
    (await llamar(trx, 'interfaz.hay_borradores', {
      recorrido,
      correo: hashDeCorreo(claves, correo),
      ahora: trx.ahora,
    })) === true
  );
}

/**
 * Gives this session access to the open drafts of an e-mail, newest first.
 * Only after the code sent to that e-mail was right in this session.
 */
export async function buscarBorradores(
  trx: Transaccion,
  claves: Claves,
  recorrido: string,
  correo: string,
): Promise<BorradorAbierto[]> {
  return llamar(trx, 'interfaz.retomar_borradores', {
    recorrido,
    correo: hashDeCorreo(claves, correo),
    ahora: trx.ahora,
  });
}
