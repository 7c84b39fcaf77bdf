-- The entries of a taxpayer, as they stand now, for what a procedure of their RUT asks of them (DUR 1.6.1.2.29): told to
-- whoever acts for them and to the officials who attend them. Nothing to anybody else.
create function obligaciones.libro_para_el_rut(p_titular uuid, p_ahora timestamptz)
  returns table (obligacion uuid, comprobante bigint, renglon smallint, lado text, cuenta text, contra text, valor bigint,
                 efecto date, vence date, impuesta boolean, sobre_comprobante bigint, sobre_renglon smallint)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.* from obligaciones.leer(p_titular, 9223372036854775807) l
  where p_titular = plataforma.actor_titular()
    or cuentas.actor_atiende(p_titular, array['mesa-rut', 'video'], p_ahora) $$;
revoke all on function obligaciones.libro_para_el_rut(uuid, timestamptz) from public;
grant execute on function obligaciones.libro_para_el_rut(uuid, timestamptz) to autogestion_app;
