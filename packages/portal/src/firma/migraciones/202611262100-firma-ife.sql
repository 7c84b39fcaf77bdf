-- The electronic signature (IFE): agreement, certificate, key, signed acts. Everything of it is of the person who
-- signs (`actor_persona`), whoever they sign for.
create schema firma;
grant usage on schema firma to autogestion_app;

-- The agreement as it was accepted, word by word, once for each of its versions.
create table firma.acuerdo (
  id uuid primary key,
  persona_id uuid not null,
  version text not null,
  texto text not null,
  hash bytea not null check (hash = sha256(convert_to(texto, 'UTF8'))),
  sesion_id uuid not null,
  aceptado_en timestamptz not null,
  unique (persona_id, version)
);

create table firma.certificado (
  id uuid primary key,
  persona_id uuid not null,
  -- Serial number, hexadecimal.
  serie text not null unique check (serie ~ '^[0-9a-f]{2,40}$'),
  pem text not null,
  -- As the certificate says them.
  nit text not null,
  nombre text not null,
  desde timestamptz not null,
  hasta timestamptz not null check (hasta > desde),
  acuerdo_id uuid not null references firma.acuerdo,
  -- How the identity was checked: {registro, canal, destino}.
  comprobacion jsonb not null
);
create index certificado_persona on firma.certificado (persona_id, desde desc);

create table firma.revocacion (
  certificado_id uuid primary key references firma.certificado,
  causal text not null
    check (causal in ('titular', 'compromiso', 'identidad', 'fallecimiento', 'cancelacion-rut', 'reemplazo')),
  revocado_en timestamptz not null
);
create sequence firma.lista_numero;

-- The one thing here that changes: the key of the certificate in force, closed under the password. A new password
-- takes the place of the old envelope, and the end of the certificate erases it; keeping either would let an old
-- password open the key. One row a person, so that its lock puts parallel signatures in a row.
create table firma.clave (
  persona_id uuid primary key,
  certificado_id uuid not null unique references firma.certificado,
  sobre jsonb not null,
  cambiada_en timestamptz not null,
  usada_en timestamptz,
  fallos int not null default 0 check (fallos >= 0),
  espera_hasta timestamptz
);

-- Which act the last dynamic key of a session was asked for: it signs that one and no other.
create table firma.clave_dinamica (
  sesion_id uuid primary key references plataforma.sesion on delete cascade,
  mostrado bytea not null check (octet_length(mostrado) = 32),
  canal text not null check (canal in ('correo', 'sms')),
  pedida_en timestamptz not null
);

create table firma.acto (
  id uuid primary key,
  radicado text not null unique,
  tipo text not null,
  firmante_id uuid not null,
  titular_id uuid not null,
  -- The opaque identifier of the titular, for links.
  titular_publico text not null,
  certificado_id uuid not null references firma.certificado,
  -- What was signed, to the byte (RFC 8785).
  canonico text not null,
  -- What was before the person's eyes, and its hash, which is inside `canonico`.
  mostrado jsonb not null,
  mostrado_hash bytea not null check (octet_length(mostrado_hash) = 32),
  jws text not null,
  cms bytea not null,
  evidencia jsonb not null,
  -- Asking twice with the same key gives the same act.
  clave text not null,
  firmado_en timestamptz not null,
  unique (firmante_id, clave)
);
create index acto_firmante on firma.acto (firmante_id, firmado_en desc);
create index acto_titular on firma.acto (titular_id, firmado_en desc);

-- A code sent to the registered e-mail or telephone came back: it reaches the person.
create table firma.confirmacion (
  persona_id uuid not null,
  canal text not null check (canal in ('correo', 'sms')),
  confirmado_en timestamptz not null,
  primary key (persona_id, canal)
);

do $$ declare t text; begin
  foreach t in array array['acuerdo', 'certificado', 'revocacion', 'clave', 'clave_dinamica', 'acto', 'confirmacion'] loop
    execute format('alter table firma.%I enable row level security', t);
    execute format('alter table firma.%I force row level security', t);
    execute format('create policy propietario on firma.%I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['acuerdo', 'certificado', 'revocacion', 'acto'] loop
    execute format('create trigger inmutable before update or delete or truncate on firma.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
  end loop;
end $$;

create policy propio on firma.acuerdo to autogestion_app
  using (persona_id = plataforma.actor_persona()) with check (persona_id = plataforma.actor_persona());
create policy propio on firma.certificado to autogestion_app
  using (persona_id = plataforma.actor_persona()) with check (persona_id = plataforma.actor_persona());
create policy propia on firma.clave to autogestion_app
  using (persona_id = plataforma.actor_persona()) with check (persona_id = plataforma.actor_persona());
create policy propia on firma.confirmacion to autogestion_app
  using (persona_id = plataforma.actor_persona()) with check (persona_id = plataforma.actor_persona());
create policy propia on firma.revocacion for select to autogestion_app using (certificado_id in
  (select c.id from firma.certificado c where c.persona_id = plataforma.actor_persona()));
create policy de_la_sesion on firma.clave_dinamica to autogestion_app
  using (sesion_id = plataforma.actor_sesion()) with check (sesion_id = plataforma.actor_sesion());
-- Whoever signed sees it, and whoever acts for the one it binds.
create policy propio on firma.acto for select to autogestion_app
  using (firmante_id = plataforma.actor_persona() or titular_id = plataforma.actor_titular());
create policy firmar on firma.acto for insert to autogestion_app
  with check (firmante_id = plataforma.actor_persona() and plataforma.actor_puede(titular_id, 'firmar'));
grant select, insert on firma.acuerdo, firma.certificado, firma.acto to autogestion_app;
grant select on firma.revocacion to autogestion_app;
grant select, insert, update on firma.clave, firma.clave_dinamica, firma.confirmacion to autogestion_app;

-- Where the codes of whoever acts arrive, and where they arrived before: each version of their own RUT, oldest first,
-- also while they act for somebody else.
create function firma.contacto_propio() returns table (correo text, telefono text, desde timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select v.registro #>> '{ubicacion,correo}', v.registro #>> '{ubicacion,telefono1}', v.creada_en
  from rut.versiones v where v.titular_id = plataforma.actor_persona() order by v.numero $$;

-- Revokes the certificate in force of a person and erases its key, in one go. Revoking twice changes nothing.
create function firma.revocar(p_persona uuid, p_causal text, p_ahora timestamptz) returns text
  language plpgsql set search_path = pg_catalog as $$
declare
  v_certificado uuid;
  v_serie text;
begin
  delete from firma.clave k where k.persona_id = p_persona returning k.certificado_id into v_certificado;
  if v_certificado is null then return null; end if;
  insert into firma.revocacion values (v_certificado, p_causal, p_ahora);
  select c.serie into v_serie from firma.certificado c where c.id = v_certificado;
  return v_serie;
end $$;
revoke all on function firma.revocar from public;
create function firma.revocar_propio(p_causal text, p_ahora timestamptz) returns text
  language sql security definer set search_path = pg_catalog as $$
  select firma.revocar(plataforma.actor_persona(), p_causal, p_ahora) $$;

-- What the revocation list says: public by its purpose, and without saying of whom.
create function firma.revocados() returns table (serie text, causal text, revocado_en timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.serie, r.causal, r.revocado_en from firma.revocacion r
  join firma.certificado c on c.id = r.certificado_id order by r.revocado_en, c.serie $$;
create function firma.siguiente_lista() returns bigint
  language sql security definer set search_path = pg_catalog as $$ select nextval('firma.lista_numero') $$;

select plataforma.crear_serie('FE', 'Actos firmados electrónicamente');

-- Notices of the coming end of a certificate: each once.
create table firma.aviso (
  certificado_id uuid not null references firma.certificado,
  aviso text not null check (aviso in ('mes', 'margen')),
  avisado_en timestamptz not null,
  primary key (certificado_id, aviso)
);
alter table firma.aviso enable row level security;
alter table firma.aviso force row level security;
create policy propietario on firma.aviso to current_user using (true) with check (true);

-- Whether the person could sign what falls due: each notice once.
create table firma.aviso_de_aptitud (
  persona_id uuid not null,
  vence date not null,
  dias int not null check (dias in (30, 15, 7, 1)),
  avisado_en timestamptz not null,
  primary key (persona_id, vence, dias)
);
alter table firma.aviso_de_aptitud enable row level security;
alter table firma.aviso_de_aptitud force row level security;
create policy propietario on firma.aviso_de_aptitud to current_user using (true) with check (true);
