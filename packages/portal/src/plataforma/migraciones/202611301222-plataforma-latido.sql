-- Whether the database can be written in, for balancers: one row, written over.
create table plataforma.latido (
  uno boolean primary key default true check (uno),
  en timestamptz not null
);
alter table plataforma.latido enable row level security;
alter table plataforma.latido force row level security;
create policy propietario on plataforma.latido to current_user using (true) with check (true);
insert into plataforma.latido (en) values (now());
create function plataforma.latir(p_ahora timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
  update plataforma.latido set en = p_ahora $$;
