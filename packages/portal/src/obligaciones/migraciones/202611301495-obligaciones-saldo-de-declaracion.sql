-- A balance in favour that a return liquidates (ET 850) is credited to its obligation, as a payment is, out of what the
-- State assessed; a correction may lower it again. It was of no pair that an entry may be.
alter table obligaciones.asiento add constraint asiento_parejas check ((debe, haber) in (
  ('impuesto', 'liquidado'), ('anticipo', 'liquidado'), ('retencion', 'liquidado'), ('sancion', 'liquidado'),
  ('liquidado', 'impuesto'), ('liquidado', 'anticipo'), ('liquidado', 'retencion'), ('liquidado', 'sancion'),
  ('liquidado', 'pagos'), ('pagos', 'liquidado'),
  ('recaudo', 'pagos'), ('pagos', 'recaudo'), ('pagos', 'pagos'), ('pagos', 'devuelto'),
  ('recaudo', 'por-identificar'), ('por-identificar', 'pagos'), ('por-identificar', 'recaudo'))) not valid;
alter table obligaciones.asiento validate constraint asiento_parejas;
alter table obligaciones.asiento drop constraint asiento_check2;

-- What a return owes or has in favour, written by the room of returns in the transaction that files it: each `posicion`
-- is {concepto, rubro, impuesto, sancion, aFavor} as it is now, and `p_anteriores` as the return that it replaces said
-- them. What changes is the difference. @returns the number of the voucher; null when nothing changes.
create function obligaciones.asentar_declaracion(p_titular uuid, p_anio int, p_periodo text, p_numero text,
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
      coalesce(sum(n."aFavor"), 0) - coalesce(sum(a."aFavor"), 0) as favor
    from jsonb_to_recordset(p_posiciones) as n(concepto text, rubro text, impuesto bigint, sancion bigint, "aFavor" bigint)
    full join jsonb_to_recordset(p_anteriores) as a(concepto text, rubro text, impuesto bigint, sancion bigint, "aFavor" bigint)
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
  end loop;
  if asientos = '[]' then return null; end if;
  return obligaciones.asentar('liquidacion', 'declaracion:' || p_numero,
    jsonb_build_object('formulario', p_formulario, 'numero', p_numero, 'radicado', p_radicado), p_actor, p_ahora, asientos);
end $$;
revoke all on function obligaciones.asentar_declaracion from public;
