-- The registry of a taxpayer, for whoever acts for them.
alter policy propio on rut.titular using (id = plataforma.actor_titular());
alter policy propia on rut.version using (titular_id = plataforma.actor_titular());
alter policy propio on rut.cambio_estado using (titular_id = plataforma.actor_titular());

-- Sheet 3: who represents whom. The registry in force says it; nothing is stored twice.
create index version_representantes on rut.version using gin ((registro -> 'representantes') jsonb_path_ops);

-- Box 98 of the block of sheet 3 by which a person represents another today; null when none does. The codes are
-- those of `CALIDADES_REPRESENTACION`: a test compares them.
create function rut.calidad_de_representante(p_persona uuid, p_titular uuid, p_hoy date) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select r ->> 'representacion'
  from rut.titular t
  join lateral (select v.registro from rut.version v where v.titular_id = p_titular order by v.numero desc limit 1) v on true,
  jsonb_array_elements(coalesce(v.registro -> 'representantes', '[]')) with ordinality as r (r, orden)
  where t.id = p_persona and r ->> 'tipoDocumento' = t.tipo_documento and r ->> 'numero' = t.numero_documento
    and r ->> 'representacion' = any (array['06', '07', '12', '13', '16', '18', '19', '25'])
    and (r ->> 'desde')::date <= p_hoy
  order by orden limit 1 $$;

create function rut.representados_por(p_persona uuid, p_hoy date) returns table (titular_id uuid, calidad text)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.titular_id, rut.calidad_de_representante(p_persona, c.titular_id, p_hoy)
  from (select distinct v.titular_id from rut.version v join rut.titular t on t.id = p_persona
        where v.registro -> 'representantes' @> jsonb_build_array(
          jsonb_build_object('tipoDocumento', t.tipo_documento, 'numero', t.numero_documento))) c
  where rut.calidad_de_representante(p_persona, c.titular_id, p_hoy) is not null $$;

-- How a taxpayer is presented to whoever may act for them, or to whom they named: only other functions ask it.
create function rut.presentacion_de(p_titular uuid)
  returns table (id_publico text, nit text, dv int, nombre text, tipo_documento text, numero_documento text)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.id_publico, t.nit, t.dv, rut.nombre_de(v.registro), t.tipo_documento, t.numero_documento
  from rut.titular t join rut.version v on v.titular_id = t.id
  where t.id = p_titular order by v.numero desc limit 1 $$;
create function rut.titular_de_id_publico(p_id_publico text) returns uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select t.id from rut.titular t where t.id_publico = p_id_publico $$;
do $$ declare f text; begin
  foreach f in array array['rut.calidad_de_representante(uuid, uuid, date)', 'rut.representados_por(uuid, date)',
      'rut.presentacion_de(uuid)', 'rut.titular_de_id_publico(text)'] loop
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;

-- Where one's own codes arrive, once it is known who.
create function rut.contacto_de_titular(p_titular uuid) returns table (correo text, telefono text)
  language sql stable security definer set search_path = pg_catalog as $$
  select v.registro #>> '{ubicacion,correo}', v.registro #>> '{ubicacion,telefono1}'
  from rut.version v where v.titular_id = p_titular order by v.numero desc limit 1 $$;

-- The next version of a RUT, for those who may file for the taxpayer; the e-mail of a natural person goes on serving
-- only one. The door inside, without asking who, is for other functions.
create function rut.insertar_version(p_id uuid, p_titular uuid, p_formulario text, p_concepto text, p_registro jsonb,
    p_radicado text, p_hash bytea, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  ultima int;
begin
  -- One at a time: two changes at once would be made on the same version.
  perform from rut.titular t where t.id = p_titular for update;
  select max(v.numero) into ultima from rut.version v where v.titular_id = p_titular;
  insert into rut.version values (p_id, p_titular, ultima + 1, p_formulario, p_concepto, p_registro, p_radicado, p_hash, p_ahora);
  update rut.correo_en_uso set correo = lower(p_registro #>> '{ubicacion,correo}') where titular_id = p_titular;
end $$;
revoke all on function rut.insertar_version from public;
create function rut.anotar_version(p_id uuid, p_titular uuid, p_formulario text, p_concepto text, p_registro jsonb,
    p_radicado text, p_hash bytea, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not plataforma.actor_puede(p_titular, 'presentar') then
    raise exception 'nobody changes the registration of another' using errcode = 'insufficient_privilege';
  end if;
  perform rut.insertar_version(p_id, p_titular, p_formulario, p_concepto, p_registro, p_radicado, p_hash, p_ahora);
end $$;
