-- Whose a case is that the office decided by itself at this very moment, upon a request that whoever acts has just filed: for
-- the functions with which another room does what was decided.
create function tramites.actor_radico_hecha(p_caso uuid, p_ahora timestamptz) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  v_titular uuid;
begin
  select c.titular_id into v_titular from tramites.caso c join tramites.evento e on e.caso_id = c.id
    where c.id = p_caso and e.numero = 1 and e.hecho = 'automatica' and e.ocurrio_en = p_ahora
      and plataforma.actor_puede(c.titular_id, 'presentar');
  if not found then
    raise exception 'nobody has just filed that case' using errcode = 'insufficient_privilege';
  end if;
  return v_titular;
end $$;
revoke all on function tramites.actor_radico_hecha from public;
