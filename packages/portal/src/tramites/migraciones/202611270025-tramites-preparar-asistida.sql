-- A request that an official prepares with the taxpayer in front, for functions that know that they accepted it.
create function tramites.preparar_asistida(p_id uuid, p_id_publico text, p_tipo text, p_titular uuid, p_solicitud jsonb,
    p_clave text, p_ahora timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into tramites.solicitud (id, id_publico, tipo, titular_id, solicitud, clave, creada_en)
  values (p_id, p_id_publico, p_tipo, p_titular, p_solicitud, p_clave, p_ahora) $$;
revoke all on function tramites.preparar_asistida from public;
