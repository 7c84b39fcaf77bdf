import { errores, idPublico, type Transaccion } from '../plataforma/index.ts';
import { emitirDocumento, type Documento } from '../sello/index.ts';
import { estadoDeTitular, versionVigente } from './consultas.ts';
import { COPIA, publicoDeCopia } from './copia.ts';

/** A new copy of the RUT in force, with today's date and state. */
export async function pedirCopia(
  trx: Transaccion,
  e: { titular: string; demostracion: boolean },
): Promise<Documento> {
  const version = await versionVigente(trx, e.titular);
  if (!version) throw errores.noEncontrado();
  const estado = await estadoDeTitular(trx, e.titular);
  return emitirDocumento(trx, {
    tipo: COPIA,
    titular: e.titular,
    publico: publicoDeCopia(version.registro, estado, trx.hoy, e.demostracion),
    contenido: { version: version.id },
    clave: `copia:${idPublico()}`,
  });
}
