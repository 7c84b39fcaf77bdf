import { formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { nombreLegible } from '@autogestion/normas/texto';
import { sql } from 'kysely';
import {
  auditar,
  esRechazo,
  enviarMensaje,
  idPublico,
  llamada,
  rechazo,
  type Ambito,
  type Rechazo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { contactoDe, contactoDeTitular } from '../../rut/index.ts';
import { elDelNumero, huellaDe, type AmbitoDelegable, type Propuesta } from './proponer.ts';
import { NOMBRE_AMBITO } from './titulo-para.ts';

/**
 * Lets somebody with a RUT act for a taxpayer, as it was confirmed: to the one whose name was read, or to nobody. Never to
 * sign: that is for who is in the RUT of the represented (sheet 3). The same proposal again does nothing more.
 * @returns what the person reads beside a field, or undefined when it is done.
 */
export async function delegar(trx: Transaccion, titular: string, d: Propuesta): Promise<Rechazo | undefined> {
  const { actor } = trx;
  if (actor.tipo !== 'persona') throw new TypeError('Somebody delegates');
  const a = await elDelNumero(trx, titular, d);
  if (esRechazo(a)) return a;
  const contacto = await contactoDe(trx, d.tipoDocumento, d.numero);
  if (!contacto || huellaDe(a) !== d.huella)
    return rechazo({
      numero: 'Ese documento ya no es de quien usted confirmó. Mire otra vez a nombre de quién está.',
    });
  const { numAffectedRows } =
    await sql`insert into cuentas.delegacion (id, id_publico, de, a, ambito, desde, hasta, creada_en, creada_por)
    values (${d.id}, ${idPublico()}, ${titular}, ${a.titular}, ${d.ambito}, ${inicioDe(d.desde, trx)},
      ${inicioDelDia(sumarDias(d.hasta, 1))}, ${trx.ahora}, ${actor.persona}) on conflict do nothing`.execute(
      trx.bd,
    );
  if (numAffectedRows !== 1n) return undefined;
  await auditar(trx, {
    accion: 'cuentas.delegar',
    persona: titular,
    objeto: `delegacion:${d.id}`,
    datos: { a: a.titular, ambito: d.ambito },
  });
  const texto = `Permiso para ${NOMBRE_AMBITO[d.ambito]}, desde el ${formatearFecha(d.desde)} hasta el ${formatearFecha(d.hasta)}.`;
  const propio = await contactoDeTitular(trx, titular);
  await avisar(trx, contacto.correo, 'Le dieron permiso para actuar por otra persona', texto);
  if (propio) await avisar(trx, propio.correo, 'Usted autorizó a otra persona a actuar en su nombre', texto);
  return undefined;
}

const avisar = (trx: Transaccion, destino: string, asunto: string, texto: string) =>
  enviarMensaje(trx, {
    canal: 'correo',
    destino,
    asunto,
    texto: `${asunto}.\n\n${texto}\n\nEntre a Autogestión para verlo, o para terminarlo cuando quiera.`,
  });

/** Midnight in Bogotá, which keeps UTC−5 all the year. */
const inicioDelDia = (f: Fecha): Date => new Date(`${f}T05:00:00Z`);

/** A permission that starts today starts now. */
const inicioDe = (f: Fecha, trx: Transaccion): Date => (f <= trx.hoy ? trx.ahora : inicioDelDia(f));

/** Ends it at once; whoever gave it, or whoever received it. @returns whether there was one to end. */
export async function terminarDelegacion(trx: Transaccion, publico: string): Promise<boolean> {
  const { actor } = trx;
  if (actor.tipo !== 'persona') throw new TypeError('Somebody ends a delegation');
  const { rows } = await sql<{ id: string; de: string }>`update cuentas.delegacion
    set revocada_en = ${trx.ahora}, revocada_por = ${actor.persona}
    where id_publico = ${publico} and revocada_en is null returning id, de`.execute(trx.bd);
  const [terminada] = rows;
  if (!terminada) return false;
  await auditar(trx, {
    accion: 'cuentas.terminar-delegacion',
    persona: terminada.de,
    objeto: `delegacion:${terminada.id}`,
  });
  return true;
}

export interface Delegacion {
  idPublico: string;
  /** Of the other side. */
  nombre: string;
  nit: string;
  dv: number;
  ambito: AmbitoDelegable;
  desde: Date;
  hasta: Date;
  revocadaEn: Date | null;
}

/** Those given for the taxpayer of the transaction, or those received by who acts. */
export async function delegaciones(trx: Transaccion, cuales: 'dadas' | 'recibidas'): Promise<Delegacion[]> {
  const { rows } =
    await sql<Delegacion>`select id_publico as "idPublico", nombre, nit, dv, ambito, desde, hasta,
      revocada_en as "revocadaEn" from ${llamada('cuentas.delegaciones', { dadas: cuales === 'dadas' })}`.execute(
      trx.bd,
    );
  return rows.map((f) => ({ ...f, nombre: nombreLegible(f.nombre) }));
}

export interface PorQuienPuedo {
  idPublico: string;
  nombre: string;
  nit: string;
  dv: number;
  ambito: Ambito;
  /** Box 98, for those whom one represents. */
  calidad: string | null;
  hasta: Date | null;
}

/** Those for whom whoever acts may act, besides themselves. */
export async function porQuienes(trx: Transaccion): Promise<PorQuienPuedo[]> {
  const { rows } =
    await sql<PorQuienPuedo>`select id_publico as "idPublico", nombre, nit, dv, ambito, calidad, hasta
    from ${llamada('cuentas.por_quienes', { ahora: trx.ahora })}`.execute(trx.bd);
  return rows.map((f) => ({ ...f, nombre: nombreLegible(f.nombre) }));
}
