-- The request that the person accepted, with the documents that they were told the official had seen.
create or replace function tramites_rut.preparar_solicitud_asistida(p_acto uuid, p_id uuid, p_id_publico text,
    p_ahora timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  a tramites_rut.acto_asistido := tramites_rut.exigir_aceptacion(p_acto, p_ahora);
begin
  perform tramites.preparar_asistida(p_id, p_id_publico, a.datos ->> 'tipo', a.titular_id, a.datos -> 'solicitud',
    'asistida:' || a.id, array(select jsonb_array_elements_text(coalesce(a.datos -> 'aLaVista', '[]'))), p_ahora);
end $$;
