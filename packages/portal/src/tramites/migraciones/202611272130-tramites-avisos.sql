-- The mail of the morning to officials: one a day each, and who does not want it.
create table tramites.aviso_de_trabajo (
  funcionario_id uuid not null,
  dia date not null,
  mensaje_id uuid not null,
  primary key (funcionario_id, dia)
);
create table tramites.sin_aviso (
  funcionario_id uuid primary key,
  desde timestamptz not null
);
do $$ declare t text; begin
  foreach t in array array['aviso_de_trabajo', 'sin_aviso'] loop
    execute format('alter table tramites.%I enable row level security', t);
    execute format('alter table tramites.%I force row level security', t);
    execute format('create policy propietario on tramites.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy propio on tramites.sin_aviso to autogestion_app
  using (funcionario_id = plataforma.actor_funcionario()) with check (funcionario_id = plataforma.actor_funcionario());
grant select, insert, delete on tramites.sin_aviso to autogestion_app;
