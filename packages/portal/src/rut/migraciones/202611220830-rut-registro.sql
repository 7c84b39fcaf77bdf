-- The registry alone: who is registered and each immutable version of form 001.
create schema rut;
grant usage on schema rut to autogestion_app;

create table rut.titular (
  id uuid primary key,
  id_publico text not null unique,
  nit text not null unique check (nit ~ '^[1-9][0-9]{2,13}$'),
  dv int not null check (dv between 0 and 9),
  tipo_contribuyente text not null check (tipo_contribuyente in ('1', '2')),
  tipo_documento text,
  numero_documento text,
  inscrito_en timestamptz not null,
  -- One document is one person: two registrations at once cannot both win.
  unique (tipo_documento, numero_documento),
  check ((tipo_contribuyente = '2') = (tipo_documento is not null and numero_documento is not null))
);

create table rut.version (
  id uuid primary key,
  titular_id uuid not null references rut.titular,
  numero int not null check (numero > 0),
  -- Box 4.
  formulario text not null unique check (formulario ~ '^[0-9]{12}$'),
  -- Box 2: 01 registration, 02 update.
  concepto text not null check (concepto ~ '^[0-9]{2}$'),
  registro jsonb not null,
  radicado text not null unique,
  -- SHA-256 of the canonical JSON of `registro` (RFC 8785): the hash of the receipt.
  hash bytea not null check (octet_length(hash) = 32),
  creada_en timestamptz not null,
  unique (titular_id, numero)
);
create trigger inmutable before update or delete or truncate on rut.version
  for each statement execute function plataforma.prohibir_cambio();
create trigger no_se_borra before delete or truncate on rut.titular
  for each statement execute function plataforma.prohibir_cambio();

-- Suspension, cancellation, reactivation: facts with the act that made them. The state is the last one's.
create table rut.cambio_estado (
  id uuid primary key,
  titular_id uuid not null references rut.titular,
  estado text not null check (estado in ('activo', 'suspendido', 'cancelado')),
  desde date not null,
  acto text not null,
  anotado_en timestamptz not null
);
create index cambio_estado_titular on rut.cambio_estado (titular_id, anotado_en desc, id desc);
create trigger inmutable before update or delete or truncate on rut.cambio_estado
  for each statement execute function plataforma.prohibir_cambio();

-- The e-mail of a natural person serves one person: it is where their codes arrive. A constraint and not a check.
create table rut.correo_en_uso (
  titular_id uuid primary key references rut.titular,
  correo text not null unique check (correo = lower(correo))
);

create sequence rut.formulario_001 maxvalue 999999999;
create function rut.nuevo_formulario() returns text language sql security definer set search_path = pg_catalog as $$
  select '001' || lpad(nextval('rut.formulario_001')::text, 9, '0') $$;

-- NIT of persons without cédula, inside the range that the office configures.
create sequence rut.nit_asignado;
create function rut.nuevo_nit(p_desde bigint, p_hasta bigint) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare n bigint := p_desde + nextval('rut.nit_asignado') - 1;
begin
  if n > p_hasta then raise exception 'the range of NITs is used up'; end if;
  return n::text;
end $$;

create function rut.estado_de(p_titular uuid) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select c.estado from rut.cambio_estado c where c.titular_id = p_titular
    order by c.anotado_en desc, c.id desc limit 1), 'activo') $$;

-- Views for the rooms below; row-level security of whoever asks applies.
create view rut.versiones with (security_invoker = true) as
  select v.id, v.titular_id, t.id_publico, t.nit, t.dv, v.numero, v.formulario, v.concepto, v.registro, v.radicado, v.hash, v.creada_en,
         not exists (select 1 from rut.version p where p.titular_id = v.titular_id and p.numero > v.numero) as vigente
  from rut.version v join rut.titular t on t.id = v.titular_id;

do $$ declare t text; begin
  foreach t in array array['titular', 'version', 'cambio_estado', 'correo_en_uso'] loop
    execute format('alter table rut.%I enable row level security', t);
    execute format('alter table rut.%I force row level security', t);
    execute format('create policy propietario on rut.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy propio on rut.titular for select to autogestion_app using (id = plataforma.actor_persona());
create policy propia on rut.version for select to autogestion_app using (titular_id = plataforma.actor_persona());
create policy propio on rut.cambio_estado for select to autogestion_app using (titular_id = plataforma.actor_persona());
grant select on rut.titular, rut.version, rut.cambio_estado, rut.versiones to autogestion_app;

-- Registration: the person and version 1, together and only once.
create function rut.inscribir(p_titular uuid, p_id_publico text, p_nit text, p_dv int, p_tipo_contribuyente text,
    p_tipo_documento text, p_numero_documento text, p_correo text, p_version uuid, p_formulario text,
    p_registro jsonb, p_radicado text, p_hash bytea, p_ahora timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into rut.titular values (p_titular, p_id_publico, p_nit, p_dv, p_tipo_contribuyente, p_tipo_documento,
    p_numero_documento, p_ahora);
  insert into rut.correo_en_uso select p_titular, lower(p_correo) where p_correo is not null;
  insert into rut.version values (p_version, p_titular, 1, p_formulario, '01', p_registro, p_radicado, p_hash, p_ahora) $$;

-- Questions across persons, each with the least answer that serves.
create function rut.hay_inscrito(p_tipo text, p_numero text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from rut.titular where tipo_documento = p_tipo and numero_documento = p_numero) $$;
create function rut.correo_ocupado(p_correo text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from rut.correo_en_uso where correo = lower(p_correo)) $$;

create function rut.nombre_de(p_registro jsonb) returns text language sql immutable parallel safe
  set search_path = pg_catalog as $$
  select coalesce(p_registro #>> '{identificacion,razonSocial}',
    concat_ws(' ', p_registro #>> '{identificacion,primerApellido}', p_registro #>> '{identificacion,segundoApellido}',
      p_registro #>> '{identificacion,primerNombre}', p_registro #>> '{identificacion,otrosNombres}')) $$;

-- "Consulta estado del RUT": NIT in; check digit, name and state out (domain notes, §4).
create function rut.estado_publico(p_nit text)
  returns table (nit text, dv int, nombre text, estado text, fecha timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.nit, t.dv, rut.nombre_de(v.registro), rut.estado_de(t.id),
         greatest(v.creada_en, (select max(c.anotado_en) from rut.cambio_estado c where c.titular_id = t.id))
  from rut.titular t join rut.version v on v.titular_id = t.id
  where t.nit = p_nit order by v.numero desc limit 1 $$;

-- Where the codes of a person arrive. Used to send them; never shown whole.
create function rut.contacto_de(p_tipo text, p_numero text) returns table (titular_id uuid, correo text)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.id, v.registro #>> '{ubicacion,correo}'
  from rut.titular t join rut.version v on v.titular_id = t.id
  where t.tipo_documento = p_tipo and t.numero_documento = p_numero order by v.numero desc limit 1 $$;

select plataforma.crear_serie('RU', 'Trámites del RUT');

-- Copies delivered by e-mail: once each.
create table rut.entrega (
  documento_id uuid primary key,
  mensaje_id uuid not null,
  entregada_en timestamptz not null
);
alter table rut.entrega enable row level security;
alter table rut.entrega force row level security;
create policy propietario on rut.entrega to current_user using (true) with check (true);
