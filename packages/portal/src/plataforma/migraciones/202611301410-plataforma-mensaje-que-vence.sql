-- Until when a message says something true: a code that expired before the mail server was back is not sent.
alter table plataforma.mensaje add column vence_en timestamptz,
  drop constraint mensaje_falla_check,
  add constraint mensaje_falla_check check (falla in ('rechazado', 'sin-respuesta', 'vencido')) not valid;
alter table plataforma.mensaje validate constraint mensaje_falla_check;
