-- What a person hands in is theirs from the first byte: whoever may prepare for a taxpayer leaves files of that
-- taxpayer and of nobody else.
create policy aportar on plataforma.archivo for insert to autogestion_app
  with check (plataforma.actor_puede(persona_id, 'preparar'));
grant insert on plataforma.archivo to autogestion_app;
