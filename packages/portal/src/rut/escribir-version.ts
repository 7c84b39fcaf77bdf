import canonicalize from 'canonicalize';
import type { RegistroRut } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import { auditar, nuevoRadicado, publicar, sha256, uuidv7, type Transaccion } from '../plataforma/index.ts';

/** Box 2: `02` update by who it is of, `13` by the office. */
export type ConceptoDeActualizacion = '02' | '13';

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

export interface VersionNueva {
  titular: string;
  /** The whole of what the RUT says from now on. */
  registro: RegistroRut;
  concepto?: ConceptoDeActualizacion;
  /** That of the case that changes it; one of its own unless told. */
  radicado?: string;
  /**
   * Puts it in the registry. Unless told, as who may file for the taxpayer (`rut.anotar_version`). An official's room
   * calls a security-definer function of its own, which asks by which case and then `rut.insertar_version`.
   */
  insertar?: (v: VersionPorAnotar) => Promise<unknown>;
}

export interface VersionEscrita {
  version: string;
  radicado: string;
  formulario: string;
  /** Of what was registered, hexadecimal. */
  hash: string;
}

/** Form number, radicado and hash for what the registry is to say. */
export async function prepararVersion(
  trx: Transaccion,
  registro: RegistroRut,
  radicado?: string,
): Promise<VersionPorAnotar> {
  const texto = canonicalize(registro) ?? '';
  return {
    id: uuidv7(trx.ahora),
    formulario: await nuevoFormulario(trx),
    radicado: radicado ?? (await nuevoRadicado(trx, 'RU')),
    registro,
    texto,
    hash: sha256(texto),
  };
}

export async function nuevoFormulario(trx: Transaccion): Promise<string> {
  const { rows } = await sql<{ formulario: string }>`select rut.nuevo_formulario() as formulario`.execute(
    trx.bd,
  );
  return rows[0]?.formulario ?? '';
}

/** Waits until nobody else is changing that RUT, and keeps others waiting until the transaction ends. */
export async function esperarTurno(trx: Transaccion, titular: string): Promise<void> {
  await sql`select rut.esperar_turno(${titular})`.execute(trx.bd);
}

/**
 * The next version of a RUT, in the caller's transaction (DUR 1.6.1.2.14, .15). The database refuses a third change of
 * address in six months (constraint `dos_cambios_de_direccion`) and an e-mail that another natural person uses
 * (`correo_en_uso_correo_key`).
 */
export async function escribirVersion(trx: Transaccion, n: VersionNueva): Promise<VersionEscrita> {
  const { titular, concepto = '02' } = n;
  const v = await prepararVersion(trx, n.registro, n.radicado);
  const insertar = n.insertar ?? ((w: VersionPorAnotar) => anotar(trx, titular, concepto, w));
  await insertar(v);
  await auditar(trx, {
    accion: 'rut.actualizar',
    persona: titular,
    objeto: `version:${v.id}`,
    datos: { radicado: v.radicado, concepto },
  });
  await publicar(trx, 'rut.version-creada', { id: v.id });
  return { version: v.id, radicado: v.radicado, formulario: v.formulario, hash: v.hash.toString('hex') };
}

const anotar = (trx: Transaccion, titular: string, concepto: string, v: VersionPorAnotar) =>
  sql`select rut.anotar_version(${v.id}, ${titular}, ${v.formulario}, ${concepto}, ${v.texto}::jsonb, ${v.radicado},
    ${v.hash}, ${trx.ahora})`.execute(trx.bd);
