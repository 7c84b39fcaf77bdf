-- What the reading of a ledger begins with, in one answer: the cut, what each obligation is and the rates. The rates come
-- as text, because their decimals are exact.
create function obligaciones.cabeza(p_titular uuid, p_corte bigint)
  returns table (corte bigint, obligaciones jsonb, tasas jsonb)
  language sql stable set search_path = pg_catalog as $$
  select p_corte,
    (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'idPublico', o.id_publico, 'concepto', o.concepto,
        'anio', o.anio, 'periodo', o.periodo) order by o.anio, o.concepto, o.periodo), '[]')
      from obligaciones.obligacion o where o.titular_id = p_titular),
    (select coalesce(jsonb_agg(jsonb_build_array(t.mes, t.usura::text)), '[]') from obligaciones.tasas(p_corte) t) $$;

-- The same for whom the transaction acts, with their lock taken: a cut that was not made yet, or none, is now.
create function obligaciones.mi_cabeza(p_corte bigint)
  returns table (corte bigint, obligaciones jsonb, tasas jsonb)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titular uuid := plataforma.actor_titular();
  al bigint := 0;
begin
  -- By itself, so that what is read next sees what the lock waited for.
  if titular is not null then al := least(p_corte, obligaciones.cortar(titular)); end if;
  return query select c.* from obligaciones.cabeza(titular, al) c;
end $$;

revoke all on function obligaciones.cabeza from public;
drop function obligaciones.mi_corte();
