-- The office's certificate authority and the documents that it issued.
create schema sello;
grant usage on schema sello to autogestion_app;

-- One authority is in use at a time; the older ones stay, because what they sealed must still verify.
create table sello.autoridad (
  id uuid primary key,
  -- Keys and certificates, encrypted under the master key.
  material_cifrado bytea not null,
  -- What everyone may know: {raizPem, intermediaPem, jwks}.
  publico jsonb not null,
  creada_en timestamptz not null,
  retirada_en timestamptz
);
create unique index una_en_uso on sello.autoridad ((true)) where retirada_en is null;
alter table sello.autoridad enable row level security;
alter table sello.autoridad force row level security;
create policy propietario on sello.autoridad to current_user using (true) with check (true);
create function sello.autoridades_publicas() returns table (publico jsonb, creada_en timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.publico, a.creada_en from sello.autoridad a order by a.creada_en desc $$;

-- A document exists, numbered and durable, before its PDF: issued and sealed are two things.
create table sello.documento (
  id uuid primary key,
  id_publico text not null unique,
  tipo text not null,
  titular_id uuid not null,
  -- What anyone who holds the document may confirm: {nit, dv, nombre, estado, fecha, titulo}.
  publico jsonb not null,
  -- What the renderer of its kind needs: identifiers.
  contenido jsonb not null,
  clave text not null,
  emitido_en timestamptz not null,
  unique (titular_id, clave)
);
create index documento_titular on sello.documento (titular_id, emitido_en desc);
create trigger inmutable before update or delete or truncate on sello.documento
  for each statement execute function plataforma.prohibir_cambio();

create table sello.sellado (
  documento_id uuid primary key references sello.documento,
  archivo_id uuid not null references plataforma.archivo,
  hash bytea not null check (octet_length(hash) = 32),
  sellado_en timestamptz not null
);
create trigger inmutable before update or delete or truncate on sello.sellado
  for each statement execute function plataforma.prohibir_cambio();

alter table sello.documento enable row level security;
alter table sello.documento force row level security;
create policy propietario on sello.documento to current_user using (true) with check (true);
create policy propio on sello.documento for select to autogestion_app
  using (titular_id = plataforma.actor_persona());
create policy emitir on sello.documento for insert to autogestion_app
  with check (titular_id = plataforma.actor_persona());
grant select, insert on sello.documento to autogestion_app;

alter table sello.sellado enable row level security;
alter table sello.sellado force row level security;
create policy propietario on sello.sellado to current_user using (true) with check (true);
create policy propio on sello.sellado for select to autogestion_app
  using (documento_id in (select d.id from sello.documento d where d.titular_id = plataforma.actor_persona()));
grant select on sello.sellado to autogestion_app;

-- Registration issues the first copy while the person is still a visitor: only for who has none yet.
create function sello.emitir_primero(p_id uuid, p_publico text, p_tipo text, p_titular uuid, p_datos jsonb,
    p_contenido jsonb, p_clave text, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from sello.documento d where d.titular_id = p_titular) then
    raise exception 'the person already has documents' using errcode = 'insufficient_privilege';
  end if;
  insert into sello.documento values (p_id, p_publico, p_tipo, p_titular, p_datos, p_contenido, p_clave, p_ahora);
end $$;

-- What whoever scanned the QR may see.
create function sello.documento_publico(p_id_publico text)
  returns table (tipo text, publico jsonb, emitido_en timestamptz, sellado_en timestamptz, hash bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select d.tipo, d.publico, d.emitido_en, s.sellado_en, s.hash
  from sello.documento d left join sello.sellado s on s.documento_id = d.id
  where d.id_publico = p_id_publico $$;

-- A view for the rooms below: what belongs to whom and whether it is sealed.
create view sello.documentos with (security_invoker = true) as
  select d.id, d.id_publico, d.tipo, d.titular_id, d.publico, d.contenido, d.emitido_en, s.sellado_en, s.archivo_id, s.hash
  from sello.documento d left join sello.sellado s on s.documento_id = d.id;
grant select on sello.documentos to autogestion_app;

-- Signed checkpoints of the audit chain, one a day.
create table sello.punto_de_control (
  dia date primary key,
  eslabon bigint not null,
  declaracion text not null,
  publicado_en timestamptz not null
);
create trigger inmutable before update or delete or truncate on sello.punto_de_control
  for each statement execute function plataforma.prohibir_cambio();
alter table sello.punto_de_control enable row level security;
alter table sello.punto_de_control force row level security;
create policy propietario on sello.punto_de_control to current_user using (true) with check (true);
-- Public by its purpose: whoever keeps yesterday's can show that nothing was rewritten.
create policy leer on sello.punto_de_control for select to autogestion_app using (true);
grant select on sello.punto_de_control to autogestion_app;
