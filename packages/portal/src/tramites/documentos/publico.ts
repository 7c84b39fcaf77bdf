import { errores, type Transaccion } from '../../plataforma/index.ts';
import { nombreDe, versionVigente } from '../../rut/index.ts';
import type { DocumentoPublico } from '../../sello/index.ts';
import type { Caso } from '../consultas.ts';
import { nombreDelEstado } from '../palabras.ts';

/** What whoever holds a document of a case may confirm. */
export async function publicoDe(
  trx: Transaccion,
  caso: Caso,
  o: { titulo: string; demostracion: boolean },
): Promise<DocumentoPublico> {
  const version = await versionVigente(trx, caso.titular);
  if (!version) throw errores.noEncontrado();
  const { registro } = version;
  return {
    titulo: o.titulo,
    nit: registro.nit,
    dv: registro.dv,
    nombre: nombreDe(registro),
    estado: nombreDelEstado(caso),
    fecha: trx.hoy,
    demostracion: o.demostracion,
  };
}
