-- Factors of an account. `cuenta_id` is a taxpayer's or an official's: an account has the factors of its own and of
-- nobody it acts for. Hashes and secrets are reached only through functions that say whose.
create function cuentas.actor_cuenta() returns uuid language sql stable parallel safe
  set search_path = pg_catalog as $$ select coalesce(plataforma.actor_persona(), plataforma.actor_funcionario()) $$;

create table cuentas.contrasena (
  cuenta_id uuid primary key,
  -- argon2id, in the PHC string format.
  hash text not null check (hash like '$argon2id$%'),
  cambiada_en timestamptz not null
);

-- Authenticator app (RFC 6238): the secret is encrypted under the master key. `ultimo_paso` is the last time step that
-- was accepted: a code serves once.
create table cuentas.totp (
  cuenta_id uuid primary key,
  secreto_cifrado bytea not null,
  creado_en timestamptz not null,
  confirmado_en timestamptz,
  ultimo_paso bigint not null default 0
);

create table cuentas.codigo_recuperacion (
  id uuid primary key,
  cuenta_id uuid not null,
  hash bytea not null check (octet_length(hash) = 32),
  creado_en timestamptz not null,
  usado_en timestamptz,
  unique (cuenta_id, hash)
);

-- Passkeys (WebAuthn).
create table cuentas.llave (
  id uuid primary key,
  cuenta_id uuid not null,
  credencial text not null unique,
  clave_publica bytea not null,
  contador bigint not null,
  transportes text[] not null default '{}',
  nombre text not null check (length(nombre) between 1 and 60),
  creada_en timestamptz not null,
  usada_en timestamptz
);
create index llave_cuenta on cuentas.llave (cuenta_id);

-- A challenge is good once, for one purpose and in the session that asked for it.
create table cuentas.reto (
  id uuid primary key,
  sesion_id uuid not null references plataforma.sesion on delete cascade,
  proposito text not null,
  reto text not null unique,
  vence_en timestamptz not null,
  usado_en timestamptz
);
create index reto_sesion on cuentas.reto (sesion_id, proposito);

do $$ declare t text; begin
  foreach t in array array['contrasena', 'totp', 'codigo_recuperacion', 'llave', 'reto'] loop
    execute format('alter table cuentas.%I enable row level security', t);
    execute format('alter table cuentas.%I force row level security', t);
    execute format('create policy propietario on cuentas.%I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['totp', 'codigo_recuperacion', 'llave'] loop
    execute format('create policy propia on cuentas.%I to autogestion_app
      using (cuenta_id = cuentas.actor_cuenta()) with check (cuenta_id = cuentas.actor_cuenta())', t);
  end loop;
end $$;
create policy de_la_sesion on cuentas.reto to autogestion_app
  using (sesion_id = plataforma.actor_sesion()) with check (sesion_id = plataforma.actor_sesion());
grant select, insert, update (usado_en) on cuentas.reto to autogestion_app;
grant select, insert, update (nombre), delete on cuentas.llave to autogestion_app;
grant select, insert, update (confirmado_en, ultimo_paso), delete on cuentas.totp to autogestion_app;
grant select, insert, update (usado_en), delete on cuentas.codigo_recuperacion to autogestion_app;

create function cuentas.guardar_contrasena(p_cuenta uuid, p_hash text, p_ahora timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into cuentas.contrasena values (p_cuenta, p_hash, p_ahora)
  on conflict (cuenta_id) do update set hash = excluded.hash, cambiada_en = excluded.cambiada_en $$;
create function cuentas.contrasena_de(p_cuenta uuid) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select c.hash from cuentas.contrasena c where c.cuenta_id = p_cuenta $$;

-- What an account can be entered with: to choose the next step, before anybody is acting.
create function cuentas.factores_de(p_cuenta uuid)
  returns table (contrasena boolean, totp boolean, llaves int, codigos int)
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from cuentas.contrasena c where c.cuenta_id = p_cuenta),
    exists (select from cuentas.totp t where t.cuenta_id = p_cuenta and t.confirmado_en is not null),
    (select count(*)::int from cuentas.llave l where l.cuenta_id = p_cuenta),
    (select count(*)::int from cuentas.codigo_recuperacion r where r.cuenta_id = p_cuenta and r.usado_en is null) $$;

create function cuentas.llave_por_credencial(p_credencial text)
  returns table (id uuid, cuenta_id uuid, clave_publica bytea, contador bigint, transportes text[])
  language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.cuenta_id, l.clave_publica, l.contador, l.transportes from cuentas.llave l
  where l.credencial = p_credencial $$;
-- The counter of an authenticator only grows; those that do not count stay at zero (WebAuthn §6.1.1).
create function cuentas.anotar_uso_de_llave(p_id uuid, p_contador bigint, p_ahora timestamptz) returns boolean
  language sql security definer set search_path = pg_catalog as $$
  with usada as (
    update cuentas.llave set contador = p_contador, usada_en = p_ahora
    where id = p_id and (p_contador > contador or p_contador = 0 and contador = 0) returning 1)
  select exists (select from usada) $$;

create function cuentas.totp_de(p_cuenta uuid) returns table (secreto_cifrado bytea, ultimo_paso bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.secreto_cifrado, t.ultimo_paso from cuentas.totp t
  where t.cuenta_id = p_cuenta and t.confirmado_en is not null $$;
-- Of two that bring the same code, one wins.
create function cuentas.usar_paso_totp(p_cuenta uuid, p_paso bigint) returns boolean
  language sql security definer set search_path = pg_catalog as $$
  with usado as (
    update cuentas.totp set ultimo_paso = p_paso where cuenta_id = p_cuenta and ultimo_paso < p_paso returning 1)
  select exists (select from usado) $$;
create function cuentas.usar_codigo_recuperacion(p_cuenta uuid, p_hash bytea, p_ahora timestamptz) returns boolean
  language sql security definer set search_path = pg_catalog as $$
  with usado as (
    update cuentas.codigo_recuperacion set usado_en = p_ahora
    where cuenta_id = p_cuenta and hash = p_hash and usado_en is null returning 1)
  select exists (select from usado) $$;

-- Attempts: what slows whoever guesses. Keys are hashes of an account with a place, of an address, of an account.
create table cuentas.freno (
  clave bytea primary key check (octet_length(clave) = 32),
  fallas int not null check (fallas >= 0),
  ultima timestamptz not null,
  libre_desde timestamptz not null
);
create index freno_ultima on cuentas.freno (ultima);
-- Browsers where an account signed in before.
create table cuentas.dispositivo (
  id uuid primary key,
  cuenta_id uuid not null,
  secreto_hash bytea not null check (octet_length(secreto_hash) = 32),
  conocido_en timestamptz not null,
  vence_en timestamptz not null,
  unique (cuenta_id, secreto_hash)
);
do $$ declare t text; begin
  foreach t in array array['freno', 'dispositivo'] loop
    execute format('alter table cuentas.%I enable row level security', t);
    execute format('alter table cuentas.%I force row level security', t);
    execute format('create policy propietario on cuentas.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- One turn for each of the keys, or the seconds to wait and no turn. The rows are locked in one order.
create function cuentas.reservar_intento(p_claves bytea[], p_gratis int[], p_ahora timestamptz, p_base int, p_tope int)
  returns int language plpgsql security definer set search_path = pg_catalog as $$
declare
  espera int;
begin
  insert into cuentas.freno select c, 0, p_ahora, '-infinity' from unnest(p_claves) c order by c on conflict do nothing;
  perform from cuentas.freno f where f.clave = any (p_claves) order by f.clave for update;
  select coalesce(max(ceil(extract(epoch from f.libre_desde - p_ahora)))::int, 0) into espera
    from cuentas.freno f where f.clave = any (p_claves) and f.libre_desde > p_ahora;
  if espera > 0 then return espera; end if;
  update cuentas.freno f set
    fallas = n.fallas,
    ultima = p_ahora,
    -- A free attempt makes nobody wait, not even who came a moment earlier and got the row a moment later.
    libre_desde = case when n.fallas <= n.gratis then '-infinity'
      else p_ahora + least(p_base * 2 ^ least(n.fallas - n.gratis - 1, 20), p_tope) * interval '1 second' end
  from (select k.clave, k.gratis, 1 + case when a.ultima < p_ahora - interval '1 day' then 0 else a.fallas end as fallas
        from unnest(p_claves, p_gratis) as k (clave, gratis) join cuentas.freno a on a.clave = k.clave) n
  where f.clave = n.clave;
  return 0;
end $$;

-- It ended well. The first key is that of the account and the place.
create function cuentas.soltar_intento(p_claves bytea[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from cuentas.freno f where f.clave = any (p_claves) order by f.clave for update;
  update cuentas.freno set libre_desde = '-infinity',
    fallas = case when clave = p_claves[1] then 0 else greatest(fallas - 1, 0) end
  where clave = any (p_claves);
end $$;

create function cuentas.dispositivo_de(p_cuenta uuid, p_secreto bytea, p_ahora timestamptz) returns uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select d.id from cuentas.dispositivo d
  where d.cuenta_id = p_cuenta and d.secreto_hash = p_secreto and d.vence_en > p_ahora $$;
create function cuentas.conocer_dispositivo(p_id uuid, p_cuenta uuid, p_secreto bytea, p_ahora timestamptz,
    p_vence timestamptz) returns void language sql security definer set search_path = pg_catalog as $$
  insert into cuentas.dispositivo values (p_id, p_cuenta, p_secreto, p_ahora, p_vence)
  on conflict (cuenta_id, secreto_hash) do update set vence_en = excluded.vence_en $$;

-- A sign-in that waits: for the code that was sent, or for the second factor.
alter table cuentas.entrada
  add column funcionario_id uuid,
  add column falta text not null default 'codigo' check (falta in ('codigo', 'segundo')),
  -- Channel or factor that was proved first: the other channel may take the place of a lost second factor.
  add column primero text check (primero in ('contrasena', 'correo', 'sms')),
  add constraint primero_probado check ((falta = 'segundo') = (primero is not null));
