-- What third parties reported of a person for a year, for the draft of their return. The room of third parties will keep
-- it; until there is one, the owner loads it here (`prellenado/lo-reportado.ts` is the one reader). Amounts by the name
-- that the format gives each column.
create table declaraciones.reportado (
  id uuid primary key,
  titular_id uuid not null,
  anio int not null check (anio between 2000 and 2100),
  informante_nit text not null check (informante_nit ~ '^[0-9]{5,15}$'),
  informante text not null check (length(informante) between 1 and 200),
  formato text not null check (formato ~ '^[0-9]{4}$'),
  concepto text not null check (concepto ~ '^([0-9]{4})?$'),
  campos jsonb not null check (jsonb_typeof(campos) = 'object'),
  -- Of the demonstration: nobody reported it.
  ficticio boolean not null,
  recibido_en timestamptz not null
);
create index reportado_titular on declaraciones.reportado (titular_id, anio);
alter table declaraciones.reportado enable row level security;
alter table declaraciones.reportado force row level security;
create policy propietario on declaraciones.reportado to current_user using (true) with check (true);
create policy propio on declaraciones.reportado for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
grant select on declaraciones.reportado to autogestion_app;
