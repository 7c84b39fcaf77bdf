-- Why whoever acts may not act any more for somebody for whom they could: they left sheet 3, or their permission ended.
-- Nothing for whoever never could: to them that taxpayer is nobody.
create function cuentas.ya_no_actua_por(p_id_publico text, p_ahora timestamptz)
  returns table (nombre text, como text, hasta timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  with otro as (select rut.titular_de_id_publico(p_id_publico) as id),
  yo as (select t.id, jsonb_build_array(jsonb_build_object('tipoDocumento', t.tipo_documento, 'numero', t.numero_documento))
      as persona from rut.titular t where t.id = plataforma.actor_persona()),
  fines as (
    select 'representante' as como, (select min(d.creada_en) from rut.version d
        where d.titular_id = v.titular_id and d.numero > v.numero) as hasta
    from (select x.titular_id, max(x.numero) as numero from rut.version x, otro, yo
          where x.titular_id = otro.id and x.registro -> 'representantes' @> yo.persona group by x.titular_id) v
    union all
    select 'permiso', coalesce(d.revocada_en, d.hasta) from cuentas.delegacion d, otro, yo
    where d.de = otro.id and d.a = yo.id and (d.revocada_en is not null or d.hasta <= p_ahora))
  select p.nombre, f.como, f.hasta from otro, lateral rut.presentacion_de(otro.id) p, fines f
  where plataforma.ambito_para(plataforma.actor_persona(), otro.id, p_ahora) is null and f.hasta <= p_ahora
  order by f.hasta desc limit 1 $$;
