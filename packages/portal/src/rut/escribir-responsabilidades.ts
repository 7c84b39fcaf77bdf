import { titularDe, type Transaccion } from '../plataforma/index.ts';
import { versionVigente } from './consultas.ts';
import { escribirVersion, type VersionPorAnotar } from './escribir-version.ts';

/**
 * Writes box 53 of the taxpayer for whom the transaction acts, and nothing else, as an act that was signed in it says: both
 * are true together, or nothing is.
 * @param o.insertar calls the function that puts the version in the registry by that act, and throws when it did not
 */
export async function escribirResponsabilidades(
  trx: Transaccion,
  o: {
    responsabilidades: readonly string[];
    /** That of the act. */
    radicado: string;
    insertar: (v: Omit<VersionPorAnotar, 'id' | 'radicado'> & { version: string }) => Promise<unknown>;
  },
): Promise<void> {
  const titular = titularDe(trx);
  const vigente = await versionVigente(trx, titular);
  if (!vigente) throw new Error('Who signs a change of their responsibilities has a RUT');
  const { registro } = vigente;
  await escribirVersion(trx, {
    titular,
    radicado: o.radicado,
    registro: {
      ...registro,
      clasificacion: { ...registro.clasificacion, responsabilidades: [...o.responsabilidades] },
    },
    insertar: ({ id: version, formulario, registro: nuevo, hash }) =>
      o.insertar({ version, formulario, registro: nuevo, hash }),
  });
}
