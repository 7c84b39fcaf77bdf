import canonicalize from 'canonicalize';
import type { RegistroRut, Ubicacion } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import {
  auditar,
  errores,
  nuevoRadicado,
  publicar,
  sha256,
  uuidv7,
  type Transaccion,
} from '../plataforma/index.ts';
import { versionVigente } from './consultas.ts';

export type CambioDeContacto = Pick<Ubicacion, 'correo'> | Pick<Ubicacion, 'telefono1'>;

/** What a new version needs besides who it is of. */
export interface VersionPorAnotar {
  id: string;
  formulario: string;
  radicado: string;
  registro: RegistroRut;
  /** Canonical JSON of `registro` (RFC 8785). */
  texto: string;
  hash: Buffer;
}

/** Form number, radicado (a new one, unless there is that of a case) and hash for what the registry is to say. */
export async function prepararVersion(
  trx: Transaccion,
  registro: RegistroRut,
  radicado?: string,
): Promise<VersionPorAnotar> {
  const { rows } = await sql<{ formulario: string }>`select rut.nuevo_formulario() as formulario`.execute(
    trx.bd,
  );
  const texto = canonicalize(registro) ?? '';
  return {
    id: uuidv7(trx.ahora),
    formulario: rows[0]?.formulario ?? '',
    radicado: radicado ?? (await nuevoRadicado(trx, 'RU')),
    registro,
    texto,
    hash: sha256(texto),
  };
}

/**
 * A new version of the RUT that changes boxes 42 or 44 and nothing else (concept 02, update). The database refuses an
 * e-mail that another natural person uses (unique constraint `correo_en_uso_correo_key`).
 */
export async function actualizarContacto(
  trx: Transaccion,
  titular: string,
  cambio: CambioDeContacto,
): Promise<{ version: string; radicado: string }> {
  const vigente = await versionVigente(trx, titular);
  if (!vigente) throw errores.noEncontrado();
  const { registro } = vigente;
  const v = await prepararVersion(trx, { ...registro, ubicacion: { ...registro.ubicacion, ...cambio } });
  await sql`select rut.anotar_version(${v.id}, ${titular}, ${v.formulario}, '02', ${v.texto}::jsonb, ${v.radicado},
    ${v.hash}, ${trx.ahora})`.execute(trx.bd);
  await auditar(trx, {
    accion: 'rut.actualizar',
    persona: titular,
    objeto: `version:${v.id}`,
    datos: { radicado: v.radicado },
  });
  await publicar(trx, 'rut.version-creada', { id: v.id });
  return { version: v.id, radicado: v.radicado };
}
