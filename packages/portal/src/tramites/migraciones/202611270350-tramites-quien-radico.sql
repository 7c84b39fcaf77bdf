-- What an official filed with the person in front is decided by another one.
create function tramites.exigir_otro_que_decida() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from tramites.evento e
      where e.caso_id = new.caso_id and e.numero = 1 and e.funcionario_id = new.funcionario_id) then
    raise exception 'who filed it does not decide it' using errcode = 'check_violation', constraint = 'quien_radico';
  end if;
  return new;
end $$;
create trigger otro_decide before insert on tramites.evento
  for each row when (new.hecho = 'decidida') execute function tramites.exigir_otro_que_decida();

-- And the queue does not hand it to them.
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
