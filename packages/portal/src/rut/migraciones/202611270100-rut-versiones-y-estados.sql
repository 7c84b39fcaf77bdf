-- Changes of address that a person made by themselves: at most two in six months (DUR 1.6.1.2.14 inc. 4).
create table rut.cambio_direccion (
  version_id uuid primary key references rut.version,
  titular_id uuid not null references rut.titular,
  -- In Bogotá.
  en date not null
);
create index cambio_direccion_titular on rut.cambio_direccion (titular_id, en desc);
create trigger inmutable before update or delete or truncate on rut.cambio_direccion
  for each statement execute function plataforma.prohibir_cambio();
alter table rut.cambio_direccion enable row level security;
alter table rut.cambio_direccion force row level security;
create policy propietario on rut.cambio_direccion to current_user using (true) with check (true);
create policy propio on rut.cambio_direccion for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
grant select on rut.cambio_direccion to autogestion_app;

-- The limit is of the table and not of who writes in it. Two at once wait for each other at the taxpayer's row. The
-- numbers are those of `CAMBIOS_DE_DIRECCION`: a test compares what both say.
create function rut.limitar_cambios_de_direccion() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from rut.titular t where t.id = new.titular_id for update;
  if (select count(*) from rut.cambio_direccion c where c.titular_id = new.titular_id
      and c.en <= new.en and (c.en + interval '6 months')::date >= new.en) >= 2 then
    raise exception 'two changes of address in six months'
      using errcode = 'check_violation', constraint = 'dos_cambios_de_direccion';
  end if;
  return new;
end $$;
create trigger dos_en_seis_meses before insert on rut.cambio_direccion
  for each row execute function rut.limitar_cambios_de_direccion();

-- Boxes 38 to 41.
create function rut.direccion_de(p_registro jsonb) returns jsonb language sql immutable parallel safe
  set search_path = pg_catalog as $$
  select jsonb_build_array(p_registro #> '{ubicacion,pais}', p_registro #> '{ubicacion,municipio}',
    p_registro #> '{ubicacion,direccion}') $$;

-- What a person writes by themselves: the address is counted, and who represents them is not for delegates to say.
create or replace function rut.anotar_version(p_id uuid, p_titular uuid, p_formulario text, p_concepto text,
    p_registro jsonb, p_radicado text, p_hash bytea, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  antes jsonb;
begin
  if p_concepto <> '02' or not plataforma.actor_puede(p_titular, 'presentar') then
    raise exception 'nobody changes the registration of another' using errcode = 'insufficient_privilege';
  end if;
  perform from rut.titular t where t.id = p_titular for update;
  select v.registro into antes from rut.version v where v.titular_id = p_titular order by v.numero desc limit 1;
  if antes -> 'representantes' is distinct from p_registro -> 'representantes'
      and not plataforma.actor_alcanza('firmar') then
    raise exception 'who represents a taxpayer is not for delegates to say' using errcode = 'insufficient_privilege';
  end if;
  perform rut.insertar_version(p_id, p_titular, p_formulario, p_concepto, p_registro, p_radicado, p_hash, p_ahora);
  if rut.direccion_de(antes) <> rut.direccion_de(p_registro) then
    insert into rut.cambio_direccion values (p_id, p_titular, (p_ahora at time zone 'America/Bogota')::date);
  end if;
end $$;

-- One update of a taxpayer at a time: whoever holds this reads a version that nobody changes meanwhile.
create function rut.esperar_turno(p_titular uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not plataforma.actor_puede(p_titular, 'presentar') then
    raise exception 'nobody holds the registration of another' using errcode = 'insufficient_privilege';
  end if;
  perform from rut.titular t where t.id = p_titular for update;
end $$;

-- Suspends, cancels or gives back: for other functions, which know by which act and of whom.
create function rut.insertar_cambio_estado(p_id uuid, p_titular uuid, p_estado text, p_desde date, p_acto text,
    p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from rut.titular t where t.id = p_titular for update;
  if rut.estado_de(p_titular) = p_estado then
    raise exception 'it is so already' using errcode = 'check_violation', constraint = 'estado_que_cambia';
  end if;
  insert into rut.cambio_estado values (p_id, p_titular, p_estado, p_desde, p_acto, p_ahora);
end $$;
revoke all on function rut.insertar_cambio_estado from public;

-- Whether whoever has that document has a RUT that stands (DUR 1.6.1.2.1 num. 9): yes or no, and nothing else.
create function rut.tiene_rut(p_tipo text, p_numero text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from rut.titular t
    where (p_tipo = '31' and t.nit = p_numero or t.tipo_documento = p_tipo and t.numero_documento = p_numero)
      and rut.estado_de(t.id) <> 'cancelado') $$;

-- Since when the state is what it is: null when it never changed.
create function rut.estado_desde(p_titular uuid) returns date
  language sql stable security definer set search_path = pg_catalog as $$
  select c.desde from rut.cambio_estado c where c.titular_id = p_titular
  order by c.anotado_en desc, c.id desc limit 1 $$;
drop function rut.estado_publico(text);
create function rut.estado_publico(p_nit text)
  returns table (nit text, dv int, nombre text, estado text, desde text, fecha timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.nit, t.dv, rut.nombre_de(v.registro), rut.estado_de(t.id),
         coalesce(rut.estado_desde(t.id), (t.inscrito_en at time zone 'America/Bogota')::date)::text,
         greatest(v.creada_en, (select max(c.anotado_en) from rut.cambio_estado c where c.titular_id = t.id))
  from rut.titular t join rut.version v on v.titular_id = t.id
  where t.nit = p_nit order by v.numero desc limit 1 $$;
