-- Whose a document is, for functions that serve officials: a person's document, or a NIT (code 31).
create function rut.titular_de_documento(p_tipo text, p_numero text) returns uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select t.id from rut.titular t
  where (p_tipo = '31' and t.nit = p_numero) or (t.tipo_documento = p_tipo and t.numero_documento = p_numero) $$;
revoke all on function rut.titular_de_documento from public;

-- The document with which a person comes in follows boxes 25 and 26. The NIT stays: it is given once.
create function rut.seguir_documento(p_titular uuid, p_tipo text, p_numero text) returns void
  language sql security definer set search_path = pg_catalog as $$
  update rut.titular t set tipo_documento = p_tipo, numero_documento = p_numero
  where t.id = p_titular and t.tipo_contribuyente = '2'
    and (t.tipo_documento, t.numero_documento) is distinct from (p_tipo, p_numero) $$;
revoke all on function rut.seguir_documento from public;
