import { fechaEnBogota, type Fecha } from '@autogestion/normas/fechas';
import type { RegistroRut } from '@autogestion/normas/rut';
import { nombreLegible } from '@autogestion/normas/texto';
import { sql } from 'kysely';
import { llamar, type Transaccion } from '../plataforma/index.ts';

export type EstadoRut = 'activo' | 'suspendido' | 'cancelado';

export interface VersionRut {
  id: string;
  titular: string;
  /** Opaque identifier of the person, for URLs. */
  idPublico: string;
  numero: number;
  formulario: string;
  concepto: string;
  registro: RegistroRut;
  radicado: string;
  hash: Buffer;
  creadaEn: Date;
}

interface Fila {
  id: string;
  titular_id: string;
  id_publico: string;
  numero: number;
  formulario: string;
  concepto: string;
  registro: RegistroRut;
  radicado: string;
  hash: Buffer;
  creada_en: Date;
}

const deFila = (f: Fila): VersionRut => ({
  id: f.id,
  titular: f.titular_id,
  idPublico: f.id_publico,
  numero: f.numero,
  formulario: f.formulario,
  concepto: f.concepto,
  registro: f.registro,
  radicado: f.radicado,
  hash: f.hash,
  creadaEn: f.creada_en,
});

const COLUMNAS = sql.raw(
  'id, titular_id, id_publico, numero, formulario, concepto, registro, radicado, hash, creada_en from rut.versiones',
);

/** The newest version of a person's RUT; undefined when whoever is acting may not see it. */
export async function versionVigente(trx: Transaccion, titular: string): Promise<VersionRut | undefined> {
  const { rows } =
    await sql<Fila>`select ${COLUMNAS} where titular_id = ${titular} order by numero desc limit 1`.execute(
      trx.bd,
    );
  return rows[0] && deFila(rows[0]);
}

/** Who somebody is in their RUT, without the rest of it: every page says it. */
export async function identificacionDe(
  trx: Transaccion,
  titular: string,
): Promise<Pick<RegistroRut, 'identificacion' | 'nit' | 'dv'> | undefined> {
  const { rows } = await sql<Pick<RegistroRut, 'identificacion' | 'nit' | 'dv'>>`
    select registro -> 'identificacion' as identificacion, registro ->> 'nit' as nit, (registro -> 'dv')::int as dv
    from rut.versiones where titular_id = ${titular} order by numero desc limit 1`.execute(trx.bd);
  return rows[0];
}

export async function versionPorId(trx: Transaccion, id: string): Promise<VersionRut | undefined> {
  const { rows } = await sql<Fila>`select ${COLUMNAS} where id = ${id}`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

/** Every version of a RUT, the newest first; none when whoever is acting may not see them. */
export async function versionesDe(trx: Transaccion, titular: string): Promise<VersionRut[]> {
  const { rows } =
    await sql<Fila>`select ${COLUMNAS} where titular_id = ${titular} order by numero desc`.execute(trx.bd);
  return rows.map(deFila);
}

export async function estadoDeTitular(trx: Transaccion, titular: string): Promise<EstadoRut> {
  return ((await llamar(trx, 'rut.estado_de', { titular })) ?? 'activo') as EstadoRut;
}

/** A state of a RUT and since when it holds. */
export interface EstadoConFecha {
  estado: EstadoRut;
  desde: Fecha;
  /** What made it: the registration itself, or the act that is cited. */
  acto: string;
}

/** The states of a RUT with their acts, the first one first: active from its registration on. */
export async function historiaDeEstados(trx: Transaccion, titular: string): Promise<EstadoConFecha[]> {
  const { rows: cambios } = await sql<EstadoConFecha>`select estado, desde::text as desde, acto
    from rut.cambio_estado where titular_id = ${titular} order by anotado_en, id`.execute(trx.bd);
  const { rows } = await sql<{ inscrito_en: Date }>`select inscrito_en from rut.titular
    where id = ${titular}`.execute(trx.bd);
  const inscrito = rows[0]?.inscrito_en;
  if (!inscrito) return [];
  return [{ estado: 'activo', desde: fechaEnBogota(inscrito), acto: 'Inscripción en el RUT' }, ...cambios];
}

/** The state of today, with its date. @throws Error when whoever is acting may not see that RUT. */
export async function estadoConFecha(trx: Transaccion, titular: string): Promise<EstadoConFecha> {
  const ultimo = (await historiaDeEstados(trx, titular)).at(-1);
  if (!ultimo) throw new Error('The RUT is not visible to who is acting');
  return ultimo;
}

/** Days on which a person changed their address by themselves, the newest first (DUR 1.6.1.2.14 inc. 4). */
export async function cambiosDeDireccion(trx: Transaccion, titular: string): Promise<Fecha[]> {
  const { rows } = await sql<{ en: Fecha }>`select en::text as en from rut.cambio_direccion
    where titular_id = ${titular} order by en desc`.execute(trx.bd);
  return rows.map((f) => f.en);
}

/** Whether whoever has that document has a RUT of their own that is not cancelled. Box 25's code; `31` is a NIT. */
export async function tieneRut(trx: Transaccion, tipo: string, numero: string): Promise<boolean> {
  return (await llamar(trx, 'rut.tiene_rut', { tipo, numero })) === true;
}

/** Whether who is acting still may for that taxpayer, after what this transaction wrote. */
export async function sigueActuando(trx: Transaccion, titular: string): Promise<boolean> {
  return (await llamar(trx, 'rut.actor_sigue', { titular, ahora: trx.ahora })) === true;
}

export interface EstadoPublico {
  nit: string;
  dv: number;
  nombre: string;
  estado: EstadoRut;
  /** Since when it is in that state. */
  desde: Fecha;
  fecha: Date;
}

/** "Consulta estado del RUT": the least that serves whoever asks by NIT. */
export async function estadoPublico(trx: Transaccion, nit: string): Promise<EstadoPublico | undefined> {
  const [fila]: EstadoPublico[] = await llamar(trx, 'rut.estado_publico', { nit });
  return fila && { ...fila, nombre: nombreLegible(fila.nombre) };
}

export async function hayInscrito(trx: Transaccion, tipo: string, numero: string): Promise<boolean> {
  return (await llamar(trx, 'rut.hay_inscrito', { tipo, numero })) === true;
}

export async function correoOcupado(trx: Transaccion, correo: string): Promise<boolean> {
  return (await llamar(trx, 'rut.correo_ocupado', { correo })) === true;
}

/** Where the codes of a person arrive. Never shown whole. */
export async function contactoDe(
  trx: Transaccion,
  tipo: string,
  numero: string,
): Promise<{ titular: string; correo: string } | undefined> {
  const [fila]: { titular_id: string; correo: string }[] = await llamar(trx, 'rut.contacto_de', {
    tipo,
    numero,
  });
  return fila && { titular: fila.titular_id, correo: fila.correo };
}

/** Who holds a document, with the name that anybody may ask of a NIT. Only for a person who signed in. */
export async function aNombreDe(
  trx: Transaccion,
  tipo: string,
  numero: string,
): Promise<{ titular: string; nombre: string } | undefined> {
  const [fila]: { titular_id: string; nombre: string }[] = await llamar(trx, 'rut.a_nombre_de', {
    tipo,
    numero,
  });
  return fila && { titular: fila.titular_id, nombre: nombreLegible(fila.nombre) };
}

/** Where the codes of a taxpayer who is already known arrive. */
export async function contactoDeTitular(
  trx: Transaccion,
  titular: string,
): Promise<{ correo: string; telefono: string | undefined } | undefined> {
  const [fila]: { correo: string; telefono: string | null }[] = await llamar(trx, 'rut.contacto_de_titular', {
    titular,
  });
  return fila && { correo: fila.correo, telefono: fila.telefono ?? undefined };
}

/** The next NIT of the configured range, for persons whose document is not a cédula. */
export async function nuevoNit(trx: Transaccion, rango: { desde: number; hasta: number }): Promise<string> {
  return (await llamar(trx, 'rut.nuevo_nit', { desde: rango.desde, hasta: rango.hasta })) ?? '';
}

/** The opaque identifier of a person, for URLs. */
export async function idPublicoDe(trx: Transaccion, titular: string): Promise<string> {
  const { rows } = await sql<{
    id_publico: string;
  }>`select id_publico from rut.titular where id = ${titular}`.execute(trx.bd);
  if (!rows[0]) throw new Error('The person is not visible to who is acting');
  return rows[0].id_publico;
}
