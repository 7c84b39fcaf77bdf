-- Alone in its file: it is made while the office serves. What came in, by the week.
create index concurrently caso_radicado_dia on tramites.caso (radicado_dia);
