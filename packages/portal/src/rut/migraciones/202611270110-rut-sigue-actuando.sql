-- Whether whoever acts still may for a taxpayer, after changing who represents them: of oneself, and of nobody else.
create function rut.actor_sigue(p_titular uuid, p_ahora timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select plataforma.ambito_para(plataforma.actor_persona(), p_titular, p_ahora) is not null $$;
