-- By which identifications others name a taxpayer: the NIT, and the document of a natural person. For other functions.
create function rut.documentos_de(p_titular uuid) returns table (tipo text, numero text)
  language sql stable security definer set search_path = pg_catalog as $$
  select '31', t.nit from rut.titular t where t.id = p_titular
  union
  select t.tipo_documento, t.numero_documento from rut.titular t
    where t.id = p_titular and t.tipo_documento is not null $$;
revoke all on function rut.documentos_de from public;
