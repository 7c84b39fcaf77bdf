-- How a message ended: it left (`enviado_en`), or it never will (`fallido_en`, and why). Whoever left it may ask to be
-- told, with the name of a job that is enqueued in the transaction that writes either.
alter table plataforma.mensaje
  add column fallido_en timestamptz,
  add column falla text check (falla in ('rechazado', 'sin-respuesta')),
  add column al_terminar text,
  add constraint mensaje_un_final check (num_nonnulls(enviado_en, fallido_en) <= 1),
  add constraint mensaje_falla_dicha check ((fallido_en is null) = (falla is null));
drop index plataforma.mensaje_pendiente;
create index mensaje_pendiente on plataforma.mensaje (creado_en) where enviado_en is null and fallido_en is null;
alter policy escribir on plataforma.mensaje with check (enviado_en is null and fallido_en is null);
