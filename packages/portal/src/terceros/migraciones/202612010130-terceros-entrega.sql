-- What third parties report of others (ET 631 to 631-3). A delivery is a file that is received in pieces, read by a job,
-- and signed by whoever delivers it. How it stands is computed from its instants, and whether another one took its place,
-- from that other one.
create schema terceros;
grant usage on schema terceros to autogestion_app;

create table terceros.entrega (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-z]{26}$'),
  -- Null only for a fictional reporter of the demonstration, who has no RUT.
  titular_id uuid,
  informante_nit text not null check (informante_nit ~ '^[0-9]{5,15}$'),
  informante text not null check (length(informante) between 1 and 450),
  ficticia boolean not null,
  archivo text not null check (length(archivo) between 1 and 120),
  -- As it was announced; what there is of it is in the pieces.
  bytes bigint not null check (bytes between 0 and 419430400),
  -- The taxable year, and the delivery whose place this one takes (concept 02). Without it, it is one more (01).
  anio int not null check (anio between 2000 and 2100),
  reemplaza_id uuid references terceros.entrega,
  empezada_en timestamptz not null,
  recibida_en timestamptz,
  -- What was read of it.
  leida_en timestamptz,
  -- SHA-256 of its bytes.
  huella bytea check (octet_length(huella) = 32),
  formato text check (formato ~ '^[0-9]{4}$'),
  version int check (version > 0),
  registros int check (registros >= 0),
  total numeric(30, 0),
  -- Of what was found, how many forbid it and how many whoever delivers has to confirm. Not all need be kept.
  errores int check (errores >= 0),
  dudas int check (dudas >= 0),
  -- Rows that whoever delivers sees as their persons will see them: [{fila, orden, tipo, numero, concepto, campos}].
  muestra jsonb check (jsonb_typeof(muestra) = 'array' and pg_column_size(muestra) < 200000),
  confirmada_en timestamptz,
  descartada_en timestamptz,
  acto_id uuid unique,
  radicado text unique,
  presentada_en timestamptz,
  check (num_nonnulls(leida_en, huella, registros, total, errores, dudas, muestra) in (0, 7)),
  check ((titular_id is null) <= ficticia),
  check (num_nonnulls(acto_id, radicado, presentada_en) in (0, 3) or ficticia),
  check (presentada_en is null or (descartada_en is null and errores = 0 and formato is not null and version is not null))
);
-- A delivery is replaced once.
create unique index entrega_reemplazada on terceros.entrega (reemplaza_id) where presentada_en is not null;
create index entrega_titular on terceros.entrega (titular_id, empezada_en desc);
create index entrega_informante on terceros.entrega (informante_nit, anio, formato);

-- The bytes of a delivery, in the order in which they came: the next piece begins where the last one ended.
create table terceros.trozo (
  entrega_id uuid not null references terceros.entrega,
  desde bigint not null check (desde >= 0),
  hasta bigint not null check (hasta > desde and hasta <= 419430400),
  contenido bytea not null,
  primary key (entrega_id, desde),
  unique (entrega_id, hasta),
  check (octet_length(contenido) = hasta - desde)
);

-- What was found in it, in the order of the file: row zero is the file as a whole.
create table terceros.hallazgo (
  entrega_id uuid not null references terceros.entrega,
  n int not null check (n > 0),
  fila int not null check (fila >= 0),
  campo text not null check (length(campo) <= 40),
  codigo text not null check (length(codigo) between 1 and 60),
  mensaje text not null check (length(mensaje) between 1 and 500),
  primary key (entrega_id, n)
);

-- How many records were read so far of a delivery that is being read: only for its page.
create table terceros.avance (
  entrega_id uuid primary key references terceros.entrega,
  registros int not null check (registros >= 0),
  en timestamptz not null
);

do $$ declare t text; begin
  foreach t in array array['entrega', 'trozo', 'hallazgo', 'avance'] loop
    execute format('alter table terceros.%I enable row level security', t);
    execute format('alter table terceros.%I force row level security', t);
    execute format('create policy propietario on terceros.%I to current_user using (true) with check (true)', t);
    execute format('grant select on terceros.%I to autogestion_app', t);
  end loop;
  foreach t in array array['trozo', 'hallazgo', 'avance'] loop
    execute format('create policy propia on terceros.%I for select to autogestion_app
      using (entrega_id in (select e.id from terceros.entrega e where e.titular_id = plataforma.actor_titular()))', t);
  end loop;
end $$;
create policy propia on terceros.entrega for select to autogestion_app using (titular_id = plataforma.actor_titular());
create policy empezar on terceros.entrega for insert to autogestion_app
  with check (plataforma.actor_puede(titular_id, 'preparar') and not ficticia and num_nonnulls(leida_en, presentada_en) = 0);
create policy llevar on terceros.entrega for update to autogestion_app
  using (plataforma.actor_puede(titular_id, 'preparar') and presentada_en is null and descartada_en is null)
  with check (plataforma.actor_puede(titular_id, 'preparar') and presentada_en is null);
grant insert, update (recibida_en, confirmada_en, descartada_en) on terceros.entrega to autogestion_app;
create policy traer on terceros.trozo for insert to autogestion_app
  with check (entrega_id in (select e.id from terceros.entrega e
    where plataforma.actor_puede(e.titular_id, 'preparar') and e.recibida_en is null and e.descartada_en is null));
grant insert on terceros.trozo to autogestion_app;

-- What each record says of whom. By year, and by whom it is about: what is said of somebody in a year is one look-up in one
-- partition. A year is opened when the first delivery of it comes (`abrir_anio`).
create table terceros.registro (
  anio int not null,
  -- Of the person reported: the number as it was written, without check digit, and the kind of document.
  numero text not null check (numero ~ '^[0-9A-Z]{1,20}$'),
  tipo text not null check (tipo ~ '^[0-9]{2}$'),
  entrega_id uuid not null references terceros.entrega,
  -- Its place in the file.
  fila int not null check (fila > 0),
  -- Zero is whom the record is about; from one on, the other holders of an account (1019).
  orden int not null default 0 check (orden >= 0),
  -- Empty where the format has none.
  concepto text not null check (concepto ~ '^([0-9]{4})?$'),
  -- Every other cell by the name of its column: figures are numbers, names and addresses texts. What is zero or empty is
  -- not there.
  campos jsonb not null check (jsonb_typeof(campos) = 'object'),
  primary key (numero, anio, entrega_id, fila, orden)
) partition by list (anio);
-- The rows of a delivery were written one after the other.
create index registro_entrega on terceros.registro using brin (entrega_id uuid_minmax_ops);
alter table terceros.registro enable row level security;
alter table terceros.registro force row level security;
create policy propietario on terceros.registro to current_user using (true) with check (true);
create policy del_informante on terceros.registro for select to autogestion_app
  using (entrega_id in (select e.id from terceros.entrega e where e.titular_id = plataforma.actor_titular()));
grant select on terceros.registro to autogestion_app;

-- In a transaction of its own: it waits for nobody who reads, and nobody waits for a delivery that is being read.
create function terceros.abrir_anio(p_anio int) returns void language plpgsql set search_path = pg_catalog as $$
declare
  del_anio text := 'registro_' || p_anio;
  parte text;
begin
  if to_regclass('terceros.' || del_anio) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('terceros.abrir_anio', 0));
  if to_regclass('terceros.' || del_anio) is not null then return; end if;
  execute format('create table terceros.%I (like terceros.registro including defaults including constraints)
    partition by hash (numero)', del_anio);
  execute format('alter table terceros.%I enable row level security', del_anio);
  for i in 0 .. 7 loop
    parte := del_anio || '_' || i;
    execute format('create table terceros.%I partition of terceros.%I for values with (modulus 8, remainder %s)',
      parte, del_anio, i);
    execute format('alter table terceros.%I enable row level security', parte);
  end loop;
  execute format('alter table terceros.registro attach partition terceros.%I for values in (%s)', del_anio, p_anio);
end $$;
revoke all on function terceros.abrir_anio from public;

-- A record is never changed, and goes away only with a delivery that was not signed.
create function terceros.guardar_registro() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' and not exists (select from terceros.entrega e
      where e.id = old.entrega_id and e.presentada_en is not null) then
    return old;
  end if;
  raise exception 'what was reported is replaced, and not changed' using errcode = 'check_violation';
end $$;
create trigger se_reemplaza before update or delete on terceros.registro
  for each row execute function terceros.guardar_registro();

-- The deliveries that stand: signed, and no other took their place. Row-level security of whoever asks applies.
create view terceros.vigentes with (security_invoker = true) as
  select e.* from terceros.entrega e
  where e.presentada_en is not null
    and not exists (select from terceros.entrega r where r.reemplaza_id = e.id and r.presentada_en is not null);

-- What others report of the taxpayer for whom the transaction acts, in a year, by the deliveries that stand.
create function terceros.reportado_de_mi(p_anio int)
  returns table (entrega uuid, informante_nit text, informante text, formato text, version int, presentada_en timestamptz,
    fila int, orden int, concepto text, tipo text, numero text, campos jsonb, ficticia boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select v.id, v.informante_nit, v.informante, v.formato, v.version, v.presentada_en, r.fila, r.orden, r.concepto, r.tipo,
    r.numero, r.campos, v.ficticia
  from rut.documentos_de(plataforma.actor_titular()) d
  join terceros.registro r on r.numero = d.numero and r.tipo = d.tipo and r.anio = p_anio
  join terceros.vigentes v on v.id = r.entrega_id
  order by v.informante_nit, v.formato, r.concepto, r.entrega_id, r.fila, r.orden $$;

-- Files what was signed in this same transaction: the delivery whose bytes the act names. @returns null when it is another
-- one by now, or what it replaces was replaced meanwhile
create function terceros.presentar(p_acto uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f record;
  e terceros.entrega;
begin
  select * into strict f from firma.lo_firmado(p_acto, 'terceros.presentar-exogena');
  select * into e from terceros.entrega x
    where x.id_publico = f.acto ->> 'entrega' and x.titular_id = f.titular for update;
  if e.id is null or e.presentada_en is not null or e.descartada_en is not null or e.errores is distinct from 0
    or (e.dudas > 0 and e.confirmada_en is null) or encode(e.huella, 'hex') <> f.acto ->> 'huella' then
    return null;
  end if;
  if e.reemplaza_id is not null then
    perform from terceros.entrega x where x.id = e.reemplaza_id for update;
    if not exists (select from terceros.vigentes v where v.id = e.reemplaza_id and v.titular_id = e.titular_id
        and v.formato = e.formato and v.anio = e.anio) then
      return null;
    end if;
  end if;
  update terceros.entrega set acto_id = p_acto, radicado = f.radicado, presentada_en = f.firmado_en where id = e.id;
  return e.id;
end $$;
