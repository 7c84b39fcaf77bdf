import { leerContrasenaDeFirma } from '@autogestion/normas/firma';
import type { RegistroRut } from '@autogestion/normas/rut';
import { evaluarContrasena } from '../cuentas/index.ts';
import { nombreDe } from '../rut/index.ts';
import { rechazo, type Rechazo } from './errores.ts';

/** Whether a new signature password serves: the rules of length and content, and that it is not easily guessed. */
export async function revisarContrasenaNueva(
  escrita: string,
  registro: RegistroRut,
): Promise<{ ok: true } | Rechazo> {
  const leida = leerContrasenaDeFirma(escrita);
  const { identificacion, ubicacion, nit } = registro;
  const datos = [nombreDe(registro), nit, identificacion.numero ?? '', ubicacion.correo];
  const falta = leida.ok ? await evaluarContrasena(escrita, datos) : leida.mensaje;
  return falta ? rechazo('contrasena', falta, { campo: 'contrasena' }) : { ok: true };
}
