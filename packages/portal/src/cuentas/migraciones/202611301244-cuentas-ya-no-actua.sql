-- Why whoever acts may not act any more for somebody for whom they could: they left sheet 3, or their permission ended.
-- Nothing for whoever never could: to them that taxpayer is nobody.
create function cuentas.ya_no_actua_por(p_id_publico text, p_ahora timestamptz)
  returns table (nombre text, como text, hasta timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  with otro as (select rut.titular_de_id_publico(p_id_publico) as id, plataforma.actor_persona() as yo),
  fines as (
    select 'representante' as como, rut.dejo_de_representar(otro.id, otro.yo) as hasta from otro
    union all
    select 'permiso', coalesce(d.revocada_en, d.hasta) from cuentas.delegacion d, otro
    where d.de = otro.id and d.a = otro.yo and (d.revocada_en is not null or d.hasta <= p_ahora))
  select p.nombre, f.como, f.hasta from otro, lateral rut.presentacion_de(otro.id) p, fines f
  where plataforma.ambito_para(otro.yo, otro.id, p_ahora) is null and f.hasta <= p_ahora
  order by f.hasta desc limit 1 $$;
