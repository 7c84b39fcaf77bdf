-- Electronic documents as they were received: what each says, who it is of, and everything that came with it. Kept whole
-- and never changed; what is computed (state, legitimate holder) is computed from these rows.
create schema facturas;
grant usage on schema facturas to autogestion_app;

-- How a person or company is known in documents. A cédula is its holder's NIT (DUR 1625/2016 art. 1.6.1.2.1), so both
-- are one; whoever has another document and a NIT is known by the NIT.
create function facturas.clave_de(p_tipo text, p_numero text) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select case
    when p_numero is null or p_numero = '' or p_numero ~ '^2{10,12}$' then null
    when p_tipo in ('13', '31') then '31:' || p_numero
    else coalesce((select '31:' || p.nit from rut.presentacion_de(rut.titular_de_documento(p_tipo, p_numero)) p),
      coalesce(p_tipo, '') || ':' || p_numero) end $$;
revoke all on function facturas.clave_de from public;

-- How the taxpayer of the transaction is known: what policies compare. The first is the one of their sequence.
create function facturas.mis_claves() returns text[]
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select array['31:' || p.nit] || case when p.tipo_documento not in ('13', '31')
      then array[p.tipo_documento || ':' || p.numero_documento] else array[]::text[] end
    from rut.presentacion_de(plataforma.actor_titular()) p where plataforma.actor_titular() is not null),
    array[]::text[]) $$;

-- Issuers of certificates that the office trusts: those of signers of invoices, and no other.
create table facturas.emisor_de_certificados (
  huella bytea primary key check (octet_length(huella) = 32),
  nombre text not null check (length(nombre) between 1 and 300),
  -- PEM.
  certificado text not null,
  demostracion boolean not null,
  actor text not null,
  anotado_en timestamptz not null,
  retirado_en timestamptz
);

-- A zip with several. What became of each is its delivery; how far it is, is how many deliveries there are.
create table facturas.lote (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-hjkmnp-tv-z]{26}$'),
  titular_id uuid,
  funcionario_id uuid,
  actor text not null,
  nombre text not null check (length(nombre) between 1 and 120),
  hash bytea not null check (octet_length(hash) = 32),
  archivo uuid not null,
  -- Names of what it brings, in their order.
  contenido jsonb not null,
  cuantos int not null check (cuantos between 1 and 50),
  recibido_en timestamptz not null,
  check (num_nonnulls(titular_id, funcionario_id) <= 1)
);
create index lote_titular on facturas.lote (titular_id, recibido_en desc);
create index lote_funcionario on facturas.lote (funcionario_id, recibido_en desc) where funcionario_id is not null;

-- Each time that somebody brought a document: the original, rejected ones too, and the signed answer.
create table facturas.entrega (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-hjkmnp-tv-z]{26}$'),
  -- For whom it was delivered; of none when an official or the office itself did.
  titular_id uuid,
  funcionario_id uuid,
  actor text not null,
  lote uuid references facturas.lote,
  posicion int check (posicion > 0),
  nombre text not null check (length(nombre) between 1 and 120),
  hash bytea not null check (octet_length(hash) = 32),
  tamano int not null check (tamano > 0),
  -- The original as it came.
  archivo uuid not null,
  -- `repetido`: the document was in the register already, with these same bytes.
  veredicto text not null check (veredicto in ('aceptado', 'rechazado', 'repetido')),
  -- What could be read of it, which of a rejected one nobody vouches for.
  tipo text,
  numero text,
  codigo text,
  nit_emisor text,
  -- [{regla, tipo, mensaje}]
  hallazgos jsonb not null,
  -- The ApplicationResponse.
  respuesta uuid not null,
  respuesta_codigo text not null check (respuesta_codigo in ('02', '04')),
  recibida_en timestamptz not null,
  unique (lote, posicion),
  check ((lote is null) = (posicion is null)),
  check (num_nonnulls(titular_id, funcionario_id) <= 1),
  check ((veredicto = 'rechazado') = (respuesta_codigo = '04'))
);
create index entrega_titular on facturas.entrega (titular_id, recibida_en desc, id desc);
create index entrega_funcionario on facturas.entrega (funcionario_id, recibida_en desc) where funcionario_id is not null;
create index entrega_hash on facturas.entrega (hash);

-- The register: each accepted document once. Ten million a day would be one country; the hash of the issuer spreads them.
create table facturas.documento (
  nit_emisor text not null check (nit_emisor ~ '^[0-9A-Za-z]{1,20}$'),
  -- CUFE, CUDE or CUDS.
  codigo text not null check (codigo ~ '^[0-9a-f]{96}$'),
  id uuid not null,
  raiz text not null check (raiz in ('Invoice', 'CreditNote', 'DebitNote', 'ApplicationResponse')),
  tipo text not null check (tipo ~ '^[0-9]{2,3}$'),
  numero text not null check (length(numero) between 1 and 60),
  -- 1 production, 2 tests.
  ambiente text not null check (ambiente in ('1', '2')),
  fecha date not null,
  hora text not null,
  emisor_tipo text,
  emisor_nombre text not null,
  emisor_clave text,
  adquirente_tipo text,
  adquirente_numero text,
  adquirente_nombre text not null,
  adquirente_clave text,
  moneda text,
  -- Hundredths of the currency.
  bruto bigint not null default 0 check (bruto >= 0),
  total bigint not null default 0 check (total >= 0),
  iva bigint not null default 0 check (iva >= 0),
  inc bigint not null default 0 check (inc >= 0),
  ica bigint not null default 0 check (ica >= 0),
  otros_impuestos bigint not null default 0 check (otros_impuestos >= 0),
  -- 1 at once, 2 on credit; and the codes of the means (10 cash, 48 credit card…).
  formas_de_pago text[] not null default '{}',
  medios_de_pago text[] not null default '{}',
  -- What a note corrects, as it says.
  corrige_codigo text,
  corrige_numero text,
  concepto text,
  -- Of the range that it says to be from.
  autorizacion text,
  prefijo text,
  software text,
  -- null when nobody had the key that closes the code.
  codigo_coincide boolean,
  firmante text not null,
  firmado_en timestamptz,
  -- Whether the certificate leads to an issuer that the office trusts.
  cadena text not null check (cadena in ('confiable', 'sin-emisores')),
  -- Notifications: a document with rejections is not here.
  hallazgos jsonb not null,
  archivo uuid not null,
  respuesta uuid not null,
  entrega uuid not null,
  hash bytea not null check (octet_length(hash) = 32),
  recibido_en timestamptz not null,
  primary key (nit_emisor, codigo)
) partition by hash (nit_emisor);
create index documento_codigo on facturas.documento (codigo);
create index documento_emisor on facturas.documento (nit_emisor, fecha desc, codigo);
create index documento_emisor_clave on facturas.documento (emisor_clave, fecha desc, codigo);
create index documento_adquirente on facturas.documento (adquirente_clave, fecha desc, codigo);
create index documento_corrige on facturas.documento (corrige_codigo) where corrige_codigo is not null;

-- What happened to an invoice afterwards: each is a document of its own, signed by who says it.
create table facturas.evento (
  -- The invoice.
  documento_nit text not null,
  documento_codigo text not null check (documento_codigo ~ '^[0-9a-f]{96}$'),
  -- 030 to 036.
  evento text not null check (evento ~ '^0[0-9]{2}$'),
  -- Of a claim, its concept (01 to 04).
  motivo text,
  nit_emisor text not null,
  codigo text not null,
  fecha date not null,
  hora text not null,
  emisor_clave text,
  emisor_nombre text not null,
  receptor_clave text,
  receptor_nombre text not null,
  recibido_en timestamptz not null,
  primary key (documento_nit, documento_codigo, codigo),
  foreign key (nit_emisor, codigo) references facturas.documento,
  foreign key (documento_nit, documento_codigo) references facturas.documento
);

-- How many things each taxpayer has to know of: the number of the last one, and the chain of them all.
create table facturas.cuenta (
  clave text primary key,
  ultima bigint not null check (ultima >= 0),
  dia date not null,
  huella bytea not null check (octet_length(huella) = 32)
);

-- The sequence of each: 1, 2, 3…, without gaps, in the order in which they were written. `huella` of each is the SHA-256
-- of the one before (of 32 zeros, the first) followed by its own line, so that the last one proves all.
create table facturas.novedad (
  clave text not null,
  n bigint not null check (n > 0),
  dia date not null,
  papel text not null check (papel in ('emisor', 'adquirente')),
  tipo text not null,
  nit_emisor text not null,
  codigo text not null,
  total bigint not null,
  huella bytea not null check (octet_length(huella) = 32),
  anotada_en timestamptz not null,
  primary key (clave, n)
) partition by hash (clave);
create index novedad_dia on facturas.novedad (clave, dia, n);

do $$ declare t text; p text; begin
  foreach t in array array['documento', 'novedad'] loop
    for i in 0 .. 7 loop
      p := t || '_' || i;
      execute format('create table facturas.%I partition of facturas.%I for values with (modulus 8, remainder %s)', p, t, i);
      execute format('alter table facturas.%I enable row level security', p);
      execute format('alter table facturas.%I force row level security', p);
      execute format('create policy propietario on facturas.%I to current_user using (true) with check (true)', p);
    end loop;
  end loop;
  foreach t in array array['emisor_de_certificados', 'lote', 'entrega', 'documento', 'evento', 'cuenta', 'novedad'] loop
    execute format('alter table facturas.%I enable row level security', t);
    execute format('alter table facturas.%I force row level security', t);
    execute format('create policy propietario on facturas.%I to current_user using (true) with check (true)', t);
    execute format('grant select on facturas.%I to autogestion_app', t);
  end loop;
  foreach t in array array['lote', 'entrega', 'documento', 'evento', 'novedad'] loop
    execute format('create trigger inmutable before delete or truncate on facturas.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
  end loop;
  foreach t in array array['lote', 'entrega', 'evento', 'novedad'] loop
    execute format('create trigger sin_cambio before update on facturas.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
  end loop;
end $$;

-- Public: anybody may ask whom the office trusts.
create policy de_todos on facturas.emisor_de_certificados for select to autogestion_app using (true);
create policy propio on facturas.lote for select to autogestion_app
  using (titular_id = plataforma.actor_titular() or funcionario_id = plataforma.actor_funcionario());
create policy aportar on facturas.lote for insert to autogestion_app
  with check (plataforma.actor_puede(titular_id, 'presentar'));
grant insert on facturas.lote to autogestion_app;
create policy propia on facturas.entrega for select to autogestion_app
  using (titular_id = plataforma.actor_titular() or funcionario_id = plataforma.actor_funcionario());
create policy aportar on facturas.entrega for insert to autogestion_app
  with check (plataforma.actor_puede(titular_id, 'presentar'));
grant insert on facturas.entrega to autogestion_app;
-- A document is of both its parties.
create policy de_sus_partes on facturas.documento for select to autogestion_app
  using (emisor_clave = any ((select facturas.mis_claves())::text[])
    or adquirente_clave = any ((select facturas.mis_claves())::text[]));
create policy de_sus_partes on facturas.evento for select to autogestion_app
  using (exists (select from facturas.documento d where d.nit_emisor = documento_nit and d.codigo = documento_codigo));
create policy propia on facturas.cuenta for select to autogestion_app
  using (clave = any ((select facturas.mis_claves())::text[]));
create policy propia on facturas.novedad for select to autogestion_app
  using (clave = any ((select facturas.mis_claves())::text[]));

-- The next thing that somebody has to know of. Whoever writes waits for who wrote before: the numbers have no gaps, and
-- the day never goes back.
create function facturas.anotar_novedad(p_clave text, p_papel text, p_tipo text, p_nit text, p_codigo text, p_total bigint,
    p_hoy date, p_ahora timestamptz) returns bigint
  language plpgsql set search_path = pg_catalog as $$
declare
  c facturas.cuenta;
begin
  insert into facturas.cuenta (clave, ultima, dia, huella) values (p_clave, 0, p_hoy, decode(repeat('00', 32), 'hex'))
    on conflict do nothing;
  select * into strict c from facturas.cuenta x where x.clave = p_clave for no key update;
  c.ultima := c.ultima + 1;
  c.dia := greatest(c.dia, p_hoy);
  c.huella := sha256(c.huella || convert_to(format('%s|%s|%s|%s|%s|%s', c.ultima, c.dia, p_papel, p_tipo, p_codigo, p_total), 'UTF8'));
  insert into facturas.novedad (clave, n, dia, papel, tipo, nit_emisor, codigo, total, huella, anotada_en)
    values (p_clave, c.ultima, c.dia, p_papel, p_tipo, p_nit, p_codigo, p_total, c.huella, p_ahora);
  update facturas.cuenta set ultima = c.ultima, dia = c.dia, huella = c.huella where clave = p_clave;
  return c.ultima;
end $$;
revoke all on function facturas.anotar_novedad from public;

-- A document that was accepted, with what it says of another one, and its number in the sequences of its parties.
-- @returns the keys whose sequence moved; none when the register had that code already.
create function facturas.inscribir(p_documento jsonb, p_evento jsonb, p_hoy date) returns text[]
  language plpgsql set search_path = pg_catalog as $$
declare
  d facturas.documento := jsonb_populate_record(null::facturas.documento, p_documento);
  e facturas.evento;
  parte record;
  claves text[] := '{}';
begin
  d.emisor_clave := facturas.clave_de(d.emisor_tipo, d.nit_emisor);
  d.adquirente_clave := facturas.clave_de(d.adquirente_tipo, d.adquirente_numero);
  insert into facturas.documento select d.* on conflict (nit_emisor, codigo) do nothing;
  if not found then return claves; end if;
  if p_evento is not null then
    e := jsonb_populate_record(null::facturas.evento, p_evento);
    e.nit_emisor := d.nit_emisor;
    e.codigo := d.codigo;
    e.emisor_clave := d.emisor_clave;
    e.receptor_clave := d.adquirente_clave;
    insert into facturas.evento select e.*;
  end if;
  -- In the order of the keys: two documents between the same two never wait for each other.
  for parte in
    select x.clave, min(x.papel) filter (where x.papel = 'emisor') as de_emisor from (
      values (d.emisor_clave, 'emisor'), (d.adquirente_clave, 'adquirente')) as x(clave, papel)
    where x.clave is not null group by x.clave order by x.clave
  loop
    perform facturas.anotar_novedad(parte.clave, coalesce(parte.de_emisor, 'adquirente'), d.tipo, d.nit_emisor, d.codigo,
      d.total, p_hoy, d.recibido_en);
    claves := claves || parte.clave;
  end loop;
  return claves;
end $$;
revoke all on function facturas.inscribir from public;

-- The same, of what the taxpayer of the transaction issued: whoever signs a document is who answers for it. Of a
-- documento soporte and its notes (05, 95) that is who buys.
create function facturas.inscribir_lo_mio(p_documento jsonb, p_evento jsonb, p_hoy date) returns text[]
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  suya text := case when p_documento ->> 'tipo' in ('05', '95')
    then facturas.clave_de(p_documento ->> 'adquirente_tipo', p_documento ->> 'adquirente_numero')
    else facturas.clave_de(p_documento ->> 'emisor_tipo', p_documento ->> 'nit_emisor') end;
begin
  if not plataforma.actor_alcanza('presentar') or not coalesce(suya = any (facturas.mis_claves()), false) then
    raise exception 'nobody delivers what another issued' using errcode = 'insufficient_privilege';
  end if;
  return facturas.inscribir(p_documento, p_evento, p_hoy);
end $$;

-- What a day had for the taxpayer of the transaction. Asking for a day that is over closes it: nothing is written in it
-- any more.
create function facturas.mi_dia(p_dia date, p_hoy date)
  returns table (cuantas bigint, suma numeric, primera bigint, ultima bigint, huella bytea, cerrado boolean)
  language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  mia text := (facturas.mis_claves())[1];
begin
  if p_dia < p_hoy then
    update facturas.cuenta set dia = p_hoy where clave = mia and dia < p_hoy;
  end if;
  return query
    select count(n.n), coalesce(sum(n.total), 0)::numeric, min(n.n), max(n.n),
      (select h.huella from facturas.novedad h where h.clave = mia and h.dia <= p_dia order by h.n desc limit 1),
      p_dia < p_hoy
    from facturas.novedad n where n.clave = mia and n.dia = p_dia;
end $$;
