-- The mails by which somebody was told that a draft of theirs is not filed: one for each notice and due date.
create table declaraciones.aviso_sin_firmar (
  borrador_id uuid not null references declaraciones.borrador,
  -- A due date that is moved is told again.
  vence date not null,
  -- Days before it.
  dias int not null check (dias between 0 and 60),
  avisado_en timestamptz not null,
  primary key (borrador_id, vence, dias)
);
alter table declaraciones.aviso_sin_firmar enable row level security;
alter table declaraciones.aviso_sin_firmar force row level security;
create policy propietario on declaraciones.aviso_sin_firmar to current_user using (true) with check (true);
