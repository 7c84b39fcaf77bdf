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

-- What a secret undoes, while it can: until 72 hours after the change, once. The secret went to the old address.
create function cuentas.cambio_por_secreto(p_secreto bytea, p_desde timestamptz)
  returns table (id uuid, titular_id uuid, que text, antes text, registro jsonb)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.titular_id, c.que, c.antes, v.registro
  from cuentas.cambio_contacto c,
    lateral (select x.registro from rut.versiones x where x.titular_id = c.titular_id and x.vigente) v
  where c.secreto_hash = p_secreto and c.hecho_en > p_desde and c.deshecho_en is null $$;

-- Undoing: the old value comes back in a new version, and with it goes whatever whoever made the change could have left
-- behind since: sessions, password, factors, permissions. Of two at once, one undoes.
create function cuentas.deshacer_cambio(p_secreto bytea, p_desde timestamptz, p_version uuid, p_formulario text,
    p_registro jsonb, p_radicado text, p_hash bytea, p_ahora timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  c cuentas.cambio_contacto;
  vigente jsonb;
  esperado jsonb;
  campo text[];
begin
  update cuentas.cambio_contacto x set deshecho_en = p_ahora
    where x.secreto_hash = p_secreto and x.hecho_en > p_desde and x.deshecho_en is null returning x.* into c;
  if c.id is null then return false; end if;
  campo := case c.que when 'correo' then array['ubicacion', 'correo'] else array['ubicacion', 'telefono1'] end;
  select x.registro into vigente from rut.versiones x where x.titular_id = c.titular_id and x.vigente;
  esperado := case when c.antes is null then vigente #- campo else jsonb_set(vigente, campo, to_jsonb(c.antes)) end;
  if p_registro is distinct from esperado then
    raise exception 'undoing changes one box and nothing else' using errcode = 'insufficient_privilege';
  end if;
  perform rut.insertar_version(p_version, c.titular_id, p_formulario, '02', p_registro, p_radicado, p_hash, p_ahora);
  update cuentas.cambio_contacto x set deshecho_en = p_ahora
    where x.titular_id = c.titular_id and x.que = c.que and x.hecho_en >= c.hecho_en and x.deshecho_en is null;
  perform plataforma.cerrar_sesiones_de(c.titular_id, p_ahora);
  delete from cuentas.contrasena x where x.cuenta_id = c.titular_id and x.cambiada_en >= c.hecho_en;
  delete from cuentas.totp x where x.cuenta_id = c.titular_id and x.creado_en >= c.hecho_en;
  delete from cuentas.codigo_recuperacion x where x.cuenta_id = c.titular_id and x.creado_en >= c.hecho_en;
  delete from cuentas.llave x where x.cuenta_id = c.titular_id and x.creada_en >= c.hecho_en;
  delete from cuentas.dispositivo x where x.cuenta_id = c.titular_id and x.conocido_en >= c.hecho_en;
  update cuentas.delegacion x set revocada_en = p_ahora, revocada_por = c.titular_id
    where x.de = c.titular_id and x.creada_en >= c.hecho_en and x.revocada_en is null;
  return true;
end $$;
