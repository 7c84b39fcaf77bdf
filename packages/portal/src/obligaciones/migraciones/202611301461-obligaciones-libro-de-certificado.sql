-- The entries of the taxpayer of a certificate, as they stand now. Whoever holds it is nobody to its taxpayer and is told
-- one thing, whether what it certified is still so; the law that says it is not in the database. Nothing for the code of any
-- other document.
create function obligaciones.libro_de_certificado(p_documento text)
  returns table (obligacion uuid, comprobante bigint, renglon smallint, lado text, cuenta text, contra text, valor bigint,
                 efecto date, vence date, impuesta boolean, sobre_comprobante bigint, sobre_renglon smallint)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.* from obligaciones.leer(sello.titular_de_documento(p_documento,
    array['obligaciones.estado-a-una-fecha', 'obligaciones.certificado-de-pago']), 9223372036854775807) l $$;
revoke all on function obligaciones.libro_de_certificado(text) from public;
grant execute on function obligaciones.libro_de_certificado(text) to autogestion_app;
