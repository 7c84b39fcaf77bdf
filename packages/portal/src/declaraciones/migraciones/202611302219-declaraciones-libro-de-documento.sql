-- The entries of what a signed return left to be paid, for whoever holds its document and is told one thing, whether it is
-- paid whole; which law makes that matter is not in the database. Nothing for the code of any other document.
create function declaraciones.libro_de_documento(p_documento text)
  returns table (obligacion uuid, comprobante bigint, renglon smallint, lado text, cuenta text, contra text, valor bigint,
                 efecto date, vence date, impuesta boolean, sobre_comprobante bigint, sobre_renglon smallint)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.* from sello.documentos s
  join declaraciones.declaracion d on d.acto_id::text = s.contenido ->> 'acto'
  cross join lateral obligaciones.leer_periodo(d.titular_id,
    array(select p.concepto from jsonb_to_recordset(d.acto -> 'posiciones') as p(concepto text, impuesto bigint, sancion bigint)
      where p.impuesto + p.sancion > 0), d.anio, d.periodo) l
  where s.id_publico = p_documento and s.tipo = 'firma.acto' $$;
