import { formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { nombreLegible } from '@autogestion/normas/texto';
import { sql } from 'kysely';
import {
  auditar,
  enviarMensaje,
  idPublico,
  llamada,
  rechazo,
  uuidv7,
  type Ambito,
  type Rechazo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { contactoDe, contactoDeTitular } from '../../rut/index.ts';
import { NOMBRE_AMBITO } from './titulo-para.ts';

type AmbitoDelegable = Exclude<Ambito, 'firmar'>;

interface Delegar {
  /** For whom one will act. */
  titular: string;
  tipoDocumento: string;
  numero: string;
  ambito: AmbitoDelegable;
  desde: Fecha;
  /** The last day, included. */
  hasta: Fecha;
}

/** House rule: a permission that nobody remembers ends by itself. */
const MAXIMO_DIAS = 366;

/**
 * Lets somebody with a RUT act for a taxpayer, between two dates and up to an act. Never to sign: that is for who is in
 * the RUT of the represented (sheet 3).
 * @returns what the person reads beside a field, or undefined when it is done.
 */
export async function delegar(trx: Transaccion, d: Delegar): Promise<Rechazo | undefined> {
  const { actor } = trx;
  if (actor.tipo !== 'persona') throw new TypeError('Somebody delegates');
  if (d.hasta < d.desde) return rechazo({ hasta: 'La fecha final debe ser igual o posterior a la inicial.' });
  if (d.hasta > sumarDias(d.desde, MAXIMO_DIAS))
    return rechazo({ hasta: 'El permiso puede durar hasta un año. Después puede darlo otra vez.' });
  const a = await contactoDe(trx, d.tipoDocumento, d.numero);
  if (!a)
    return rechazo({
      numero: 'Esa persona no está en el RUT de esta oficina. Para actuar por otros debe inscribirse.',
    });
  if (a.titular === d.titular || a.titular === actor.persona)
    return rechazo({ numero: 'Ese es su documento. Escriba el de la otra persona.' });
  const id = uuidv7(trx.ahora);
  await sql`insert into cuentas.delegacion (id, id_publico, de, a, ambito, desde, hasta, creada_en, creada_por)
    values (${id}, ${idPublico()}, ${d.titular}, ${a.titular}, ${d.ambito}, ${inicioDe(d.desde, trx)},
      ${inicioDelDia(sumarDias(d.hasta, 1))}, ${trx.ahora}, ${actor.persona})`.execute(trx.bd);
  await auditar(trx, {
    accion: 'cuentas.delegar',
    persona: d.titular,
    objeto: `delegacion:${id}`,
    datos: { a: a.titular, ambito: d.ambito },
  });
  const texto = `Permiso para ${NOMBRE_AMBITO[d.ambito]}, desde el ${formatearFecha(d.desde)} hasta el ${formatearFecha(d.hasta)}.`;
  const propio = await contactoDeTitular(trx, d.titular);
  await avisar(trx, a.correo, 'Le dieron permiso para actuar por otra persona', texto);
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
