-- What «Esto ya lo pagué» looks at besides: under another NIT, also where something was charged, when the payment is left
-- over there (the law says it, of that obligation's entries); and money that a bank brought for a slip of nobody. All of
-- that very amount, and nothing of it is told.
create or replace function obligaciones.pagos_de_otros(p_valor bigint, p_dia date, p_recibo text)
  returns table (comprobante bigint, renglon smallint, obligacion uuid, nit text, concepto text, anio int, periodo text,
                 valor bigint, efecto date, recibo text)
  language sql stable security definer set search_path = pg_catalog as $$
  select a.comprobante, a.renglon, o.id, v.nit, o.concepto, o.anio, o.periodo, a.valor, a.efecto, c.datos ->> 'recibo'
  from obligaciones.asiento a
  join obligaciones.comprobante c on c.numero = a.comprobante
  join obligaciones.obligacion o on o.id = a.haber_de
  join rut.versiones v on v.titular_id = o.titular_id and v.vigente
  where a.debe = 'recaudo' and a.haber = 'pagos' and a.valor = p_valor
    and (a.efecto = p_dia or c.datos ->> 'recibo' = p_recibo)
    and o.titular_id <> plataforma.actor_titular()
    -- The far ones are left here, so that the first two hundred are among the near; which are alike, the law says.
    and exists (select from rut.versiones y where y.titular_id = plataforma.actor_titular() and y.vigente
      and case when length(y.nit) = length(v.nit)
        then (select count(*) from generate_series(1, length(y.nit)) i where substr(y.nit, i, 1) <> substr(v.nit, i, 1)) <= 2
        else abs(length(y.nit) - length(v.nit)) = 1 end)
    and not exists (select from obligaciones.asiento t
      where t.sobre_comprobante = a.comprobante and t.sobre_renglon = a.renglon)
  order by a.comprobante, a.renglon limit 200 $$;

-- The entries of the obligations where those payments are, for the law to say what of them is left over.
create function obligaciones.libro_de_otros(p_valor bigint, p_dia date, p_recibo text)
  returns table (obligacion uuid, comprobante bigint, renglon smallint, lado text, cuenta text, contra text, valor bigint,
                 efecto date, vence date, impuesta boolean, sobre_comprobante bigint, sobre_renglon smallint)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.* from (select distinct p.obligacion from obligaciones.pagos_de_otros(p_valor, p_dia, p_recibo) p) x
  join obligaciones.obligacion o on o.id = x.obligacion
  join lateral obligaciones.leer(o.titular_id, 9223372036854775807) l on l.obligacion = o.id $$;

-- Money without an owner of which nothing was taken and about which no official waits.
create function obligaciones.pagos_sin_dueno(p_valor bigint)
  returns table (comprobante bigint, renglon smallint, valor bigint, efecto date, recibo text, referencia text)
  language sql stable security definer set search_path = pg_catalog as $$
  select p.comprobante, 1::smallint, p.valor, p.dia, p.recibo, p.referencia from obligaciones.pago_recibido p
  where p.titular_id is null and p.valor = p_valor and plataforma.actor_titular() is not null
    and not exists (select from obligaciones.asiento t
      where t.sobre_comprobante = p.comprobante and t.sobre_renglon = 1)
    and not exists (select from obligaciones.identificacion i where i.pago = p.id
      and not exists (select from obligaciones.identificacion_resuelta r where r.identificacion = i.id))
  order by p.comprobante limit 200 $$;

-- By the decision of a case. From another NIT, or from money of nobody, only where two officials decide.
create or replace function obligaciones.reimputar_por_caso(p_caso uuid, p_datos jsonb, p_asientos jsonb, p_actor text,
    p_ahora timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titular uuid := tramites.actor_decide(p_caso, p_ahora);
  tipo text := (select c.tipo from tramites.casos c where c.id = p_caso);
begin
  if tipo = 'obligaciones.pago-sin-dueno' then
    if exists (select from jsonb_to_recordset(p_asientos) as j(debe_de uuid, debe text, haber_de uuid, haber text,
          efecto date, sobre_comprobante bigint, sobre_renglon smallint)
        left join obligaciones.obligacion h on h.id = j.haber_de
        left join obligaciones.asiento a on a.comprobante = j.sobre_comprobante and a.renglon = j.sobre_renglon
        where j.debe is distinct from 'por-identificar' or j.debe_de is not null or j.haber is distinct from 'pagos'
          or h.titular_id is distinct from titular or a.haber is distinct from 'por-identificar'
          or a.efecto is distinct from j.efecto) then
      raise exception 'that identifies no payment' using errcode = 'check_violation', constraint = 'solo_identifica';
    end if;
    return obligaciones.asentar('identificacion', 'caso:' || p_caso, p_datos, p_actor, p_ahora, p_asientos);
  end if;
  if tipo not in ('obligaciones.pago-no-visto', 'obligaciones.pago-a-otro-nit') then
    raise exception 'that case moves no payment' using errcode = 'insufficient_privilege';
  end if;
  perform obligaciones.exigir_movimientos(p_asientos, titular, tipo = 'obligaciones.pago-a-otro-nit');
  return obligaciones.asentar('reimputacion', 'caso:' || p_caso, p_datos, p_actor, p_ahora, p_asientos);
end $$;
