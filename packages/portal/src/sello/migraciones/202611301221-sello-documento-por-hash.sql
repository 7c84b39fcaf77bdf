-- Which document a sealed file is; nothing for any other bytes. Whoever has the file has read all that this leads to.
create function sello.documento_por_hash(p_hash bytea) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select d.id_publico from sello.sellado s join sello.documento d on d.id = s.documento_id where s.hash = p_hash limit 1 $$;
revoke all on function sello.documento_por_hash(bytea) from public;
grant execute on function sello.documento_por_hash(bytea) to autogestion_app;
