import { evaluarHabilitacion, type Evaluacion } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import {
  auditar,
  errores,
  idPublico,
  titularDe,
  uuidv7,
  type Claves,
  type Transaccion,
} from '../../../plataforma/index.ts';
import { estadoConFecha, versionVigente, type VersionRut } from '../../../rut/index.ts';
import { erroresDelFacturador } from '../errores.ts';
import { registrarSoftware } from '../software.ts';
import { ultimaHabilitacion, type Habilitacion } from './consultas.ts';

/** What the RUT says of it: whether one may be enabled, and why not. */
export async function loQueDiceElRut(
  trx: Transaccion,
): Promise<{ version: VersionRut; evaluacion: Evaluacion }> {
  const titular = titularDe(trx);
  const version = await versionVigente(trx, titular);
  if (!version) throw errores.noEncontrado();
  const { estado } = await estadoConFecha(trx, titular);
  return { version, evaluacion: evaluarHabilitacion({ registro: version.registro, estado }) };
}

/** @throws ErrorDominio `facturas.habilitacion-impedida` with each reason */
export function exigirQuePueda({ condiciones }: Evaluacion): void {
  const no = condiciones.filter((c) => c.estado !== 'cumple');
  if (no.length > 0) throw erroresDelFacturador.impedido(no);
}

/** A test set with a software of its own. Whoever has one open goes on with it. */
export async function empezarHabilitacion(
  trx: Transaccion,
  claves: Claves,
  { software }: { software: string },
): Promise<Habilitacion> {
  const titular = titularDe(trx);
  // Two at once begin one.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`facturas.habilitacion:${titular}`}, 0))`.execute(
    trx.bd,
  );
  const abierta = await ultimaHabilitacion(trx);
  if (abierta && !abierta.hecha) return abierta;
  exigirQuePueda((await loQueDiceElRut(trx)).evaluacion);
  const suyo = await registrarSoftware(trx, claves, software);
  const [id, publico] = [uuidv7(trx.ahora), idPublico()];
  await sql`insert into facturas.habilitacion (id, id_publico, titular_id, software, empezada_en)
    values (${id}, ${publico}, ${titular}, ${suyo}, ${trx.ahora})`.execute(trx.bd);
  await auditar(trx, { accion: 'facturas.empezar-habilitacion', objeto: `habilitacion:${publico}` });
  const nueva = await ultimaHabilitacion(trx);
  if (!nueva) throw new Error('The test set that was just begun is not visible');
  return nueva;
}
