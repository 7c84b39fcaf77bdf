-- What the deliveries that stand say today where each of some records was, for either side, all in one statement:
-- [{concepto, campos}].
create function terceros.hoy_de_reclamos(p_reclamos text[]) returns table (reclamo uuid, hoy jsonb)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id, (select coalesce(jsonb_agg(jsonb_build_object('concepto', r.concepto, 'campos', r.campos)), '[]')
    from terceros.vigentes v
    join terceros.registro r on r.anio = c.anio and r.numero = c.numero and r.tipo = c.tipo and r.entrega_id = v.id
    where v.informante_nit = c.informante_nit and v.anio = c.anio and v.formato = c.formato)
  from terceros.reclamo c
  where c.id = any(p_reclamos::uuid[]) and plataforma.actor_titular() in (c.titular_id, c.informante_id) $$;
drop function terceros.hoy_de_reclamo;
