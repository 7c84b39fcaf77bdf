import type { RegistroRut } from '@autogestion/normas/rut';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { escribirVersion, versionVigente } from '../../rut/index.ts';

/** Code of box 53 that goes, and the one that comes in its place where there is one. */
type Cambio = { quita: '48'; pone: '49' | null } | { quita: '33'; pone: '50' };

/** Only what the procedure changes, with the codes in ascending order. */
function conLaResponsabilidad(registro: RegistroRut, { quita, pone }: Cambio): RegistroRut {
  const { clasificacion } = registro;
  const otras = clasificacion.responsabilidades.filter((c) => c !== quita && c !== pone);
  return {
    ...registro,
    clasificacion: { ...clasificacion, responsabilidades: [...otras, ...(pone ? [pone] : [])].sort() },
  };
}

/**
 * Approval of a withdrawal: a new version of the RUT (concept 02, update) with the radicado of the case that asked for it.
 * The database lets it be written only by who is deciding that case, and only if it changes that code and nothing else.
 */
export async function cambiarResponsabilidad(
  trx: Transaccion,
  caso: { id: string; radicado: string; titular: string },
  cambioDe: (registro: RegistroRut) => Cambio,
): Promise<void> {
  await tomarRegistro(trx, caso.id);
  const vigente = await versionVigente(trx, caso.titular);
  if (!vigente) throw new Error('Who decides a case reads the registry of its taxpayer');
  const cambio = cambioDe(vigente.registro);
  await escribirVersion(trx, {
    titular: caso.titular,
    registro: conLaResponsabilidad(vigente.registro, cambio),
    radicado: caso.radicado,
    insertar: (v) =>
      llamar(trx, 'tramites_rut.cambiar_responsabilidad', {
        caso: caso.id,
        quita: cambio.quita,
        pone: cambio.pone,
        version: v.id,
        formulario: v.formulario,
        registro: v.registro,
        radicado: v.radicado,
        hash: v.hash,
        ahora: trx.ahora,
      }),
  });
}

/** Holds the registry of the taxpayer until the decision is written: nobody changes it in the middle. */
async function tomarRegistro(trx: Transaccion, caso: string): Promise<void> {
  await llamar(trx, 'tramites_rut.tomar_registro', { caso, ahora: trx.ahora });
}
