-- The house's own tables. Everything here is written by the application's role through grants that say
-- exactly what it may do; the owner (migrations and jobs) is let through by a policy of its own.

grant usage on schema plataforma to autogestion_app;

-- Who is acting ------------------------------------------------------------------------------------------
-- Set at the start of each transaction; '' (not null) on a reused connection.
create function plataforma.actor_persona() returns uuid language sql stable parallel safe
  set search_path = pg_catalog as $$ select nullif(current_setting('app.persona', true), '')::uuid $$;
create function plataforma.actor_sesion() returns uuid language sql stable parallel safe
  set search_path = pg_catalog as $$ select nullif(current_setting('app.sesion', true), '')::uuid $$;

create function plataforma.prohibir_cambio() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on %.% is not allowed', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

-- Sessions -----------------------------------------------------------------------------------------------
create table plataforma.sesion (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  medio text not null check (medio in ('navegador', 'api')),
  persona_id uuid,
  creada_en timestamptz not null,
  usada_en timestamptz not null,
  vence_en timestamptz not null,
  cerrada_en timestamptz
);
create index sesion_persona on plataforma.sesion (persona_id) where persona_id is not null;
create index sesion_vence on plataforma.sesion (vence_en);
alter table plataforma.sesion enable row level security;
alter table plataforma.sesion force row level security;
create policy propietario on plataforma.sesion to current_user using (true) with check (true);
create policy propia on plataforma.sesion for select to autogestion_app
  using (id = plataforma.actor_sesion() or persona_id = plataforma.actor_persona());
grant select on plataforma.sesion to autogestion_app;

-- The token comes before anyone is acting, so these three are the only way in.
create function plataforma.crear_sesion(p_id uuid, p_hash bytea, p_medio text, p_persona uuid,
    p_ahora timestamptz, p_vence timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into plataforma.sesion (id, token_hash, medio, persona_id, creada_en, usada_en, vence_en)
  values (p_id, p_hash, p_medio, p_persona, p_ahora, p_ahora, p_vence) $$;

create function plataforma.sesion_por_token(p_hash bytea)
  returns table (id uuid, medio text, persona_id uuid, creada_en timestamptz, usada_en timestamptz,
                 vence_en timestamptz, cerrada_en timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.medio, s.persona_id, s.creada_en, s.usada_en, s.vence_en, s.cerrada_en
  from plataforma.sesion s where s.token_hash = p_hash $$;

create function plataforma.tocar_sesion(p_hash bytea, p_ahora timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  update plataforma.sesion set usada_en = p_ahora where token_hash = p_hash and cerrada_en is null $$;

create function plataforma.cerrar_sesion(p_hash bytea, p_ahora timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  update plataforma.sesion set cerrada_en = p_ahora where token_hash = p_hash and cerrada_en is null $$;

-- What was typed when the session expired, encrypted with a key that only the browser holds.
create table plataforma.cuerpo_guardado (
  id bytea primary key check (octet_length(id) = 32),
  cifrado bytea not null check (octet_length(cifrado) <= 1048576),
  vence_en timestamptz not null
);
alter table plataforma.cuerpo_guardado enable row level security;
alter table plataforma.cuerpo_guardado force row level security;
create policy propietario on plataforma.cuerpo_guardado to current_user using (true) with check (true);
create function plataforma.guardar_cuerpo(p_id bytea, p_cifrado bytea, p_vence timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into plataforma.cuerpo_guardado values (p_id, p_cifrado, p_vence) on conflict (id) do nothing $$;
create function plataforma.sacar_cuerpo(p_id bytea, p_ahora timestamptz) returns bytea
  language sql security definer set search_path = pg_catalog as $$
  delete from plataforma.cuerpo_guardado where id = p_id and vence_en > p_ahora returning cifrado $$;

-- One-time codes -----------------------------------------------------------------------------------------
create table plataforma.codigo (
  id uuid primary key,
  sesion_id uuid not null references plataforma.sesion on delete cascade,
  proposito text not null,
  destino_hash bytea not null,
  codigo_hash bytea not null,
  creado_en timestamptz not null,
  vence_en timestamptz not null,
  intentos int not null default 0 check (intentos between 0 and 5),
  usado_en timestamptz
);
create index codigo_sesion on plataforma.codigo (sesion_id, proposito, creado_en desc);
alter table plataforma.codigo enable row level security;
alter table plataforma.codigo force row level security;
create policy propietario on plataforma.codigo to current_user using (true) with check (true);
create policy de_la_sesion on plataforma.codigo to autogestion_app
  using (sesion_id = plataforma.actor_sesion()) with check (sesion_id = plataforma.actor_sesion());
grant select, insert, update on plataforma.codigo to autogestion_app;

-- Sending again to one address for one purpose waits, whoever asks and from wherever.
create table plataforma.envio_codigo (
  destino_hash bytea primary key,
  enviado_en timestamptz not null,
  dia date not null,
  enviados int not null
);
alter table plataforma.envio_codigo enable row level security;
alter table plataforma.envio_codigo force row level security;
create policy propietario on plataforma.envio_codigo to current_user using (true) with check (true);
create function plataforma.reservar_envio(p_destino bytea, p_ahora timestamptz, p_dia date,
    p_espera interval, p_por_dia int) returns boolean
  language sql security definer set search_path = pg_catalog as $$
  with intento as (
    insert into plataforma.envio_codigo as e (destino_hash, enviado_en, dia, enviados)
    values (p_destino, p_ahora, p_dia, 1)
    on conflict (destino_hash) do update
      set enviado_en = excluded.enviado_en, dia = excluded.dia,
          enviados = case when e.dia = excluded.dia then e.enviados + 1 else 1 end
      where e.enviado_en <= p_ahora - p_espera and (e.dia <> excluded.dia or e.enviados < p_por_dia)
    returning 1)
  select exists (select 1 from intento) $$;

-- Attempts counted by a key (a document, an address): the window starts with the first one.
create table plataforma.intento (
  clave_hash bytea primary key,
  desde timestamptz not null,
  cuenta int not null
);
alter table plataforma.intento enable row level security;
alter table plataforma.intento force row level security;
create policy propietario on plataforma.intento to current_user using (true) with check (true);
create function plataforma.contar_intento(p_clave bytea, p_ahora timestamptz, p_ventana interval) returns int
  language sql security definer set search_path = pg_catalog as $$
  insert into plataforma.intento as i (clave_hash, desde, cuenta) values (p_clave, p_ahora, 1)
  on conflict (clave_hash) do update
    set cuenta = case when i.desde <= p_ahora - p_ventana then 1 else i.cuenta + 1 end,
        desde = case when i.desde <= p_ahora - p_ventana then p_ahora else i.desde end
  returning cuenta $$;

-- Messages (mail and SMS) --------------------------------------------------------------------------------
create table plataforma.mensaje (
  id uuid primary key,
  canal text not null check (canal in ('correo', 'sms')),
  destino text not null,
  asunto text,
  texto text,
  adjuntos jsonb not null default '[]',
  creado_en timestamptz not null,
  enviado_en timestamptz,
  referencia text
);
create index mensaje_reciente on plataforma.mensaje (creado_en desc);
create index mensaje_pendiente on plataforma.mensaje (creado_en) where enviado_en is null;
alter table plataforma.mensaje enable row level security;
alter table plataforma.mensaje force row level security;
create policy propietario on plataforma.mensaje to current_user using (true) with check (true);
create policy escribir on plataforma.mensaje for insert to autogestion_app with check (enviado_en is null);
grant insert on plataforma.mensaje to autogestion_app;

-- The mailbox page of the demonstration; the office mounts it only where there is no real mail.
create function plataforma.leer_buzon(p_destino text, p_limite int)
  returns table (id uuid, canal text, destino text, asunto text, texto text, adjuntos jsonb, creado_en timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.canal, m.destino, m.asunto, m.texto, m.adjuntos, m.creado_en from plataforma.mensaje m
  where m.texto is not null and m.destino not like '%.invalid' and (p_destino is null or m.destino = p_destino)
  order by m.creado_en desc, m.id desc limit p_limite $$;

-- Files --------------------------------------------------------------------------------------------------
create table plataforma.archivo (
  id uuid primary key,
  persona_id uuid,
  tipo text not null,
  tamano int not null check (tamano > 0),
  hash bytea not null check (octet_length(hash) = 32),
  contenido bytea,
  lugar text,
  creado_en timestamptz not null,
  check (num_nonnulls(contenido, lugar) = 1)
);
alter table plataforma.archivo alter column contenido set storage external;
create index archivo_persona on plataforma.archivo (persona_id);
alter table plataforma.archivo enable row level security;
alter table plataforma.archivo force row level security;
create policy propietario on plataforma.archivo to current_user using (true) with check (true);
create policy propia on plataforma.archivo for select to autogestion_app
  using (persona_id = plataforma.actor_persona());
grant select on plataforma.archivo to autogestion_app;
create trigger inmutable before update or truncate on plataforma.archivo
  for each statement execute function plataforma.prohibir_cambio();

-- Idempotency --------------------------------------------------------------------------------------------
create table plataforma.idempotencia (
  sesion_id uuid not null references plataforma.sesion on delete cascade,
  clave text not null check (length(clave) between 8 and 128),
  ruta text not null,
  cuerpo_hash bytea not null,
  respuesta jsonb,
  creada_en timestamptz not null,
  primary key (sesion_id, clave)
);
alter table plataforma.idempotencia enable row level security;
alter table plataforma.idempotencia force row level security;
create policy propietario on plataforma.idempotencia to current_user using (true) with check (true);
create policy de_la_sesion on plataforma.idempotencia to autogestion_app
  using (sesion_id = plataforma.actor_sesion()) with check (sesion_id = plataforma.actor_sesion());
grant select, insert, update on plataforma.idempotencia to autogestion_app;

-- Radicados: year, two letters, nine digits. One sequence per pair of letters: no gaps needed, never repeated,
-- also across nodes; the sequence goes on when the year changes.
create table plataforma.radicado_serie (
  letras text primary key check (letras ~ '^[A-Z]{2}$'),
  nombre text not null
);
alter table plataforma.radicado_serie enable row level security;
alter table plataforma.radicado_serie force row level security;
create policy propietario on plataforma.radicado_serie to current_user using (true) with check (true);
create policy leer on plataforma.radicado_serie for select to autogestion_app using (true);
create function plataforma.crear_serie(p_letras text, p_nombre text) returns void language plpgsql as $$
begin
  insert into plataforma.radicado_serie values (p_letras, p_nombre);
  execute format('create sequence plataforma.%I maxvalue 999999999', 'radicado_' || lower(p_letras));
end $$;
revoke all on function plataforma.crear_serie from public;
create function plataforma.nuevo_radicado(p_letras text, p_anio int) returns text
  language sql security definer set search_path = pg_catalog as $$
  select p_anio || letras || lpad(nextval(('plataforma.radicado_' || lower(letras))::regclass)::text, 9, '0')
  from plataforma.radicado_serie where letras = p_letras $$;
grant select on plataforma.radicado_serie to autogestion_app;

-- Jobs: a role without ownership cannot call add_job.
create function plataforma.encolar(p_tarea text, p_carga json, p_clave text, p_desde timestamptz, p_prioridad int)
  returns void language sql security definer set search_path = pg_catalog as $$
  select graphile_worker.add_job(p_tarea, p_carga, run_at => p_desde, job_key => p_clave, priority => p_prioridad) $$;

-- Audit --------------------------------------------------------------------------------------------------
-- Entries are appended in the transaction of the act; one sealer chains the committed ones afterwards
-- (chaining inside the transaction would serialise every act of the office). The chain covers the hash of
-- the data and not the data, which may therefore expire.
create table plataforma.auditoria (
  id uuid not null,
  ocurrio_en timestamptz not null,
  actor text not null,
  persona_id uuid,
  accion text not null,
  objeto text,
  datos jsonb,
  datos_hash bytea not null check (octet_length(datos_hash) = 32),
  primary key (ocurrio_en, id)
) partition by range (ocurrio_en);
create index auditoria_persona on plataforma.auditoria (persona_id, ocurrio_en desc);
create table plataforma.auditoria_resto partition of plataforma.auditoria default;

-- Months of UTC, whoever asks and wherever the server thinks it is: months of two zones would overlap. A month whose
-- entries are already in the partition of the rest stays there.
create function plataforma.crear_particiones(p_desde date, p_meses int) returns void language plpgsql
  set timezone = 'UTC' as $$
declare
  mes date := date_trunc('month', p_desde);
  nombre text;
begin
  for i in 0 .. p_meses loop
    nombre := 'auditoria_' || to_char(mes, 'YYYYMM');
    if to_regclass('plataforma.' || nombre) is null and not exists (
      select from plataforma.auditoria_resto r where r.ocurrio_en >= mes and r.ocurrio_en < mes + interval '1 month')
    then
      execute format('create table plataforma.%I partition of plataforma.auditoria for values from (%L) to (%L)',
        nombre, mes, mes + interval '1 month');
    end if;
    mes := mes + interval '1 month';
  end loop;
end $$;
revoke all on function plataforma.crear_particiones from public;
select plataforma.crear_particiones(current_date, 3);

create table plataforma.auditoria_pendiente (id uuid primary key, ocurrio_en timestamptz not null);
create table plataforma.auditoria_cadena (
  eslabon bigint primary key,
  id uuid not null unique,
  ocurrio_en timestamptz not null,
  hash bytea not null check (octet_length(hash) = 32),
  sellado_en timestamptz not null
);
create trigger solo_agregar before update or delete or truncate on plataforma.auditoria_cadena
  for each statement execute function plataforma.prohibir_cambio();
create trigger solo_agregar before delete on plataforma.auditoria
  for each statement execute function plataforma.prohibir_cambio();
create trigger no_se_vacia before truncate on plataforma.auditoria
  for each statement execute function plataforma.prohibir_cambio();

-- The only change an entry admits is the expiry of its data.
create function plataforma.auditoria_solo_expira() returns trigger language plpgsql as $$
begin
  if new.datos is null and (new.id, new.ocurrio_en, new.actor, new.persona_id, new.accion, new.objeto, new.datos_hash)
      is not distinct from (old.id, old.ocurrio_en, old.actor, old.persona_id, old.accion, old.objeto, old.datos_hash)
  then return new; end if;
  raise exception 'append-only: an audit entry does not change' using errcode = 'insufficient_privilege';
end $$;
create trigger solo_expira before update on plataforma.auditoria
  for each row execute function plataforma.auditoria_solo_expira();

create function plataforma.auditoria_anotar() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  insert into plataforma.auditoria_pendiente values (new.id, new.ocurrio_en);
  return null;
end $$;
create trigger anotar after insert on plataforma.auditoria
  for each row execute function plataforma.auditoria_anotar();

do $$ declare t text; begin
  foreach t in array array['auditoria_pendiente', 'auditoria_cadena'] loop
    execute format('alter table plataforma.%I enable row level security', t);
    execute format('alter table plataforma.%I force row level security', t);
    execute format('create policy propietario on plataforma.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
alter table plataforma.auditoria enable row level security;
alter table plataforma.auditoria force row level security;
create policy propietario on plataforma.auditoria to current_user using (true) with check (true);
create policy agregar on plataforma.auditoria for insert to autogestion_app with check (true);
create policy propia on plataforma.auditoria for select to autogestion_app
  using (persona_id = plataforma.actor_persona());
grant select, insert on plataforma.auditoria to autogestion_app;
