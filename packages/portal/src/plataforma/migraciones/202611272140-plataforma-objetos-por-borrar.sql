-- Objects of the store whose row went away: the cleaning job deletes them there, and only then forgets them.
create table plataforma.objeto_por_borrar (
  lugar text primary key,
  desde timestamptz not null
);
alter table plataforma.objeto_por_borrar enable row level security;
alter table plataforma.objeto_por_borrar force row level security;
create policy propietario on plataforma.objeto_por_borrar to current_user using (true) with check (true);
-- In the transaction that deletes the row, whoever it is: an object is neither left behind nor deleted while it has one.
create function plataforma.anotar_objeto_por_borrar() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into plataforma.objeto_por_borrar values (old.lugar, now()) on conflict do nothing;
  return null;
end $$;
create trigger objeto_sin_fila after delete on plataforma.archivo
  for each row when (old.lugar is not null) execute function plataforma.anotar_objeto_por_borrar();
