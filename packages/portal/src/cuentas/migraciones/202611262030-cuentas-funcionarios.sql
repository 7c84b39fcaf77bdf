-- Officials: accounts of their own, which are nobody's as a taxpayer.
create table cuentas.funcionario (
  id uuid primary key,
  id_publico text not null unique,
  usuario text not null unique check (usuario ~ '^[a-z][a-z0-9.-]{2,39}$'),
  nombre text not null check (length(nombre) between 3 and 120),
  correo text not null check (correo = lower(correo)),
  -- As a person, so that they never attend their own case.
  tipo_documento text not null,
  numero_documento text not null,
  roles text[] not null check (cardinality(roles) > 0 and roles <@ array['mesa-rut', 'devoluciones', 'pqsrd', 'chat',
    'video', 'supervisor', 'auditor', 'operador']),
  creado_en timestamptz not null,
  -- Who made it: an official, or nobody when it was the command line.
  creado_por uuid,
  retirado_en timestamptz,
  unique (tipo_documento, numero_documento)
);
create trigger no_se_borra before delete or truncate on cuentas.funcionario
  for each statement execute function plataforma.prohibir_cambio();
alter table cuentas.funcionario enable row level security;
alter table cuentas.funcionario force row level security;
create policy propietario on cuentas.funcionario to current_user using (true) with check (true);

create function cuentas.es_de_funcionario(p_cuenta uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from cuentas.funcionario f where f.id = p_cuenta) $$;
create function cuentas.funcionario_por_usuario(p_usuario text) returns uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select f.id from cuentas.funcionario f where f.usuario = p_usuario and f.retirado_en is null $$;

-- With any of the roles, in service and with a second factor: without one an official can do nothing but put it. An
-- empty list asks only whether they are in service.
create function cuentas.actor_tiene_rol(p_roles text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from cuentas.funcionario f where f.id = plataforma.actor_funcionario() and f.retirado_en is null
    and (cardinality(p_roles) = 0 or f.roles && p_roles
      and (exists (select from cuentas.totp t where t.cuenta_id = f.id and t.confirmado_en is not null)
        or exists (select from cuentas.llave l where l.cuenta_id = f.id)))) $$;

-- Never one's own case: oneself, whom one may act for, or who may act for one.
create function cuentas.actor_atiende(p_titular uuid, p_roles text[], p_ahora timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select cuentas.actor_tiene_rol(p_roles) and not exists (
    select from cuentas.funcionario f, lateral rut.contacto_de(f.tipo_documento, f.numero_documento) propio
    where f.id = plataforma.actor_funcionario()
      and (plataforma.ambito_para(propio.titular_id, p_titular, p_ahora) is not null
        or plataforma.ambito_para(p_titular, propio.titular_id, p_ahora) is not null)) $$;

create policy propio on cuentas.funcionario for select to autogestion_app
  using (id = plataforma.actor_funcionario() or cuentas.actor_tiene_rol(array['supervisor', 'operador', 'auditor']));
create policy crear on cuentas.funcionario for insert to autogestion_app
  with check (cuentas.actor_tiene_rol(array['supervisor', 'operador']) and creado_por = plataforma.actor_funcionario());
-- Nobody changes their own roles.
create policy cambiar on cuentas.funcionario for update to autogestion_app
  using (cuentas.actor_tiene_rol(array['supervisor', 'operador']) and id <> plataforma.actor_funcionario())
  with check (id <> plataforma.actor_funcionario());
grant select, insert, update (roles, retirado_en) on cuentas.funcionario to autogestion_app;

-- An invitation opens once the account of an official: with it they choose their password.
alter table cuentas.funcionario
  add column invitacion_hash bytea unique check (octet_length(invitacion_hash) = 32),
  add column invitacion_vence timestamptz,
  add check ((invitacion_hash is null) = (invitacion_vence is null));
create function cuentas.usar_invitacion(p_secreto bytea, p_hash text, p_ahora timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  quien uuid;
begin
  update cuentas.funcionario set invitacion_hash = null, invitacion_vence = null
    where invitacion_hash = p_secreto and invitacion_vence > p_ahora and retirado_en is null returning id into quien;
  if quien is not null then perform cuentas.guardar_contrasena(quien, p_hash, p_ahora); end if;
  return quien;
end $$;
create function cuentas.invitado(p_secreto bytea, p_ahora timestamptz) returns table (usuario text, nombre text)
  language sql stable security definer set search_path = pg_catalog as $$
  select f.usuario, f.nombre from cuentas.funcionario f
  where f.invitacion_hash = p_secreto and f.invitacion_vence > p_ahora and f.retirado_en is null $$;

-- What was done with a taxpayer's data, with the name of who did it.
create function cuentas.actividad(p_antes timestamptz, p_limite int)
  returns table (ocurrio_en timestamptz, actor text, nombre text, accion text, objeto text)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.ocurrio_en, a.actor,
    case when a.actor ~ '^persona:' then (select p.nombre from rut.presentacion_de(substring(a.actor from 9 for 36)::uuid) p)
      when a.actor ~ '^funcionario:' then (select f.nombre from cuentas.funcionario f
        where f.id = substring(a.actor from 13 for 36)::uuid) end,
    a.accion, a.objeto
  from plataforma.actividad_de_titular(p_antes, p_limite) a $$;
