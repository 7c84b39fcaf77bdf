-- A person is called by their names and then their surnames, also where the database tells one who another is.
create or replace function rut.nombre_de(p_registro jsonb) returns text language sql immutable parallel safe
  set search_path = pg_catalog as $$
  select coalesce(p_registro #>> '{identificacion,razonSocial}',
    concat_ws(' ', p_registro #>> '{identificacion,primerNombre}', p_registro #>> '{identificacion,otrosNombres}',
      p_registro #>> '{identificacion,primerApellido}', p_registro #>> '{identificacion,segundoApellido}')) $$;
