-- Of all kinds together, the newest of each: a file with thousands of slips of nobody left no place for the others.
create or replace function obligaciones.novedades_de_pagos(p_clase text, p_pago text)
  returns table (clase text, pago text, banco text, referencia text, recibo text, valor bigint, dia date, medio text,
                 dicho_banco text, dicho_referencia text, dicho_recibo text, dicho_valor bigint, dicho_dia date,
                 de_alguien boolean, identificado boolean, visto_en timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select x.clase, p.id_publico, p.banco, p.referencia, p.recibo, p.valor, p.dia, p.medio, x.banco, x.referencia, x.recibo,
    x.valor, x.dia, p.titular_id is not null, exists (select from obligaciones.identificacion i
      join obligaciones.identificacion_resuelta r on r.identificacion = i.id and r.comprobante is not null
      where i.pago = p.id), x.visto_en
  from (select y.*, row_number() over (partition by y.clase order by y.visto_en desc, y.id) as puesto from (
    select n.clase, q.id, q.registrado_en as visto_en, null::text as banco, null::text as referencia, null::text as recibo,
      null::bigint as valor, null::date as dia
      from obligaciones.pago_recibido q cross join unnest(q.novedades) as n(clase) where q.novedades <> '{}'
    union all
    select 'desacuerdo', d.pago, d.visto_en, null, null, d.recibo, d.valor, d.dia from obligaciones.desacuerdo_de_banco d
    union all
    select 'dicho-dos-veces', m.pago, m.visto_en, m.banco, m.referencia, m.recibo, m.valor, m.dia
      from obligaciones.pago_dicho_dos_veces m) y) x
  join obligaciones.pago_recibido p on p.id = x.id
  where cuentas.actor_tiene_rol(array['obligaciones'])
    and (x.clase = p_clase or (p_clase is null and (p_pago is not null or x.puesto <= 20))) and (p_pago is null or p.id_publico = p_pago)
  order by x.visto_en desc, p.id_publico, x.clase limit 200 $$;
