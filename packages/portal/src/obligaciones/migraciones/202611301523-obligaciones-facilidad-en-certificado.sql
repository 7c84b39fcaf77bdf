-- For whoever verifies a certificate: how the facilities go today that were in force on the day that it certifies, and were
-- known when it was issued. Nothing else of them, and nothing for any other document.
create function obligaciones.facilidades_de_certificado(p_documento text, p_hoy date)
  returns table (fin text, atrasada boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select x.clase, (select coalesce(sum(q.capital + q.interes), 0) from obligaciones.facilidad_cuota q
      where q.facilidad = f.id and q.vence < p_hoy) > obligaciones.pagado_de_facilidad(f.id, p_hoy)
  from sello.documento_publico(p_documento) d
  join obligaciones.facilidad f
    on f.titular_id = sello.titular_de_documento(p_documento, array['obligaciones.estado-a-una-fecha'])
  left join obligaciones.facilidad_fin x on x.facilidad = f.id
  where f.concedida_en <= d.emitido_en and f.concedida_el <= (d.publico #>> '{certifica,al}')::date
    and (x.facilidad is null or x.registrado_en > d.emitido_en or x.dia > (d.publico #>> '{certifica,al}')::date)
  order by f.concedida_en $$;
