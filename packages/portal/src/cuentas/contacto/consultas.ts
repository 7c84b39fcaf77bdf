import { llamar, type Transaccion } from '../../plataforma/index.ts';

/** House rule: how long a change of e-mail or phone can be undone, and asks for a reinforced factor. */
export const DESHACER_HORAS = 72;

async function cambioReciente(
  trx: Transaccion,
  titular: string,
  que: 'correo' | 'telefono',
): Promise<boolean> {
  const desde = new Date(trx.ahora.getTime() - DESHACER_HORAS * 3_600_000);
  return (await llamar(trx, 'cuentas.contacto_cambio_desde', { titular, que, desde })) === true;
}

/** Whoever reads the new mailbox may not be the person yet: signing asks for a factor that is not the e-mail. */
export const exigeFactorReforzado = (trx: Transaccion, titular: string): Promise<boolean> =>
  cambioReciente(trx, titular, 'correo');

export const telefonoReciente = (trx: Transaccion, titular: string): Promise<boolean> =>
  cambioReciente(trx, titular, 'telefono');

/** «ma…@correo.example», «…01»: enough for who knows it. */
export function ocultar(contacto: string): string {
  const [usuario = '', dominio] = contacto.split('@');
  return dominio === undefined ? `…${contacto.slice(-2)}` : `${usuario.slice(0, 2)}…@${dominio}`;
}
