-- Drafts of the journeys. A draft belongs to a person, or to the sessions that opened or resumed it.
create schema interfaz;
grant usage on schema interfaz to autogestion_app;

create table interfaz.borrador (
  id uuid primary key,
  id_publico text not null unique,
  recorrido text not null,
  -- Version of the definition under which it was last saved; answers are parsed again under the present one.
  version_definicion int not null,
  revision int not null default 0,
  -- {slug: {escrito, revision}}: what was typed, not what was understood from it.
  respuestas jsonb not null default '{}',
  -- What the office established: confirmed addresses, identity, counts.
  hechos jsonb not null default '{}',
  persona_id uuid,
  -- HMAC of the confirmed e-mail, by which it is resumed from another device.
  correo_hash bytea,
  creado_en timestamptz not null,
  guardado_en timestamptz not null,
  vence_en timestamptz not null,
  terminado_en timestamptz,
  resultado jsonb,
  check ((terminado_en is null) = (resultado is null))
);
create index borrador_correo on interfaz.borrador (correo_hash) where terminado_en is null;
create index borrador_vence on interfaz.borrador (vence_en);
create index borrador_persona on interfaz.borrador (persona_id, recorrido) where persona_id is not null;

create table interfaz.borrador_acceso (
  borrador_id uuid not null references interfaz.borrador on delete cascade,
  sesion_id uuid not null,
  primary key (sesion_id, borrador_id)
);

alter table interfaz.borrador_acceso enable row level security;
alter table interfaz.borrador_acceso force row level security;
create policy propietario on interfaz.borrador_acceso to current_user using (true) with check (true);
create policy de_la_sesion on interfaz.borrador_acceso for select to autogestion_app
  using (sesion_id = plataforma.actor_sesion());
grant select on interfaz.borrador_acceso to autogestion_app;

alter table interfaz.borrador enable row level security;
alter table interfaz.borrador force row level security;
create policy propietario on interfaz.borrador to current_user using (true) with check (true);
create policy propio on interfaz.borrador to autogestion_app
  using (persona_id = plataforma.actor_persona()
    or id in (select a.borrador_id from interfaz.borrador_acceso a where a.sesion_id = plataforma.actor_sesion()))
  with check (true);
grant select, insert, update on interfaz.borrador to autogestion_app;

-- A session gets access to the draft that it opens, and to nothing else.
create function interfaz.abrir_borrador(p_id uuid, p_id_publico text, p_recorrido text, p_version int,
    p_ahora timestamptz, p_vence timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into interfaz.borrador (id, id_publico, recorrido, version_definicion, persona_id, creado_en, guardado_en, vence_en)
  values (p_id, p_id_publico, p_recorrido, p_version, plataforma.actor_persona(), p_ahora, p_ahora, p_vence);
  insert into interfaz.borrador_acceso
  select p_id, plataforma.actor_sesion() where plataforma.actor_sesion() is not null $$;
revoke insert on interfaz.borrador from autogestion_app;

-- Called only after the code sent to that e-mail was right in this session.
create function interfaz.retomar_borradores(p_recorrido text, p_correo bytea, p_ahora timestamptz)
  returns table (id_publico text, creado_en timestamptz, guardado_en timestamptz)
  language sql security definer set search_path = pg_catalog as $$
  with vivos as (
    select b.id, b.id_publico, b.creado_en, b.guardado_en from interfaz.borrador b
    where b.recorrido = p_recorrido and b.correo_hash = p_correo and b.terminado_en is null and b.vence_en > p_ahora),
  acceso as (
    insert into interfaz.borrador_acceso select v.id, plataforma.actor_sesion() from vivos v
    on conflict do nothing)
  select v.id_publico, v.creado_en, v.guardado_en from vivos v order by v.guardado_en desc $$;

-- Whether there is something to resume, so that a code is sent only where it serves.
create function interfaz.hay_borradores(p_recorrido text, p_correo bytea, p_ahora timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from interfaz.borrador b where b.recorrido = p_recorrido and b.correo_hash = p_correo
    and b.terminado_en is null and b.vence_en > p_ahora) $$;

-- Finishing may change the session (the person is signed in): the draft stays within reach of the new one, so that
-- going back leads to the result.
create function interfaz.heredar_acceso(p_borrador uuid, p_sesion uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into interfaz.borrador_acceso
  select a.borrador_id, p_sesion from interfaz.borrador_acceso a
  where a.borrador_id = p_borrador and a.sesion_id = plataforma.actor_sesion()
  on conflict do nothing $$;
