-- Entering the SIMPLE and leaving it (ET 909). What was answered waits for its signature; once signed, the RUT says it and
-- the row is never changed again. Whether one may, and until which day, is law and is asked by the use case.
create table declaraciones.opcion_simple (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-z]{26}$'),
  titular_id uuid not null,
  que text not null check (que in ('entrar', 'salir')),
  anio int not null check (anio between 2019 and 2100),
  -- What was answered, as the form wrote it.
  respuestas jsonb not null default '{}'
    check (jsonb_typeof(respuestas) = 'object' and pg_column_size(respuestas) < 20000),
  preparada_en timestamptz not null,
  acto_id uuid unique,
  -- The version of the RUT that it wrote.
  version_id uuid unique,
  hecha_en timestamptz,
  check (num_nonnulls(acto_id, version_id, hecha_en) in (0, 3))
);
create unique index opcion_simple_abierta on declaraciones.opcion_simple (titular_id, que, anio) where acto_id is null;
create index opcion_simple_titular on declaraciones.opcion_simple (titular_id, preparada_en desc);

alter table declaraciones.opcion_simple enable row level security;
alter table declaraciones.opcion_simple force row level security;
create policy propietario on declaraciones.opcion_simple to current_user using (true) with check (true);
create policy propia on declaraciones.opcion_simple for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
create policy preparar on declaraciones.opcion_simple for insert to autogestion_app
  with check (plataforma.actor_puede(titular_id, 'preparar') and acto_id is null);
create policy responder on declaraciones.opcion_simple for update to autogestion_app
  using (plataforma.actor_puede(titular_id, 'preparar') and acto_id is null)
  with check (plataforma.actor_puede(titular_id, 'preparar') and acto_id is null);
grant select, insert, update (respuestas, preparada_en) on declaraciones.opcion_simple to autogestion_app;

-- Writes in the RUT what was signed in this same transaction: box 53 as the act says, and nothing else.
-- @returns false when the option was carried out meanwhile, or the RUT no longer says what the act began from
create function declaraciones.cambiar_regimen(p_acto uuid, p_version uuid, p_formulario text, p_registro jsonb, p_hash bytea,
    p_ahora timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f record;
  actual jsonb;
begin
  select * into strict f from firma.lo_firmado(p_acto, 'declaraciones.cambiar-regimen');
  perform from declaraciones.opcion_simple o
    where o.id_publico = f.acto ->> 'opcion' and o.titular_id = f.titular and o.que = f.acto ->> 'que'
      and o.anio = (f.acto ->> 'anio')::int and o.acto_id is null for update;
  if not found then return false; end if;
  perform rut.tomar_registro(f.titular);
  select v.registro into strict actual from rut.versiones v where v.titular_id = f.titular and v.vigente;
  if actual #> '{clasificacion,responsabilidades}' <> f.acto #> '{casilla53,antes}' then return false; end if;
  if jsonb_set(actual, '{clasificacion,responsabilidades}', f.acto #> '{casilla53,despues}') <> p_registro then
    raise exception 'an option changes box 53 as it was signed and nothing else' using errcode = 'check_violation';
  end if;
  perform rut.insertar_version(p_version, f.titular, p_formulario, '02', p_registro, f.radicado, p_hash, p_ahora);
  update declaraciones.opcion_simple set acto_id = p_acto, version_id = p_version, hecha_en = p_ahora
    where id_publico = f.acto ->> 'opcion';
  return true;
end $$;

-- What became of an option, for whoever holds its document: whether the RUT has that code today, and nothing more of it.
create function declaraciones.hoy_de_opcion(p_documento text, p_codigo text) returns table (que text, tiene boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.que, (v.registro #> '{clasificacion,responsabilidades}') ? p_codigo
  from sello.documentos s
  join declaraciones.opcion_simple o on o.acto_id::text = s.contenido ->> 'acto'
  join rut.versiones v on v.titular_id = o.titular_id and v.vigente
  where s.id_publico = p_documento and s.tipo = 'firma.acto' $$;
