-- Alone in its file: it is made while the office serves.
create index concurrently version_palabras on rut.version using gin (rut.palabras_de(registro));
