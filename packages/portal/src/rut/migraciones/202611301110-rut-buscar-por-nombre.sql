-- Words of a name as they are looked for: small letters, without tildes, and n for ñ.
create function rut.palabras_de(p_registro jsonb) returns tsvector
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select to_tsvector('simple'::regconfig,
    translate(lower(rut.nombre_de(p_registro)), 'áéíóúüñàèìòùâêîôûäëïöç', 'aeiouunaeiouaeiouaeioc')) $$;

-- Who is called so today. For functions of rooms below, which ask first who may look.
create function rut.titulares_por_nombre(p_busca text, p_limite int) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select v.titular_id from rut.version v
  where rut.palabras_de(v.registro) @@ to_tsquery('simple'::regconfig, p_busca)
    and not exists (select from rut.version p where p.titular_id = v.titular_id and p.numero > v.numero)
  limit p_limite $$;
revoke all on function rut.titulares_por_nombre(text, int) from public;
