-- Each time that something was sent to the person of a case and has to be known to have left: which message it is, of
-- what, and which try. How it ended is an event of the case.
create table tramites.entrega (
  mensaje_id uuid primary key,
  caso_id uuid not null references tramites.caso,
  asunto text not null check (asunto in ('acuse', 'decision', 'requerimiento')),
  -- The document, or the number of the event that asked for something.
  documento text not null,
  -- Masked.
  correo text not null,
  intento int not null check (intento > 0),
  -- Two at once send one.
  unique (caso_id, documento, intento)
);
create trigger inmutable before update or delete or truncate on tramites.entrega
  for each statement execute function plataforma.prohibir_cambio();
alter table tramites.entrega enable row level security;
alter table tramites.entrega force row level security;
create policy propietario on tramites.entrega to current_user using (true) with check (true);

-- What could not be sent and nobody notified in another way, in queues of whoever asks: the newest first. It says nothing
-- of whose it is.
create index evento_no_notificada on tramites.evento (caso_id) where hecho = 'no-notificada';
create function tramites.sin_notificar(p_rol text, p_limite int)
  returns table (radicado text, tipo text, asunto text, desde date)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array[p_rol, 'supervisor']) then
    raise exception 'the queue is of whoever works it' using errcode = 'insufficient_privilege';
  end if;
  return query select c.radicado, c.tipo, e.datos ->> 'asunto', e.dia
    from tramites.evento e join tramites.caso c on c.id = e.caso_id
    where e.hecho = 'no-notificada' and e.datos ->> 'asunto' <> 'acuse'
      and not exists (select from tramites.evento o where o.caso_id = e.caso_id and o.numero > e.numero
        and o.hecho in ('notificada', 'no-notificada') and o.datos ->> 'documento' = e.datos ->> 'documento')
      and (select r.datos ->> 'rol' from tramites.evento r where r.caso_id = e.caso_id and r.datos ? 'rol'
        order by r.numero desc limit 1) = p_rol
      and (e.datos ->> 'asunto' <> 'requerimiento' or exists (
        select from tramites.pendiente p where p.caso_id = e.caso_id and p.turno = 'persona'
          and e.datos ->> 'documento' = 'requerimiento-' || (select max(q.numero) from tramites.evento q
            where q.caso_id = e.caso_id and q.hecho = 'requerida')))
    order by e.dia desc, c.radicado limit p_limite;
end $$;
