-- Whoever's RUT is cancelled has no signature from that same moment, whichever act cancels it: its transaction ends it.
-- The job of the fact `rut.estado-cambiado` writes it down and publishes the list.
create function firma.terminar_con_el_rut() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform firma.revocar(new.titular_id, 'cancelacion-rut', new.anotado_en);
  return null;
end $$;
revoke all on function firma.terminar_con_el_rut from public;
create trigger firma_termina after insert on rut.cambio_estado
  for each row when (new.estado = 'cancelado') execute function firma.terminar_con_el_rut();

-- The signature that a change of state ended, for the job that writes it down.
create function firma.terminada_por(p_cambio uuid) returns table (persona uuid, serie text)
  language sql stable set search_path = pg_catalog as $$
  select c.persona_id, c.serie from rut.cambio_estado e
  join firma.certificado c on c.persona_id = e.titular_id
  join firma.revocacion r on r.certificado_id = c.id
  where e.id = p_cambio and r.causal = 'cancelacion-rut' and r.revocado_en = e.anotado_en $$;
revoke all on function firma.terminada_por from public;
