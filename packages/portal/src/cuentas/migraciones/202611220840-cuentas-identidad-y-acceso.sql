-- Identity and access.
create schema cuentas;
grant usage on schema cuentas to autogestion_app;

-- Local side of the identity-registry port: what `autogestion importar identidad` loads.
create table cuentas.registro_identidad (
  tipo_documento text not null,
  numero text not null,
  primer_apellido text not null,
  segundo_apellido text,
  primer_nombre text not null,
  otros_nombres text,
  fecha_expedicion date not null,
  municipio_expedicion text,
  pais_expedicion text,
  fecha_nacimiento date not null,
  fallecida_en date,
  primary key (tipo_documento, numero)
);
alter table cuentas.registro_identidad enable row level security;
alter table cuentas.registro_identidad force row level security;
create policy propietario on cuentas.registro_identidad to current_user using (true) with check (true);

-- One person at a time, by document: there is no way to list them.
create function cuentas.persona_del_registro(p_tipo text, p_numero text) returns setof cuentas.registro_identidad
  language sql stable security definer set search_path = pg_catalog as $$
  select * from cuentas.registro_identidad r where r.tipo_documento = p_tipo and r.numero = p_numero $$;

-- A sign-in that waits for its code. `titular_id` is null where the document has no RUT: the page never says so.
create table cuentas.entrada (
  sesion_id uuid primary key references plataforma.sesion on delete cascade,
  titular_id uuid,
  destino text not null,
  creada_en timestamptz not null
);
alter table cuentas.entrada enable row level security;
alter table cuentas.entrada force row level security;
create policy propietario on cuentas.entrada to current_user using (true) with check (true);
create policy de_la_sesion on cuentas.entrada to autogestion_app
  using (sesion_id = plataforma.actor_sesion()) with check (sesion_id = plataforma.actor_sesion());
grant select, insert, update, delete on cuentas.entrada to autogestion_app;
