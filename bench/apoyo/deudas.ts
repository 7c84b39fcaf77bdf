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
      `with n as (select n, k from generate_series($1::int, $2::int - 1) n, generate_series(1, ${DECLARACIONES}) k),
       o as (insert into obligaciones.obligacion (id, id_publico, titular_id, concepto, anio, periodo, creada_en)
         select gen_random_uuid(), 'o' || lpad((n * ${DECLARACIONES} + k)::text, 25, '0'), ${ID}, 'renta', 2020 + k, 'anual', now()
         from n returning id, anio),
       c as (insert into obligaciones.comprobante (clase, origen, datos, actor, registrado_en)
         select h.clase, 'siembra:' || h.clase || ':' || o.id, '{}', 'medicion', now()
         from o, (values ('liquidacion'), ('pago')) h(clase) returning numero, clase, origen)
       insert into obligaciones.asiento (comprobante, renglon, debe_de, debe, haber_de, haber, valor, efecto, vence)
         select c.numero, 1, case when c.clase = 'liquidacion' then o.id end,
           case when c.clase = 'liquidacion' then 'impuesto' else 'recaudo' end,
           case when c.clase = 'pago' then o.id end,
           case when c.clase = 'pago' then 'pagos' else 'liquidado' end,
           case when c.clase = 'liquidacion' then 1200000 else 600000 end,
           make_date(o.anio + 1, 8, 12), case when c.clase = 'liquidacion' then make_date(o.anio + 1, 8, 12) end
         from o join c on c.origen = 'siembra:' || c.clase || ':' || o.id`,
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
