-- Which of many taxpayers have their registration cancelled: asked at once, because one by one costs a call each.
create function rut.cancelados(p_titulares uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select x.titular_id from (
    select distinct on (c.titular_id) c.titular_id, c.estado from rut.cambio_estado c
    where c.titular_id = any (p_titulares) order by c.titular_id, c.anotado_en desc, c.id desc) x
  where x.estado = 'cancelado' $$;

revoke all on function rut.cancelados from public;
