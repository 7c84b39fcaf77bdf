-- Figures of the desk: one's own, and those of who supervises. `cerrado` is to the cases that are over what `pendiente`
-- is to the open ones: written in the transaction of the event that ends them, with the deadline that they had, which
-- nothing else keeps. It begins with this migration.
create table tramites.cerrado (
  caso_id uuid primary key references tramites.caso,
  radicado text not null,
  tipo text not null,
  rol text not null,
  hecho text not null,
  -- Who ended it: nobody of the office when the person withdrew it.
  funcionario_id uuid,
  radicado_dia date not null,
  dia date not null,
  -- The last day that whoever had the turn had.
  vencia date not null
);
create index cerrado_dia on tramites.cerrado (dia, rol);
create index cerrado_de on tramites.cerrado (funcionario_id, dia) where funcionario_id is not null;
create trigger inmutable before update or delete or truncate on tramites.cerrado
  for each statement execute function plataforma.prohibir_cambio();
alter table tramites.cerrado enable row level security;
alter table tramites.cerrado force row level security;
create policy propietario on tramites.cerrado to current_user using (true) with check (true);

create or replace function tramites.escribir_evento(p_caso uuid, p_numero int, p_hecho text, p_datos jsonb, p_actor text,
    p_ahora timestamptz, p_dia date, p_mueve boolean, p_turno text, p_rol text, p_estado text, p_asignado uuid, p_vence date)
  returns void language plpgsql set search_path = pg_catalog as $$
declare
  quien uuid := plataforma.actor_funcionario();
  abierto boolean := exists (select from tramites.pendiente x where x.caso_id = p_caso);
begin
  if not abierto and p_mueve then
    raise exception 'the case is over' using errcode = 'check_violation', constraint = 'caso_abierto';
  end if;
  if p_hecho = 'decidida' and (quien is null or (select c.cuatro_ojos from tramites.caso c where c.id = p_caso) and not exists (
      select from tramites.evento e where e.caso_id = p_caso and e.hecho = 'proyectada' and e.funcionario_id <> quien
        and not exists (select from tramites.evento o where o.caso_id = p_caso and o.hecho = 'objetada' and o.numero > e.numero))) then
    raise exception 'it takes two officials' using errcode = 'check_violation', constraint = 'cuatro_ojos';
  end if;
  insert into tramites.evento (caso_id, numero, hecho, datos, actor, funcionario_id, ocurrio_en, dia)
    values (p_caso, p_numero, p_hecho, p_datos, p_actor, quien, p_ahora, p_dia);
  if not abierto then return; end if;
  if p_turno is null then
    insert into tramites.cerrado (caso_id, radicado, tipo, rol, hecho, funcionario_id, radicado_dia, dia, vencia)
      select x.caso_id, x.radicado, x.tipo, x.rol, p_hecho, quien, x.radicado_dia, p_dia, x.vence
      from tramites.pendiente x where x.caso_id = p_caso;
    delete from tramites.pendiente x where x.caso_id = p_caso;
  else
    update tramites.pendiente x set rol = p_rol, turno = p_turno, estado = p_estado, asignado_a = p_asignado,
      vence = coalesce(p_vence, x.vence)
      where x.caso_id = p_caso;
  end if;
end $$;

-- What waits for the official of the transaction, and what they ended since a day.
create function tramites.mis_cifras(p_hoy date, p_fin_de_hoy date, p_pronto date, p_desde date)
  returns table (mios bigint, vencidos bigint, de_hoy bigint, pronto bigint, por_confirmar bigint, libres bigint, hechos bigint)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  quien uuid := plataforma.actor_funcionario();
  suyas text[] := (select f.roles from cuentas.funcionarios f where f.id = quien);
begin
  return query select m.mios, m.vencidos, m.de_hoy, m.pronto,
      (select count(*) from (select from tramites.pendiente p where p.rol = any (suyas) and p.estado = 'por-confirmar' limit 1000) x),
      (select count(*) from (select from tramites.pendiente p where p.rol = any (suyas) and p.asignado_a is null
        and p.turno = 'oficina' and p.estado <> 'por-confirmar' limit 1000) x),
      (select count(*) from tramites.cerrado c where c.funcionario_id = quien and c.dia >= p_desde)
    from (select count(*) as mios, count(*) filter (where p.vence < p_hoy) as vencidos,
        count(*) filter (where p.vence between p_hoy and p_fin_de_hoy) as de_hoy,
        count(*) filter (where p.vence > p_fin_de_hoy and p.vence <= p_pronto) as pronto
      from tramites.pendiente p where p.asignado_a = quien and p.turno = 'oficina') m;
end $$;

-- Who supervises: each official of each queue, those who have nothing too, and what nobody has (funcionario null).
create function tramites.cargas_por_funcionario(p_hoy date, p_pronto date, p_desde date)
  returns table (rol text, funcionario text, nombre text, abiertos bigint, vencidos bigint, pronto bigint, hechos bigint)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array['supervisor', 'auditor']) then
    raise exception 'the figures are of whoever supervises' using errcode = 'insufficient_privilege';
  end if;
  return query
    with carga as (
      select p.rol, p.asignado_a, count(*) as abiertos, count(*) filter (where p.vence < p_hoy) as vencidos,
        count(*) filter (where p.vence between p_hoy and p_pronto) as pronto
      from tramites.pendiente p where p.turno = 'oficina' group by p.rol, p.asignado_a),
    puesto as (
      select r.rol, f.id from cuentas.funcionarios f cross join lateral unnest(f.roles) as r(rol)
        where f.en_servicio and r.rol in ('mesa-rut', 'devoluciones', 'pqsrd', 'video')
      union select c.rol, c.asignado_a from carga c)
    select q.rol, f.id_publico, f.nombre, coalesce(c.abiertos, 0), coalesce(c.vencidos, 0), coalesce(c.pronto, 0),
      (select count(*) from tramites.cerrado z where z.funcionario_id = q.id and z.rol = q.rol and z.dia >= p_desde)
    from puesto q left join carga c on c.rol = q.rol and c.asignado_a is not distinct from q.id
    left join cuentas.funcionarios f on f.id = q.id
    order by q.rol, f.nombre nulls first;
end $$;

-- The same of each kind: what is open, how old it is in days, and what is overdue.
create function tramites.cargas_por_tipo(p_hoy date, p_pronto date)
  returns table (rol text, tipo text, abiertos bigint, vencidos bigint, pronto bigint, edad_mediana int, edad_mayor int)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array['supervisor', 'auditor']) then
    raise exception 'the figures are of whoever supervises' using errcode = 'insufficient_privilege';
  end if;
  return query select p.rol, p.tipo, count(*), count(*) filter (where p.vence < p_hoy),
      count(*) filter (where p.vence between p_hoy and p_pronto),
      percentile_disc(0.5) within group (order by p_hoy - p.radicado_dia), max(p_hoy - p.radicado_dia)
    from tramites.pendiente p where p.turno = 'oficina' group by p.rol, p.tipo order by p.rol, p.tipo;
end $$;

-- By week, which begins on a Monday, and kind: how many came in, how many were ended, and how many of these within their term.
create function tramites.por_semana(p_desde date)
  returns table (semana date, tipo text, entraron bigint, salieron bigint, a_tiempo bigint)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array['supervisor', 'auditor']) then
    raise exception 'the figures are of whoever supervises' using errcode = 'insufficient_privilege';
  end if;
  return query
    select x.semana, x.tipo, sum(x.entro)::bigint, sum(x.salio)::bigint, sum(x.bien)::bigint from (
      select date_trunc('week', c.radicado_dia::timestamp)::date as semana, c.tipo, 1 as entro, 0 as salio, 0 as bien
        from tramites.caso c where c.radicado_dia >= p_desde
          and not exists (select from tramites.evento e where e.caso_id = c.id and e.numero = 1 and e.hecho = 'automatica')
      union all
      select date_trunc('week', z.dia::timestamp)::date, z.tipo, 0, 1, (z.dia <= z.vencia)::int
        from tramites.cerrado z where z.dia >= p_desde) x
    group by x.semana, x.tipo order by x.semana, x.tipo;
end $$;

-- The cases behind a figure of a week: those that came in, or those that were ended, within their term or late.
create function tramites.de_la_semana(p_que text, p_desde date, p_hasta date, p_tipo text, p_limite int)
  returns table (radicado text, tipo text, radicado_dia date, dia date, vencia date, nombre text)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array['supervisor', 'auditor']) then
    raise exception 'the figures are of whoever supervises' using errcode = 'insufficient_privilege';
  end if;
  if p_que = 'entraron' then
    return query select c.radicado, c.tipo, c.radicado_dia, null::date, p.vence, null::text
      from tramites.caso c left join tramites.pendiente p on p.caso_id = c.id
      where c.radicado_dia between p_desde and p_hasta and (p_tipo is null or c.tipo = p_tipo)
        and not exists (select from tramites.evento e where e.caso_id = c.id and e.numero = 1 and e.hecho = 'automatica')
      order by c.radicado_dia, c.radicado limit p_limite;
  else
    return query select z.radicado, z.tipo, z.radicado_dia, z.dia, z.vencia, f.nombre
      from tramites.cerrado z left join cuentas.funcionarios f on f.id = z.funcionario_id
      where z.dia between p_desde and p_hasta and (p_tipo is null or z.tipo = p_tipo)
        and (p_que = 'salieron' or (z.dia <= z.vencia) = (p_que = 'a-tiempo'))
      order by z.dia, z.radicado limit p_limite;
  end if;
end $$;
drop function tramites.cargas(date, date);
