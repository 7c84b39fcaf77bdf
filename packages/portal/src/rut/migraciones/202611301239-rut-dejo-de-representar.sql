-- When somebody who stood in sheet 3 of that taxpayer left it: the version that came after the last one that names them.
-- Nothing for whoever never stood there, or still does.
create function rut.dejo_de_representar(p_titular uuid, p_persona uuid) returns timestamptz
  language sql stable security definer set search_path = pg_catalog as $$
  select min(d.creada_en) from rut.version d
  where d.titular_id = p_titular and d.numero > (
    select max(x.numero) from rut.version x join rut.titular t on t.id = p_persona
    where x.titular_id = p_titular and x.registro -> 'representantes' @> jsonb_build_array(
      jsonb_build_object('tipoDocumento', t.tipo_documento, 'numero', t.numero_documento))) $$;
revoke all on function rut.dejo_de_representar from public;
