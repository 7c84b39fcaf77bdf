-- Registrations that a person could not finish alone and that an official takes up.
create schema tramites_rut;
grant usage on schema tramites_rut to autogestion_app;

select plataforma.crear_serie('RA', 'Inscripción asistida en el RUT');

create table tramites_rut.solicitud_asistida (
  radicado text primary key,
  -- One per draft: fifty parallel failures make one request.
  borrador_id uuid not null unique,
  motivo text not null check (motivo in ('identidad-no-comprobada', 'registro-no-disponible')),
  -- What the person had said, for whoever attends them.
  datos jsonb not null,
  correo text not null,
  telefono text not null,
  creada_en timestamptz not null
);
create trigger inmutable before update or delete or truncate on tramites_rut.solicitud_asistida
  for each statement execute function plataforma.prohibir_cambio();
alter table tramites_rut.solicitud_asistida enable row level security;
alter table tramites_rut.solicitud_asistida force row level security;
create policy propietario on tramites_rut.solicitud_asistida to current_user using (true) with check (true);
-- Of who holds the draft. The subquery sees only the drafts of who is acting.
create policy del_borrador on tramites_rut.solicitud_asistida to autogestion_app
  using (borrador_id in (select b.id from interfaz.borrador b))
  with check (borrador_id in (select b.id from interfaz.borrador b));
grant select, insert on tramites_rut.solicitud_asistida to autogestion_app;
