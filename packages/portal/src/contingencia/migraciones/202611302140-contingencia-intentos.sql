-- Attempts that the office failed, as they are brought from the files of each machine. One is never changed nor removed.
create schema contingencia;
grant usage on schema contingencia to autogestion_app;

create table contingencia.intento (
  numero text primary key check (numero ~ '^\d{4}IN-[0-9A-Z]{4}-\d{6}-[0-9A-Z]{4}$'),
  en timestamptz not null,
  que text not null check (que ~ '^[a-z-]{1,40}$'),
  causa text not null check (causa ~ '^[a-z-]{1,40}$'),
  referencia text not null,
  huella text check (huella ~ '^[0-9a-f]{64}$'),
  -- Absent of a session that nobody knows any more.
  persona_id uuid,
  -- Whose page it is shown on: for whom they acted, or themselves.
  titular_id uuid,
  traido_en timestamptz not null
);
create index intento_titular on contingencia.intento (titular_id, en desc);
create index intento_en on contingencia.intento (en desc);

alter table contingencia.intento enable row level security;
alter table contingencia.intento force row level security;
create policy propietario on contingencia.intento to current_user using (true) with check (true);
create policy propia on contingencia.intento for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
grant select on contingencia.intento to autogestion_app;
create trigger inmutable before update or delete or truncate on contingencia.intento
  for each statement execute function plataforma.prohibir_cambio();

-- Whoever has a number may ask whether the office gave it, and what it says: never of whom it is.
create function contingencia.intento_de_numero(p_numero text)
  returns table (numero text, en timestamptz, que text, causa text, referencia text, huella text)
  language sql stable security definer set search_path = pg_catalog as $$
  select i.numero, i.en, i.que, i.causa, i.referencia, i.huella from contingencia.intento i where i.numero = p_numero $$;

-- How many failed each day, for whoever runs the office.
create function contingencia.intentos_por_dia(p_desde timestamptz)
  returns table (dia date, que text, causa text, cuantos bigint, personas bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  select (i.en at time zone 'America/Bogota')::date, i.que, i.causa, count(*), count(distinct i.persona_id)
  from contingencia.intento i where i.en >= p_desde and plataforma.actor_funcionario() is not null
  group by 1, 2, 3 order by 1 desc, 4 desc, 2, 3 $$;

do $$ declare f text; begin
  foreach f in array array['contingencia.intento_de_numero(text)', 'contingencia.intentos_por_dia(timestamptz)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to autogestion_app', f);
  end loop;
end $$;
