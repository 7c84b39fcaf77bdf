-- What the banks say that they collected, file by file. A file is kept as it was read, line by line, before anything is
-- posted; somebody looks at what it will do and confirms it; then it is posted in batches, each whole, each once. How far
-- it is, is what batches there are.
create table obligaciones.recaudo_archivo (
  id text primary key check (id ~ '^[0-9a-hjkmnp-tv-z]{26}$'),
  hash bytea not null unique check (octet_length(hash) = 32),
  nombre text not null check (length(nombre) between 1 and 120),
  formato text not null check (formato ~ '^[a-z0-9-]{3,40}$'),
  banco text not null check (banco ~ '^banco-[a-z0-9-]{1,32}$'),
  -- Day on which the money entered the bank.
  dia date not null,
  dia_del_archivo date not null,
  lineas int not null check (lineas > 0),
  -- Pesos.
  total bigint not null check (total > 0),
  actor text not null,
  cargado_en timestamptz not null
);
create index recaudo_archivo_cargado on obligaciones.recaudo_archivo (cargado_en desc);

create table obligaciones.recaudo_linea (
  archivo text not null references obligaciones.recaudo_archivo,
  n int not null check (n > 0),
  -- Where it stands in the file.
  linea int not null check (linea > 0),
  recibo text not null check (length(recibo) between 1 and 40),
  valor bigint not null check (valor > 0),
  referencia text not null check (length(referencia) between 1 and 80),
  primary key (archivo, n)
);

create table obligaciones.recaudo_decision (
  archivo text not null references obligaciones.recaudo_archivo,
  decision text not null check (decision in ('confirmado', 'descartado')),
  actor text not null,
  tomada_en timestamptz not null,
  primary key (archivo, decision)
);

-- A batch that was posted: lines `desde` to `hasta`. `repetidas` had been posted before, from another file.
create table obligaciones.recaudo_tanda (
  archivo text not null references obligaciones.recaudo_archivo,
  desde int not null check (desde > 0),
  hasta int not null check (hasta >= desde),
  puestas int not null check (puestas >= 0),
  repetidas int not null check (repetidas >= 0),
  asentada_en timestamptz not null,
  primary key (archivo, desde),
  check (puestas + repetidas = hasta - desde + 1)
);

-- A file that was not accepted, and everything that is wrong in it.
create table obligaciones.recaudo_rechazado (
  id text primary key check (id ~ '^[0-9a-hjkmnp-tv-z]{26}$'),
  hash bytea not null check (octet_length(hash) = 32),
  nombre text not null check (length(nombre) between 1 and 120),
  -- [{linea, texto}]
  faltas jsonb not null,
  mas_faltas int not null check (mas_faltas >= 0),
  actor text not null,
  rechazado_en timestamptz not null
);
create index recaudo_rechazado_en on obligaciones.recaudo_rechazado (rechazado_en desc);

do $$ declare t text; begin
  foreach t in array array['recaudo_archivo', 'recaudo_linea', 'recaudo_decision', 'recaudo_tanda', 'recaudo_rechazado'] loop
    execute format('create trigger inmutable before update or delete or truncate on obligaciones.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
    execute format('alter table obligaciones.%I enable row level security', t);
    execute format('alter table obligaciones.%I force row level security', t);
    execute format('create policy propietario on obligaciones.%I to current_user using (true) with check (true)', t);
    execute format('create policy de_recaudo_ver on obligaciones.%I for select to autogestion_app
      using ((select cuentas.actor_tiene_rol(array[''operador'', ''obligaciones''])))', t);
    execute format('grant select on obligaciones.%I to autogestion_app', t);
  end loop;
  -- A batch is written by the office's job and by nobody else.
  foreach t in array array['recaudo_archivo', 'recaudo_linea', 'recaudo_decision', 'recaudo_rechazado'] loop
    execute format('create policy de_recaudo_escribir on obligaciones.%I for insert to autogestion_app
      with check ((select cuentas.actor_tiene_rol(array[''operador'', ''obligaciones''])))', t);
    execute format('grant insert on obligaciones.%I to autogestion_app', t);
  end loop;
end $$;

-- Posts a batch of a file: the same rows as one payment after another through `registrarPago`, written as sets (a test
-- compares both). @returns the payments that are new, for what is done with each afterwards. Again, it does nothing.
create function obligaciones.asentar_recaudo(p_archivo text, p_desde int, p_hasta int, p_ids text[], p_publicos text[],
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
  return query
    with lote as (
      select l.n, l.recibo, l.valor, l.referencia, a.dia, a.banco, r.titular_id, r.para_el,
        'recaudo:' || a.banco || ':' || l.referencia as origen
      from obligaciones.recaudo_linea l join obligaciones.recaudo_archivo a on a.id = l.archivo
      left join obligaciones.recibo r on r.numero = l.recibo
      where l.archivo = p_archivo and l.n between p_desde and p_hasta),
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
    join obligaciones.pago_recibido y on y.banco = a.banco and y.referencia = l.referencia
    where l.archivo = p_archivo and l.n between p_desde and p_hasta
      and (y.recibo, y.valor, y.dia) is distinct from (l.recibo, l.valor, a.dia)
    on conflict do nothing;
  insert into obligaciones.recaudo_tanda (archivo, desde, hasta, puestas, repetidas, asentada_en)
    values (p_archivo, p_desde, p_hasta, nuevas, p_hasta - p_desde + 1 - nuevas, p_ahora);
end $$;

-- What a file will do if it is posted now: figures, and of nobody.
create function obligaciones.prever_recaudo(p_archivo text)
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
    left join obligaciones.pago_recibido y on y.banco = a.banco and y.referencia = l.referencia
    where l.archivo = p_archivo) x $$;

create function obligaciones.mirar_recaudo(p_archivo text)
  returns table (conocidos int, valor_conocidos bigint, desconocidos int, valor_desconocidos bigint, registrados int,
                 valor_registrados bigint, en_desacuerdo int, ya_pagados int, anulados int, otro_valor int)
  language sql stable security definer set search_path = pg_catalog as $$
  select * from obligaciones.prever_recaudo(p_archivo)
  where cuentas.actor_tiene_rol(array['operador', 'obligaciones']) $$;

revoke all on function obligaciones.asentar_recaudo, obligaciones.prever_recaudo from public;
