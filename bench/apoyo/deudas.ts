import type { Base } from './base.ts';

/** Returns of each taxpayer, each with one payment of half. */
export const DECLARACIONES = 4;

/** Identifiers that grow with what they number, as the office's do: `grupo` keeps two kinds of them apart. */
function uuid(grupo: string, numero: string): string {
  return `('00000000-0000-7000-${grupo}-' || lpad(to_hex(${numero}), 12, '0'))::uuid`;
}

/** Public identifier of the taxpayers that are sown, by number. */
const ID = uuid('8000', 'n');
export const titularNumero = (n: number): string =>
  `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const POR_TANDA = 50_000;

/**
 * Adds taxpayers up to so many in all, with what the ledger has of an usual one: returns of some years, half paid. As
 * rows: what is measured is reading and posting afterwards. A million of them are twenty million rows, so each table is
 * written by itself and numbers are told beforehand.
 */
export async function sembrarDeudas(base: Base, desde: number, hasta: number): Promise<void> {
  for (let n = desde; n < hasta; n += POR_TANDA)
    await base.sembrar(tandaDe(n, Math.min(hasta, n + POR_TANDA)));
  await base.sembrar([
    `select setval('obligaciones.comprobante_numero_seq', ${2 * DECLARACIONES * hasta})`,
    'vacuum analyze obligaciones.obligacion, obligaciones.comprobante, obligaciones.asiento',
  ]);
}

/** Of each return two vouchers, with an entry each: what was assessed, and half of it paid. */
function tandaDe(desde: number, hasta: number): string[] {
  const declaraciones = `(select n, 2020 + k as anio, n * ${DECLARACIONES} + k as cual,
      ${uuid('9000', `n * ${DECLARACIONES} + k`)} as id, make_date(2021 + k, 8, 12) as dia
    from generate_series(${desde}, ${hasta - 1}) n, generate_series(1, ${DECLARACIONES}) k) d`;
  const numero = `(d.cual - ${DECLARACIONES}) * 2 - h.falta`;
  const hechos = `(values ('liquidacion', false, 1), ('pago', true, 0)) h(clase, paga, falta)`;
  return [
    `insert into obligaciones.obligacion (id, id_publico, titular_id, concepto, anio, periodo, creada_en)
      select id, 'o' || lpad(cual::text, 25, '0'), ${ID}, 'renta', anio, 'anual', now() from ${declaraciones}`,
    `insert into obligaciones.comprobante (numero, clase, origen, datos, actor, registrado_en) overriding system value
      select ${numero}, h.clase, 'siembra:' || lpad((${numero})::text, 12, '0'), '{}', 'medicion', now()
      from ${declaraciones}, ${hechos}`,
    `insert into obligaciones.asiento (comprobante, renglon, debe_de, debe, haber_de, haber, valor, efecto, vence)
      select ${numero}, 1, case when not paga then id end, case when paga then 'recaudo' else 'impuesto' end,
        case when paga then id end, case when paga then 'pagos' else 'liquidado' end,
        case when paga then 600000 else 1200000 end, dia, case when not paga then dia end
      from ${declaraciones}, ${hechos}`,
  ];
}

/** Payments of one peso to the first obligation of a taxpayer, a day each: the statement of who pays every day. */
export async function sembrarPagos(base: Base, titular: string, cuantos: number): Promise<void> {
  await base.sql(
    `with o as (select id from obligaciones.obligacion where titular_id = $1 order by anio limit 1),
     c as (insert into obligaciones.comprobante (clase, origen, datos, actor, registrado_en)
       select 'pago', 'siembra:diario:' || n || ':' || $1::text, '{}', 'medicion', now()
       from generate_series(1, $2::int) n returning numero)
     insert into obligaciones.asiento (comprobante, renglon, debe, haber_de, haber, valor, efecto)
       select c.numero, 1, 'recaudo', o.id, 'pagos', 1,
         date '2022-09-01' + (row_number() over (order by c.numero) % 1500)::int from o, c`,
    [titular, cuantos],
  );
  await base.sql('vacuum analyze');
}
