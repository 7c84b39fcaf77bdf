-- What operators need of their own.
create schema operacion;

-- Fictional data sown in this database. The primary key is what makes it happen once, also when two nodes start together.
create table operacion.siembra (
  nombre text primary key,
  contribuyentes int not null check (contribuyentes >= 0),
  sembrada_en timestamptz not null
);
alter table operacion.siembra enable row level security;
alter table operacion.siembra force row level security;
create policy propietario on operacion.siembra to current_user using (true) with check (true);
