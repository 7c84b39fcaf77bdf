-- Changes of the registered e-mail or phone. The new value is in the new version of the RUT; here, what is needed to
-- undo it: the old value and the hash of the secret that went to it.
create table cuentas.cambio_contacto (
  id uuid primary key,
  titular_id uuid not null,
  que text not null check (que in ('correo', 'telefono')),
  antes text,
  ahora text not null,
  version_id uuid not null,
  hecho_en timestamptz not null,
  hecho_por uuid not null,
  secreto_hash bytea not null unique check (octet_length(secreto_hash) = 32),
  deshecho_en timestamptz,
  check (antes is distinct from ahora)
);
create index cambio_contacto_titular on cuentas.cambio_contacto (titular_id, que, hecho_en desc);
create trigger no_se_borra before delete or truncate on cuentas.cambio_contacto
  for each statement execute function plataforma.prohibir_cambio();
alter table cuentas.cambio_contacto enable row level security;
alter table cuentas.cambio_contacto force row level security;
create policy propietario on cuentas.cambio_contacto to current_user using (true) with check (true);
create policy propio on cuentas.cambio_contacto for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
create policy anotar on cuentas.cambio_contacto for insert to autogestion_app
  with check (plataforma.actor_puede(titular_id, 'firmar') and hecho_por = plataforma.actor_persona());
grant select, insert on cuentas.cambio_contacto to autogestion_app;

create function cuentas.contacto_cambio_desde(p_titular uuid, p_que text, p_desde timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from cuentas.cambio_contacto c
    where c.titular_id = p_titular and c.que = p_que and c.hecho_en > p_desde and c.deshecho_en is null) $$;
