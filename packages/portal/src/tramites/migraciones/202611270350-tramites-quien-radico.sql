-- What an official filed with the person in front is decided by another one, and the queue does not hand it to them.
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
  if p_hecho = 'decidida' and exists (select from tramites.evento e
      where e.caso_id = p_caso and e.numero = 1 and e.funcionario_id = quien) then
    raise exception 'who filed it does not decide it' using errcode = 'check_violation', constraint = 'quien_radico';
  end if;
  insert into tramites.evento values (p_caso, p_numero, p_hecho, p_datos, p_actor, quien, p_ahora, p_dia);
  if not abierto then return; end if;
  if p_turno is null then
    delete from tramites.pendiente x where x.caso_id = p_caso;
  else
    update tramites.pendiente x set rol = p_rol, turno = p_turno, estado = p_estado, asignado_a = p_asignado,
      vence = coalesce(p_vence, x.vence)
      where x.caso_id = p_caso;
  end if;
end $$;

create or replace function tramites.siguiente(p_rol text, p_ahora timestamptz) returns table (caso_id uuid, radicado text)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array[p_rol]) then
    raise exception 'the queue is of whoever works it' using errcode = 'insufficient_privilege';
  end if;
  return query select p.caso_id, p.radicado from tramites.pendiente p
    where p.rol = p_rol and p.asignado_a is null and p.turno = 'oficina'
      and cuentas.actor_atiende(p.titular_id, array[p_rol], p_ahora)
      and not exists (select from tramites.evento e where e.caso_id = p.caso_id and e.numero = 1
        and e.funcionario_id = plataforma.actor_funcionario())
    order by p.vence, p.caso_id limit 1 for update skip locked;
end $$;
