import { claveDe, personasNuevas, type RegistroRut } from '@autogestion/normas/rut';
import { errores, titularDe, type Transaccion } from '../../plataforma/index.ts';
import { cambiosDeDireccion, estadoDeTitular, tieneRut, versionVigente } from '../../rut/index.ts';
import type { Hechos } from './tipos.ts';

/** What the registry says now of who it is of. */
export async function leerHechos(trx: Transaccion): Promise<Omit<Hechos, 'conRut'>> {
  const titular = titularDe(trx);
  const version = await versionVigente(trx, titular);
  if (!version) throw errores.noEncontrado();
  return {
    registro: version.registro,
    estado: await estadoDeTitular(trx, titular),
    hoy: trx.hoy,
    cambiosDeDireccion: await cambiosDeDireccion(trx, titular),
    idPublico: version.idPublico,
  };
}

/** Of the persons that a change brings in, who has a RUT of their own today. */
export async function leerConRut(
  trx: Transaccion,
  cambio: { antes: RegistroRut; despues: RegistroRut },
): Promise<Hechos['conRut']> {
  const conRut: Record<string, boolean> = {};
  for (const p of personasNuevas(cambio)) conRut[claveDe(p)] = await tieneRut(trx, p.tipoDocumento, p.numero);
  return conRut;
}
