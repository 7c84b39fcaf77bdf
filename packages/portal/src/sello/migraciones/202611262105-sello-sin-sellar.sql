-- What waits for its seal, for the officials who repair it: internal identifiers and times, nothing of the persons.
-- Whether an official is an operator is asked by the route; here, that it is an official.
create function sello.sin_sellar(p_limite int)
  returns table (id uuid, tipo text, emitido_en timestamptz, intentos int, rendido boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select d.id, d.tipo, d.emitido_en, coalesce(j.attempts, 0)::int, coalesce(j.attempts >= j.max_attempts, false)
  from sello.documento d
  left join graphile_worker.jobs j on j.key = 'sello.sellar-documento:' || d.id
  where plataforma.actor_funcionario() is not null
    and not exists (select 1 from sello.sellado s where s.documento_id = d.id)
  order by d.emitido_en limit p_limite $$;
