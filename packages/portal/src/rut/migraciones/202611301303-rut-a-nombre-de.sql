-- Who holds a document, for who signed in and is about to trust them with something: the name, which anybody may ask of
-- a NIT, and nothing else.
create function rut.a_nombre_de(p_tipo text, p_numero text) returns table (titular_id uuid, nombre text)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.id, rut.nombre_de(v.registro)
  from rut.titular t join rut.version v on v.titular_id = t.id
  where plataforma.actor_persona() is not null and t.tipo_documento = p_tipo and t.numero_documento = p_numero
  order by v.numero desc limit 1 $$;
