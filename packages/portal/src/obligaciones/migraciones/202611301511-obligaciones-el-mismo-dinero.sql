-- bloquea obligaciones.pago_recibido: a trigger is put on it, which takes an instant and waits for nobody
-- The same money may come by two doors: the bank tells it in line at once, and again in its file of collection the day
-- after, under another name of bank. It is the same when the slip and the amount are, and a number of the operation is in
-- both. It is posted once; the second time is kept. Without a number in both nobody knows: it is posted, and is told as a
-- possible double.

-- What an operation is known by at the bank, without the zeros before it; none where it does not say. Of a file, its
-- operation and its authorisation, which end the reference.
create function obligaciones.numeros_de_operacion(p_medio text, p_referencia text) returns text[]
  language sql immutable set search_path = pg_catalog as $$
  select case
    when p_medio = 'en-linea' then array_remove(array[ltrim(upper(p_referencia), '0')], '')
    when p_medio = 'archivo' and p_referencia !~ '-l[0-9]+$' then array_remove(
      array[ltrim(upper(split_part(p_referencia, '-', -1)), '0'), ltrim(upper(split_part(p_referencia, '-', -2)), '0')], '')
    else '{}'::text[] end $$;

-- By what each payment of a known slip would be known again at the other door. The first one that says a number has it.
create table obligaciones.identidad_de_pago (
  recibo text not null check (length(recibo) between 1 and 40),
  valor bigint not null check (valor > 0),
  numero text not null check (length(numero) between 1 and 80),
  medio text not null check (medio in ('en-linea', 'archivo')),
  pago uuid not null references obligaciones.pago_recibido,
  primary key (recibo, valor, numero)
);

-- An operation that was money of another one: nothing was posted for it.
create table obligaciones.pago_dicho_dos_veces (
  banco text not null check (banco ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  referencia text not null check (length(referencia) between 1 and 80),
  pago uuid not null references obligaciones.pago_recibido,
  recibo text not null check (length(recibo) between 1 and 40),
  valor bigint not null check (valor > 0),
  dia date not null,
  medio text not null check (medio in ('en-linea', 'archivo')),
  visto_en timestamptz not null,
  primary key (banco, referencia)
);
create index pago_dicho_dos_veces_pago on obligaciones.pago_dicho_dos_veces (pago);

do $$ declare t text; begin
  foreach t in array array['identidad_de_pago', 'pago_dicho_dos_veces'] loop
    execute format('create trigger inmutable before update or delete or truncate on obligaciones.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
    execute format('alter table obligaciones.%I enable row level security', t);
    execute format('alter table obligaciones.%I force row level security', t);
    execute format('create policy propietario on obligaciones.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy propio on obligaciones.pago_dicho_dos_veces for select to autogestion_app
  using (exists (select from obligaciones.pago_recibido p where p.id = pago));
grant select on obligaciones.pago_dicho_dos_veces to autogestion_app;

insert into obligaciones.identidad_de_pago (recibo, valor, numero, medio, pago)
  select p.recibo, p.valor, x.numero, p.medio, p.id
  from obligaciones.pago_recibido p cross join unnest(obligaciones.numeros_de_operacion(p.medio, p.referencia)) as x(numero)
  where p.titular_id is not null order by p.comprobante on conflict do nothing;

-- Whoever posts, the same money is not posted by both doors.
create function obligaciones.anotar_identidad() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  insert into obligaciones.identidad_de_pago (recibo, valor, numero, medio, pago)
    select n.recibo, n.valor, x.numero, n.medio, n.id
    from nuevos n cross join unnest(obligaciones.numeros_de_operacion(n.medio, n.referencia)) as x(numero)
    where n.titular_id is not null order by n.comprobante on conflict do nothing;
  if exists (select from nuevos n where n.titular_id is not null
      and obligaciones.mismo_dinero(n.recibo, n.valor, n.medio, n.referencia) is not null) then
    raise exception 'the same money by two doors' using errcode = 'unique_violation', constraint = 'identidad_de_pago';
  end if;
  return null;
end $$;

-- The payment that was posted by the other door and is the same money; nothing when there is none.
create function obligaciones.mismo_dinero(p_recibo text, p_valor bigint, p_medio text, p_referencia text) returns uuid
  language sql stable set search_path = pg_catalog as $$
  select i.pago from obligaciones.identidad_de_pago i
  where i.recibo = p_recibo and i.valor = p_valor and i.medio <> p_medio
    and i.numero = any (obligaciones.numeros_de_operacion(p_medio, p_referencia))
  order by i.numero limit 1 $$;

create trigger identidad after insert on obligaciones.pago_recibido referencing new table as nuevos
  for each statement execute function obligaciones.anotar_identidad();

-- The payment that an operation of a bank was posted as, or was found to be.
create function obligaciones.pago_de_operacion(p_banco text, p_referencia text) returns uuid
  language sql stable set search_path = pg_catalog as $$
  select coalesce(
    (select p.id from obligaciones.pago_recibido p where p.banco = p_banco and p.referencia = p_referencia),
    (select m.pago from obligaciones.pago_dicho_dos_veces m where m.banco = p_banco and m.referencia = p_referencia)) $$;

create or replace function obligaciones.asentar_recaudo(p_archivo text, p_desde int, p_hasta int, p_ids text[], p_publicos text[],
    p_actor text, p_ahora timestamptz)
  returns table (pago uuid, recibo text, valor bigint, titular uuid, novedades text[])
  language plpgsql set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  nuevas int;
begin
  perform pg_advisory_xact_lock(hashtextextended('obligaciones.recaudo:' || p_archivo, 0));
  if exists (select from obligaciones.recaudo_tanda t where t.archivo = p_archivo and t.desde = p_desde) then return; end if;
  -- Two payments with one slip are told one after the other, and whoever cuts a ledger waits for who writes in it.
  perform from obligaciones.recibo r where r.numero in (select l.recibo from obligaciones.recaudo_linea l
      where l.archivo = p_archivo and l.n between p_desde and p_hasta)
    order by r.numero for no key update;
  perform pg_advisory_xact_lock_shared(c.cerrojo) from (
    select distinct obligaciones.cerrojo(r.titular_id) as cerrojo from obligaciones.recaudo_linea l
    join obligaciones.recibo r on r.numero = l.recibo
    where l.archivo = p_archivo and l.n between p_desde and p_hasta order by 1) c;
  insert into obligaciones.pago_dicho_dos_veces (banco, referencia, pago, recibo, valor, dia, medio, visto_en)
    select a.banco, l.referencia, m.pago, l.recibo, l.valor, a.dia, 'archivo', p_ahora
    from obligaciones.recaudo_linea l join obligaciones.recaudo_archivo a on a.id = l.archivo
    cross join lateral (select obligaciones.mismo_dinero(l.recibo, l.valor, 'archivo', l.referencia) as pago) m
    where l.archivo = p_archivo and l.n between p_desde and p_hasta and m.pago is not null
      and not exists (select from obligaciones.pago_recibido y where y.banco = a.banco and y.referencia = l.referencia)
    on conflict do nothing;
  return query
    with lote as (
      select l.n, l.recibo, l.valor, l.referencia, a.dia, a.banco, r.titular_id, r.para_el,
        'recaudo:' || a.banco || ':' || l.referencia as origen
      from obligaciones.recaudo_linea l join obligaciones.recaudo_archivo a on a.id = l.archivo
      left join obligaciones.recibo r on r.numero = l.recibo
      where l.archivo = p_archivo and l.n between p_desde and p_hasta
        and not exists (select from obligaciones.pago_dicho_dos_veces m
          where m.banco = a.banco and m.referencia = l.referencia)),
    escrito as (
      insert into obligaciones.comprobante (clase, origen, datos, actor, funcionario_id, registrado_en)
        select 'pago', o.origen, jsonb_build_object('recibo', o.recibo, 'banco', o.banco, 'referencia', o.referencia,
          'medio', 'archivo'), p_actor, plataforma.actor_funcionario(), p_ahora from lote o order by o.n
        on conflict (origen) do nothing returning numero, origen),
    puesto as (
      select o.*, e.numero as comprobante, row_number() over (partition by o.recibo order by o.n) as vez
      from lote o join escrito e on e.origen = o.origen),
    -- To each obligation what the slip says of it, in its order, while there is; what is over, to the first.
    parte as (
      select p.comprobante, p.dia, q.renglon, q.obligacion, (greatest(0, least(q.dice, p.valor - q.antes))
        + case when q.antes = 0 then greatest(0, p.valor - q.todo) else 0 end)::bigint as suya
      from puesto p join lateral (
        select x.renglon, x.obligacion, x.capital + x.sancion + x.interes as dice,
          sum(x.capital + x.sancion + x.interes) over (order by x.renglon) - x.capital - x.sancion - x.interes as antes,
          sum(x.capital + x.sancion + x.interes) over () as todo
        from obligaciones.recibo_renglon x where x.recibo = p.recibo) q on p.titular_id is not null),
    asentado as (
      insert into obligaciones.asiento (comprobante, renglon, debe, haber_de, haber, valor, efecto)
        select a.comprobante, row_number() over (partition by a.comprobante order by a.renglon), 'recaudo', a.obligacion,
          'pagos', a.suya, a.dia from parte a where a.suya > 0
        union all
        select p.comprobante, 1, 'recaudo', null, 'por-identificar', p.valor, p.dia from puesto p where p.titular_id is null)
    insert into obligaciones.pago_recibido (id, id_publico, banco, referencia, recibo, valor, dia, medio, comprobante,
        titular_id, novedades, registrado_en)
      select p_ids[p.n - p_desde + 1]::uuid, p_publicos[p.n - p_desde + 1], p.banco, p.referencia, p.recibo, p.valor, p.dia,
        'archivo', p.comprobante, p.titular_id,
        case when p.titular_id is null then array['recibo-desconocido'] else array_remove(array[
          case when exists (select from obligaciones.recibo_anulado u where u.recibo = p.recibo) then 'recibo-anulado' end,
          case when p.vez > 1 or exists (select from obligaciones.pago_recibido y where y.recibo = p.recibo)
            then 'recibo-pagado' end,
          case when exists (select from obligaciones.pago_recibido y
            where y.recibo = p.recibo and y.valor = p.valor and y.medio = 'en-linea') then 'posible-doble' end,
          case when p.dia > p.para_el then 'fuera-de-plazo' end,
          case when p.valor <> (select sum(x.capital + x.sancion + x.interes) from obligaciones.recibo_renglon x
            where x.recibo = p.recibo) then 'otro-valor' end,
          case when rut.estado_de(p.titular_id) = 'cancelado' then 'rut-cancelado' end], null) end,
        p_ahora from puesto p order by p.n
      returning id, recibo, valor, titular_id, novedades;
  get diagnostics nuevas = row_count;
  -- What the bank tells of an operation otherwise than before is not posted again: somebody asks the bank.
  insert into obligaciones.desacuerdo_de_banco (id, pago, recibo, valor, dia, visto_en)
    select gen_random_uuid(), y.id, l.recibo, l.valor, a.dia, p_ahora
    from obligaciones.recaudo_linea l join obligaciones.recaudo_archivo a on a.id = l.archivo
    join obligaciones.pago_recibido y on y.id = obligaciones.pago_de_operacion(a.banco, l.referencia)
    where l.archivo = p_archivo and l.n between p_desde and p_hasta
      and (y.recibo, y.valor, y.dia) is distinct from (l.recibo, l.valor, a.dia)
    on conflict do nothing;
  insert into obligaciones.recaudo_tanda (archivo, desde, hasta, puestas, repetidas, asentada_en)
    values (p_archivo, p_desde, p_hasta, nuevas, p_hasta - p_desde + 1 - nuevas, p_ahora);
end $$;

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
    left join obligaciones.pago_recibido y on y.id = coalesce(obligaciones.pago_de_operacion(a.banco, l.referencia),
      obligaciones.mismo_dinero(l.recibo, l.valor, 'archivo', l.referencia))
    where l.archivo = p_archivo) x $$;

create or replace function obligaciones.sumar_todo()
  returns table (corte bigint, debe numeric, haber numeric, vacios bigint, agotados bigint, bancos_distintos bigint,
                 archivos_distintos bigint, archivos_sin_terminar bigint)
  language sql stable set search_path = pg_catalog as $$
  select
    (select coalesce(max(c.numero), 0) from obligaciones.comprobante c),
    (select coalesce(sum(x.valor), 0) from (select a.debe as cuenta, sum(a.valor) as valor from obligaciones.asiento a
      group by 1) x),
    (select coalesce(sum(x.valor), 0) from (select a.haber as cuenta, sum(a.valor) as valor from obligaciones.asiento a
      group by 1) x),
    (select count(*) from obligaciones.comprobante c
      where not exists (select from obligaciones.asiento a where a.comprobante = c.numero)),
    (select count(*) from obligaciones.asiento a join (
        select q.sobre_comprobante, q.sobre_renglon, sum(q.valor) as quitado from obligaciones.asiento q
        where q.sobre_comprobante is not null group by 1, 2) t
      on t.sobre_comprobante = a.comprobante and t.sobre_renglon = a.renglon where t.quitado > a.valor),
    (select count(*) from (
      select p.banco from obligaciones.pago_recibido p join lateral (
        select coalesce(sum(a.valor), 0) as valor from obligaciones.asiento a
        where a.comprobante = p.comprobante and a.debe = 'recaudo') l on true
      group by p.banco having sum(p.valor) <> sum(l.valor)) b),
    (select count(*) from obligaciones.recaudo_archivo f
      where (select max(t.hasta) from obligaciones.recaudo_tanda t where t.archivo = f.id) = f.lineas
        and ((select sum(l.valor) from obligaciones.recaudo_linea l where l.archivo = f.id) <> f.total
          or exists (select from obligaciones.recaudo_linea l where l.archivo = f.id and not exists (
            select from obligaciones.pago_recibido p where p.banco = f.banco and p.referencia = l.referencia)
            and not exists (select from obligaciones.pago_dicho_dos_veces m
              where m.banco = f.banco and m.referencia = l.referencia)))),
    (select count(*) from obligaciones.recaudo_archivo f join obligaciones.recaudo_decision d
        on d.archivo = f.id and d.decision = 'confirmado'
      where coalesce((select max(t.hasta) from obligaciones.recaudo_tanda t where t.archivo = f.id), 0) < f.lineas)
  $$;

revoke all on function obligaciones.mismo_dinero, obligaciones.pago_de_operacion, obligaciones.anotar_identidad,
  obligaciones.numeros_de_operacion from public;
