import type { Json } from '@autogestion/documentos';
import { idPublico, llamar, uuidv7, type Transaccion } from '../../plataforma/index.ts';
import { incumplidas, radicarCaso, TIPOS_DE_CASO, tomarCaso } from '../../tramites/index.ts';
import { erroresDeTramitesRut } from '../errores.ts';

interface ActuacionPorRadicar {
  tipo: string;
  titular: string;
  solicitud: Record<string, Json | undefined>;
  /** The draft it comes from. */
  clave: string;
  demostracion: boolean;
}

/**
 * Files an act of the office as a case, assigned to the official who opened it, in the caller's transaction.
 * @returns its radicado
 * @throws ErrorDominio 409 when the RUT, as it is now, does not admit it, or one of its kind is open; 403 when it is
 * the official's own.
 */
export async function radicarActuacion(trx: Transaccion, a: ActuacionPorRadicar): Promise<string> {
  await llamar(trx, 'tramites_rut.seguir_atendiendo', { titular: a.titular, ahora: trx.ahora }).catch(choque);
  const tipo = trx.casa.uno(TIPOS_DE_CASO, a.tipo);
  const e = await tipo.comprobar(trx, {
    titular: a.titular,
    solicitud: a.solicitud,
    aportados: [],
    verificado: {},
  });
  const no = incumplidas(e);
  if (no.length > 0) throw erroresDeTramitesRut.noSePuedeRadicar(no.map((c) => `${c.razon} (${c.articulo})`));
  const id = uuidv7(trx.ahora);
  await llamar(trx, 'tramites_rut.preparar_de_oficio', {
    id,
    idPublico: idPublico(),
    tipo: a.tipo,
    titular: a.titular,
    solicitud: a.solicitud,
    clave: a.clave,
    ahora: trx.ahora,
  }).catch(choque);
  const caso = await radicarCaso(trx, {
    solicitud: { id, tipo: a.tipo, titular: a.titular, solicitud: a.solicitud },
    demostracion: a.demostracion,
  });
  await tomarCaso(trx, caso.radicado);
  return caso.radicado;
}

/** What the database refuses, as the official reads it. */
function choque(error: unknown): never {
  const { constraint } = error as { constraint?: string };
  throw constraint === 'un_acto_abierto'
    ? erroresDeTramitesRut.actoAbierto()
    : constraint === 'no_es_propio'
      ? erroresDeTramitesRut.noSeActuaSobreLoPropio()
      : error;
}
