-- What became of a return, for whoever holds its document, who is nobody to whom it is of: whether another one took its
-- place and whether something was to be paid with it; neither how much nor to whom.
create function declaraciones.hoy_de_documento(p_documento text)
  returns table (formulario text, reemplazada boolean, por_pagar boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select d.formulario, exists (select from declaraciones.declaracion c where c.corrige_id = d.id),
    exists (select from jsonb_to_recordset(d.acto -> 'posiciones') as p(impuesto bigint, sancion bigint)
      where p.impuesto + p.sancion > 0)
  from sello.documentos s join declaraciones.declaracion d on d.acto_id::text = s.contenido ->> 'acto'
  where s.id_publico = p_documento and s.tipo = 'firma.acto' $$;
