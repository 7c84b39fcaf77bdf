-- What an act says, for the room whose act it is, in the transaction that signs it: only of whoever signed it, for the one
-- it binds. The owner's functions call it; the application does not.
create function firma.lo_firmado(p_acto uuid, p_tipo text)
  returns table (titular uuid, radicado text, acto jsonb, firmado_en timestamptz)
  language sql stable set search_path = pg_catalog as $$
  select a.titular_id, a.radicado, a.canonico::jsonb -> 'acto', a.firmado_en from firma.acto a
  where a.id = p_acto and a.tipo = p_tipo and a.firmante_id = plataforma.actor_persona()
    and a.titular_id = plataforma.actor_titular() $$;
revoke all on function firma.lo_firmado from public;
