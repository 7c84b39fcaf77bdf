import type { Base } from './base.ts';

/** Returns of each taxpayer, each with one payment of half. */
export const DECLARACIONES = 4;

/** Public identifier of the taxpayers that are sown, by number. */
const ID = `('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
export const titularNumero = (n: number): string =>
  `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/**
 * Adds taxpayers up to so many in all, with what the ledger has of an usual one: returns of some years, half paid. As
 * rows: what is measured is reading and posting afterwards.
 */
export async function sembrarDeudas(base: Base, desde: number, hasta: number): Promise<void> {
  for (let n = desde; n < hasta; n += 20_000) {
    await base.sql(
      `with n as (select n, 2020 + k as anio, md5('medicion:' || n || ':' || k)::uuid as id, n * ${DECLARACIONES} + k as cual
         from generate_series($1::int, $2::int - 1) n, generate_series(1, ${DECLARACIONES}) k),
       o as (insert into obligaciones.obligacion (id, id_publico, titular_id, concepto, anio, periodo, creada_en)
         select id, 'o' || lpad(cual::text, 25, '0'), ${ID}, 'renta', anio, 'anual', now() from n),
       c as (insert into obligaciones.comprobante (clase, origen, datos, actor, registrado_en)
         select h.clase, 'siembra:' || h.clase || ':' || n.id, json_build_object('de', n.id, 'anio', n.anio), 'medicion', now()
         from n, (values ('liquidacion'), ('pago')) h(clase)
         returning numero, clase = 'pago' as paga, (datos ->> 'de')::uuid as de, (datos ->> 'anio')::int as anio)
       insert into obligaciones.asiento (comprobante, renglon, debe_de, debe, haber_de, haber, valor, efecto, vence)
         select numero, 1, case when not paga then de end, case when paga then 'recaudo' else 'impuesto' end,
           case when paga then de end, case when paga then 'pagos' else 'liquidado' end,
           case when paga then 600000 else 1200000 end, make_date(anio + 1, 8, 12),
           case when not paga then make_date(anio + 1, 8, 12) end from c`,
      [n, Math.min(hasta, n + 20_000)],
    );
  }
  await base.sql('vacuum analyze');
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
