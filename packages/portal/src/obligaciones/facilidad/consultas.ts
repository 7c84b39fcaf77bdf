import type { ClaseDeGarantia, CuotaDeFacilidad, Periodicidad } from '@autogestion/normas/facilidad';
import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';

interface Montos {
  impuesto: bigint;
  sancion: bigint;
  interes: bigint;
}

interface DeudaConcedida extends Montos {
  /** Inside the database; `idPublico`, in addresses. */
  obligacion: string;
  idPublico: string;
  nombre: string;
  vence: Fecha;
}

export interface CuotaConcedida extends Omit<CuotaDeFacilidad, 'abonos' | 'intereses'> {
  /** In the order of the debts. */
  abonos: readonly (Montos & { obligacion: string; idPublico: string })[];
}

/** A facility as it was granted, and what ended it. */
export interface Facilidad {
  id: string;
  idPublico: string;
  titular: string;
  radicado: string;
  inicio: Fecha;
  /** What was known of the ledger then: what entered afterwards pays instalments. */
  corte: bigint;
  periodicidad: Periodicidad;
  garantia: ClaseDeGarantia | undefined;
  meses: number;
  deuda: bigint;
  intereses: bigint;
  concedidaEl: Fecha;
  /** Whether an official granted it; the office by itself otherwise. */
  porFuncionario: boolean;
  deudas: readonly DeudaConcedida[];
  cuotas: readonly CuotaConcedida[];
  fin: { clase: 'pagada' | 'sin-efecto'; dia: Fecha } | undefined;
}

/** A facility, if whoever acts may see it; as the owner, anybody's. */
export async function facilidadPorIdPublico(
  trx: Transaccion,
  idPublico: string,
): Promise<Facilidad | undefined> {
  const { rows } = await sql<{
    id: string;
    id_publico: string;
    titular_id: string;
    radicado: string;
    inicio: Fecha;
    corte: bigint;
    periodicidad: string;
    garantia: string | null;
    meses: number;
    deuda: bigint;
    intereses: bigint;
    concedida_el: Fecha;
    funcionario_id: string | null;
    clase: string | null;
    dia: Fecha | null;
  }>`select f.id, f.id_publico, f.titular_id, f.radicado, f.inicio::text as inicio, f.corte, f.periodicidad, f.garantia,
      f.meses, f.deuda, f.intereses, f.concedida_el::text as concedida_el, f.funcionario_id, x.clase, x.dia::text as dia
    from obligaciones.facilidad f left join obligaciones.facilidad_fin x on x.facilidad = f.id
    where f.id_publico = ${idPublico}`.execute(trx.bd);
  const f = rows[0];
  if (!f) return undefined;
  const deudas = await deudasDe(trx, f.id);
  return {
    id: f.id,
    idPublico: f.id_publico,
    titular: f.titular_id,
    radicado: f.radicado,
    inicio: f.inicio,
    corte: f.corte,
    periodicidad: f.periodicidad as Periodicidad,
    garantia: (f.garantia ?? undefined) as ClaseDeGarantia | undefined,
    meses: f.meses,
    deuda: f.deuda,
    intereses: f.intereses,
    concedidaEl: f.concedida_el,
    porFuncionario: f.funcionario_id !== null,
    deudas,
    cuotas: await cuotasDe(trx, f.id, deudas),
    fin:
      f.clase === null || f.dia === null
        ? undefined
        : { clase: f.clase as 'pagada' | 'sin-efecto', dia: f.dia },
  };
}

async function deudasDe(trx: Transaccion, facilidad: string): Promise<DeudaConcedida[]> {
  const { rows } = await sql<{
    obligacion: string;
    id_publico: string;
    nombre: string;
    vence: Fecha;
    impuesto: bigint;
    sancion: bigint;
    interes: bigint;
  }>`select d.obligacion, o.id_publico, d.nombre, d.vence::text as vence, d.impuesto, d.sancion, d.interes
    from obligaciones.facilidad_deuda d join obligaciones.obligacion o on o.id = d.obligacion
    where d.facilidad = ${facilidad} order by d.vence, o.id_publico`.execute(trx.bd);
  return rows.map(({ id_publico, ...d }) => ({ ...d, idPublico: id_publico }));
}

async function cuotasDe(
  trx: Transaccion,
  facilidad: string,
  deudas: readonly DeudaConcedida[],
): Promise<CuotaConcedida[]> {
  const cuotas = await sql<{
    numero: number;
    fecha: Fecha;
    capital: bigint;
    interes: bigint;
    saldo: bigint;
  }>`select numero, vence::text as fecha, capital, interes, saldo from obligaciones.facilidad_cuota
    where facilidad = ${facilidad} order by numero`.execute(trx.bd);
  const abonos = await sql<{
    cuota: number;
    obligacion: string;
    impuesto: bigint;
    sancion: bigint;
    interes: bigint;
  }>`select cuota, obligacion, impuesto, sancion, interes from obligaciones.facilidad_abono
    where facilidad = ${facilidad}`.execute(trx.bd);
  return cuotas.rows.map((c) => ({
    ...c,
    total: c.capital + c.interes,
    abonos: deudas.flatMap(({ obligacion, idPublico }) => {
      const a = abonos.rows.find((x) => x.cuota === c.numero && x.obligacion === obligacion);
      if (!a) return [];
      const { impuesto, sancion, interes } = a;
      return [{ obligacion, idPublico, impuesto, sancion, interes }];
    }),
  }));
}

/** Public identifiers of the facilities of the taxpayer for whom the transaction acts, the newest first. */
export async function facilidadesDelTitular(
  trx: Transaccion,
): Promise<{ idPublico: string; enVigor: boolean }[]> {
  const { rows } = await sql<{ id_publico: string; en_vigor: boolean }>`select f.id_publico,
      not exists (select from obligaciones.facilidad_fin x where x.facilidad = f.id) as en_vigor
    from obligaciones.facilidad f where f.titular_id = plataforma.actor_titular()
    order by f.concedida_en desc, f.id desc`.execute(trx.bd);
  return rows.map((f) => ({ idPublico: f.id_publico, enVigor: f.en_vigor }));
}

/** Which of the taxpayer's obligations a facility in force covers: its public identifier, by that of the obligation. */
export async function enFacilidad(trx: Transaccion): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ obligacion: string; facilidad: string }>`select obligacion, facilidad
    from obligaciones.en_facilidad where titular_id = plataforma.actor_titular()`.execute(trx.bd);
  return new Map(rows.map((f) => [f.obligacion, f.facilidad]));
}

/** Days on which facilities of the taxpayer were left without effect (Concepto DIAN 012965 de 2025: the act counts). */
export async function diasDeIncumplimiento(trx: Transaccion): Promise<Fecha[]> {
  const { rows } = await sql<{ dia: Fecha }>`select x.dia::text as dia from obligaciones.facilidad_fin x
    join obligaciones.facilidad f on f.id = x.facilidad
    where f.titular_id = plataforma.actor_titular() and x.clase = 'sin-efecto'`.execute(trx.bd);
  return rows.map((f) => f.dia);
}

/** Facilities of a taxpayer that were in force on a day, by what was known at a moment, the oldest first. */
export async function facilidadesEnVigorEl(
  trx: Transaccion,
  { titular, dia, sabidoEn }: { titular: string; dia: Fecha; sabidoEn: Date },
): Promise<Facilidad[]> {
  const { rows } = await sql<{ id_publico: string }>`select f.id_publico from obligaciones.facilidad f
    left join obligaciones.facilidad_fin x on x.facilidad = f.id
    where f.titular_id = ${titular} and f.concedida_el <= ${dia} and f.concedida_en <= ${sabidoEn}
      and (x.facilidad is null or x.registrado_en > ${sabidoEn} or x.dia > ${dia})
    order by f.concedida_en, f.id`.execute(trx.bd);
  const todas: Facilidad[] = [];
  for (const f of rows) {
    const una = await facilidadPorIdPublico(trx, f.id_publico);
    if (una) todas.push(una);
  }
  return todas;
}
