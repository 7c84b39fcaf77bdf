-- Whose a document is, for the functions of other rooms that tell whoever verifies it whether it is still so. For nobody
-- else: the public code of a document leads to what it says, and not to its holder.
create function sello.titular_de_documento(p_id_publico text, p_tipos text[]) returns uuid
  language sql stable set search_path = pg_catalog as $$
  select d.titular_id from sello.documento d where d.id_publico = p_id_publico and d.tipo = any (p_tipos) $$;
revoke all on function sello.titular_de_documento(text, text[]) from public;
