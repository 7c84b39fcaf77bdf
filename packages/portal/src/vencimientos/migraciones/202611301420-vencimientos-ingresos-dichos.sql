-- Whether the gross income of a year reached the sum of which the periods of the IVA depend (ET 600), as the taxpayer's
-- side told it: who, when, and every time that it was told anew. The last one holds.
create schema vencimientos;
grant usage on schema vencimientos to autogestion_app;

create table vencimientos.ingresos_dichos (
  id uuid primary key,
  titular_id uuid not null,
  anio int not null check (anio between 2000 and 2999),
  llegan boolean not null,
  dicho_por uuid not null,
  dicho_en timestamptz not null
);
create index ingresos_dichos_titular on vencimientos.ingresos_dichos (titular_id, anio, dicho_en desc, id desc);
create trigger no_cambia before update or delete or truncate on vencimientos.ingresos_dichos
  for each statement execute function plataforma.prohibir_cambio();
alter table vencimientos.ingresos_dichos enable row level security;
alter table vencimientos.ingresos_dichos force row level security;
create policy propietario on vencimientos.ingresos_dichos to current_user using (true) with check (true);
create policy propios on vencimientos.ingresos_dichos for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
create policy decir on vencimientos.ingresos_dichos for insert to autogestion_app
  with check (plataforma.actor_puede(titular_id, 'preparar') and dicho_por = plataforma.actor_persona());
grant select, insert on vencimientos.ingresos_dichos to autogestion_app;
