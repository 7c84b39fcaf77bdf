-- Obligations and payments have a queue, as the others: it is searched and counted.
create or replace function tramites.buscar(p_radicado text, p_nit text, p_nombre text, p_ahora timestamptz, p_limite int)
  returns table (radicado text, tipo text, radicado_dia date, estado text, vence date, titular_id uuid, nombre text,
                 nit text, dv int)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  de_quien uuid[];
begin
  if not cuentas.actor_tiene_rol(array['mesa-rut', 'devoluciones', 'obligaciones', 'pqsrd', 'video', 'supervisor']) then
    raise exception 'searching is of whoever works a queue' using errcode = 'insufficient_privilege';
  end if;
  de_quien := case when p_radicado is not null then array(select c.titular_id from tramites.caso c where c.radicado = p_radicado)
    when p_nit is not null then array(select v.titular_id from rut.versiones v where v.nit = p_nit and v.vigente)
    else array(select t from rut.titulares_por_nombre(p_nombre, 500) t) end;
  return query select c.radicado, c.tipo, c.radicado_dia, p.estado, p.vence, c.titular_id, d.nombre, d.nit, d.dv
    from tramites.caso c left join tramites.pendiente p on p.caso_id = c.id
    cross join lateral rut.presentacion_de(c.titular_id) d
    where c.titular_id = any (de_quien) and (p_radicado is null or c.radicado = p_radicado)
      and cuentas.actor_atiende(c.titular_id, array[coalesce(p.rol, (select e.datos ->> 'rol' from tramites.evento e
        where e.caso_id = c.id and e.datos ? 'rol' order by e.numero desc limit 1)), 'supervisor'], p_ahora)
    order by p.vence is null, c.radicado_en desc limit p_limite;
end $$;

create or replace function tramites.cargas_por_funcionario(p_hoy date, p_pronto date, p_desde date)
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
        where f.en_servicio and r.rol in ('mesa-rut', 'devoluciones', 'obligaciones', 'pqsrd', 'video')
      union select c.rol, c.asignado_a from carga c)
    select q.rol, f.id_publico, f.nombre, coalesce(c.abiertos, 0), coalesce(c.vencidos, 0), coalesce(c.pronto, 0),
      (select count(*) from tramites.cerrado z where z.funcionario_id = q.id and z.rol = q.rol and z.dia >= p_desde)
    from puesto q left join carga c on c.rol = q.rol and c.asignado_a is not distinct from q.id
    left join cuentas.funcionarios f on f.id = q.id
    order by q.rol, f.nombre nulls first;
end $$;
