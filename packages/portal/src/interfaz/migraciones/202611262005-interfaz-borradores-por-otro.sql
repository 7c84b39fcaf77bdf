-- A draft of a taxpayer is reached by whoever acts for them, and written by who may prepare. That a session once
-- opened it serves only while it is nobody's: a delegation that ended must not live on in it.
drop policy propio on interfaz.borrador;
create policy propio on interfaz.borrador for select to autogestion_app
  using (persona_id = plataforma.actor_titular() or persona_id is null
    and id in (select a.borrador_id from interfaz.borrador_acceso a where a.sesion_id = plataforma.actor_sesion()));
create policy guardar on interfaz.borrador for update to autogestion_app
  using (plataforma.actor_puede(persona_id, 'preparar') or persona_id is null
    and id in (select a.borrador_id from interfaz.borrador_acceso a where a.sesion_id = plataforma.actor_sesion()))
  with check (true);

create or replace function interfaz.abrir_borrador(p_id uuid, p_id_publico text, p_recorrido text, p_version int,
    p_ahora timestamptz, p_vence timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into interfaz.borrador (id, id_publico, recorrido, version_definicion, persona_id, creado_en, guardado_en, vence_en)
  values (p_id, p_id_publico, p_recorrido, p_version, plataforma.actor_titular(), p_ahora, p_ahora, p_vence);
  insert into interfaz.borrador_acceso
  select p_id, plataforma.actor_sesion() where plataforma.actor_sesion() is not null $$;
