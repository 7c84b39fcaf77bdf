import { auditar, llamar, publicar, sha256, uuidv7, type Transaccion } from '../../plataforma/index.ts';
import { codigoDeMensaje } from '../codigo-de-mensaje.ts';
import { avisarAlAnterior, CONTACTO_CAMBIADO } from './cambiar-contacto.ts';

interface AccesoRecuperado {
  titular: string;
  /** The e-mail that they had. */
  antes: string;
  telefono?: string;
  /** Version of the RUT, made in this transaction, that says the new one. */
  version: string;
  /** Whether their authenticator app, recovery codes and passkeys are lost as well. */
  factores: boolean;
  urlPublica: string;
}

/**
 * An official verified who they are and their RUT has a new e-mail: the account opens with it from now on. Sessions and
 * password are over, and the second factor too if it was lost. The old address is told, and undoes it for 72 hours.
 * @throws the database's refusal unless the official attends them and the version is of this transaction
 */
export async function recuperarAcceso(trx: Transaccion, a: AccesoRecuperado): Promise<void> {
  const id = uuidv7(trx.ahora);
  const codigo = codigoDeMensaje();
  await llamar(trx, 'cuentas.recuperar_acceso', {
    id,
    titular: a.titular,
    antes: a.antes,
    version: a.version,
    secreto: sha256(codigo),
    factores: a.factores,
    ahora: trx.ahora,
  });
  await auditar(trx, {
    accion: 'cuentas.recuperar-acceso',
    persona: a.titular,
    objeto: `cambio:${id}`,
    datos: { factores: a.factores },
  });
  await publicar(trx, CONTACTO_CAMBIADO, { id });
  await avisarAlAnterior(trx, {
    que: 'correo',
    antes: { correo: a.antes, telefono: a.telefono },
    enlace: `${a.urlPublica}/deshacer`,
    codigo,
  });
}
