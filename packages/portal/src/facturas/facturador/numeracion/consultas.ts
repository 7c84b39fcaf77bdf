import type { Fecha } from '@autogestion/normas/fechas';
import type { ModalidadDeNumeracion } from '@autogestion/normas/factura';
import { sql } from 'kysely';
import { errores, type Transaccion } from '../../../plataforma/index.ts';

/** Numbers of a taxpayer: asked for, or authorized. */
export interface Rango {
  id: string;
  idPublico: string;
  modalidad: ModalidadDeNumeracion;
  prefijo: string;
  desde: bigint;
  hasta: bigint;
  pedidoEn: Date;
  software: { id: string; softwareId: string; nombre: string };
  autorizado: Autorizacion | undefined;
}

interface Autorizacion {
  acto: string;
  resolucion: string;
  vigencia: { desde: Fecha; hasta: Fecha };
  en: Date;
  /** Encrypted; absent where the code of its documents is closed with the PIN. */
  clave: Buffer | undefined;
  claveMostradaEn: Date | undefined;
  inhabilitadoDesde: Fecha | undefined;
}

interface Fila {
  id: string;
  id_publico: string;
  modalidad: string;
  prefijo: string;
  desde: bigint;
  hasta: bigint;
  pedido_en: Date;
  software: string;
  software_id: string;
  nombre: string;
  acto_id: string | null;
  resolucion: string | null;
  vigente_desde: string | null;
  vigente_hasta: string | null;
  autorizado_en: Date | null;
  clave: Buffer | null;
  clave_mostrada_en: Date | null;
  inhabilitado_desde: string | null;
}

const DEL_RANGO =
  sql.raw(`r.id, r.id_publico, r.modalidad, r.prefijo, r.desde, r.hasta, r.pedido_en, r.software, s.software_id,
  s.nombre, r.acto_id, r.resolucion, r.vigente_desde::text as vigente_desde, r.vigente_hasta::text as vigente_hasta,
  r.autorizado_en, r.clave, r.clave_mostrada_en, r.inhabilitado_desde::text as inhabilitado_desde
  from facturas.rango r join facturas.software s on s.id = r.software`);

const deFila = (f: Fila): Rango => ({
  id: f.id,
  idPublico: f.id_publico,
  modalidad: f.modalidad as ModalidadDeNumeracion,
  prefijo: f.prefijo,
  desde: f.desde,
  hasta: f.hasta,
  pedidoEn: f.pedido_en,
  software: { id: f.software, softwareId: f.software_id, nombre: f.nombre },
  autorizado:
    f.acto_id && f.resolucion && f.vigente_desde && f.vigente_hasta && f.autorizado_en
      ? {
          acto: f.acto_id,
          resolucion: f.resolucion,
          vigencia: { desde: f.vigente_desde as Fecha, hasta: f.vigente_hasta as Fecha },
          en: f.autorizado_en,
          clave: f.clave ?? undefined,
          claveMostradaEn: f.clave_mostrada_en ?? undefined,
          inhabilitadoDesde: (f.inhabilitado_desde as Fecha | null) ?? undefined,
        }
      : undefined,
});

/** One of the taxpayer for whom the transaction acts. @throws 404 when it is not theirs */
export async function rangoDe(trx: Transaccion, publico: string): Promise<Rango> {
  const { rows } = await sql<Fila>`select ${DEL_RANGO}
    where r.id_publico = ${publico} and r.titular_id = plataforma.actor_titular()`.execute(trx.bd);
  if (!rows[0]) throw errores.noEncontrado();
  return deFila(rows[0]);
}

/** All of theirs, the newest first. */
export async function rangosDe(trx: Transaccion): Promise<Rango[]> {
  const { rows } = await sql<Fila>`select ${DEL_RANGO}
    where r.titular_id = plataforma.actor_titular() order by r.pedido_en desc, r.id desc limit 100`.execute(
    trx.bd,
  );
  return rows.map(deFila);
}

/** The range of a document of form 1876, for the job that draws it. */
export async function rangoPorId(trx: Transaccion, id: string): Promise<Rango | undefined> {
  const { rows } = await sql<Fila>`select ${DEL_RANGO} where r.id = ${id}`.execute(trx.bd);
  return rows[0] && deFila(rows[0]);
}

/** The software of theirs that may use numbers. */
export async function softwareDe(
  trx: Transaccion,
): Promise<{ id: string; idPublico: string; softwareId: string; nombre: string }[]> {
  const { rows } = await sql<{ id: string; id_publico: string; software_id: string; nombre: string }>`
    select id, id_publico, software_id, nombre from facturas.software
    where titular_id = plataforma.actor_titular() order by registrado_en, id limit 50`.execute(trx.bd);
  return rows.map((f) => ({
    id: f.id,
    idPublico: f.id_publico,
    softwareId: f.software_id,
    nombre: f.nombre,
  }));
}

export type EstadoDelRango = 'sin-firmar' | 'vigente' | 'vencido' | 'inhabilitado';

/** How a range stands on a day: out of its own dates. */
export function estadoDelRango({ autorizado: a }: Pick<Rango, 'autorizado'>, hoy: Fecha): EstadoDelRango {
  if (!a) return 'sin-firmar';
  if (a.inhabilitadoDesde !== undefined && a.inhabilitadoDesde <= hoy) return 'inhabilitado';
  return hoy > a.vigencia.hasta ? 'vencido' : 'vigente';
}
