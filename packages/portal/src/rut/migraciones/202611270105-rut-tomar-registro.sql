-- Holds a taxpayer's registry until the transaction ends: for other functions, which know of whom.
create function rut.tomar_registro(p_titular uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  select from rut.titular t where t.id = p_titular for update $$;
revoke all on function rut.tomar_registro from public;
