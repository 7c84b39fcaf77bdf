-- Returns that were filed before this office kept them, or elsewhere: what whoever kept them handed over. Nobody signed them
-- here and they posted nothing here; the next return of their person begins with them. One that was corrected comes again
-- with its new number, and the last one filed stands.
create table declaraciones.de_antes (
  id uuid primary key,
  titular_id uuid not null,
  formulario text not null check (formulario ~ '^[0-9]{3,4}$'),
  anio int not null check (anio between 1990 and 2100),
  periodo text not null check (periodo ~ '^[a-z][a-z0-9-]{1,19}$'),
  numero text not null unique check (numero ~ '^[0-9]{10,16}$'),
  presentada date not null,
  casillas jsonb not null check (jsonb_typeof(casillas) = 'object' and pg_column_size(casillas) < 100000),
  hechos jsonb not null check (jsonb_typeof(hechos) = 'object' and pg_column_size(hechos) < 10000),
  -- Of the demonstration: nobody filed it.
  ficticia boolean not null,
  recibida_en timestamptz not null
);
create index de_antes_titular on declaraciones.de_antes (titular_id, formulario, anio, periodo, presentada desc);
create trigger inmutable before update or delete or truncate on declaraciones.de_antes
  for each statement execute function plataforma.prohibir_cambio();
alter table declaraciones.de_antes enable row level security;
alter table declaraciones.de_antes force row level security;
create policy propietario on declaraciones.de_antes to current_user using (true) with check (true);
create policy propia on declaraciones.de_antes for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
grant select on declaraciones.de_antes to autogestion_app;
