-- How a taxpayer is known in documents, asked by the office itself too: what somebody delivered in a batch is judged when
-- they are not there any more.
create function facturas.claves_de(p_titular uuid) returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select array['31:' || p.nit] || case when p.tipo_documento not in ('13', '31')
      then array[p.tipo_documento || ':' || p.numero_documento] else array[]::text[] end
    from rut.presentacion_de(p_titular) p where p_titular is not null), array[]::text[]) $$;
revoke all on function facturas.claves_de from public;
create function facturas.es_de(p_titular uuid, p_tipo text, p_numero text) returns boolean
  language sql stable set search_path = pg_catalog as $$
  select coalesce(facturas.clave_de(p_tipo, p_numero) = any (facturas.claves_de(p_titular)), false) $$;
revoke all on function facturas.es_de from public;
create function facturas.es_mio(p_tipo text, p_numero text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select facturas.es_de(plataforma.actor_titular(), p_tipo, p_numero) $$;

-- Whoever had documents under another number than the NIT that they got: those go on in the sequence of the NIT, in the
-- order in which they came.
create function facturas.reconocer(p_titular uuid, p_hoy date, p_ahora timestamptz) returns int
  language plpgsql set search_path = pg_catalog as $$
declare
  claves text[] := facturas.claves_de(p_titular);
  una record;
  cuantas int := 0;
begin
  if cardinality(claves) < 2 then return 0; end if;
  update facturas.documento set emisor_clave = claves[1] where emisor_clave = any (claves[2:]);
  update facturas.documento set adquirente_clave = claves[1] where adquirente_clave = any (claves[2:]);
  for una in
    select n.* from facturas.novedad n where n.clave = any (claves[2:]) and not exists (
      select from facturas.novedad y where y.clave = claves[1] and y.nit_emisor = n.nit_emisor and y.codigo = n.codigo)
    order by n.anotada_en, n.n
  loop
    perform facturas.anotar_novedad(claves[1], una.papel, una.tipo, una.nit_emisor, una.codigo, una.total, p_hoy, p_ahora);
    cuantas := cuantas + 1;
  end loop;
  return cuantas;
end $$;
revoke all on function facturas.reconocer from public;

-- Where a program of a taxpayer wants to be told of what is new: `avisada` is the number of the last thing that it took.
create table facturas.suscripcion (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-hjkmnp-tv-z]{26}$'),
  titular_id uuid not null,
  clave text not null,
  url text not null check (length(url) between 8 and 500),
  -- Key of its signatures, encrypted by the application.
  secreto bytea not null,
  creada_en timestamptz not null,
  retirada_en timestamptz,
  avisada bigint not null check (avisada >= 0),
  intentada_en timestamptz,
  -- Since the last time that it answered well.
  fallas int not null default 0 check (fallas >= 0),
  falla text
);
create index suscripcion_clave on facturas.suscripcion (clave) where retirada_en is null;
create index suscripcion_titular on facturas.suscripcion (titular_id, creada_en desc);
alter table facturas.suscripcion enable row level security;
alter table facturas.suscripcion force row level security;
create policy propietario on facturas.suscripcion to current_user using (true) with check (true);
create policy propia on facturas.suscripcion for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
create policy pedir on facturas.suscripcion for insert to autogestion_app
  with check (plataforma.actor_puede(titular_id, 'presentar') and clave = (facturas.mis_claves())[1]);
create policy retirar on facturas.suscripcion for update to autogestion_app
  using (plataforma.actor_puede(titular_id, 'presentar')) with check (plataforma.actor_puede(titular_id, 'presentar'));
grant select, insert, update (retirada_en) on facturas.suscripcion to autogestion_app;

-- Whom to tell when some sequences moved: identifiers, for jobs.
create function facturas.suscritas(p_claves text[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select s.id from facturas.suscripcion s where s.clave = any (p_claves) and s.retirada_en is null $$;
