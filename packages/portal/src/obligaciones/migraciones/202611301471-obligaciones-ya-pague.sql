-- «Esto ya lo pagué»: what somebody told of a payment that they do not see, and the moving of it to where it belongs. A
-- movement takes from one entry of money and gives the same to an obligation of whoever asked, on the day on which the
-- money entered (ET 803): the sum of everything stays.
select plataforma.crear_serie('OB', 'Obligaciones y pagos');

create table obligaciones.pago_buscado (
  id uuid primary key,
  id_publico text not null unique,
  titular_id uuid not null,
  -- The draft it came from: finished twice, it is one search.
  clave text not null unique,
  -- As `ya-pague/dicho.ts` reads it.
  dice jsonb not null,
  buscado_por text not null,
  buscado_en timestamptz not null
);
create trigger inmutable before update or delete or truncate on obligaciones.pago_buscado
  for each statement execute function plataforma.prohibir_cambio();
alter table obligaciones.pago_buscado enable row level security;
alter table obligaciones.pago_buscado force row level security;
create policy propietario on obligaciones.pago_buscado to current_user using (true) with check (true);
create policy propio on obligaciones.pago_buscado for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
create policy buscar on obligaciones.pago_buscado for insert to autogestion_app
  with check (plataforma.actor_puede(titular_id, 'preparar'));
grant select, insert on obligaciones.pago_buscado to autogestion_app;

-- Payments under other NITs of that very amount, of that day or with that slip, that pay nothing there: the obligation has
-- no charge. What is alike among them is for the law (`descuidoDelNit`) to say, and nothing of it is told but what was asked.
create function obligaciones.pagos_de_otros(p_valor bigint, p_dia date, p_recibo text)
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
    and not exists (select from obligaciones.asiento t
      where t.sobre_comprobante = a.comprobante and t.sobre_renglon = a.renglon)
    and not exists (select from obligaciones.asiento t where t.debe_de = o.id and t.haber = 'liquidado')
  order by a.comprobante, a.renglon limit 200 $$;

-- That each movement takes money from where it is and leaves it with that taxpayer, on its own day.
create function obligaciones.exigir_movimientos(p_asientos jsonb, p_titular uuid, p_de_otros boolean) returns void
  language plpgsql stable set search_path = pg_catalog as $$
begin
  if exists (select from jsonb_to_recordset(p_asientos) as j(debe_de uuid, debe text, haber_de uuid, haber text,
        efecto date, sobre_comprobante bigint, sobre_renglon smallint)
      left join obligaciones.obligacion d on d.id = j.debe_de
      left join obligaciones.obligacion h on h.id = j.haber_de
      left join obligaciones.asiento a on a.comprobante = j.sobre_comprobante and a.renglon = j.sobre_renglon
      where j.debe is distinct from 'pagos' or j.haber is distinct from 'pagos'
        or h.titular_id is distinct from p_titular or d.titular_id is null
        or (not p_de_otros and d.titular_id <> p_titular) or j.debe_de = j.haber_de
        or a.haber is distinct from 'pagos' or a.haber_de is distinct from j.debe_de
        or a.efecto is distinct from j.efecto) then
    raise exception 'that does not move a payment' using errcode = 'check_violation', constraint = 'solo_mueve_pagos';
  end if;
end $$;

-- Whoever may file for a taxpayer moves a payment between that taxpayer's own obligations (Ley 962 de 2005, art. 43), once.
-- @returns the number of the voucher, or null when it was done
create function obligaciones.reimputar_propio(p_busqueda uuid, p_obligacion uuid, p_datos jsonb, p_asientos jsonb,
    p_actor text, p_ahora timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titular uuid := plataforma.actor_titular();
begin
  if titular is null or not plataforma.actor_puede(titular, 'presentar')
    or not exists (select from obligaciones.pago_buscado b where b.id = p_busqueda and b.titular_id = titular) then
    raise exception 'nobody moves the payments of another' using errcode = 'insufficient_privilege';
  end if;
  perform obligaciones.exigir_movimientos(p_asientos, titular, false);
  return obligaciones.asentar('reimputacion', 'ya-pague:' || p_busqueda || ':' || p_obligacion, p_datos, p_actor, p_ahora,
    p_asientos);
end $$;

-- The same, by the decision of a case. From another NIT, only where two officials decide.
create function obligaciones.reimputar_por_caso(p_caso uuid, p_datos jsonb, p_asientos jsonb, p_actor text,
    p_ahora timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titular uuid := tramites.actor_decide(p_caso, p_ahora);
  tipo text := (select c.tipo from tramites.casos c where c.id = p_caso);
begin
  if tipo not in ('obligaciones.pago-no-visto', 'obligaciones.pago-a-otro-nit') then
    raise exception 'that case moves no payment' using errcode = 'insufficient_privilege';
  end if;
  perform obligaciones.exigir_movimientos(p_asientos, titular, tipo = 'obligaciones.pago-a-otro-nit');
  return obligaciones.asentar('reimputacion', 'caso:' || p_caso, p_datos, p_actor, p_ahora, p_asientos);
end $$;

revoke all on function obligaciones.exigir_movimientos from public;
