-- When whoever prepares a return asked its taxpayer, by mail, to sign it: once a day for each draft.
create table declaraciones.firma_pedida (
  borrador_id uuid not null references declaraciones.borrador,
  dia date not null,
  pedida_por uuid not null,
  pedida_en timestamptz not null,
  primary key (borrador_id, dia)
);
alter table declaraciones.firma_pedida enable row level security;
alter table declaraciones.firma_pedida force row level security;
create policy propietario on declaraciones.firma_pedida to current_user using (true) with check (true);
create policy del_titular on declaraciones.firma_pedida for select to autogestion_app
  using (exists (select 1 from declaraciones.borrador b where b.id = borrador_id
    and b.titular_id = plataforma.actor_titular()));
create policy pedir on declaraciones.firma_pedida for insert to autogestion_app
  with check (pedida_por = plataforma.actor_persona() and exists (select 1 from declaraciones.borrador b
    where b.id = borrador_id and b.presentada_id is null and plataforma.actor_puede(b.titular_id, 'preparar')));
grant select, insert on declaraciones.firma_pedida to autogestion_app;
