-- Acting for others: whom one represents is in the RUT (sheet 3); whom one was delegated by, here.
create table cuentas.delegacion (
  id uuid primary key,
  id_publico text not null unique,
  -- For whom one may act, and who may. Both have a RUT.
  de uuid not null,
  a uuid not null,
  -- Signing is not among them: it is of whoever has a record in the RUT of the represented.
  ambito text not null check (ambito in ('consultar', 'preparar', 'presentar')),
  desde timestamptz not null,
  -- The first instant in which it is over.
  hasta timestamptz not null check (hasta > desde),
  creada_en timestamptz not null,
  creada_por uuid not null,
  revocada_en timestamptz,
  revocada_por uuid,
  check (a <> de),
  check ((revocada_en is null) = (revocada_por is null))
);
create index delegacion_de on cuentas.delegacion (de, creada_en desc);
create index delegacion_a on cuentas.delegacion (a, de);
create trigger no_se_borra before delete or truncate on cuentas.delegacion
  for each statement execute function plataforma.prohibir_cambio();
alter table cuentas.delegacion enable row level security;
alter table cuentas.delegacion force row level security;
create policy propietario on cuentas.delegacion to current_user using (true) with check (true);
create policy visible on cuentas.delegacion for select to autogestion_app
  using (plataforma.actor_puede(de, 'firmar') or a = plataforma.actor_persona());
create policy delegar on cuentas.delegacion for insert to autogestion_app
  with check (plataforma.actor_puede(de, 'firmar') and creada_por = plataforma.actor_persona() and revocada_en is null);
-- Whoever gave it ends it, and whoever received it may renounce; nothing else of it changes.
create policy terminar on cuentas.delegacion for update to autogestion_app
  using (revocada_en is null and (plataforma.actor_puede(de, 'firmar') or a = plataforma.actor_persona()))
  with check (revocada_por = plataforma.actor_persona());
grant select, insert, update (revocada_en, revocada_por) on cuentas.delegacion to autogestion_app;

-- The port of the house, filled: how far somebody may act for another at that instant.
create or replace function plataforma.ambito_para(p_persona uuid, p_titular uuid, p_ahora timestamptz) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  select case
    when p_persona = p_titular then 'firmar'
    when rut.calidad_de_representante(p_persona, p_titular, (p_ahora at time zone 'America/Bogota')::date) is not null
      then 'firmar'
    else (select d.ambito from cuentas.delegacion d
      where d.de = p_titular and d.a = p_persona and d.revocada_en is null and d.desde <= p_ahora and p_ahora < d.hasta
      order by plataforma.rango_de_ambito(d.ambito) desc limit 1) end $$;

-- Who is `:titular` for whoever acts, and how far; nothing when it is not for them.
create function cuentas.titulo_para(p_id_publico text, p_ahora timestamptz)
  returns table (titular uuid, ambito text, nombre text, nit text, dv int, calidad text, quien text)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.id, t.ambito, p.nombre, p.nit, p.dv,
    case when t.id <> plataforma.actor_persona() then rut.calidad_de_representante(plataforma.actor_persona(), t.id,
      (p_ahora at time zone 'America/Bogota')::date) end,
    case when t.id <> plataforma.actor_persona() then
      (select y.nombre from rut.presentacion_de(plataforma.actor_persona()) y) end
  from (select x.id, plataforma.ambito_para(plataforma.actor_persona(), x.id, p_ahora) as ambito
        from (select rut.titular_de_id_publico(p_id_publico) as id) x) t
  left join lateral rut.presentacion_de(t.id) p on t.id <> plataforma.actor_persona()
  where t.id is not null and t.ambito is not null $$;

-- All those for whom whoever acts may act, besides themselves.
create function cuentas.por_quienes(p_ahora timestamptz)
  returns table (id_publico text, nombre text, nit text, dv int, ambito text, calidad text, hasta timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  with hoy as (select (p_ahora at time zone 'America/Bogota')::date as dia),
  titulos as (
    select r.titular_id as id, 'firmar' as ambito, r.calidad, null::timestamptz as hasta
    from hoy, rut.representados_por(plataforma.actor_persona(), hoy.dia) r
    union all
    select d.de, d.ambito, null, d.hasta from cuentas.delegacion d
    where d.a = plataforma.actor_persona() and d.revocada_en is null and d.desde <= p_ahora and p_ahora < d.hasta),
  mayores as (select distinct on (t.id) t.* from titulos t order by t.id, plataforma.rango_de_ambito(t.ambito) desc)
  select p.id_publico, p.nombre, p.nit, p.dv, m.ambito, m.calidad, m.hasta
  from mayores m, lateral rut.presentacion_de(m.id) p order by p.nombre $$;

-- The delegations that were given for a taxpayer and those that were received, with the other side's name.
create function cuentas.delegaciones(p_dadas boolean)
  returns table (id_publico text, nombre text, nit text, dv int, ambito text, desde timestamptz, hasta timestamptz,
                 creada_en timestamptz, revocada_en timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select d.id_publico, p.nombre, p.nit, p.dv, d.ambito, d.desde, d.hasta, d.creada_en, d.revocada_en
  from cuentas.delegacion d, lateral rut.presentacion_de(case when p_dadas then d.a else d.de end) p
  where case when p_dadas then plataforma.actor_puede(d.de, 'firmar') else d.a = plataforma.actor_persona() end
  order by d.creada_en desc $$;
