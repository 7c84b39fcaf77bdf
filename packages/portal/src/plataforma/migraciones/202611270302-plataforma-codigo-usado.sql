-- Whether a one-time code of this session and purpose was used up in this very transaction: what a function asks before
-- it does what the code accepts.
create function plataforma.codigo_usado(p_proposito text, p_ahora timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from plataforma.codigo c
    where c.sesion_id = plataforma.actor_sesion() and c.proposito = p_proposito and c.usado_en = p_ahora) $$;
