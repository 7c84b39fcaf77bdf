-- The same as `reservar_envio`, and how long whoever may not have one now must wait: seconds, or -1 when the day's are spent.
create function plataforma.pedir_envio(p_destino bytea, p_ahora timestamptz, p_dia date,
    p_espera interval, p_por_dia int) returns int
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_falta int;
begin
  if plataforma.reservar_envio(p_destino, p_ahora, p_dia, p_espera, p_por_dia) then
    return 0;
  end if;
  select case when e.dia = p_dia and e.enviados >= p_por_dia then -1
      else greatest(1, ceil(extract(epoch from e.enviado_en + p_espera - p_ahora)))::int end
    into v_falta from plataforma.envio_codigo e where e.destino_hash = p_destino;
  return coalesce(v_falta, 1);
end $$;
