-- A batch of a bank's file, all of it as sets. It had asked line by line whether the money was known by the other door,
-- with a plan made when that table was empty: a line took ten times what it takes now (0.15 ms of the database's processor),
-- and more with each batch. So a batch is planned for what there is when it comes, and looks things up by their keys.
create or replace function obligaciones.anotar_identidad() returns trigger
  language plpgsql set search_path = pg_catalog set enable_seqscan = off as $$
begin
  insert into obligaciones.identidad_de_pago (recibo, valor, numero, medio, pago)
    select n.recibo, n.valor, x.numero, n.medio, n.id
    from nuevos n cross join unnest(obligaciones.numeros_de_operacion(n.medio, n.referencia)) as x(numero)
    where n.titular_id is not null order by n.comprobante on conflict do nothing;
  if exists (select from nuevos n
      cross join unnest(obligaciones.numeros_de_operacion(n.medio, n.referencia)) as x(numero)
      join obligaciones.identidad_de_pago i on i.recibo = n.recibo and i.valor = n.valor and i.numero = x.numero
      where n.titular_id is not null and i.medio <> n.medio) then
    raise exception 'the same money by two doors' using errcode = 'unique_violation', constraint = 'identidad_de_pago';
  end if;
  return null;
end $$;

create or replace function obligaciones.asentar_recaudo(p_archivo text, p_desde int, p_hasta int, p_ids text[], p_publicos text[],
    p_actor text, p_ahora timestamptz)
  returns table (pago uuid, recibo text, valor bigint, titular uuid, novedades text[])
  language plpgsql set search_path = pg_catalog set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  el obligaciones.recaudo_archivo;
  nuevas int;
begin
  perform pg_advisory_xact_lock(hashtextextended('obligaciones.recaudo:' || p_archivo, 0));
  if exists (select from obligaciones.recaudo_tanda t where t.archivo = p_archivo and t.desde = p_desde) then return; end if;
  select a.* into strict el from obligaciones.recaudo_archivo a where a.id = p_archivo;
  -- Two payments with one slip are told one after the other, and whoever cuts a ledger waits for who writes in it.
  perform from obligaciones.recibo r where r.numero in (select l.recibo from obligaciones.recaudo_linea l
      where l.archivo = p_archivo and l.n between p_desde and p_hasta)
    order by r.numero for no key update;
  perform pg_advisory_xact_lock_shared(c.cerrojo) from (
    select distinct obligaciones.cerrojo(r.titular_id) as cerrojo from obligaciones.recaudo_linea l
    join obligaciones.recibo r on r.numero = l.recibo
    where l.archivo = p_archivo and l.n between p_desde and p_hasta order by 1) c;
  insert into obligaciones.pago_dicho_dos_veces (banco, referencia, pago, recibo, valor, dia, medio, visto_en)
    select distinct on (l.n) el.banco, l.referencia, i.pago, l.recibo, l.valor, el.dia, 'archivo', p_ahora
    from obligaciones.recaudo_linea l
    cross join unnest(obligaciones.numeros_de_operacion('archivo', l.referencia)) as x(numero)
    join obligaciones.identidad_de_pago i on i.recibo = l.recibo and i.valor = l.valor and i.numero = x.numero
      and i.medio <> 'archivo'
    where l.archivo = p_archivo and l.n between p_desde and p_hasta
      and not exists (select from obligaciones.pago_recibido y where y.banco = el.banco and y.referencia = l.referencia)
    order by l.n, i.numero
    on conflict do nothing;
  return query
    with lote as materialized (
      select l.n, l.recibo, l.valor, l.referencia, d.id, d.publico, r.titular_id, r.para_el,
        'recaudo:' || el.banco || ':' || l.referencia as origen
      from obligaciones.recaudo_linea l
      join unnest(p_ids::uuid[], p_publicos) with ordinality as d(id, publico, vez) on d.vez = l.n - p_desde + 1
      left join obligaciones.recibo r on r.numero = l.recibo
      where l.archivo = p_archivo and l.n between p_desde and p_hasta
        and not exists (select from obligaciones.pago_dicho_dos_veces m
          where m.banco = el.banco and m.referencia = l.referencia)),
    -- What each slip of the batch says, and what was known of it before.
    dicho as materialized (
      select x.recibo, x.renglon, x.obligacion, x.capital + x.sancion + x.interes as dice,
        sum(x.capital + x.sancion + x.interes) over (partition by x.recibo order by x.renglon)
          - x.capital - x.sancion - x.interes as antes,
        sum(x.capital + x.sancion + x.interes) over (partition by x.recibo) as todo
      from obligaciones.recibo_renglon x where x.recibo in (select o.recibo from lote o)),
    sabido as materialized (
      select s.recibo, s.todo, u.recibo is not null as anulado, y.recibo is not null as pagado, y.en_linea
      from (select distinct d.recibo, d.todo from dicho d) s
      left join obligaciones.recibo_anulado u on u.recibo = s.recibo
      left join (select z.recibo, array_agg(z.valor) filter (where z.medio = 'en-linea') as en_linea
        from obligaciones.pago_recibido z where z.recibo in (select o.recibo from lote o) group by z.recibo) y
        on y.recibo = s.recibo),
    inactivo as materialized (
      select c.titular_id
      from rut.cancelados((select array_agg(distinct o.titular_id) from lote o)) as c(titular_id)),
    escrito as (
      insert into obligaciones.comprobante (clase, origen, datos, actor, funcionario_id, registrado_en)
        select 'pago', o.origen, jsonb_build_object('recibo', o.recibo, 'banco', el.banco, 'referencia', o.referencia,
          'medio', 'archivo'), p_actor, plataforma.actor_funcionario(), p_ahora from lote o order by o.n
        on conflict (origen) do nothing returning numero, origen),
    puesto as materialized (
      select o.*, e.numero as comprobante, row_number() over (partition by o.recibo order by o.n) as vez
      from lote o join escrito e on e.origen = o.origen),
    -- To each obligation what the slip says of it, in its order, while there is; what is over, to the first.
    parte as (
      select p.comprobante, q.renglon, q.obligacion, (greatest(0, least(q.dice, p.valor - q.antes))
        + case when q.antes = 0 then greatest(0, p.valor - q.todo) else 0 end)::bigint as suya
      from puesto p join dicho q on q.recibo = p.recibo),
    asentado as (
      insert into obligaciones.asiento (comprobante, renglon, debe, haber_de, haber, valor, efecto)
        select a.comprobante, row_number() over (partition by a.comprobante order by a.renglon), 'recaudo', a.obligacion,
          'pagos', a.suya, el.dia from parte a where a.suya > 0
        union all
        select p.comprobante, 1, 'recaudo', null, 'por-identificar', p.valor, el.dia from puesto p
        where p.titular_id is null)
    insert into obligaciones.pago_recibido (id, id_publico, banco, referencia, recibo, valor, dia, medio, comprobante,
        titular_id, novedades, registrado_en)
      select p.id, p.publico, el.banco, p.referencia, p.recibo, p.valor, el.dia, 'archivo', p.comprobante, p.titular_id,
        case when p.titular_id is null then array['recibo-desconocido'] else array_remove(array[
          case when s.anulado then 'recibo-anulado' end,
          case when p.vez > 1 or s.pagado then 'recibo-pagado' end,
          case when p.valor = any (s.en_linea) then 'posible-doble' end,
          case when el.dia > p.para_el then 'fuera-de-plazo' end,
          case when p.valor <> s.todo then 'otro-valor' end,
          case when i.titular_id is not null then 'rut-cancelado' end], null) end,
        p_ahora
      from puesto p left join sabido s on s.recibo = p.recibo left join inactivo i on i.titular_id = p.titular_id
      order by p.n
      returning id, recibo, valor, titular_id, novedades;
  get diagnostics nuevas = row_count;
  -- What the bank tells of an operation otherwise than before is not posted again: somebody asks the bank.
  insert into obligaciones.desacuerdo_de_banco (id, pago, recibo, valor, dia, visto_en)
    select gen_random_uuid(), y.id, l.recibo, l.valor, el.dia, p_ahora
    from obligaciones.recaudo_linea l
    left join obligaciones.pago_recibido p on p.banco = el.banco and p.referencia = l.referencia
    left join obligaciones.pago_dicho_dos_veces m on m.banco = el.banco and m.referencia = l.referencia
    join obligaciones.pago_recibido y on y.id = coalesce(p.id, m.pago)
    where l.archivo = p_archivo and l.n between p_desde and p_hasta
      and (y.recibo, y.valor, y.dia) is distinct from (l.recibo, l.valor, el.dia)
    on conflict do nothing;
  insert into obligaciones.recaudo_tanda (archivo, desde, hasta, puestas, repetidas, asentada_en)
    values (p_archivo, p_desde, p_hasta, nuevas, p_hasta - p_desde + 1 - nuevas, p_ahora);
end $$;

-- What a file will do, asked in the same way.
create or replace function obligaciones.prever_recaudo(p_archivo text)
  returns table (conocidos int, valor_conocidos bigint, desconocidos int, valor_desconocidos bigint, registrados int,
                 valor_registrados bigint, en_desacuerdo int, ya_pagados int, anulados int, otro_valor int)
  language sql stable set search_path = pg_catalog as $$
  select
    count(*) filter (where nuevo and conocido)::int, coalesce(sum(valor) filter (where nuevo and conocido), 0)::bigint,
    count(*) filter (where nuevo and not conocido)::int,
    coalesce(sum(valor) filter (where nuevo and not conocido), 0)::bigint,
    count(*) filter (where not nuevo)::int, coalesce(sum(valor) filter (where not nuevo), 0)::bigint,
    count(*) filter (where distinto)::int,
    count(*) filter (where nuevo and conocido and (vez > 1 or pagado))::int,
    count(*) filter (where nuevo and conocido and anulado)::int,
    count(*) filter (where nuevo and conocido and valor <> dice)::int
  from (
    select l.valor, y.id is null as nuevo, r.numero is not null as conocido,
      y.id is not null and (y.recibo, y.valor, y.dia) is distinct from (l.recibo, l.valor, a.dia) as distinto,
      row_number() over (partition by l.recibo order by l.n) as vez,
      exists (select from obligaciones.pago_recibido o where o.recibo = l.recibo) as pagado,
      exists (select from obligaciones.recibo_anulado u where u.recibo = l.recibo) as anulado,
      (select sum(x.capital + x.sancion + x.interes) from obligaciones.recibo_renglon x where x.recibo = l.recibo) as dice
    from obligaciones.recaudo_linea l join obligaciones.recaudo_archivo a on a.id = l.archivo
    left join obligaciones.recibo r on r.numero = l.recibo
    left join obligaciones.pago_recibido p on p.banco = a.banco and p.referencia = l.referencia
    left join obligaciones.pago_dicho_dos_veces m on m.banco = a.banco and m.referencia = l.referencia
    left join (
      select distinct on (q.n) q.n, i.pago from obligaciones.recaudo_linea q
      cross join unnest(obligaciones.numeros_de_operacion('archivo', q.referencia)) as x(numero)
      join obligaciones.identidad_de_pago i on i.recibo = q.recibo and i.valor = q.valor and i.numero = x.numero
        and i.medio <> 'archivo'
      where q.archivo = p_archivo order by q.n, i.numero) g on g.n = l.n
    left join obligaciones.pago_recibido y on y.id = coalesce(p.id, m.pago, g.pago)
    where l.archivo = p_archivo) x $$;
