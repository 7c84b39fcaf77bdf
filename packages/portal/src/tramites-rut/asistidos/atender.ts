import type { SeccionPresentada } from '@autogestion/documentos';
import { formatearDocumento } from '@autogestion/normas/documentos-identidad';
import { formatearNit } from '@autogestion/normas/nit';
import type { RegistroRut } from '@autogestion/normas/rut';
import { auditar, llamar, type Transaccion } from '../../plataforma/index.ts';
import { nombreDe, versionVigente, type VersionRut } from '../../rut/index.ts';
import { erroresDeTramitesRut } from '../errores.ts';

/** What the office knows of whom is attended, when the journey begins. No form writes it. */
export type HechosDeTitular = {
  titular: string;
  /** Version of the RUT that the official has before their eyes. */
  base: string;
  registro: RegistroRut;
};

/**
 * Whoever has that document comes to the desk: their RUT, and the entry that they will see.
 * @returns undefined when nobody has it
 * @throws ErrorDominio 403 when it is the official's own, or of somebody of theirs
 */
export async function atenderTitular(
  trx: Transaccion,
  d: { tipo: string; numero: string; clase: string },
): Promise<VersionRut | undefined> {
  const titular = await llamar(trx, 'tramites_rut.atender_titular', {
    tipo: d.tipo,
    numero: d.numero,
    ahora: trx.ahora,
  }).catch((error: unknown) => {
    throw (error as { constraint?: string }).constraint === 'no_es_propio'
      ? erroresDeTramitesRut.noSeAtiendeLoPropio()
      : error;
  });
  const version = titular ? await versionVigente(trx, titular) : undefined;
  if (!version) return undefined;
  await auditar(trx, {
    accion: 'tramites-rut.atender-con-asistencia',
    persona: version.titular,
    objeto: `version:${version.id}`,
    datos: { clase: d.clase },
  });
  return version;
}

/** Who it is, for the first section of what is presented. */
export function quienEs(r: RegistroRut): SeccionPresentada {
  const { tipoDocumento, numero } = r.identificacion;
  return {
    titulo: 'Quién',
    filas: [
      { clave: 'Nombre', valor: nombreDe(r) },
      { clave: 'NIT', valor: formatearNit(r.nit, r.dv) },
      ...(tipoDocumento && numero
        ? [{ clave: 'Documento', valor: formatearDocumento(tipoDocumento, numero) }]
        : []),
    ],
  };
}
