import canonicalize from 'canonicalize';
import { diaParaCambiarLaDireccion, type RegistroRut } from '@autogestion/normas/rut';
import {
  auditar,
  llamar,
  nuevoRadicado,
  publicar,
  sha256,
  uuidv7,
  type Transaccion,
} from '../plataforma/index.ts';
import { cambiosDeDireccion, versionVigente } from './consultas.ts';

/** Box 2: `02` update by who it is of, `13` by the office. */
type ConceptoDeActualizacion = '02' | '13';

/** What a new version needs besides who it is of. */
export interface VersionPorAnotar {
  id: string;
  formulario: string;
  radicado: string;
  registro: RegistroRut;
  /** SHA-256 of the canonical JSON of `registro` (RFC 8785). */
  hash: Buffer;
}

interface VersionNueva {
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
  return {
    id: uuidv7(trx.ahora),
    formulario: await nuevoFormulario(trx),
    radicado: radicado ?? (await nuevoRadicado(trx, 'RU')),
    registro,
    hash: sha256(canonicalize(registro) ?? ''),
  };
}

export async function nuevoFormulario(trx: Transaccion): Promise<string> {
  return (await llamar(trx, 'rut.nuevo_formulario', {})) ?? '';
}

/** Waits until nobody else is changing that RUT, and keeps others waiting until the transaction ends. */
export async function esperarTurno(trx: Transaccion, titular: string): Promise<void> {
  await llamar(trx, 'rut.esperar_turno', { titular });
}

/**
 * The next version of a RUT, in the caller's transaction (DUR 1.6.1.2.14, .15). The database refuses an e-mail that another
 * natural person uses (`correo_en_uso_correo_key`).
 * @throws Error for a third change of address in six months by who it is of (DUR 1.6.1.2.14 inc. 4)
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

async function anotar(
  trx: Transaccion,
  titular: string,
  concepto: string,
  v: VersionPorAnotar,
): Promise<void> {
  await esperarTurno(trx, titular);
  await exigirQuePuedaMudarse(trx, titular, v.registro);
  await llamar(trx, 'rut.anotar_version', {
    id: v.id,
    titular,
    formulario: v.formulario,
    concepto,
    registro: v.registro,
    radicado: v.radicado,
    hash: v.hash,
    ahora: trx.ahora,
  });
}

/** With the turn held: two at once wait for each other, and the second counts the first. */
async function exigirQuePuedaMudarse(trx: Transaccion, titular: string, nuevo: RegistroRut): Promise<void> {
  const antes = (await versionVigente(trx, titular))?.registro;
  const donde = ({ ubicacion: u }: RegistroRut) => canonicalize([u.pais, u.municipio, u.direccion]);
  if (!antes || donde(antes) === donde(nuevo)) return;
  if (diaParaCambiarLaDireccion(await cambiosDeDireccion(trx, titular), trx.hoy) > trx.hoy)
    throw new Error('Two changes of address in six months');
}
