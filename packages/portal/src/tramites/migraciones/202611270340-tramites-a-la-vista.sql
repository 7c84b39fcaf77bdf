-- Documents that the official who attended had before their eyes: they have no file, and count as handed in.
alter table tramites.solicitud add column a_la_vista text[] not null default '{}';
-- Only somebody who attends says that they saw one.
alter policy preparar on tramites.solicitud
  with check (plataforma.actor_puede(titular_id, 'preparar') and a_la_vista = '{}');

drop function tramites.preparar_asistida(uuid, text, text, uuid, jsonb, text, timestamptz);
create function tramites.preparar_asistida(p_id uuid, p_id_publico text, p_tipo text, p_titular uuid, p_solicitud jsonb,
    p_clave text, p_a_la_vista text[], p_ahora timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into tramites.solicitud (id, id_publico, tipo, titular_id, solicitud, clave, a_la_vista, creada_en)
  values (p_id, p_id_publico, p_tipo, p_titular, p_solicitud, p_clave, p_a_la_vista, p_ahora) $$;
revoke all on function tramites.preparar_asistida from public;
