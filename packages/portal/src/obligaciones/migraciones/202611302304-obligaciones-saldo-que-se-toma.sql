-- A return that takes the balance in favour of the year before (ET 815) leaves it no longer in favour there: `tomado` of a
-- `posicion` is what it takes of what the ledger has, and a correction that takes less gives the rest back.
create or replace function obligaciones.asentar_declaracion(p_titular uuid, p_anio int, p_periodo text, p_numero text,
    p_radicado text, p_formulario text, p_presentada date, p_vence date, p_posiciones jsonb, p_anteriores jsonb,
    p_obligaciones jsonb, p_actor text, p_ahora timestamptz) returns bigint
  language plpgsql set search_path = pg_catalog as $$
declare
  asientos jsonb := '[]';
  p record;
  suya uuid;
begin
  for p in
    select concepto, max(coalesce(n.rubro, a.rubro)) as rubro,
      coalesce(sum(n.impuesto), 0) - coalesce(sum(a.impuesto), 0) as impuesto,
      coalesce(sum(n.sancion), 0) - coalesce(sum(a.sancion), 0) as sancion,
      coalesce(sum(n."aFavor"), 0) - coalesce(sum(a."aFavor"), 0) as favor,
      coalesce(sum(n.tomado), 0) - coalesce(sum(a.tomado), 0) as tomado
    from jsonb_to_recordset(p_posiciones) as n(concepto text, rubro text, impuesto bigint, sancion bigint, "aFavor" bigint, tomado bigint)
    full join jsonb_to_recordset(p_anteriores) as a(concepto text, rubro text, impuesto bigint, sancion bigint, "aFavor" bigint, tomado bigint)
      using (concepto) group by concepto order by concepto
  loop
    if p.rubro not in ('impuesto', 'anticipo', 'retencion') then
      raise exception 'a return liquidates no %', p.rubro using errcode = 'check_violation';
    end if;
    select obligaciones.abrir(o.id, o.publico, p_titular, p.concepto, p_anio, p_periodo, p_ahora) into suya
      from jsonb_to_recordset(p_obligaciones) as o(concepto text, id uuid, publico text) where o.concepto = p.concepto;
    if suya is null then
      raise exception 'no obligation for %', p.concepto using errcode = 'check_violation';
    end if;
    asientos := asientos || (
      select coalesce(jsonb_agg(case when d.valor > 0
          then jsonb_build_object('debe_de', case when d.cuenta = 'pagos' then null else suya end,
            'debe', case when d.cuenta = 'pagos' then 'liquidado' else d.cuenta end,
            'haber_de', case when d.cuenta = 'pagos' then suya end,
            'haber', case when d.cuenta = 'pagos' then 'pagos' else 'liquidado' end)
          else jsonb_build_object('debe_de', case when d.cuenta = 'pagos' then suya end,
            'debe', case when d.cuenta = 'pagos' then 'pagos' else 'liquidado' end,
            'haber_de', case when d.cuenta = 'pagos' then null else suya end,
            'haber', case when d.cuenta = 'pagos' then 'liquidado' else d.cuenta end) end
          || jsonb_build_object('valor', abs(d.valor), 'efecto', p_presentada,
            -- A penalty is owed from the filing that liquidates it; what a correction changes, from when it was due.
            'vence', case when d.cuenta = 'sancion' then greatest(p_vence, p_presentada) else p_vence end)), '[]')
      from (values (p.rubro, p.impuesto), ('sancion', p.sancion), ('pagos', p.favor)) as d(cuenta, valor)
      where d.valor <> 0);
    if p.tomado <> 0 then
      select o.id into strict suya from obligaciones.obligacion o where o.titular_id = p_titular
        and o.concepto = p.concepto and o.anio = p_anio - 1 and o.periodo = p_periodo;
      asientos := asientos || (jsonb_build_object('valor', abs(p.tomado), 'efecto', p_presentada, 'vence', p_vence)
        || case when p.tomado > 0
          then jsonb_build_object('debe_de', suya, 'debe', 'pagos', 'haber_de', null, 'haber', 'liquidado')
          else jsonb_build_object('debe_de', null, 'debe', 'liquidado', 'haber_de', suya, 'haber', 'pagos') end);
    end if;
  end loop;
  if asientos = '[]' then return null; end if;
  return obligaciones.asentar('liquidacion', 'declaracion:' || p_numero,
    jsonb_build_object('formulario', p_formulario, 'numero', p_numero, 'radicado', p_radicado), p_actor, p_ahora, asientos);
end $$;
revoke all on function obligaciones.asentar_declaracion from public;
