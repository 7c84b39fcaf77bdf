-- «Esto no es así»: whoever is reported says that a record is not so, and who reported it answers. What was said then stays
-- as it was; how it stands is computed from what happened, from the deliveries that stand today and from the day.
select plataforma.crear_serie('RT', 'Reclamos de lo que otros reportan');

create table terceros.reclamo (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-z]{26}$'),
  radicado text not null unique,
  titular_id uuid not null,
  entrega_id uuid not null references terceros.entrega,
  fila int not null,
  orden int not null,
  -- Who reported it; without an account only in a demonstration.
  informante_id uuid,
  informante_nit text not null,
  informante text not null,
  -- What it said.
  anio int not null,
  formato text not null,
  concepto text not null,
  tipo text not null,
  numero text not null,
  campos jsonb not null,
  -- How many records there were that said the same: one less is a correction.
  iguales int not null check (iguales > 0),
  motivo text not null check (motivo in ('no-es-mio', 'otro-valor', 'otro-anio', 'otro-concepto', 'repetido')),
  relato text not null check (length(relato) between 10 and 2000),
  dia date not null,
  -- Last day for whoever reported it to answer, by the term of that day.
  vence date not null check (vence > dia),
  abierto_en timestamptz not null,
  unique (titular_id, entrega_id, fila, orden)
);
create index reclamo_informante on terceros.reclamo (informante_id, abierto_en desc);
create index reclamo_reportado on terceros.reclamo (informante_nit, anio, formato);

create table terceros.suceso_de_reclamo (
  id uuid primary key,
  reclamo_id uuid not null references terceros.reclamo,
  hecho text not null check (hecho in ('avisado', 'corrige', 'sostiene', 'recordado', 'cambio-dicho', 'vencimiento-dicho')),
  -- Why who reported it says that it is so.
  texto text check (length(texto) between 10 and 2000),
  ocurrio_en timestamptz not null,
  dia date not null,
  check ((hecho = 'sostiene') = (texto is not null))
);
create index suceso_de_reclamo_de on terceros.suceso_de_reclamo (reclamo_id, ocurrio_en, id);
-- Each is said once; it can be reminded as often as an official sees fit.
create unique index suceso_de_reclamo_una_vez on terceros.suceso_de_reclamo (reclamo_id, hecho) where hecho <> 'recordado';

create table terceros.prueba_de_reclamo (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-z]{26}$'),
  reclamo_id uuid not null references terceros.reclamo,
  nombre text not null check (length(nombre) between 1 and 200),
  media text not null,
  archivo_id uuid not null references plataforma.archivo,
  tamano int not null,
  hash bytea not null
);
create index prueba_de_reclamo_de on terceros.prueba_de_reclamo (reclamo_id);

do $$ declare t text; begin
  foreach t in array array['reclamo', 'suceso_de_reclamo', 'prueba_de_reclamo'] loop
    execute format('create trigger inmutable before update or delete or truncate on terceros.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
    execute format('alter table terceros.%I enable row level security', t);
    execute format('alter table terceros.%I force row level security', t);
    execute format('create policy propietario on terceros.%I to current_user using (true) with check (true)', t);
    execute format('grant select on terceros.%I to autogestion_app', t);
  end loop;
  foreach t in array array['suceso_de_reclamo', 'prueba_de_reclamo'] loop
    execute format('create policy de_las_partes on terceros.%I for select to autogestion_app
      using (reclamo_id in (select c.id from terceros.reclamo c
        where plataforma.actor_titular() in (c.titular_id, c.informante_id)))', t);
  end loop;
end $$;
create policy de_las_partes on terceros.reclamo for select to autogestion_app
  using (plataforma.actor_titular() in (titular_id, informante_id));

-- A record of a delivery that stands, and that is about them, is not so.
-- @param p_pruebas [{id, id_publico, nombre, archivo}], files of theirs
-- @returns `abierto`; `repetido` when they said so already; null when there is no such record about them
create function terceros.abrir_reclamo(p_id uuid, p_id_publico text, p_radicado text, p_anio int, p_entrega uuid, p_fila int,
    p_orden int, p_iguales int, p_motivo text, p_relato text, p_dia date, p_vence date, p_ahora timestamptz, p_pruebas jsonb)
    returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  este record;
begin
  if not plataforma.actor_alcanza('presentar') then return null; end if;
  select r.* into este from terceros.reportado_de_mi(p_anio) r
    where r.entrega = p_entrega and r.fila = p_fila and r.orden = p_orden;
  if not found then return null; end if;
  insert into terceros.reclamo (id, id_publico, radicado, titular_id, entrega_id, fila, orden, informante_id,
      informante_nit, informante, anio, formato, concepto, tipo, numero, campos, iguales, motivo, relato, dia, vence, abierto_en)
    select p_id, p_id_publico, p_radicado, plataforma.actor_titular(), p_entrega, p_fila, p_orden, e.titular_id,
      este.informante_nit, este.informante, p_anio, este.formato, este.concepto, este.tipo, este.numero, este.campos,
      p_iguales, p_motivo, p_relato, p_dia, p_vence, p_ahora
    from terceros.entrega e where e.id = p_entrega
    on conflict (titular_id, entrega_id, fila, orden) do nothing;
  if not found then return 'repetido'; end if;
  insert into terceros.prueba_de_reclamo (id, id_publico, reclamo_id, nombre, media, archivo_id, tamano, hash)
    select x.id, x.id_publico, p_id, x.nombre, a.tipo, a.id, a.tamano, a.hash
    from jsonb_to_recordset(p_pruebas) x(id uuid, id_publico text, nombre text, archivo uuid)
    join plataforma.archivo a on a.id = x.archivo and a.persona_id = plataforma.actor_titular();
  return 'abierto';
end $$;

-- What the deliveries that stand say today of the same year and format, by the same reporter, of the same person; for
-- either side: [{concepto, campos}].
create function terceros.hoy_de_reclamo(p_reclamo uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('concepto', r.concepto, 'campos', r.campos)), '[]')
  from terceros.reclamo c
  join terceros.vigentes v on v.informante_nit = c.informante_nit and v.anio = c.anio and v.formato = c.formato
  join terceros.registro r on r.anio = c.anio and r.numero = c.numero and r.tipo = c.tipo and r.entrega_id = v.id
  where c.id = p_reclamo and plataforma.actor_titular() in (c.titular_id, c.informante_id) $$;

-- Who reported it says that they will correct it, or that it is so. Once it was said to be so there is no other answer.
-- @returns `hecho`, `ya` when there is one; null for whoever did not report it
create function terceros.responder_reclamo(p_id uuid, p_reclamo text, p_hecho text, p_texto text, p_dia date,
    p_ahora timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  este terceros.reclamo;
begin
  select * into este from terceros.reclamo c where c.id_publico = p_reclamo for update;
  if not found or not plataforma.actor_puede(este.informante_id, 'presentar') or p_hecho not in ('corrige', 'sostiene') then
    return null;
  end if;
  if exists (select from terceros.suceso_de_reclamo s where s.reclamo_id = este.id and s.hecho in ('sostiene', p_hecho)) then
    return 'ya';
  end if;
  insert into terceros.suceso_de_reclamo (id, reclamo_id, hecho, texto, ocurrio_en, dia)
    values (p_id, este.id, p_hecho, p_texto, p_ahora, p_dia);
  return 'hecho';
end $$;

-- What an official may see of the list, without whose it is: the oldest first.
create function terceros.reclamos_en_mesa(p_ahora timestamptz)
  returns table (id_publico text, radicado text, anio int, formato text, motivo text, dia date, vence date, iguales int,
    concepto text, campos jsonb, hechos text[], hoy jsonb)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id_publico, c.radicado, c.anio, c.formato, c.motivo, c.dia, c.vence, c.iguales, c.concepto, c.campos,
    array(select s.hecho from terceros.suceso_de_reclamo s where s.reclamo_id = c.id order by s.ocurrio_en, s.id),
    (select coalesce(jsonb_agg(jsonb_build_object('concepto', r.concepto, 'campos', r.campos)), '[]')
      from terceros.vigentes v
      join terceros.registro r on r.anio = c.anio and r.numero = c.numero and r.tipo = c.tipo and r.entrega_id = v.id
      where v.informante_nit = c.informante_nit and v.anio = c.anio and v.formato = c.formato)
  from terceros.reclamo c
  where cuentas.actor_atiende(c.titular_id, array['pqsrd', 'supervisor'], p_ahora)
    and (c.informante_id is null or cuentas.actor_atiende(c.informante_id, array['pqsrd', 'supervisor'], p_ahora))
  order by c.abierto_en desc, c.id limit 200 $$;

-- For the rest of the transaction the official sees what whoever said so sees, and only looks. @returns the taxpayer, or null
create function terceros.atender_reclamo(p_reclamo text, p_ahora timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  este terceros.reclamo;
begin
  select * into este from terceros.reclamo c where c.id_publico = p_reclamo;
  if not found or not cuentas.actor_atiende(este.titular_id, array['pqsrd', 'supervisor'], p_ahora)
    or este.informante_id is not null
      and not cuentas.actor_atiende(este.informante_id, array['pqsrd', 'supervisor'], p_ahora) then
    return null;
  end if;
  perform set_config('app.titular', este.titular_id::text, true), set_config('app.ambito', 'consultar', true);
  return este.titular_id;
end $$;

-- An official has who reported it written to once more. @returns whether there is whom to write to
create function terceros.recordar_reclamo(p_id uuid, p_reclamo text, p_dia date, p_ahora timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  este terceros.reclamo;
begin
  select * into este from terceros.reclamo c where c.id_publico = p_reclamo;
  if not found or este.informante_id is null
    or not cuentas.actor_atiende(este.titular_id, array['pqsrd'], p_ahora)
    or not cuentas.actor_atiende(este.informante_id, array['pqsrd'], p_ahora) then
    return false;
  end if;
  insert into terceros.suceso_de_reclamo (id, reclamo_id, hecho, ocurrio_en, dia)
    values (p_id, este.id, 'recordado', p_ahora, p_dia);
  return true;
end $$;
