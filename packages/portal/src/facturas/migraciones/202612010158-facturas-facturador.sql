-- Who invoices electronically: the software with which they do, the test set with which they were enabled, and the numbers
-- that they may use. What a set asks and how long a range lasts is law and is asked by the use case.

create table facturas.software (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-z]{26}$'),
  titular_id uuid not null,
  -- What the documents carry.
  software_id uuid not null unique,
  nombre text not null check (char_length(nombre) between 1 and 60),
  -- Encrypted: it closes the code of notes.
  pin bytea not null,
  registrado_en timestamptz not null
);
create index software_titular on facturas.software (titular_id, registrado_en);

create table facturas.habilitacion (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-z]{26}$'),
  titular_id uuid not null,
  software uuid not null references facturas.software,
  empezada_en timestamptz not null,
  acto_id uuid unique,
  -- The version of the RUT that it wrote.
  version_id uuid unique,
  hecha_en timestamptz,
  check (num_nonnulls(acto_id, version_id, hecha_en) in (0, 3))
);
create unique index habilitacion_abierta on facturas.habilitacion (titular_id) where acto_id is null;
create index habilitacion_titular on facturas.habilitacion (titular_id, empezada_en desc);

-- Each document of a test set with its verdict, refused ones too.
create table facturas.documento_de_prueba (
  id uuid primary key,
  habilitacion uuid not null references facturas.habilitacion,
  titular_id uuid not null,
  archivo text not null check (char_length(archivo) between 1 and 100),
  clase text check (clase in ('factura', 'nota-credito', 'nota-debito')),
  numero text check (char_length(numero) <= 60),
  codigo text check (codigo ~ '^[0-9a-f]{96}$'),
  hash bytea not null check (octet_length(hash) = 32),
  aceptado boolean not null,
  hallazgos jsonb not null check (jsonb_typeof(hallazgos) = 'array' and pg_column_size(hallazgos) < 60000),
  recibido_en timestamptz not null,
  check (not aceptado or num_nonnulls(clase, numero, codigo) = 3)
);
-- The same document twice is one, whatever its bytes.
create unique index documento_de_prueba_aceptado on facturas.documento_de_prueba (habilitacion, codigo) where aceptado;
create unique index documento_de_prueba_bytes on facturas.documento_de_prueba (habilitacion, hash);
create trigger inmutable before update or delete or truncate on facturas.documento_de_prueba
  for each statement execute function plataforma.prohibir_cambio();

-- Numbers that were asked for (form 1302) and, once signed, authorized (form 1876).
create table facturas.rango (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-z]{26}$'),
  titular_id uuid not null,
  nit text not null,
  modalidad text not null check (modalidad in ('factura', 'contingencia', 'documento-soporte', 'pos')),
  prefijo text not null check (prefijo ~ '^[0-9A-Z]{0,4}$'),
  desde bigint not null check (desde > 0),
  hasta bigint not null check (hasta >= desde),
  software uuid not null references facturas.software,
  pedido_en timestamptz not null,
  acto_id uuid unique,
  resolucion text unique check (resolucion ~ '^[0-9]{14}$'),
  vigente_desde date,
  vigente_hasta date check (vigente_hasta >= vigente_desde),
  autorizado_en timestamptz,
  -- The technical key, encrypted; only where the code of its documents is closed with it.
  clave bytea,
  -- It is shown once.
  clave_mostrada_en timestamptz,
  -- From that day its numbers serve no more.
  inhabilitado_desde date,
  check (num_nonnulls(acto_id, resolucion, vigente_desde, vigente_hasta, autorizado_en) in (0, 5)),
  check (acto_id is not null or num_nonnulls(clave, clave_mostrada_en, inhabilitado_desde) = 0),
  check (clave is not null or clave_mostrada_en is null)
);
create index rango_titular on facturas.rango (titular_id, pedido_en desc);
create index rango_autoriza on facturas.rango (nit, prefijo, desde) where acto_id is not null;

do $$ declare t text; begin
  foreach t in array array['software', 'habilitacion', 'documento_de_prueba', 'rango'] loop
    execute format('alter table facturas.%I enable row level security', t);
    execute format('alter table facturas.%I force row level security', t);
    execute format('create policy propietario on facturas.%I to current_user using (true) with check (true)', t);
    execute format('create policy propia on facturas.%I for select to autogestion_app
      using (titular_id = plataforma.actor_titular())', t);
    execute format('create policy preparar on facturas.%I for insert to autogestion_app
      with check (plataforma.actor_puede(titular_id, ''preparar''))', t);
  end loop;
end $$;
create policy mostrar on facturas.rango for update to autogestion_app
  using (plataforma.actor_puede(titular_id, 'firmar') and acto_id is not null)
  with check (plataforma.actor_puede(titular_id, 'firmar') and acto_id is not null);
grant select, insert on facturas.software, facturas.documento_de_prueba to autogestion_app;
grant select, insert (id, id_publico, titular_id, software, empezada_en) on facturas.habilitacion to autogestion_app;
grant select, insert (id, id_publico, titular_id, nit, modalidad, prefijo, desde, hasta, software, pedido_en)
  on facturas.rango to autogestion_app;
grant update (clave_mostrada_en, inhabilitado_desde) on facturas.rango to autogestion_app;

-- Writes in the RUT what was signed in this same transaction: box 53 as the act says, and nothing else.
-- @returns false when it was carried out meanwhile, or the RUT no longer says what the act began from
create function facturas.habilitar(p_acto uuid, p_version uuid, p_formulario text, p_registro jsonb, p_hash bytea,
    p_ahora timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f record;
  actual jsonb;
begin
  select * into strict f from firma.lo_firmado(p_acto, 'facturas.habilitarse');
  perform from facturas.habilitacion h
    where h.id_publico = f.acto ->> 'habilitacion' and h.titular_id = f.titular and h.acto_id is null for update;
  if not found then return false; end if;
  perform rut.tomar_registro(f.titular);
  select v.registro into strict actual from rut.versiones v where v.titular_id = f.titular and v.vigente;
  if actual #> '{clasificacion,responsabilidades}' <> f.acto #> '{casilla53,antes}' then return false; end if;
  if jsonb_set(actual, '{clasificacion,responsabilidades}', f.acto #> '{casilla53,despues}') <> p_registro then
    raise exception 'being enabled changes box 53 as it was signed and nothing else' using errcode = 'check_violation';
  end if;
  perform rut.insertar_version(p_version, f.titular, p_formulario, '02', p_registro, f.radicado, p_hash, p_ahora);
  update facturas.habilitacion set acto_id = p_acto, version_id = p_version, hecha_en = p_ahora
    where id_publico = f.acto ->> 'habilitacion';
  return true;
end $$;

create sequence facturas.resolucion maxvalue 9999999999;

-- Authorizes the numbers that were signed in this same transaction.
-- @returns the resolution; null when it was authorized meanwhile, or other numbers in force of that NIT and prefix cross it
create function facturas.autorizar_rango(p_acto uuid, p_clave bytea, p_ahora timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f record;
  r facturas.rango;
  numero text;
begin
  select * into strict f from firma.lo_firmado(p_acto, 'facturas.pedir-numeracion');
  select * into r from facturas.rango x where x.id_publico = f.acto ->> 'rango' and x.titular_id = f.titular;
  if not found then return null; end if;
  -- Two at once of one NIT come one after the other.
  perform pg_advisory_xact_lock(hashtextextended('facturas.rango:' || r.nit, 0));
  perform from facturas.rango x where x.id = r.id and x.acto_id is null for update;
  if not found then return null; end if;
  perform from facturas.rango x
    where x.nit = r.nit and x.prefijo = r.prefijo and x.acto_id is not null and x.desde <= r.hasta and x.hasta >= r.desde
      and x.vigente_hasta >= (f.acto #>> '{vigencia,desde}')::date;
  if found then return null; end if;
  numero := '1876' || lpad(nextval('facturas.resolucion')::text, 10, '0');
  update facturas.rango set acto_id = p_acto, resolucion = numero, vigente_desde = (f.acto #>> '{vigencia,desde}')::date,
      vigente_hasta = (f.acto #>> '{vigencia,hasta}')::date, autorizado_en = p_ahora, clave = p_clave
    where id = r.id;
  return numero;
end $$;

-- Which authorization a number of an issuer is of, on a day. What closes its code comes encrypted.
create function facturas.rango_que_autoriza(p_nit text, p_prefijo text, p_numero bigint)
  returns table (id_publico text, resolucion text, modalidad text, prefijo text, desde bigint, hasta bigint,
                 vigente_desde date, vigente_hasta date, inhabilitado_desde date, clave bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select r.id_publico, r.resolucion, r.modalidad, r.prefijo, r.desde, r.hasta, r.vigente_desde,
         r.vigente_hasta, r.inhabilitado_desde, r.clave
  from facturas.rango r
  where r.nit = p_nit and r.prefijo = p_prefijo and r.acto_id is not null and p_numero between r.desde and r.hasta
  order by r.vigente_desde desc $$;

-- The PIN of an issuer's software, encrypted.
create function facturas.pin_de_software(p_nit text, p_software uuid) returns table (id_publico text, pin bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select s.id_publico, s.pin from facturas.software s
  where s.software_id = p_software and exists (
    select from rut.versiones v where v.titular_id = s.titular_id and v.vigente and v.nit = p_nit) $$;

-- «¿Es facturador electrónico?»: NIT in; name, yes or no, since when and which documents out.
create function facturas.consultar_facturador(p_nit text, p_codigo text, p_hoy date)
  returns table (nit text, dv int, nombre text, estado text, es boolean, desde timestamptz, habilitado_en timestamptz,
                 modalidades text[])
  language sql stable security definer set search_path = pg_catalog as $$
  select v.nit, v.dv, rut.nombre_de(v.registro), rut.estado_de(v.titular_id),
         (v.registro #> '{clasificacion,responsabilidades}') ? p_codigo,
         (select min(w.creada_en) from rut.versiones w where w.titular_id = v.titular_id and w.numero > coalesce((
            select max(x.numero) from rut.versiones x where x.titular_id = v.titular_id
              and not (x.registro #> '{clasificacion,responsabilidades}') ? p_codigo), 0)),
         (select max(h.hecha_en) from facturas.habilitacion h where h.titular_id = v.titular_id),
         array(select distinct r.modalidad from facturas.rango r
           where r.titular_id = v.titular_id and r.acto_id is not null and p_hoy between r.vigente_desde and r.vigente_hasta
             and (r.inhabilitado_desde is null or r.inhabilitado_desde > p_hoy) order by 1)
  from rut.versiones v where v.nit = p_nit and v.vigente $$;

-- What became of what was signed, for whoever holds its document: whether that RUT has the code today, and nothing more.
create function facturas.hoy_de_habilitacion(p_documento text, p_codigo text) returns table (tiene boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select (v.registro #> '{clasificacion,responsabilidades}') ? p_codigo
  from sello.documentos s
  join facturas.habilitacion h on h.acto_id::text = s.contenido ->> 'acto'
  join rut.versiones v on v.titular_id = h.titular_id and v.vigente
  where s.id_publico = p_documento and s.tipo = 'firma.acto' $$;

do $$ declare f text; begin
  foreach f in array array['habilitar', 'autorizar_rango', 'rango_que_autoriza', 'pin_de_software', 'consultar_facturador',
      'hoy_de_habilitacion'] loop
    execute format('revoke all on function facturas.%I from public', f);
    execute format('grant execute on function facturas.%I to autogestion_app', f);
  end loop;
end $$;
