-- The case: one for everything that waits for somebody. What happened is in `evento`, append-only; the state is
-- computed from it. `pendiente` is the index of the open ones, written in the transaction of each event.
create schema tramites;
grant usage on schema tramites to autogestion_app;

-- A request that is complete and waits for its signature.
create table tramites.solicitud (
  id uuid primary key,
  id_publico text not null unique,
  tipo text not null,
  titular_id uuid not null,
  -- What is asked, as its kind's schema says.
  solicitud jsonb not null,
  -- The draft it came from: fifty parallel ends make one request.
  clave text not null unique,
  creada_en timestamptz not null
);
create index solicitud_titular on tramites.solicitud (titular_id, creada_en desc);
create trigger inmutable before update or delete or truncate on tramites.solicitud
  for each statement execute function plataforma.prohibir_cambio();

create table tramites.caso (
  id uuid primary key,
  radicado text not null unique check (radicado ~ '^[0-9]{4}[A-Z]{2}[0-9]{9}$'),
  tipo text not null,
  titular_id uuid not null,
  -- The opaque identifier of the titular, for links.
  titular_publico text not null,
  -- One case a request, however many times it is signed.
  solicitud_id uuid not null unique references tramites.solicitud,
  -- The signed act; none where the law asks for no signature or an official attended.
  acto_id uuid unique,
  -- SHA-256 of the canonical JSON of what was filed (RFC 8785): the hash of the acuse.
  hash bytea not null check (octet_length(hash) = 32),
  -- Nobody decides it alone.
  cuatro_ojos boolean not null,
  radicado_en timestamptz not null,
  -- The day from which the office's terms run (Ley 1437 de 2011, art. 54).
  radicado_dia date not null
);
create index caso_titular on tramites.caso (titular_id, radicado_en desc);
create trigger inmutable before update or delete or truncate on tramites.caso
  for each statement execute function plataforma.prohibir_cambio();

create table tramites.evento (
  caso_id uuid not null references tramites.caso,
  -- From 1, without gaps: two that were decided upon the same past cannot both be written.
  numero int not null check (numero > 0),
  hecho text not null,
  datos jsonb not null,
  actor text not null,
  funcionario_id uuid,
  ocurrio_en timestamptz not null,
  dia date not null,
  primary key (caso_id, numero)
);
create trigger inmutable before update or delete or truncate on tramites.evento
  for each statement execute function plataforma.prohibir_cambio();

create table tramites.pendiente (
  caso_id uuid primary key references tramites.caso,
  radicado text not null,
  tipo text not null,
  titular_id uuid not null,
  -- Owner: the queue of a role, or the person of whom something was asked; and the official who took it.
  rol text not null,
  turno text not null check (turno in ('oficina', 'persona')),
  estado text not null,
  asignado_a uuid,
  radicado_dia date not null,
  vence date not null
);
create index pendiente_cola on tramites.pendiente (rol, vence, caso_id);
create index pendiente_libre on tramites.pendiente (rol, vence, caso_id) where asignado_a is null and turno = 'oficina';
create index pendiente_de on tramites.pendiente (asignado_a, vence, caso_id) where asignado_a is not null;
create index pendiente_persona on tramites.pendiente (vence) where turno = 'persona';

do $$ declare t text; begin
  foreach t in array array['solicitud', 'caso', 'evento', 'pendiente'] loop
    execute format('alter table tramites.%I enable row level security', t);
    execute format('alter table tramites.%I force row level security', t);
    execute format('create policy propietario on tramites.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy propia on tramites.solicitud for select to autogestion_app using (titular_id = plataforma.actor_titular());
create policy preparar on tramites.solicitud for insert to autogestion_app
  with check (plataforma.actor_puede(titular_id, 'preparar'));
create policy propio on tramites.caso for select to autogestion_app using (titular_id = plataforma.actor_titular());
create policy propio on tramites.evento for select to autogestion_app using (exists (
  select from tramites.caso c where c.id = caso_id and c.titular_id = plataforma.actor_titular()));
create policy propio on tramites.pendiente for select to autogestion_app using (titular_id = plataforma.actor_titular());
grant select on tramites.caso, tramites.evento, tramites.pendiente to autogestion_app;
grant select, insert on tramites.solicitud to autogestion_app;

-- For the rooms below; row-level security of whoever asks applies.
create view tramites.casos with (security_invoker = true) as
  select c.id, c.radicado, c.tipo, c.titular_id, s.solicitud,
    exists (select from tramites.pendiente p where p.caso_id = c.id) as abierto
  from tramites.caso c join tramites.solicitud s on s.id = c.solicitud_id;
grant select on tramites.casos to autogestion_app;

-- Who may write in a case: the taxpayer's side that may file, and whoever works the queue in which it is and is nobody
-- of theirs.
create function tramites.actor_escribe(p_titular uuid, p_rol text, p_ahora timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select plataforma.actor_puede(p_titular, 'presentar')
    or (plataforma.actor_funcionario() is not null
      and cuentas.actor_atiende(p_titular, array[p_rol, 'supervisor'], p_ahora)) $$;

-- A filing: the case and its first event, once a request. @returns false when that request is a case already.
create function tramites.radicar(p_id uuid, p_radicado text, p_solicitud uuid, p_titular_publico text, p_acto uuid,
    p_hash bytea, p_cuatro_ojos boolean, p_rol text, p_hecho text, p_datos jsonb, p_actor text, p_ahora timestamptz,
    p_dia date, p_radicado_dia date, p_estado text, p_vence date) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  s tramites.solicitud;
begin
  select * into strict s from tramites.solicitud x where x.id = p_solicitud;
  if not tramites.actor_escribe(s.titular_id, p_rol, p_ahora) then
    raise exception 'nobody files for another' using errcode = 'insufficient_privilege';
  end if;
  insert into tramites.caso values (p_id, p_radicado, s.tipo, s.titular_id, p_titular_publico, s.id, p_acto, p_hash,
    p_cuatro_ojos, p_ahora, p_radicado_dia) on conflict (solicitud_id) do nothing;
  if not found then return false; end if;
  insert into tramites.evento values (p_id, 1, p_hecho, p_datos, p_actor, plataforma.actor_funcionario(), p_ahora, p_dia);
  if p_vence is not null then
    insert into tramites.pendiente values (p_id, p_radicado, s.tipo, s.titular_id, p_rol, 'oficina', p_estado, null,
      p_radicado_dia, p_vence);
  end if;
  return true;
end $$;

-- Takes the turn of a case: whoever writes after it sees what was written before.
create function tramites.tomar_turno(p_caso uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from tramites.pendiente p where p.caso_id = p_caso for update;
  if not found then perform from tramites.caso c where c.id = p_caso for update; end if;
end $$;

-- The next event of a case, and where it leaves it: p_turno null when it is over, p_vence null when it stays. A closed case only receives what
-- moves nothing (messages, notices). This is the door of the office's own jobs, which run as the owner.
create function tramites.escribir_evento(p_caso uuid, p_numero int, p_hecho text, p_datos jsonb, p_actor text,
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
revoke all on function tramites.escribir_evento from public;
create function tramites.anotar(p_caso uuid, p_numero int, p_hecho text, p_datos jsonb, p_actor text, p_ahora timestamptz,
    p_dia date, p_mueve boolean, p_turno text, p_rol text, p_estado text, p_asignado uuid, p_vence date) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titular uuid;
  suyo text;
begin
  select c.titular_id, coalesce(p.rol, p_rol) into strict titular, suyo
    from tramites.caso c left join tramites.pendiente p on p.caso_id = c.id where c.id = p_caso;
  if not tramites.actor_escribe(titular, suyo, p_ahora) then
    raise exception 'nobody writes in the case of another' using errcode = 'insufficient_privilege';
  end if;
  perform tramites.escribir_evento(p_caso, p_numero, p_hecho, p_datos, p_actor, p_ahora, p_dia, p_mueve, p_turno, p_rol,
    p_estado, p_asignado, p_vence);
end $$;

-- An official opens a case that is in a queue of theirs, of somebody who is nobody of theirs: for the rest of the
-- transaction they look at what that taxpayer sees. Only looking: writing asks `actor_escribe` or `actor_decide`.
create function tramites.atender(p_radicado text, p_ahora timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  caso uuid;
  titular uuid;
  suyo text;
begin
  select c.id, c.titular_id, coalesce(p.rol, (select e.datos ->> 'rol' from tramites.evento e
      where e.caso_id = c.id and e.datos ? 'rol' order by e.numero desc limit 1))
    into caso, titular, suyo
    from tramites.caso c left join tramites.pendiente p on p.caso_id = c.id where c.radicado = p_radicado;
  if caso is null or plataforma.actor_funcionario() is null
    or not cuentas.actor_atiende(titular, array[suyo, 'supervisor'], p_ahora) then return null; end if;
  perform set_config('app.titular', titular::text, true), set_config('app.ambito', 'consultar', true);
  return caso;
end $$;

-- The titular of a case that the official of the transaction is deciding: theirs, or one that another prepared.
create function tramites.actor_decide(p_caso uuid, p_ahora timestamptz) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  p tramites.pendiente;
  quien uuid := plataforma.actor_funcionario();
begin
  select * into p from tramites.pendiente x where x.caso_id = p_caso and x.turno = 'oficina';
  if not found or quien is null or not cuentas.actor_atiende(p.titular_id, array[p.rol, 'supervisor'], p_ahora)
    or (p.asignado_a is distinct from quien and p.estado <> 'por-confirmar') then
    raise exception 'this official is not deciding that case' using errcode = 'insufficient_privilege';
  end if;
  return p.titular_id;
end $$;

-- The queue of a role, oldest deadline first. It says nothing of whose the cases are. Pages by (vence, caso_id).
create function tramites.cola(p_rol text, p_tipo text, p_de text, p_hasta date, p_tras_vence date, p_tras_caso uuid,
    p_limite int)
  returns table (caso_id uuid, radicado text, tipo text, rol text, turno text, estado text, asignado_a uuid,
                 asignado text, radicado_dia date, vence date)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  quien uuid := plataforma.actor_funcionario();
begin
  if not cuentas.actor_tiene_rol(array[p_rol, 'supervisor']) then
    raise exception 'the queue is of whoever works it' using errcode = 'insufficient_privilege';
  end if;
  if p_de = 'mios' then
    return query select p.caso_id, p.radicado, p.tipo, p.rol, p.turno, p.estado, p.asignado_a, f.nombre, p.radicado_dia, p.vence
      from tramites.pendiente p left join cuentas.funcionarios f on f.id = p.asignado_a
      where p.asignado_a = quien and p.rol = p_rol and (p_tipo is null or p.tipo = p_tipo) and (p_hasta is null or p.vence <= p_hasta)
        and (p_tras_caso is null or (p.vence, p.caso_id) > (p_tras_vence, p_tras_caso))
      order by p.vence, p.caso_id limit p_limite;
  elsif p_de = 'libres' then
    return query select p.caso_id, p.radicado, p.tipo, p.rol, p.turno, p.estado, p.asignado_a, null::text, p.radicado_dia, p.vence
      from tramites.pendiente p
      where p.asignado_a is null and p.turno = 'oficina' and p.rol = p_rol and (p_tipo is null or p.tipo = p_tipo)
        and (p_hasta is null or p.vence <= p_hasta)
        and (p_tras_caso is null or (p.vence, p.caso_id) > (p_tras_vence, p_tras_caso))
      order by p.vence, p.caso_id limit p_limite;
  else
    return query select p.caso_id, p.radicado, p.tipo, p.rol, p.turno, p.estado, p.asignado_a, f.nombre, p.radicado_dia, p.vence
      from tramites.pendiente p left join cuentas.funcionarios f on f.id = p.asignado_a
      where p.rol = p_rol and (p_tipo is null or p.tipo = p_tipo) and (p_hasta is null or p.vence <= p_hasta)
        and (p_de is distinct from 'por-confirmar' or p.estado = 'por-confirmar')
        and (p_tras_caso is null or (p.vence, p.caso_id) > (p_tras_vence, p_tras_caso))
      order by p.vence, p.caso_id limit p_limite;
  end if;
end $$;

-- Fair assignment: the free case with the oldest deadline that is nobody's of theirs. Taken cases are skipped, so that
-- two who ask at once get two.
create function tramites.siguiente(p_rol text, p_ahora timestamptz) returns table (caso_id uuid, radicado text)
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array[p_rol]) then
    raise exception 'the queue is of whoever works it' using errcode = 'insufficient_privilege';
  end if;
  return query select p.caso_id, p.radicado from tramites.pendiente p
    where p.rol = p_rol and p.asignado_a is null and p.turno = 'oficina'
      and cuentas.actor_atiende(p.titular_id, array[p_rol], p_ahora)
    order by p.vence, p.caso_id limit 1 for update skip locked;
end $$;

-- Figures for who supervises: by role, kind and official, with what is overdue.
create function tramites.cargas(p_hoy date, p_pronto date)
  returns table (rol text, tipo text, funcionario text, abiertos bigint, vencidos bigint, pronto bigint, mas_antiguo date)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array['supervisor', 'auditor']) then
    raise exception 'the figures are of whoever supervises' using errcode = 'insufficient_privilege';
  end if;
  return query select p.rol, p.tipo, f.nombre, count(*), count(*) filter (where p.vence < p_hoy),
      count(*) filter (where p.vence between p_hoy and p_pronto), min(p.vence)
    from tramites.pendiente p left join cuentas.funcionarios f on f.id = p.asignado_a
    where p.turno = 'oficina' group by p.rol, p.tipo, f.nombre;
end $$;

-- Officials to whom a case may be handed over.
create function tramites.de_rol(p_rol text) returns table (id_publico text, nombre text)
  language sql stable security definer set search_path = pg_catalog as $$
  select f.id_publico, f.nombre from cuentas.funcionarios f
  where f.en_servicio and p_rol = any (f.roles) and cuentas.actor_tiene_rol(array['supervisor']) order by f.nombre $$;
create function tramites.funcionario_de(p_publico text) returns uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select f.id from cuentas.funcionarios f where f.id_publico = p_publico and f.en_servicio
    and cuentas.actor_tiene_rol(array['supervisor']) $$;
-- Whether a case may be handed to somebody: it must not be theirs.
create function tramites.puede_recibir(p_funcionario uuid, p_caso uuid, p_ahora timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from cuentas.funcionarios f, tramites.pendiente p
    where f.id = p_funcionario and f.en_servicio and p.caso_id = p_caso and p.rol = any (f.roles)
      and not exists (select from rut.contacto_de(f.tipo_documento, f.numero_documento) propio
        where plataforma.ambito_para(propio.titular_id, p.titular_id, p_ahora) is not null
          or plataforma.ambito_para(p.titular_id, propio.titular_id, p_ahora) is not null)) $$;
-- The names of officials who wrote in a case, for whoever may read it.
create function tramites.nombres_de(p_caso uuid) returns table (funcionario_id uuid, nombre text)
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct f.id, f.nombre from tramites.caso c join tramites.evento e on e.caso_id = c.id
  join cuentas.funcionarios f on f.id = e.funcionario_id or f.id::text = e.datos ->> 'a'
  where c.id = p_caso and c.titular_id = plataforma.actor_titular() $$;
-- Search: by radicado or by NIT, in queues of the official. Whose they are is not said until one is opened.
create function tramites.buscar(p_radicado text, p_nit text, p_ahora timestamptz, p_limite int)
  returns table (radicado text, tipo text, radicado_dia date, estado text, vence date, titular_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array['mesa-rut', 'devoluciones', 'pqsrd', 'video', 'supervisor']) then
    raise exception 'searching is of whoever works a queue' using errcode = 'insufficient_privilege';
  end if;
  return query select c.radicado, c.tipo, c.radicado_dia, p.estado, p.vence, c.titular_id
    from tramites.caso c left join tramites.pendiente p on p.caso_id = c.id
    where case when p_radicado is not null then c.radicado = p_radicado
      else c.titular_id = (select v.titular_id from rut.versiones v where v.nit = p_nit and v.vigente) end
      and cuentas.actor_atiende(c.titular_id, array[coalesce(p.rol, (select e.datos ->> 'rol' from tramites.evento e
        where e.caso_id = c.id and e.datos ? 'rol' order by e.numero desc limit 1)), 'supervisor'], p_ahora)
    order by c.radicado_en desc limit p_limite;
end $$;
revoke all on function tramites.actor_escribe(uuid, text, timestamptz) from public;
