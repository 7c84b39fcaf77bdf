-- Who acts and for whom are two things. `app.persona` is who signed in; `app.titular`, whose rows the transaction
-- reaches; `app.ambito`, how far. Policies on a taxpayer's rows ask for the titular; those on what is of whoever
-- acts (sessions, factors, keys) ask for the person, so that nobody reaches them by acting for somebody.
create function plataforma.actor_titular() returns uuid language sql stable parallel safe
  set search_path = pg_catalog as $$ select nullif(current_setting('app.titular', true), '')::uuid $$;
create function plataforma.actor_funcionario() returns uuid language sql stable parallel safe
  set search_path = pg_catalog as $$ select nullif(current_setting('app.funcionario', true), '')::uuid $$;

-- consultar < preparar < presentar < firmar; null for anything else.
create function plataforma.rango_de_ambito(p_ambito text) returns int language sql immutable parallel safe
  set search_path = pg_catalog as $$
  select array_position(array['consultar', 'preparar', 'presentar', 'firmar'], p_ambito) $$;
create function plataforma.actor_alcanza(p_ambito text) returns boolean language sql stable parallel safe
  set search_path = pg_catalog as $$
  select coalesce(plataforma.rango_de_ambito(current_setting('app.ambito', true))
    >= plataforma.rango_de_ambito(p_ambito), false) $$;
create function plataforma.actor_puede(p_titular uuid, p_ambito text) returns boolean language sql stable parallel safe
  set search_path = pg_catalog as $$
  select coalesce(p_titular = plataforma.actor_titular(), false) and plataforma.actor_alcanza(p_ambito) $$;

-- How far a person may act for another at an instant; null when they may not. A port: the room of accounts, which
-- knows who represents whom and who delegated to whom, replaces the body.
create function plataforma.ambito_para(p_persona uuid, p_titular uuid, p_ahora timestamptz) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select case when p_persona = p_titular then 'firmar' end $$;

-- Opens a transaction for somebody else, or refuses: each transaction asks again, so that what ended a second ago
-- has ended.
create function plataforma.actuar_por(p_persona uuid, p_titular uuid, p_ambito text, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  alcance text := plataforma.ambito_para(p_persona, p_titular, p_ahora);
begin
  if coalesce(plataforma.rango_de_ambito(alcance) < plataforma.rango_de_ambito(p_ambito), true) then
    raise exception 'nobody acts for another without a title' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.titular', p_titular::text, true), set_config('app.ambito', p_ambito, true);
end $$;

alter policy propia on plataforma.archivo using (persona_id = plataforma.actor_titular());
-- The record of who did what is for who the data binds, not for every delegate.
alter policy propia on plataforma.auditoria using (plataforma.actor_puede(persona_id, 'firmar'));

-- Sessions: whose, from which device, and when a factor was last proved in it. The proof has a secret of its own,
-- younger than the session's: a cookie stolen before it does not carry it.
alter table plataforma.sesion
  add column funcionario_id uuid,
  add column dispositivo text not null default '',
  add column probada_en timestamptz,
  add column reforzada_en timestamptz,
  add column prueba_hash bytea check (octet_length(prueba_hash) = 32),
  add constraint de_una_cuenta check (num_nonnulls(persona_id, funcionario_id) <= 1),
  add constraint prueba_entera check (reforzada_en is null or probada_en is not null),
  add constraint prueba_con_secreto check ((probada_en is null) = (prueba_hash is null));
create index sesion_funcionario on plataforma.sesion (funcionario_id) where funcionario_id is not null;
alter policy propia on plataforma.sesion using (id = plataforma.actor_sesion()
  or persona_id = plataforma.actor_persona() or funcionario_id = plataforma.actor_funcionario());

drop function plataforma.crear_sesion(uuid, bytea, text, uuid, timestamptz, timestamptz);
create function plataforma.crear_sesion(p_id uuid, p_hash bytea, p_medio text, p_persona uuid, p_funcionario uuid,
    p_dispositivo text, p_ahora timestamptz, p_vence timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into plataforma.sesion (id, token_hash, medio, persona_id, funcionario_id, dispositivo, creada_en, usada_en, vence_en)
  values (p_id, p_hash, p_medio, p_persona, p_funcionario, left(p_dispositivo, 80), p_ahora, p_ahora, p_vence) $$;

drop function plataforma.sesion_por_token(bytea);
create function plataforma.sesion_por_token(p_hash bytea)
  returns table (id uuid, medio text, persona_id uuid, funcionario_id uuid, creada_en timestamptz, usada_en timestamptz,
                 vence_en timestamptz, cerrada_en timestamptz, probada_en timestamptz, reforzada_en timestamptz,
                 prueba_hash bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.medio, s.persona_id, s.funcionario_id, s.creada_en, s.usada_en, s.vence_en, s.cerrada_en,
         s.probada_en, s.reforzada_en, s.prueba_hash
  from plataforma.sesion s where s.token_hash = p_hash $$;

-- A factor was proved in the session: `reforzada` when it was not one that travels by mail. Only the code that
-- checked the factor calls it; an older reinforced proof does not carry over to the new secret.
create function plataforma.probar_sesion(p_sesion uuid, p_prueba bytea, p_reforzada boolean, p_ahora timestamptz)
  returns void language sql security definer set search_path = pg_catalog as $$
  update plataforma.sesion set probada_en = p_ahora, prueba_hash = p_prueba,
    reforzada_en = case when p_reforzada then p_ahora end
  where id = p_sesion and cerrada_en is null $$;

-- Signing out from another place: one's own sessions and no others.
create function plataforma.cerrar_sesiones_propias(p_una uuid, p_menos uuid, p_ahora timestamptz) returns int
  language sql security definer set search_path = pg_catalog as $$
  with cerradas as (
    update plataforma.sesion s set cerrada_en = p_ahora
    where s.cerrada_en is null and (p_una is null or s.id = p_una) and s.id is distinct from p_menos
      and (s.persona_id = plataforma.actor_persona() or s.funcionario_id = plataforma.actor_funcionario())
    returning 1)
  select count(*)::int from cerradas $$;

-- What was done with the data of the taxpayer of the transaction, the newest first: for who the data binds.
create function plataforma.actividad_de_titular(p_antes timestamptz, p_limite int)
  returns table (ocurrio_en timestamptz, actor text, accion text, objeto text)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.ocurrio_en, a.actor, a.accion, a.objeto from plataforma.auditoria a
  where a.persona_id = plataforma.actor_titular() and plataforma.actor_alcanza('firmar')
    and a.ocurrio_en < p_antes order by a.ocurrio_en desc, a.id desc limit p_limite $$;

-- Everything that is open of a person; only other functions close it for them.
create function plataforma.cerrar_sesiones_de(p_persona uuid, p_ahora timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  update plataforma.sesion set cerrada_en = p_ahora where persona_id = p_persona and cerrada_en is null $$;
revoke all on function plataforma.cerrar_sesiones_de from public;
