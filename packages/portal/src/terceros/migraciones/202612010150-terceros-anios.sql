-- The years of which somebody reports something of the taxpayer for whom the transaction acts.
create function terceros.anios_reportados_de_mi() returns table (anio int)
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct r.anio from rut.documentos_de(plataforma.actor_titular()) d
  join terceros.registro r on r.numero = d.numero and r.tipo = d.tipo
  join terceros.vigentes v on v.id = r.entrega_id
  order by r.anio desc $$;
