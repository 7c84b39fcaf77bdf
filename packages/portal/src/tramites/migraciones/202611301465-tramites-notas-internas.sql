-- What an official notes for the desk, and where they looked and what they saw, are of officials alone, here as on the pages:
-- neither moves a case. Who acts for the taxpayer sees the other facts.
-- bloquea tramites.evento: changes a policy, which reads no row; a moment.
alter policy propio on tramites.evento using (
  (hecho not in ('nota', 'verificada') or plataforma.actor_funcionario() is not null)
  and exists (select from tramites.caso c where c.id = caso_id and c.titular_id = plataforma.actor_titular()));

-- The number of the last fact of a case, also of one that whoever asks does not see: the next one goes after it.
create function tramites.ultimo_hecho(p_caso uuid) returns int
  language sql stable security definer set search_path = pg_catalog as $$
  select max(e.numero) from tramites.evento e where e.caso_id = p_caso $$;
revoke all on function tramites.ultimo_hecho(uuid) from public;
grant execute on function tramites.ultimo_hecho(uuid) to autogestion_app;
