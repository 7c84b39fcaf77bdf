-- The ledger of what is owed and paid. An entry is a pair, what one account owes to another, in one row: an entry that
-- does not balance cannot be written, and the sum of everything is zero. Nothing is ever changed; what was wrong is
-- undone by another entry. Interest and balances are not here: they are computed to a day, out of these rows.
create schema obligaciones;
grant usage on schema obligaciones to autogestion_app;

-- One tax of one year and period, of one taxpayer.
create table obligaciones.obligacion (
  id uuid primary key,
  id_publico text not null unique,
  titular_id uuid not null,
  concepto text not null check (concepto ~ '^[a-z][a-z0-9-]{1,39}$'),
  anio int not null check (anio between 1990 and 2100),
  periodo text not null check (periodo ~ '^[a-z][a-z0-9-]{1,19}$'),
  creada_en timestamptz not null,
  unique (titular_id, concepto, anio, periodo)
);

-- What happened, once: `origen` names the fact that it comes from. `numero` is the date of knowledge: what is known at a
-- cut is what has that number or a lower one (see obligaciones.cortar). `registrado_en` is for reading.
create table obligaciones.comprobante (
  numero bigint generated always as identity primary key,
  clase text not null check (clase in ('liquidacion', 'sancion', 'pago', 'devolucion', 'compensacion', 'reimputacion',
    'identificacion', 'anulacion')),
  origen text not null unique check (length(origen) between 3 and 200),
  datos jsonb not null,
  actor text not null,
  funcionario_id uuid,
  registrado_en timestamptz not null
);

create table obligaciones.asiento (
  comprobante bigint not null references obligaciones.comprobante,
  renglon smallint not null check (renglon > 0),
  -- Whose each side is: an obligation's, or the State's when there is none.
  debe_de uuid references obligaciones.obligacion,
  debe text not null,
  haber_de uuid references obligaciones.obligacion,
  haber text not null,
  -- Pesos.
  valor bigint not null check (valor > 0),
  -- The day of law: a filing, the day on which money entered.
  efecto date not null,
  -- Of a charge: its last day to pay.
  vence date,
  -- A penalty that the administration imposed.
  impuesta boolean not null default false,
  -- The entry of which this one takes something away.
  sobre_comprobante bigint,
  sobre_renglon smallint,
  primary key (comprobante, renglon),
  foreign key (sobre_comprobante, sobre_renglon) references obligaciones.asiento match full,
  check ((debe_de is null) = (debe in ('liquidado', 'recaudo', 'devuelto', 'por-identificar'))),
  check ((haber_de is null) = (haber in ('liquidado', 'recaudo', 'devuelto', 'por-identificar'))),
  -- Charged and lowered; entered and annulled; moved; refunded; entered for nobody known, and found whose it was.
  check ((debe, haber) in (
    ('impuesto', 'liquidado'), ('anticipo', 'liquidado'), ('retencion', 'liquidado'), ('sancion', 'liquidado'),
    ('liquidado', 'impuesto'), ('liquidado', 'anticipo'), ('liquidado', 'retencion'), ('liquidado', 'sancion'),
    ('recaudo', 'pagos'), ('pagos', 'recaudo'), ('pagos', 'pagos'), ('pagos', 'devuelto'),
    ('recaudo', 'por-identificar'), ('por-identificar', 'pagos'), ('por-identificar', 'recaudo'))),
  check ((vence is not null) = ('liquidado' in (debe, haber))),
  check (not impuesta or 'sancion' in (debe, haber)),
  check (sobre_comprobante is not null or (debe, haber) not in (('pagos', 'recaudo'), ('por-identificar', 'pagos'),
    ('por-identificar', 'recaudo')))
);
create index asiento_debe on obligaciones.asiento (debe_de) where debe_de is not null;
create index asiento_haber on obligaciones.asiento (haber_de) where haber_de is not null;
create index asiento_sobre on obligaciones.asiento (sobre_comprobante, sobre_renglon) where sobre_comprobante is not null;

-- Usury rates that the Superintendencia certifies after this program was written. The last one of a month stands.
create table obligaciones.tasa (
  numero bigint primary key,
  mes text not null check (mes ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  -- Percent a year.
  usura numeric(6, 2) not null check (usura between 5 and 100),
  fuente text not null check (length(fuente) between 5 and 200),
  funcionario_id uuid,
  registrada_en timestamptz not null
);

do $$ declare t text; begin
  foreach t in array array['obligacion', 'comprobante', 'asiento', 'tasa'] loop
    execute format('create trigger inmutable before update or delete or truncate on obligaciones.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
    execute format('alter table obligaciones.%I enable row level security', t);
    execute format('alter table obligaciones.%I force row level security', t);
    execute format('create policy propietario on obligaciones.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy propia on obligaciones.obligacion for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
grant select on obligaciones.obligacion to autogestion_app;

-- The lock of a taxpayer's ledger. Who writes shares it: nobody waits for whoever else writes. Who cuts, or decides upon
-- what the ledger says, has it alone. Two taxpayers are taken in the order of their numbers.
create function obligaciones.cerrojo(p_titular uuid) returns bigint
  language sql immutable set search_path = pg_catalog as $$
  select hashtextextended('obligaciones:' || p_titular::text, 0) $$;

-- A cut of what is known of a taxpayer: it waits for whoever is writing in their ledger (and in the rates), so that
-- whatever is written afterwards has a higher number. Reading with this cut gives the same rows for ever.
create function obligaciones.cortar(p_titular uuid) returns bigint
  language plpgsql set search_path = pg_catalog as $$
declare
  corte bigint;
begin
  perform pg_advisory_xact_lock_shared(obligaciones.cerrojo('00000000-0000-0000-0000-000000000000'));
  perform pg_advisory_xact_lock(obligaciones.cerrojo(p_titular));
  select case when s.is_called then s.last_value else 0 end into corte from obligaciones.comprobante_numero_seq s;
  return corte;
end $$;

-- The entries of a taxpayer at a cut, one row a side.
create function obligaciones.leer(p_titular uuid, p_corte bigint)
  returns table (obligacion uuid, comprobante bigint, renglon smallint, lado text, cuenta text, contra text, valor bigint,
                 efecto date, vence date, impuesta boolean, sobre_comprobante bigint, sobre_renglon smallint)
  language sql stable set search_path = pg_catalog as $$
  select o.id, x.* from obligaciones.obligacion o, lateral (
    select a.comprobante, a.renglon, 'debe', a.debe, a.haber, a.valor, a.efecto, a.vence, a.impuesta,
      a.sobre_comprobante, a.sobre_renglon from obligaciones.asiento a where a.debe_de = o.id and a.comprobante <= p_corte
    union all
    select a.comprobante, a.renglon, 'haber', a.haber, a.debe, a.valor, a.efecto, a.vence, a.impuesta,
      a.sobre_comprobante, a.sobre_renglon from obligaciones.asiento a where a.haber_de = o.id and a.comprobante <= p_corte) x
  where o.titular_id = p_titular $$;

-- The rates at a cut: the last one that was written of each month.
create function obligaciones.tasas(p_corte bigint) returns table (mes text, usura numeric, fuente text)
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct on (t.mes) t.mes, t.usura, t.fuente from obligaciones.tasa t
  where t.numero <= p_corte order by t.mes, t.numero desc $$;

create function obligaciones.mi_corte() returns bigint
  language sql security definer set search_path = pg_catalog as $$
  select obligaciones.cortar(plataforma.actor_titular()) where plataforma.actor_titular() is not null $$;
create function obligaciones.mi_libro(p_corte bigint)
  returns table (obligacion uuid, comprobante bigint, renglon smallint, lado text, cuenta text, contra text, valor bigint,
                 efecto date, vence date, impuesta boolean, sobre_comprobante bigint, sobre_renglon smallint)
  language sql stable security definer set search_path = pg_catalog as $$
  select * from obligaciones.leer(plataforma.actor_titular(), p_corte) $$;

-- What happened, for the list of movements: newest first.
create function obligaciones.mis_comprobantes(p_corte bigint)
  returns table (numero bigint, clase text, origen text, datos jsonb, registrado_en timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.numero, c.clase, c.origen, c.datos, c.registrado_en from obligaciones.comprobante c
  where c.numero in (select l.comprobante from obligaciones.leer(plataforma.actor_titular(), p_corte) l)
  order by c.numero desc $$;

-- The obligation of a tax, year and period, opened if it was not there.
create function obligaciones.abrir(p_id uuid, p_id_publico text, p_titular uuid, p_concepto text, p_anio int,
    p_periodo text, p_ahora timestamptz) returns uuid
  language plpgsql set search_path = pg_catalog as $$
declare
  suya uuid;
begin
  select o.id into suya from obligaciones.obligacion o
    where o.titular_id = p_titular and o.concepto = p_concepto and o.anio = p_anio and o.periodo = p_periodo;
  if found then return suya; end if;
  insert into obligaciones.obligacion (id, id_publico, titular_id, concepto, anio, periodo, creada_en)
    values (p_id, p_id_publico, p_titular, p_concepto, p_anio, p_periodo, p_ahora)
    on conflict (titular_id, concepto, anio, periodo) do nothing;
  select o.id into strict suya from obligaciones.obligacion o
    where o.titular_id = p_titular and o.concepto = p_concepto and o.anio = p_anio and o.periodo = p_periodo;
  return suya;
end $$;

-- Writes what happened, whole. @returns its number, or null when that origin is written already. Only the office's own
-- jobs, and functions that ask who acts and change nothing else, come here.
create function obligaciones.asentar(p_clase text, p_origen text, p_datos jsonb, p_actor text, p_ahora timestamptz,
    p_asientos jsonb) returns bigint
  language plpgsql set search_path = pg_catalog as $$
declare
  este bigint;
  pasado record;
begin
  perform pg_advisory_xact_lock_shared(c.cerrojo) from (
    select distinct obligaciones.cerrojo(o.titular_id) as cerrojo
    from jsonb_to_recordset(p_asientos) as j(debe_de uuid, haber_de uuid)
    join obligaciones.obligacion o on o.id in (j.debe_de, j.haber_de) order by 1) c;
  -- Of each entry from which something is taken there must be that much left, whoever else takes from it.
  perform from obligaciones.asiento a
    where (a.comprobante, a.renglon) in (select j.sobre_comprobante, j.sobre_renglon
      from jsonb_to_recordset(p_asientos) as j(sobre_comprobante bigint, sobre_renglon smallint))
    order by a.comprobante, a.renglon for update;
  insert into obligaciones.comprobante (clase, origen, datos, actor, funcionario_id, registrado_en)
    values (p_clase, p_origen, p_datos, p_actor, plataforma.actor_funcionario(), p_ahora)
    on conflict (origen) do nothing returning numero into este;
  if este is null then return null; end if;
  insert into obligaciones.asiento (comprobante, renglon, debe_de, debe, haber_de, haber, valor, efecto, vence, impuesta,
      sobre_comprobante, sobre_renglon)
    select este, r.n, r.debe_de, r.debe, r.haber_de, r.haber, r.valor, r.efecto, r.vence, coalesce(r.impuesta, false),
      r.sobre_comprobante, r.sobre_renglon
    from rows from (jsonb_to_recordset(p_asientos) as (debe_de uuid, debe text, haber_de uuid, haber text, valor bigint,
      efecto date, vence date, impuesta boolean, sobre_comprobante bigint, sobre_renglon smallint)) with ordinality
      as r(debe_de, debe, haber_de, haber, valor, efecto, vence, impuesta, sobre_comprobante, sobre_renglon, n);
  if not found then
    raise exception 'nothing to write' using errcode = 'check_violation', constraint = 'comprobante_sin_asientos';
  end if;
  select a.comprobante, a.renglon into pasado from obligaciones.asiento a
    where (a.comprobante, a.renglon) in (select x.sobre_comprobante, x.sobre_renglon from obligaciones.asiento x
        where x.comprobante = este)
      and a.valor < (select sum(q.valor) from obligaciones.asiento q
        where q.sobre_comprobante = a.comprobante and q.sobre_renglon = a.renglon) limit 1;
  if found then
    raise exception 'more is taken from an entry than it has' using errcode = 'check_violation', constraint = 'asiento_agotado';
  end if;
  return este;
end $$;

-- A rate that was certified, written by who keeps the ledger or operates the office.
create function obligaciones.anotar_tasa(p_mes text, p_usura numeric, p_fuente text, p_ahora timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  este bigint;
begin
  if not cuentas.actor_tiene_rol(array['obligaciones', 'operador']) then
    raise exception 'the rates are of whoever keeps the ledger' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(obligaciones.cerrojo('00000000-0000-0000-0000-000000000000'));
  select nextval('obligaciones.comprobante_numero_seq') into este;
  insert into obligaciones.tasa (numero, mes, usura, fuente, funcionario_id, registrada_en)
    values (este, p_mes, p_usura, p_fuente, plataforma.actor_funcionario(), p_ahora);
  return este;
end $$;

revoke all on function obligaciones.cortar, obligaciones.leer, obligaciones.abrir, obligaciones.asentar from public;
