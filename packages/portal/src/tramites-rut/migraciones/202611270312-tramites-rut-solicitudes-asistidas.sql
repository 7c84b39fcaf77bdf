-- While the pages of an act are filled, and when it is presented: the official goes on looking at whom they attend.
create function tramites_rut.seguir_atendiendo(p_titular uuid, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_atiende(p_titular, array['mesa-rut', 'video'], p_ahora) then
    raise exception 'nobody attends their own' using errcode = 'insufficient_privilege', constraint = 'no_es_propio';
  end if;
  perform set_config('app.titular', p_titular::text, true), set_config('app.ambito', 'consultar', true);
end $$;

-- The request that the person accepted in the place of signing it: what was presented, and no other.
create function tramites_rut.preparar_solicitud_asistida(p_acto uuid, p_id uuid, p_id_publico text, p_ahora timestamptz)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  a tramites_rut.acto_asistido := tramites_rut.exigir_aceptacion(p_acto, p_ahora);
begin
  perform tramites.preparar_asistida(p_id, p_id_publico, a.datos ->> 'tipo', a.titular_id, a.datos -> 'solicitud',
    'asistida:' || a.id, p_ahora);
end $$;
