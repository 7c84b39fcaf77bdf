-- Facilities for payment (ET 814): what was granted, as it was signed, with its debts and its whole schedule. Nothing of it
-- changes: how it goes is computed out of the ledger, and what ends it is another row.
select plataforma.crear_serie('FP', 'Facilidades de pago');

create table obligaciones.facilidad (
  id uuid primary key,
  id_publico text not null unique,
  titular_id uuid not null,
  -- The case that granted it.
  caso_id uuid not null unique,
  radicado text not null unique,
  -- Day of the request: what was owed is counted up to it.
  inicio date not null,
  -- What was known of the ledger: what entered afterwards pays instalments.
  corte bigint not null check (corte >= 0),
  periodicidad text not null check (periodicidad ~ '^[a-z]{3,20}$'),
  garantia text check (garantia ~ '^[a-z]{3,20}$'),
  meses smallint not null check (meses between 1 and 84),
  -- Pesos.
  deuda bigint not null check (deuda > 0),
  intereses bigint not null check (intereses >= 0),
  concedida_el date not null,
  actor text not null,
  funcionario_id uuid,
  concedida_en timestamptz not null
);
create index facilidad_titular on obligaciones.facilidad (titular_id, concedida_en desc);

create table obligaciones.facilidad_deuda (
  facilidad uuid not null references obligaciones.facilidad,
  obligacion uuid not null references obligaciones.obligacion,
  nombre text not null,
  vence date not null,
  impuesto bigint not null check (impuesto >= 0),
  sancion bigint not null check (sancion >= 0),
  interes bigint not null check (interes >= 0),
  primary key (facilidad, obligacion),
  check (impuesto + sancion + interes > 0)
);
create index facilidad_deuda_obligacion on obligaciones.facilidad_deuda (obligacion);

-- Instalments; 0 is the initial payment.
create table obligaciones.facilidad_cuota (
  facilidad uuid not null references obligaciones.facilidad,
  numero smallint not null check (numero between 0 and 84),
  vence date not null,
  capital bigint not null check (capital >= 0),
  interes bigint not null check (interes >= 0),
  saldo bigint not null check (saldo >= 0),
  primary key (facilidad, numero),
  check (capital + interes > 0)
);
create index facilidad_cuota_vence on obligaciones.facilidad_cuota (vence);

-- Which debts an instalment pays, and what of each (ET 804).
create table obligaciones.facilidad_abono (
  facilidad uuid not null,
  cuota smallint not null,
  obligacion uuid not null,
  impuesto bigint not null check (impuesto >= 0),
  sancion bigint not null check (sancion >= 0),
  interes bigint not null check (interes >= 0),
  primary key (facilidad, cuota, obligacion),
  foreign key (facilidad, cuota) references obligaciones.facilidad_cuota,
  foreign key (facilidad, obligacion) references obligaciones.facilidad_deuda
);

-- What ends a facility: it was paid, or an act left it without effect (ET 814-3).
create table obligaciones.facilidad_fin (
  facilidad uuid primary key references obligaciones.facilidad,
  clase text not null check (clase in ('pagada', 'sin-efecto')),
  dia date not null,
  caso_id uuid,
  actor text not null,
  funcionario_id uuid,
  registrado_en timestamptz not null,
  check ((clase = 'sin-efecto') = (caso_id is not null))
);

-- Reminders of an instalment, each once.
create table obligaciones.facilidad_aviso (
  facilidad uuid not null,
  cuota smallint not null,
  cual text not null check (cual in ('antes', 'despues')),
  avisado_en timestamptz not null,
  primary key (facilidad, cuota, cual),
  foreign key (facilidad, cuota) references obligaciones.facilidad_cuota
);

do $$ declare t text; begin
  foreach t in array array['facilidad', 'facilidad_deuda', 'facilidad_cuota', 'facilidad_abono', 'facilidad_fin',
      'facilidad_aviso'] loop
    execute format('create trigger inmutable before update or delete or truncate on obligaciones.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
    execute format('alter table obligaciones.%I enable row level security', t);
    execute format('alter table obligaciones.%I force row level security', t);
    execute format('create policy propietario on obligaciones.%I to current_user using (true) with check (true)', t);
  end loop;
  create policy propia on obligaciones.facilidad for select to autogestion_app
    using (titular_id = plataforma.actor_titular());
  foreach t in array array['facilidad_deuda', 'facilidad_cuota', 'facilidad_abono', 'facilidad_fin'] loop
    execute format('create policy propia on obligaciones.%I for select to autogestion_app
      using (exists (select from obligaciones.facilidad f where f.id = facilidad))', t);
  end loop;
end $$;
grant select on obligaciones.facilidad, obligaciones.facilidad_deuda, obligaciones.facilidad_cuota,
  obligaciones.facilidad_abono, obligaciones.facilidad_fin to autogestion_app;

-- Grants what a case says, once: for whoever is deciding it, or has just filed what the office decides by itself. Who may have
-- one, and on which conditions, is of `normas` and was asked before. Instalments add up to the debt and its interest, or
-- nothing is written. @returns false when that case granted it before
create function obligaciones.conceder_facilidad(p_id uuid, p_id_publico text, p_caso uuid, p_deudas jsonb, p_cuotas jsonb,
    p_abonos jsonb, p_actor text, p_dia date, p_ahora timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := case when plataforma.actor_funcionario() is null then tramites.actor_radico_hecha(p_caso, p_ahora)
    else tramites.actor_decide(p_caso, p_ahora) end;
  c record;
  s jsonb;
begin
  select x.radicado, x.tipo, x.solicitud into strict c from tramites.casos x where x.id = p_caso;
  if c.tipo <> 'obligaciones.facilidad' then
    raise exception 'that case asks for something else' using errcode = 'check_violation', constraint = 'no_pide_facilidad';
  end if;
  s := c.solicitud;
  perform pg_advisory_xact_lock(obligaciones.cerrojo(v_titular));
  if exists (select from obligaciones.facilidad f where f.caso_id = p_caso) then return false; end if;
  insert into obligaciones.facilidad (id, id_publico, titular_id, caso_id, radicado, inicio, corte, periodicidad, garantia, meses,
      deuda, intereses, concedida_el, actor, funcionario_id, concedida_en)
    values (p_id, p_id_publico, v_titular, p_caso, c.radicado, (s ->> 'inicio')::date, (s ->> 'corte')::bigint,
      s ->> 'periodicidad', s ->> 'garantia', (s ->> 'meses')::smallint, (s ->> 'deuda')::bigint,
      (s ->> 'intereses')::bigint, p_dia, p_actor, plataforma.actor_funcionario(), p_ahora);
  insert into obligaciones.facilidad_deuda (facilidad, obligacion, nombre, vence, impuesto, sancion, interes)
    select p_id, o.id, d.nombre, d.vence, d.impuesto, d.sancion, d.interes
    from jsonb_to_recordset(p_deudas) as d(id text, nombre text, vence date, impuesto bigint, sancion bigint, interes bigint)
    left join obligaciones.obligacion o on o.id_publico = d.id and o.titular_id = v_titular;
  if exists (select from obligaciones.facilidad_deuda d join obligaciones.facilidad f on f.id = d.facilidad
      where f.id <> p_id and not exists (select from obligaciones.facilidad_fin x where x.facilidad = f.id)
        and d.obligacion in (select n.obligacion from obligaciones.facilidad_deuda n where n.facilidad = p_id)) then
    raise exception 'a debt is in one facility' using errcode = 'unique_violation', constraint = 'deuda_en_otra_facilidad';
  end if;
  insert into obligaciones.facilidad_cuota (facilidad, numero, vence, capital, interes, saldo)
    select p_id, q.numero, q.fecha, q.capital, q.interes, q.saldo
    from jsonb_to_recordset(p_cuotas) as q(numero smallint, fecha date, capital bigint, interes bigint, saldo bigint);
  insert into obligaciones.facilidad_abono (facilidad, cuota, obligacion, impuesto, sancion, interes)
    select p_id, a.cuota, o.id, a.impuesto, a.sancion, a.interes
    from jsonb_to_recordset(p_abonos) as a(cuota smallint, deuda text, impuesto bigint, sancion bigint, interes bigint)
    left join obligaciones.obligacion o on o.id_publico = a.deuda and o.titular_id = v_titular;
  perform from obligaciones.facilidad f where f.id = p_id
    and f.deuda = (select sum(d.impuesto + d.sancion + d.interes) from obligaciones.facilidad_deuda d where d.facilidad = p_id)
    and f.deuda = (select sum(q.capital) from obligaciones.facilidad_cuota q where q.facilidad = p_id)
    and f.intereses = (select sum(q.interes) from obligaciones.facilidad_cuota q where q.facilidad = p_id)
    and f.deuda + f.intereses = (select sum(a.impuesto + a.sancion + a.interes) from obligaciones.facilidad_abono a
      where a.facilidad = p_id)
    and not exists (select from obligaciones.facilidad_cuota q where q.facilidad = p_id and q.capital + q.interes
      <> (select sum(a.impuesto + a.sancion + a.interes) from obligaciones.facilidad_abono a
        where a.facilidad = p_id and a.cuota = q.numero));
  if not found then
    raise exception 'instalments are the debt and its interest' using errcode = 'check_violation', constraint = 'cuotas_que_suman';
  end if;
  return true;
end $$;

-- Obligations of the taxpayer that a facility in force covers.
create view obligaciones.en_facilidad with (security_invoker = true) as
  select o.id_publico as obligacion, f.id_publico as facilidad, f.titular_id
  from obligaciones.facilidad f join obligaciones.facilidad_deuda d on d.facilidad = f.id
  join obligaciones.obligacion o on o.id = d.obligacion
  where not exists (select from obligaciones.facilidad_fin x where x.facilidad = f.id);
grant select on obligaciones.en_facilidad to autogestion_app;

-- For whoever keeps the ledger: facilities in force of which an instalment is late by what has entered since they were
-- granted, the oldest first. It says nothing of whose they are.
create function obligaciones.facilidades_atrasadas(p_hoy date, p_limite int)
  returns table (id_publico text, radicado text, vence date, falta bigint)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array['obligaciones', 'supervisor']) then
    raise exception 'they are of whoever keeps the ledger' using errcode = 'insufficient_privilege';
  end if;
  return query
    select t.id_publico, t.radicado, t.vence, t.debido - t.entro from (
      select f.id_publico, f.radicado, min(q.vence) as vence, sum(q.capital + q.interes)::bigint as debido,
        obligaciones.pagado_de_facilidad(f.id, p_hoy) as entro
      from obligaciones.facilidad f join obligaciones.facilidad_cuota q on q.facilidad = f.id and q.vence < p_hoy
      where not exists (select from obligaciones.facilidad_fin x where x.facilidad = f.id)
      group by f.id) t
    where t.debido > t.entro order by t.vence, t.id_publico limit p_limite;
end $$;

-- What has entered for the obligations of a facility since it was granted, less what was taken out again.
create function obligaciones.pagado_de_facilidad(p_facilidad uuid, p_dia date) returns bigint
  language sql stable set search_path = pg_catalog as $$
  select coalesce(sum(case when a.haber_de = d.obligacion and a.haber = 'pagos' then a.valor else 0 end
      - case when a.debe_de = d.obligacion and a.debe = 'pagos' then a.valor else 0 end), 0)::bigint
  from obligaciones.facilidad f join obligaciones.facilidad_deuda d on d.facilidad = f.id
  join obligaciones.asiento a on a.haber_de = d.obligacion or a.debe_de = d.obligacion
  where f.id = p_facilidad and a.comprobante > f.corte and a.efecto <= p_dia $$;
revoke all on function obligaciones.pagado_de_facilidad from public;

-- An official who keeps the ledger opens a facility: from here on the transaction sees what that taxpayer sees.
create function obligaciones.atender_facilidad(p_id_publico text, p_ahora timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid;
begin
  select f.titular_id into v_titular from obligaciones.facilidad f where f.id_publico = p_id_publico;
  if v_titular is null or not cuentas.actor_atiende(v_titular, array['obligaciones'], p_ahora) then return null; end if;
  perform set_config('app.titular', v_titular::text, true), set_config('app.ambito', 'consultar', true);
  return v_titular;
end $$;

-- Prepares the act that leaves a facility without effect (ET 814-3): the office's own request, which an official decides.
create function obligaciones.preparar_sin_efecto(p_facilidad text, p_id uuid, p_id_publico text, p_solicitud jsonb,
    p_clave text, p_ahora timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := obligaciones.atender_facilidad(p_facilidad, p_ahora);
begin
  if v_titular is null or exists (select from obligaciones.facilidad_fin x join obligaciones.facilidad f on f.id = x.facilidad
      where f.id_publico = p_facilidad) then
    raise exception 'that facility is not theirs to end' using errcode = 'insufficient_privilege';
  end if;
  perform tramites.preparar_asistida(p_id, p_id_publico, 'obligaciones.facilidad-sin-efecto', v_titular, p_solicitud, p_clave,
    '{}', p_ahora);
  return v_titular;
end $$;

-- Leaves a facility without effect, by who is deciding that case.
create function obligaciones.dejar_sin_efecto(p_facilidad text, p_caso uuid, p_actor text, p_dia date, p_ahora timestamptz)
    returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites.actor_decide(p_caso, p_ahora);
begin
  insert into obligaciones.facilidad_fin (facilidad, clase, dia, caso_id, actor, funcionario_id, registrado_en)
    select f.id, 'sin-efecto', p_dia, p_caso, p_actor, plataforma.actor_funcionario(), p_ahora from obligaciones.facilidad f
    where f.id_publico = p_facilidad and f.titular_id = v_titular on conflict (facilidad) do nothing;
  return found;
end $$;
