-- The entries, as they stand now, of what a taxpayer owes under some headings of one period: for the functions of a room
-- further down, which say to whom they are told and what for. The application does not call it.
create function obligaciones.leer_periodo(p_titular uuid, p_conceptos text[], p_anio int, p_periodo text)
  returns table (obligacion uuid, comprobante bigint, renglon smallint, lado text, cuenta text, contra text, valor bigint,
                 efecto date, vence date, impuesta boolean, sobre_comprobante bigint, sobre_renglon smallint)
  language sql stable set search_path = pg_catalog as $$
  select l.* from obligaciones.leer(p_titular, 9223372036854775807) l
  join obligaciones.obligacion o on o.id = l.obligacion
  where o.anio = p_anio and o.periodo = p_periodo and o.concepto = any(p_conceptos) $$;
revoke all on function obligaciones.leer_periodo from public;
