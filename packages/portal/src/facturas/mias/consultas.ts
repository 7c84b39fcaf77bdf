import { sql } from 'kysely';
import type { CompraElectronica } from '@autogestion/normas/factura';
import type { Fecha } from '@autogestion/normas/fechas';
import { errores, type Transaccion } from '../../plataforma/index.ts';

/** Whether the taxpayer bought or sold. */
type Papel = 'compras' | 'ventas';

export interface Filtro {
  papel: Papel;
  anio: number;
  /** 1 to 12; the whole year unless told. */
  mes?: number;
  /** Only what has this number. */
  numero?: string;
}

/** A document of theirs in a list. Amounts in hundredths. */
export interface MiFactura {
  id: string;
  tipo: string;
  numero: string;
  fecha: Fecha;
  /** With whom. */
  otro: { nombre: string; numero: string };
  pruebas: boolean;
  moneda: string;
  bruto: bigint;
  impuestos: bigint;
  total: bigint;
  codigo: string;
}

export const POR_PAGINA = 50;
/** What goes into a spreadsheet at once. */
export const EN_UN_ARCHIVO = 20_000;

/** Those of a filter, the newest first, and how many there are in all. Row-level security leaves theirs. */
export async function misFacturas(
  trx: Transaccion,
  f: Filtro,
  { desde, cuantas }: { desde: number; cuantas: number },
): Promise<{ total: number; facturas: MiFactura[] }> {
  const { rows } = await sql<{
    id: string;
    tipo: string;
    numero: string;
    fecha: string;
    otro_nombre: string;
    otro_numero: string | null;
    ambiente: string;
    moneda: string | null;
    bruto: bigint;
    impuestos: bigint;
    total: bigint;
    codigo: string;
    cuantas: bigint;
  }>`select d.id, d.tipo, d.numero, d.fecha::text as fecha,
      case when ${f.papel} = 'compras' then d.emisor_nombre else d.adquirente_nombre end as otro_nombre,
      case when ${f.papel} = 'compras' then d.nit_emisor else d.adquirente_numero end as otro_numero,
      d.ambiente, d.moneda, d.bruto, d.iva + d.inc + d.ica + d.otros_impuestos as impuestos, d.total, d.codigo,
      count(*) over () as cuantas
    from facturas.documento d
    where case when ${f.papel} = 'compras' then d.adquirente_clave else d.emisor_clave end
        = any ((select facturas.mis_claves())::text[])
      and d.raiz <> 'ApplicationResponse'
      and d.fecha >= make_date(${f.anio}::int, ${f.mes ?? 1}::int, 1)
      and d.fecha <= (make_date(${f.anio}::int, ${f.mes ?? 12}::int, 1) + interval '1 month' - interval '1 day')::date
      and (${f.numero ?? ''} = '' or upper(d.numero) = upper(${f.numero ?? ''}))
    order by d.fecha desc, d.hora desc, d.codigo limit ${cuantas} offset ${desde}`.execute(trx.bd);
  return {
    total: Number(rows[0]?.cuantas ?? 0n),
    facturas: rows.map((r) => ({
      id: r.id,
      tipo: r.tipo,
      numero: r.numero,
      fecha: r.fecha as Fecha,
      otro: { nombre: r.otro_nombre, numero: r.otro_numero ?? '' },
      pruebas: r.ambiente === '2',
      moneda: r.moneda ?? 'COP',
      bruto: r.bruto,
      impuestos: r.impuestos,
      total: r.total,
      codigo: r.codigo,
    })),
  };
}

export interface TotalDelMes {
  mes: number;
  /** Hundredths of a peso: invoices and debit notes, less credit notes. */
  compras: bigint;
  ventas: bigint;
  cuantasCompras: number;
  cuantasVentas: number;
}

/** What was bought and sold in each month of a year, in pesos. What was made for tests is no sale. */
export async function totalesPorMes(trx: Transaccion, anio: number): Promise<TotalDelMes[]> {
  const { rows } = await sql<{ mes: number; papel: string; suma: string; cuantas: bigint }>`
    select extract(month from d.fecha)::int as mes, p.papel,
      sum(case when d.raiz = 'CreditNote' then -d.total else d.total end)::text as suma, count(*) as cuantas
    from facturas.documento d
    cross join lateral (values
      ('compras', d.adquirente_clave = any ((select facturas.mis_claves())::text[])),
      ('ventas', d.emisor_clave = any ((select facturas.mis_claves())::text[]))) as p(papel, es)
    where p.es and d.raiz <> 'ApplicationResponse' and d.ambiente = '1' and coalesce(d.moneda, 'COP') = 'COP'
      and d.fecha >= make_date(${anio}::int, 1, 1) and d.fecha <= make_date(${anio}::int, 12, 31)
    group by 1, 2`.execute(trx.bd);
  return Array.from({ length: 12 }, (_, i) => {
    const de = (papel: Papel) => rows.find((r) => r.mes === i + 1 && r.papel === papel);
    return {
      mes: i + 1,
      compras: BigInt(de('compras')?.suma ?? '0'),
      ventas: BigInt(de('ventas')?.suma ?? '0'),
      cuantasCompras: Number(de('compras')?.cuantas ?? 0n),
      cuantasVentas: Number(de('ventas')?.cuantas ?? 0n),
    };
  });
}

/** Purchases that are looked at for the 1 % at once. */
const COMPRAS_MAXIMAS = 5_000;

/** What they bought in a year, with the notes that correct each, as the deduction of ET 336 num. 5 looks at it. */
export async function comprasDelAnio(
  trx: Transaccion,
  anio: number,
): Promise<{ compras: CompraElectronica[]; hayMas: boolean }> {
  const { rows } = await sql<{
    id: string;
    tipo: string;
    numero: string;
    fecha: string;
    ambiente: string;
    moneda: string | null;
    bruto: bigint;
    adquirente_nombre: string;
    formas_de_pago: string[];
    medios_de_pago: string[];
    notas: unknown;
  }>`select d.id, d.tipo, d.numero, d.fecha::text as fecha, d.ambiente, d.moneda, d.bruto, d.adquirente_nombre,
      d.formas_de_pago, d.medios_de_pago,
      coalesce((select jsonb_agg(jsonb_build_object('tipo', n.tipo, 'concepto', coalesce(n.concepto, ''), 'bruto',
          n.bruto::text)) from facturas.documento n
        where n.corrige_codigo = d.codigo and n.nit_emisor = d.nit_emisor and n.raiz in ('CreditNote', 'DebitNote')),
        '[]'::jsonb) as notas
    from facturas.documento d
    where d.adquirente_clave = any ((select facturas.mis_claves())::text[]) and d.raiz = 'Invoice' and d.tipo <> '05'
      and d.fecha >= make_date(${anio}::int, 1, 1) and d.fecha <= make_date(${anio}::int, 12, 31)
    order by d.fecha, d.codigo limit ${COMPRAS_MAXIMAS + 1}`.execute(trx.bd);
  return {
    hayMas: rows.length > COMPRAS_MAXIMAS,
    compras: rows.slice(0, COMPRAS_MAXIMAS).map((r) => ({
      id: r.id,
      tipo: r.tipo,
      numero: r.numero,
      fecha: r.fecha as Fecha,
      pruebas: r.ambiente === '2',
      moneda: r.moneda ?? 'COP',
      bruto: r.bruto,
      adquirente: { nombre: r.adquirente_nombre },
      formasDePago: r.formas_de_pago,
      mediosDePago: r.medios_de_pago,
      notas: (r.notas as { tipo: string; concepto: string; bruto: string }[]).map((n) => ({
        ...n,
        bruto: BigInt(n.bruto),
      })),
    })),
  };
}

/** One of theirs. @throws 404 when it is of neither side */
export async function miDocumento(
  trx: Transaccion,
  id: string,
): Promise<{ codigo: string; numero: string; archivo: string }> {
  const { rows } = await sql<{ codigo: string; numero: string; archivo: string }>`
    select d.codigo, d.numero, d.archivo from facturas.documento d
    where d.id = ${id}::uuid and (d.emisor_clave = any ((select facturas.mis_claves())::text[])
      or d.adquirente_clave = any ((select facturas.mis_claves())::text[]))`.execute(trx.bd);
  if (!rows[0]) throw errores.noEncontrado();
  return rows[0];
}
