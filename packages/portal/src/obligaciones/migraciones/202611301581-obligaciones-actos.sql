-- Acts of the office upon what somebody owes and paid. A payment is moved between a taxpayer's own obligations by one
-- official; what takes a payment away, or charges, is proposed by one and done by another. An act says what will be
-- written; writing it is another row.
create table obligaciones.acto (
  id text primary key check (id ~ '^[0-9a-hjkmnp-tv-z]{26}$'),
  -- Its radicado: the person reads it beside the movement.
  numero text not null unique,
  clase text not null check (clase in ('reimputacion', 'anulacion', 'cargo')),
  -- The reason for which the official was looking.
  atencion uuid not null references obligaciones.atencion,
  titular_id uuid not null,
  -- Pesos.
  valor bigint not null check (valor > 0),
  motivo text not null check (length(motivo) between 10 and 500),
  -- The payment: its entry.
  sobre_comprobante bigint,
  sobre_renglon smallint,
  -- Where a payment that is moved goes.
  destino uuid references obligaciones.obligacion,
  -- Of a charge: what for, as `obligaciones.obligacion` says it; there may be no such obligation yet.
  concepto text,
  anio int,
  periodo text,
  rubro text check (rubro in ('impuesto', 'anticipo', 'retencion', 'sancion')),
  -- It lowers what was charged with that due date.
  baja boolean,
  impuesta boolean,
  -- The firmness of the act that is charged.
  desde date,
  vence date,
  -- The act that is charged, as its paper says: number, day and article.
  documento text check (length(documento) between 1 and 40),
  expedido date,
  articulo text check (length(articulo) between 1 and 100),
  funcionario_id uuid not null,
  propuesto_en timestamptz not null,
  unique (id, clase, funcionario_id),
  foreign key (sobre_comprobante, sobre_renglon) references obligaciones.asiento match full,
  check ((clase = 'cargo') = (sobre_comprobante is null)),
  check ((clase = 'reimputacion') = (destino is not null)),
  check (num_nonnulls(concepto, anio, periodo, rubro, baja, impuesta, desde, vence, documento, expedido, articulo)
    = case clase when 'cargo' then 11 else 0 end),
  check (not impuesta or rubro = 'sancion'),
  check (expedido <= desde)
);
create index acto_titular on obligaciones.acto (titular_id);
create index acto_sobre on obligaciones.acto (sobre_comprobante, sobre_renglon) where sobre_comprobante is not null;

create table obligaciones.acto_resuelto (
  acto text primary key,
  clase text not null,
  propuso uuid not null,
  -- What was written in the ledger; nothing when it was not done.
  comprobante bigint unique references obligaciones.comprobante,
  -- Why it was not.
  nota text check (length(nota) between 10 and 500),
  funcionario_id uuid not null,
  resuelto_en timestamptz not null,
  foreign key (acto, clase, propuso) references obligaciones.acto (id, clase, funcionario_id),
  check ((comprobante is null) = (nota is not null)),
  constraint dos_funcionarios check (comprobante is null or clase = 'reimputacion' or funcionario_id <> propuso)
);

do $$ declare t text; begin
  foreach t in array array['acto', 'acto_resuelto'] loop
    execute format('create trigger inmutable before update or delete or truncate on obligaciones.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
    execute format('alter table obligaciones.%I enable row level security', t);
    execute format('alter table obligaciones.%I force row level security', t);
    execute format('create policy propietario on obligaciones.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- Whom an official attends with a reason that they wrote today; nobody, of their own, or without the role.
create function obligaciones.titular_atendido(p_atencion text, p_ahora timestamptz) returns uuid
  language sql stable set search_path = pg_catalog as $$
  select a.titular_id from obligaciones.atencion a where a.id_publico = p_atencion
    and a.funcionario_id = plataforma.actor_funcionario() and a.abierta_en > p_ahora - interval '8 hours'
    and cuentas.actor_atiende(a.titular_id, array['obligaciones'], p_ahora) $$;

-- What names a charge for ever: one paper charges one thing of one obligation once, and lowers it once.
create function obligaciones.origen_de_acto(p_acto obligaciones.acto) returns text
  language sql stable set search_path = pg_catalog as $$
  select case p_acto.clase when 'cargo' then
      concat_ws(':', case when p_acto.baja then 'acto-que-reduce' else 'acto-que-cobra' end, p_acto.titular_id,
        upper(regexp_replace(p_acto.documento, '[^[:alnum:]]', '', 'g')), p_acto.expedido, p_acto.concepto, p_acto.anio,
        p_acto.periodo, p_acto.rubro)
    else 'acto:' || p_acto.id end $$;

-- Writes what an act says, and only that. @returns the voucher, or null when that origin is written already
create function obligaciones.asentar_acto(p_acto obligaciones.acto, p_obligacion uuid, p_actor text, p_ahora timestamptz)
    returns bigint
  language plpgsql set search_path = pg_catalog as $$
declare
  pago obligaciones.asiento;
  este bigint;
begin
  select * into pago from obligaciones.asiento a
    where a.comprobante = p_acto.sobre_comprobante and a.renglon = p_acto.sobre_renglon;
  este := obligaciones.asentar(
    case when p_acto.clase <> 'cargo' then p_acto.clase when p_acto.rubro = 'sancion' then 'sancion' else 'liquidacion' end,
    obligaciones.origen_de_acto(p_acto),
    jsonb_strip_nulls(jsonb_build_object('acto', p_acto.numero, 'razon', p_acto.motivo, 'documento', p_acto.documento,
      'expedido', p_acto.expedido, 'articulo', p_acto.articulo)),
    p_actor, p_ahora,
    jsonb_build_array(case
      when p_acto.clase = 'reimputacion' then jsonb_build_object('debe_de', pago.haber_de, 'debe', 'pagos',
        'haber_de', p_acto.destino, 'haber', 'pagos', 'valor', p_acto.valor, 'efecto', pago.efecto,
        'sobre_comprobante', pago.comprobante, 'sobre_renglon', pago.renglon)
      when p_acto.clase = 'anulacion' then jsonb_build_object('debe_de', pago.haber_de, 'debe', 'pagos',
        'haber', 'recaudo', 'valor', p_acto.valor, 'efecto', pago.efecto,
        'sobre_comprobante', pago.comprobante, 'sobre_renglon', pago.renglon)
      when p_acto.baja then jsonb_build_object('debe', 'liquidado', 'haber_de', p_obligacion, 'haber', p_acto.rubro,
        'valor', p_acto.valor, 'efecto', p_acto.desde, 'vence', p_acto.vence, 'impuesta', p_acto.impuesta)
      else jsonb_build_object('debe_de', p_obligacion, 'debe', p_acto.rubro, 'haber', 'liquidado',
        'valor', p_acto.valor, 'efecto', p_acto.desde, 'vence', p_acto.vence, 'impuesta', p_acto.impuesta) end));
  -- What was charged with that due date is not lowered below nothing.
  if p_acto.baja and (select sum(case when a.debe_de = p_obligacion then a.valor else -a.valor end)
      from obligaciones.asiento a where p_obligacion in (a.debe_de, a.haber_de)
        and p_acto.rubro in (a.debe, a.haber) and a.vence = p_acto.vence and a.impuesta = p_acto.impuesta) < 0 then
    raise exception 'more is lowered than was charged' using errcode = 'check_violation', constraint = 'cargo_agotado';
  end if;
  return este;
end $$;

-- Says what an official would do, within a reason of theirs; moving a payment is done at once.
-- @returns `hecho`, `propuesto` when another official must do it, `ocupado` when there is one already for that payment,
-- `repetido` when that paper is charged or waits; null for whoever may not
create function obligaciones.proponer_acto(p_id text, p_numero text, p_atencion text, p_acto jsonb, p_actor text,
    p_ahora timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titular uuid := obligaciones.titular_atendido(p_atencion, p_ahora);
  este obligaciones.acto;
begin
  if titular is null then return null; end if;
  -- Whatever is proposed or written for that taxpayer meanwhile waits.
  perform pg_advisory_xact_lock(obligaciones.cerrojo(titular));
  este := jsonb_populate_record(null::obligaciones.acto, p_acto);
  este.id := p_id;
  este.numero := p_numero;
  este.atencion := (select a.id from obligaciones.atencion a where a.id_publico = p_atencion);
  este.titular_id := titular;
  este.funcionario_id := plataforma.actor_funcionario();
  este.propuesto_en := p_ahora;
  if este.clase = 'cargo' then
    if exists (select from obligaciones.comprobante c where c.origen = obligaciones.origen_de_acto(este))
      or exists (select from obligaciones.acto a where a.titular_id = titular and a.clase = 'cargo'
        and obligaciones.origen_de_acto(a) = obligaciones.origen_de_acto(este)
        and not exists (select from obligaciones.acto_resuelto r where r.acto = a.id)) then
      return 'repetido';
    end if;
  else
    -- Money that entered, here or where it was before: neither a surplus that paid a debt nor what a return left in favour.
    if not exists (select from obligaciones.asiento a join obligaciones.obligacion o on o.id = a.haber_de
        where a.comprobante = este.sobre_comprobante and a.renglon = este.sobre_renglon and a.haber = 'pagos'
          and o.titular_id = titular and (a.debe in ('recaudo', 'por-identificar') or a.debe = 'pagos' and a.sobre_comprobante is not null)
          and a.haber_de is distinct from este.destino)
      or (este.destino is not null and not exists (select from obligaciones.obligacion o
        where o.id = este.destino and o.titular_id = titular)) then
      raise exception 'that is not a payment of theirs' using errcode = 'check_violation', constraint = 'solo_mueve_pagos';
    end if;
    if exists (select from obligaciones.acto a where a.sobre_comprobante = este.sobre_comprobante
        and a.sobre_renglon = este.sobre_renglon
        and not exists (select from obligaciones.acto_resuelto r where r.acto = a.id)) then
      return 'ocupado';
    end if;
  end if;
  insert into obligaciones.acto (id, numero, clase, atencion, titular_id, valor, motivo, sobre_comprobante, sobre_renglon,
      destino, concepto, anio, periodo, rubro, baja, impuesta, desde, vence, documento, expedido, articulo, funcionario_id,
      propuesto_en)
    values (este.id, este.numero, este.clase, este.atencion, este.titular_id, este.valor, este.motivo,
      este.sobre_comprobante, este.sobre_renglon, este.destino, este.concepto, este.anio, este.periodo, este.rubro,
      este.baja, este.impuesta, este.desde, este.vence, este.documento, este.expedido, este.articulo, este.funcionario_id,
      este.propuesto_en);
  if este.clase <> 'reimputacion' then return 'propuesto'; end if;
  insert into obligaciones.acto_resuelto (acto, clase, propuso, comprobante, funcionario_id, resuelto_en)
    values (este.id, este.clase, este.funcionario_id, obligaciones.asentar_acto(este, null, p_actor, p_ahora),
      este.funcionario_id, p_ahora);
  return 'hecho';
end $$;

-- The second official does what was proposed, or says why not; who proposed it may only take it back.
-- @param p_nueva identifiers of the obligation, if it was not there
-- @returns `hecho`, `no-hecho`, `mismo`, `resuelto`, `repetido` when that paper was charged meanwhile; null for whoever may not
create function obligaciones.resolver_acto(p_atencion text, p_acto text, p_hacer boolean, p_nota text, p_nueva uuid,
    p_nueva_publica text, p_actor text, p_ahora timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titular uuid := obligaciones.titular_atendido(p_atencion, p_ahora);
  este obligaciones.acto;
  suya uuid;
  escrito bigint;
begin
  select * into este from obligaciones.acto a where a.id = p_acto and a.titular_id = titular for no key update;
  if not found then return null; end if;
  if exists (select from obligaciones.acto_resuelto r where r.acto = p_acto) then return 'resuelto'; end if;
  if p_hacer then
    if este.funcionario_id = plataforma.actor_funcionario() then return 'mismo'; end if;
    perform pg_advisory_xact_lock(obligaciones.cerrojo(titular));
    if este.clase = 'cargo' then
      suya := obligaciones.abrir(p_nueva, p_nueva_publica, titular, este.concepto, este.anio, este.periodo, p_ahora);
    end if;
    escrito := obligaciones.asentar_acto(este, suya, p_actor, p_ahora);
    if escrito is null then return 'repetido'; end if;
  end if;
  insert into obligaciones.acto_resuelto (acto, clase, propuso, comprobante, nota, funcionario_id, resuelto_en)
    values (este.id, este.clase, este.funcionario_id, escrito, case when p_hacer then null else p_nota end,
      plataforma.actor_funcionario(), p_ahora);
  return case when p_hacer then 'hecho' else 'no-hecho' end;
end $$;

-- What waits for another official, the oldest first, of whom one may attend; of one taxpayer, within the reason for which
-- one looks at them. It says nothing of whose it is.
create function obligaciones.actos_por_confirmar(p_atencion text, p_ahora timestamptz)
  returns table (id text, numero text, clase text, baja boolean, propuesto_en timestamptz, propio boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.id, a.numero, a.clase, a.baja, a.propuesto_en,
    a.funcionario_id = plataforma.actor_funcionario()
  from obligaciones.acto a
  where not exists (select from obligaciones.acto_resuelto r where r.acto = a.id)
    and case when p_atencion is null then cuentas.actor_atiende(a.titular_id, array['obligaciones'], p_ahora)
      else a.titular_id = obligaciones.titular_atendido(p_atencion, p_ahora) end
  order by a.propuesto_en, a.id limit 200 $$;

-- To look at an act is to look at whose it is, with the act for a reason. @returns the taxpayer, or null
create function obligaciones.revisar_acto(p_id uuid, p_id_publico text, p_acto text, p_ahora timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  este obligaciones.acto;
begin
  select * into este from obligaciones.acto a where a.id = p_acto;
  if not found or not cuentas.actor_atiende(este.titular_id, array['obligaciones'], p_ahora) then return null; end if;
  insert into obligaciones.atencion (id, id_publico, funcionario_id, titular_id, motivo, abierta_en)
    values (p_id, p_id_publico, plataforma.actor_funcionario(), este.titular_id, 'Revisar el acto ' || este.numero, p_ahora);
  return este.titular_id;
end $$;

-- One act, within a reason for looking at whose it is.
create function obligaciones.acto_atendido(p_atencion text, p_acto text, p_ahora timestamptz)
  returns table (numero text, clase text, valor bigint, motivo text, sobre_comprobante bigint, sobre_renglon smallint,
    destino uuid, concepto text, anio int, periodo text, rubro text, baja boolean, impuesta boolean, desde date, vence date,
    documento text, expedido date, articulo text, propuesto_en timestamptz, propio boolean, resuelto boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.numero, a.clase, a.valor, a.motivo, a.sobre_comprobante, a.sobre_renglon, a.destino, a.concepto, a.anio,
    a.periodo, a.rubro, a.baja, a.impuesta, a.desde, a.vence, a.documento, a.expedido, a.articulo, a.propuesto_en,
    a.funcionario_id = plataforma.actor_funcionario(),
    exists (select from obligaciones.acto_resuelto r where r.acto = a.id)
  from obligaciones.acto a
  where a.id = p_acto and a.titular_id = obligaciones.titular_atendido(p_atencion, p_ahora) $$;

revoke all on function obligaciones.titular_atendido, obligaciones.origen_de_acto, obligaciones.asentar_acto from public;
