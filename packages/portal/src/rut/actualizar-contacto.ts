import type { Ubicacion } from '@autogestion/normas/rut';
import { errores, type Transaccion } from '../plataforma/index.ts';
import { versionVigente } from './consultas.ts';
import { escribirVersion, type VersionEscrita } from './escribir-version.ts';

type CambioDeContacto = Pick<Ubicacion, 'correo'> | Pick<Ubicacion, 'telefono1'>;

/** A new version of the RUT that changes boxes 42 or 44 and nothing else. */
export async function actualizarContacto(
  trx: Transaccion,
  titular: string,
  cambio: CambioDeContacto,
): Promise<VersionEscrita> {
  const vigente = await versionVigente(trx, titular);
  if (!vigente) throw errores.noEncontrado();
  const { registro } = vigente;
  return escribirVersion(trx, {
    titular,
    registro: { ...registro, ubicacion: { ...registro.ubicacion, ...cambio } },
  });
}
