-- The desk as somebody works in it: whose each case of a queue is, what was verified and what is unread, how many wait in
-- each view, and the search by name.

-- The last event of a case that each official has seen. What the person wrote after it is unread by them.
create table tramites.lectura (
  caso_id uuid not null references tramites.caso,
  funcionario_id uuid not null,
  hasta int not null check (hasta > 0),
  primary key (caso_id, funcionario_id)
);
-- An official sees whose a case is in a queue: it is told once a day to whom it is.
create table tramites.visto_en_cola (
  funcionario_id uuid not null,
  titular_id uuid not null,
  dia date not null,
  primary key (funcionario_id, titular_id, dia)
);
do $$ declare t text; begin
  foreach t in array array['lectura', 'visto_en_cola'] loop
    execute format('alter table tramites.%I enable row level security', t);
    execute format('alter table tramites.%I force row level security', t);
    execute format('create policy propietario on tramites.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- The official of the transaction has read a case that they may open until that event.
create function tramites.anotar_lectura(p_caso uuid, p_hasta int) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if plataforma.actor_funcionario() is null
    or not exists (select from tramites.caso c where c.id = p_caso and c.titular_id = plataforma.actor_titular()) then
    raise exception 'only who opened a case has read it' using errcode = 'insufficient_privilege';
  end if;
  insert into tramites.lectura as l (caso_id, funcionario_id, hasta)
    values (p_caso, plataforma.actor_funcionario(), p_hasta)
    on conflict (caso_id, funcionario_id) do update set hasta = p_hasta where l.hasta < p_hasta;
end $$;

-- The queue of a role, oldest deadline first, a page at a time by (vence, caso_id); `p_desde` and `p_hasta`, by deadline;
-- `p_asignado`, those of an official.
drop function tramites.cola(text, text, text, date, date, uuid, int);
create function tramites.cola(p_rol text, p_tipo text, p_de text, p_asignado uuid, p_desde date, p_hasta date,
    p_tras_vence date, p_tras_caso uuid, p_limite int)
  returns table (caso_id uuid, radicado text, tipo text, rol text, turno text, estado text, asignado_a uuid,
                 asignado text, radicado_dia date, vence date)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  quien uuid := plataforma.actor_funcionario();
begin
  if not cuentas.actor_tiene_rol(array[p_rol, 'supervisor']) then
    raise exception 'the queue is of whoever works it' using errcode = 'insufficient_privilege';
  end if;
  if p_de in ('mios', 'de') then
    return query select p.caso_id, p.radicado, p.tipo, p.rol, p.turno, p.estado, p.asignado_a, f.nombre, p.radicado_dia, p.vence
      from tramites.pendiente p left join cuentas.funcionarios f on f.id = p.asignado_a
      where p.asignado_a = case p_de when 'de' then p_asignado else quien end and p.rol = p_rol
        and (p_tipo is null or p.tipo = p_tipo) and (p_desde is null or p.vence >= p_desde) and (p_hasta is null or p.vence <= p_hasta)
        and (p_tras_caso is null or (p.vence, p.caso_id) > (p_tras_vence, p_tras_caso))
      order by p.vence, p.caso_id limit p_limite;
  elsif p_de = 'libres' then
    return query select p.caso_id, p.radicado, p.tipo, p.rol, p.turno, p.estado, p.asignado_a, null::text, p.radicado_dia, p.vence
      from tramites.pendiente p
      where p.asignado_a is null and p.turno = 'oficina' and p.estado <> 'por-confirmar' and p.rol = p_rol
        and (p_tipo is null or p.tipo = p_tipo) and (p_desde is null or p.vence >= p_desde) and (p_hasta is null or p.vence <= p_hasta)
        and (p_tras_caso is null or (p.vence, p.caso_id) > (p_tras_vence, p_tras_caso))
      order by p.vence, p.caso_id limit p_limite;
  elsif p_de = 'por-confirmar' then
    return query select p.caso_id, p.radicado, p.tipo, p.rol, p.turno, p.estado, p.asignado_a, f.nombre, p.radicado_dia, p.vence
      from tramites.pendiente p left join cuentas.funcionarios f on f.id = p.asignado_a
      where p.estado = 'por-confirmar' and p.rol = p_rol
        and (p_tipo is null or p.tipo = p_tipo) and (p_desde is null or p.vence >= p_desde) and (p_hasta is null or p.vence <= p_hasta)
        and (p_tras_caso is null or (p.vence, p.caso_id) > (p_tras_vence, p_tras_caso))
      order by p.vence, p.caso_id limit p_limite;
  else
    return query select p.caso_id, p.radicado, p.tipo, p.rol, p.turno, p.estado, p.asignado_a, f.nombre, p.radicado_dia, p.vence
      from tramites.pendiente p left join cuentas.funcionarios f on f.id = p.asignado_a
      where p.rol = p_rol
        and (p_tipo is null or p.tipo = p_tipo) and (p_desde is null or p.vence >= p_desde) and (p_hasta is null or p.vence <= p_hasta)
        and (p_tras_caso is null or (p.vence, p.caso_id) > (p_tras_vence, p_tras_caso))
      order by p.vence, p.caso_id limit p_limite;
  end if;
end $$;

-- How many wait in each view of a queue, counted no further than `p_tope`.
create function tramites.cuentas_de_cola(p_rol text, p_tope int)
  returns table (mios bigint, libres bigint, por_confirmar bigint, todos bigint)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array[p_rol, 'supervisor']) then
    raise exception 'the queue is of whoever works it' using errcode = 'insufficient_privilege';
  end if;
  return query select
    (select count(*) from (select from tramites.pendiente p
      where p.asignado_a = plataforma.actor_funcionario() and p.rol = p_rol limit p_tope) x),
    (select count(*) from (select from tramites.pendiente p where p.rol = p_rol and p.asignado_a is null
      and p.turno = 'oficina' and p.estado <> 'por-confirmar' limit p_tope) x),
    (select count(*) from (select from tramites.pendiente p
      where p.rol = p_rol and p.estado = 'por-confirmar' limit p_tope) x),
    (select count(*) from (select from tramites.pendiente p where p.rol = p_rol limit p_tope) x);
end $$;

-- Whose some open cases are, of queues of whoever asks, with what officials verified and how many messages of the person
-- whoever has it (or, of what nobody has, whoever asks) has not read. Of somebody of theirs it says nothing.
create function tramites.detalle_de_cola(p_casos text[], p_dia date, p_ahora timestamptz)
  returns table (caso_id uuid, nombre text, nit text, dv int, verificado text[], sin_leer bigint, titular_id uuid,
                 primera_vez boolean)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  quien uuid := plataforma.actor_funcionario();
  propio uuid;
begin
  select c.titular_id into propio from cuentas.funcionarios f, rut.contacto_de(f.tipo_documento, f.numero_documento) c
    where f.id = quien;
  return query
    with suyos as (
      select p.caso_id, p.titular_id, coalesce(p.asignado_a, quien) as lee from tramites.pendiente p
      where p.caso_id = any (p_casos::uuid[]) and cuentas.actor_tiene_rol(array[p.rol, 'supervisor'])
        and (propio is null or (plataforma.ambito_para(propio, p.titular_id, p_ahora) is null
          and plataforma.ambito_para(p.titular_id, propio, p_ahora) is null))),
    vistos as (
      insert into tramites.visto_en_cola (funcionario_id, titular_id, dia)
      select distinct quien, s.titular_id, p_dia from suyos s on conflict do nothing
      returning visto_en_cola.titular_id)
    select s.caso_id, d.nombre, d.nit, d.dv,
      (select coalesce(array_agg(distinct e.datos ->> 'que'), '{}') from tramites.evento e
        where e.caso_id = s.caso_id and e.hecho = 'verificada'),
      (select count(*) from tramites.evento e where e.caso_id = s.caso_id
        and (e.hecho = 'completada' or e.hecho = 'mensaje' and e.datos ->> 'de' = 'persona')
        and e.numero > coalesce((select l.hasta from tramites.lectura l
          where l.caso_id = s.caso_id and l.funcionario_id = s.lee), 0)),
      s.titular_id, exists (select from vistos v where v.titular_id = s.titular_id)
    from suyos s cross join lateral rut.presentacion_de(s.titular_id) d;
end $$;

-- Search: by radicado, by NIT or by name, in queues of the official.
drop function tramites.buscar(text, text, timestamptz, int);
create function tramites.buscar(p_radicado text, p_nit text, p_nombre text, p_ahora timestamptz, p_limite int)
  returns table (radicado text, tipo text, radicado_dia date, estado text, vence date, titular_id uuid, nombre text,
                 nit text, dv int)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  de_quien uuid[];
begin
  if not cuentas.actor_tiene_rol(array['mesa-rut', 'devoluciones', 'pqsrd', 'video', 'supervisor']) then
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
