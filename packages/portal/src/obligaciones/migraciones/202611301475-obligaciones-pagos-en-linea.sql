-- Paying in line: what the person began, what the bank said of it, and the notices of the bank that were read. What a
-- payment is at a moment is computed from these rows. Money is posted through the one door, by the bank's operation.
create table obligaciones.operacion_en_linea (
  id uuid primary key,
  -- What the bank is told of it, and what stands in addresses.
  id_publico text not null unique,
  titular_id uuid not null,
  recibo text not null references obligaciones.recibo,
  banco text not null check (banco ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  valor bigint not null check (valor > 0),
  iniciada_en timestamptz not null
);
create index operacion_titular on obligaciones.operacion_en_linea (titular_id, iniciada_en desc);

-- `enviada`: the bank knows of it and said where one pays. Each is told once.
create table obligaciones.operacion_suceso (
  operacion uuid not null references obligaciones.operacion_en_linea,
  clase text not null check (clase in ('enviada', 'pendiente', 'aprobada', 'rechazada')),
  ir text check (length(ir) <= 2000),
  en timestamptz not null,
  primary key (operacion, clase),
  check ((ir is not null) = (clase = 'enviada'))
);

-- The signature of each notice: one that comes again is refused.
create table obligaciones.aviso_de_banco (
  firma bytea primary key check (octet_length(firma) = 32),
  leido_en timestamptz not null
);

-- The bank of the demonstration: what was asked of it and what was chosen at its page. It is nobody's money.
create table obligaciones.banco_de_demostracion (
  operacion text primary key check (length(operacion) between 1 and 80),
  recibo text not null,
  valor bigint not null check (valor > 0),
  volver text not null,
  pedida_en timestamptz not null,
  eleccion text check (eleccion in ('aprobar', 'rechazar', 'pendiente', 'tarde', 'dos-veces', 'otro-valor', 'callar')),
  elegida_en timestamptz,
  check ((eleccion is null) = (elegida_en is null))
);

do $$ declare t text; begin
  foreach t in array array['operacion_en_linea', 'operacion_suceso', 'aviso_de_banco', 'banco_de_demostracion'] loop
    execute format('alter table obligaciones.%I enable row level security', t);
    execute format('alter table obligaciones.%I force row level security', t);
    execute format('create policy propietario on obligaciones.%I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['operacion_en_linea', 'operacion_suceso'] loop
    execute format('create trigger inmutable before update or delete or truncate on obligaciones.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
  end loop;
end $$;
create policy propia on obligaciones.operacion_en_linea for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
create policy propio on obligaciones.operacion_suceso for select to autogestion_app
  using (exists (select from obligaciones.operacion_en_linea o where o.id = operacion));
grant select on obligaciones.operacion_en_linea, obligaciones.operacion_suceso to autogestion_app;

-- Begins a payment, or gives the one that is under way of anything that this slip pays: a second press does not pay
-- twice, whichever slip it is of. The taxpayer's ledger is held meanwhile.
create function obligaciones.empezar_operacion(p_id uuid, p_id_publico text, p_recibo text, p_banco text,
    p_ahora timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  suyo uuid;
  esta text;
begin
  select r.titular_id into suyo from obligaciones.recibo r where r.numero = p_recibo
    and plataforma.actor_puede(r.titular_id, 'preparar');
  if not found then return null; end if;
  perform pg_advisory_xact_lock(obligaciones.cerrojo(suyo));
  select o.id_publico into esta from obligaciones.operacion_en_linea o
    where o.titular_id = suyo
      and not exists (select from obligaciones.operacion_suceso s
        where s.operacion = o.id and s.clase in ('aprobada', 'rechazada'))
      and exists (select from obligaciones.recibo_renglon a join obligaciones.recibo_renglon b on b.obligacion = a.obligacion
        where a.recibo = o.recibo and b.recibo = p_recibo)
    order by o.iniciada_en desc limit 1;
  if found then return esta; end if;
  insert into obligaciones.operacion_en_linea (id, id_publico, titular_id, recibo, banco, valor, iniciada_en)
    select p_id, p_id_publico, suyo, p_recibo, p_banco, sum(l.capital + l.sancion + l.interes), p_ahora
    from obligaciones.recibo_renglon l where l.recibo = p_recibo;
  return p_id_publico;
end $$;
