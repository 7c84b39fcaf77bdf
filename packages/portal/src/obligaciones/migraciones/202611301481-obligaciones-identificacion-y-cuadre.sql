-- Whose is the money that came without an owner. An official says it with a reason; above an amount another one confirms
-- it. Until then the money stands where it was.
create table obligaciones.identificacion (
  id text primary key check (id ~ '^[0-9a-hjkmnp-tv-z]{26}$'),
  pago uuid not null references obligaciones.pago_recibido,
  obligacion uuid not null references obligaciones.obligacion,
  motivo text not null check (length(motivo) between 10 and 500),
  funcionario_id uuid not null,
  propuesta_en timestamptz not null
);
create index identificacion_pago on obligaciones.identificacion (pago);

create table obligaciones.identificacion_resuelta (
  identificacion text primary key references obligaciones.identificacion,
  -- What was written in the ledger; nothing when it was not confirmed.
  comprobante bigint unique references obligaciones.comprobante,
  funcionario_id uuid not null,
  resuelta_en timestamptz not null
);

-- What the nightly check found. `corte` is how far it looked; the next one begins there.
create table obligaciones.cuadre (
  id uuid primary key,
  corte bigint not null check (corte >= 0),
  bien boolean not null,
  -- Figures, and of nobody.
  cifras jsonb not null,
  hecho_en timestamptz not null
);
create index cuadre_hecho on obligaciones.cuadre (hecho_en desc);

do $$ declare t text; begin
  foreach t in array array['identificacion', 'identificacion_resuelta', 'cuadre'] loop
    execute format('create trigger inmutable before update or delete or truncate on obligaciones.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
    execute format('alter table obligaciones.%I enable row level security', t);
    execute format('alter table obligaciones.%I force row level security', t);
    execute format('create policy propietario on obligaciones.%I to current_user using (true) with check (true)', t);
    execute format('grant select on obligaciones.%I to autogestion_app', t);
  end loop;
end $$;
create policy de_recaudo on obligaciones.cuadre for select to autogestion_app
  using ((select cuentas.actor_tiene_rol(array['operador', 'obligaciones'])));
create policy de_obligaciones on obligaciones.identificacion for select to autogestion_app
  using ((select cuentas.actor_tiene_rol(array['obligaciones'])));
create policy de_obligaciones on obligaciones.identificacion_resuelta for select to autogestion_app
  using ((select cuentas.actor_tiene_rol(array['obligaciones'])));
create policy sin_dueno on obligaciones.pago_recibido for select to autogestion_app
  using (titular_id is null and (select cuentas.actor_tiene_rol(array['obligaciones'])));

-- Money that came without an owner and has none yet, the oldest first.
create function obligaciones.sin_identificar(p_pago text, p_recibo text, p_valor bigint)
  returns table (id_publico text, banco text, referencia text, recibo text, valor bigint, dia date, por_confirmar boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select p.id_publico, p.banco, p.referencia, p.recibo, p.valor, p.dia, exists (
      select from obligaciones.identificacion i where i.pago = p.id
        and not exists (select from obligaciones.identificacion_resuelta r where r.identificacion = i.id))
  from obligaciones.pago_recibido p
  where p.titular_id is null and cuentas.actor_tiene_rol(array['obligaciones'])
    and (p_pago is null or p.id_publico = p_pago)
    and (p_recibo is null or p.recibo like '%' || p_recibo || '%' or p.referencia like '%' || p_recibo || '%')
    and (p_valor is null or p.valor = p_valor)
    and p.valor > coalesce((select sum(a.valor) from obligaciones.asiento a
      where a.sobre_comprobante = p.comprobante and a.sobre_renglon = 1), 0)
  order by p.dia, p.comprobante limit 200 $$;

-- What somebody owes or owed, for whoever says that a payment is theirs. Never one's own.
create function obligaciones.para_identificar(p_nit text, p_ahora timestamptz)
  returns table (id_publico text, titular uuid, concepto text, anio int, periodo text)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.id_publico, o.titular_id, o.concepto, o.anio, o.periodo from obligaciones.obligacion o
  where o.titular_id in (select v.titular_id from rut.versiones v where v.nit = p_nit and v.vigente)
    and cuentas.actor_atiende(o.titular_id, array['obligaciones'], p_ahora)
  order by o.anio desc, o.concepto, o.periodo limit 200 $$;

-- Moves the money of a payment to the obligation that was said. Of the functions below.
create function obligaciones.asentar_identificacion(p_identificacion text, p_actor text, p_ahora timestamptz) returns bigint
  language sql set search_path = pg_catalog as $$
  select obligaciones.asentar('identificacion', 'identificacion:' || i.id, jsonb_build_object('pago', p.id_publico), p_actor,
    p_ahora, jsonb_build_array(jsonb_build_object('debe', 'por-identificar', 'haber_de', i.obligacion, 'haber', 'pagos',
      'valor', p.valor, 'efecto', p.dia, 'sobre_comprobante', p.comprobante, 'sobre_renglon', 1)))
  from obligaciones.identificacion i join obligaciones.pago_recibido p on p.id = i.pago where i.id = p_identificacion $$;

-- Says whose a payment is. @returns `hecha`, `propuesta` when another official must confirm, `ocupada` when it has an owner
-- or waits for one; nothing for whoever may not.
create function obligaciones.identificar(p_id text, p_pago text, p_obligacion text, p_motivo text, p_con_otro boolean,
    p_actor text, p_ahora timestamptz)
  returns table (resultado text, titular uuid)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  este uuid;
  suya uuid;
  quien uuid;
begin
  select o.id, o.titular_id into suya, quien from obligaciones.obligacion o where o.id_publico = p_obligacion;
  if not found or not cuentas.actor_atiende(quien, array['obligaciones'], p_ahora) then return; end if;
  select p.id into este from obligaciones.pago_recibido p where p.id_publico = p_pago and p.titular_id is null
    for no key update;
  if not found then return; end if;
  if exists (select from obligaciones.identificacion i left join obligaciones.identificacion_resuelta r
      on r.identificacion = i.id where i.pago = este and (r.identificacion is null or r.comprobante is not null)) then
    return query select 'ocupada', quien;
    return;
  end if;
  insert into obligaciones.identificacion (id, pago, obligacion, motivo, funcionario_id, propuesta_en)
    values (p_id, este, suya, p_motivo, plataforma.actor_funcionario(), p_ahora);
  if not p_con_otro then
    insert into obligaciones.identificacion_resuelta (identificacion, comprobante, funcionario_id, resuelta_en)
      values (p_id, obligaciones.asentar_identificacion(p_id, p_actor, p_ahora), plataforma.actor_funcionario(), p_ahora);
  end if;
  return query select case when p_con_otro then 'propuesta' else 'hecha' end, quien;
end $$;

-- The second official: confirms it, or leaves the money where it is. @returns `hecha`, `objetada`, `misma` for who proposed
-- it, `ocupada` when it is resolved; nothing for whoever may not.
create function obligaciones.resolver_identificacion(p_pago text, p_confirma boolean, p_actor text, p_ahora timestamptz)
  returns table (resultado text, titular uuid)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  esta record;
begin
  perform from obligaciones.pago_recibido p where p.id_publico = p_pago for no key update;
  select i.id, i.funcionario_id, o.titular_id into esta from obligaciones.identificacion i
    join obligaciones.pago_recibido p on p.id = i.pago join obligaciones.obligacion o on o.id = i.obligacion
    where p.id_publico = p_pago
      and not exists (select from obligaciones.identificacion_resuelta r where r.identificacion = i.id);
  if not found then
    return query select 'ocupada', null::uuid where cuentas.actor_tiene_rol(array['obligaciones']);
    return;
  end if;
  if not cuentas.actor_atiende(esta.titular_id, array['obligaciones'], p_ahora) then return; end if;
  if p_confirma and esta.funcionario_id = plataforma.actor_funcionario() then
    return query select 'misma', esta.titular_id;
    return;
  end if;
  insert into obligaciones.identificacion_resuelta (identificacion, comprobante, funcionario_id, resuelta_en)
    values (esta.id, case when p_confirma then obligaciones.asentar_identificacion(esta.id, p_actor, p_ahora) end,
      plataforma.actor_funcionario(), p_ahora);
  return query select case when p_confirma then 'hecha' else 'objetada' end, esta.titular_id;
end $$;

-- What waits to be confirmed of a payment: which obligation, why, and whether it was oneself who said it.
create function obligaciones.identificacion_pendiente(p_pago text, p_ahora timestamptz)
  returns table (concepto text, anio int, periodo text, motivo text, propia boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.concepto, o.anio, o.periodo, i.motivo, i.funcionario_id = plataforma.actor_funcionario()
  from obligaciones.identificacion i join obligaciones.pago_recibido p on p.id = i.pago
  join obligaciones.obligacion o on o.id = i.obligacion
  where p.id_publico = p_pago and cuentas.actor_atiende(o.titular_id, array['obligaciones'], p_ahora)
    and not exists (select from obligaciones.identificacion_resuelta r where r.identificacion = i.id) $$;

-- Figures of the whole ledger, each of which says something only when it is what it should be: the two sums are equal,
-- the others but the first are zero.
create function obligaciones.sumar_todo()
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
            select from obligaciones.pago_recibido p where p.banco = f.banco and p.referencia = l.referencia)))),
    (select count(*) from obligaciones.recaudo_archivo f join obligaciones.recaudo_decision d
        on d.archivo = f.id and d.decision = 'confirmado'
      where coalesce((select max(t.hasta) from obligaciones.recaudo_tanda t where t.archivo = f.id), 0) < f.lineas)
  $$;

-- Taxpayers in whose ledger something was written after a cut; so many at most, others each night.
create function obligaciones.tocados(p_desde bigint, p_hasta bigint, p_sal text, p_cuantos int) returns table (titular uuid)
  language sql stable set search_path = pg_catalog as $$
  select x.titular_id from (
    select distinct o.titular_id from obligaciones.asiento a
    join obligaciones.obligacion o on o.id in (a.debe_de, a.haber_de)
    where a.comprobante > p_desde and a.comprobante <= p_hasta) x
  order by hashtextextended(x.titular_id::text || p_sal, 0) limit p_cuantos $$;

revoke all on function obligaciones.asentar_identificacion, obligaciones.sumar_todo, obligaciones.tocados from public;
