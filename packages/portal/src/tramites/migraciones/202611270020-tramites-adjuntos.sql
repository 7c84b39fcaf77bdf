-- Documents of a request. The bytes are in `plataforma.archivo`; here, to what they answer and how they are called.
create table tramites.adjunto (
  id uuid primary key,
  id_publico text not null unique,
  solicitud_id uuid not null references tramites.solicitud,
  titular_id uuid not null,
  -- Which of the documents that the kind of case asks for.
  pedido text not null check (pedido ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  -- Only to be shown.
  nombre text not null check (length(nombre) between 1 and 120),
  media text not null check (media in ('application/pdf', 'image/jpeg', 'image/png')),
  archivo_id uuid not null unique references plataforma.archivo,
  tamano int not null check (tamano > 0),
  hash bytea not null check (octet_length(hash) = 32),
  subido_en timestamptz not null
);
create index adjunto_solicitud on tramites.adjunto (solicitud_id, subido_en);
create trigger inmutable before update or truncate on tramites.adjunto
  for each statement execute function plataforma.prohibir_cambio();
alter table tramites.adjunto enable row level security;
alter table tramites.adjunto force row level security;
create policy propietario on tramites.adjunto to current_user using (true) with check (true);
create policy propio on tramites.adjunto for select to autogestion_app using (titular_id = plataforma.actor_titular());
grant select on tramites.adjunto to autogestion_app;

-- Whether one more fits: 20 MB and 20 files a request. The request is locked, so that of two at once the second counts
-- the first, and none comes in while it is being filed. After that, only when the person was asked for something.
create function tramites.cabe_adjunto(p_solicitud uuid, p_tamano int) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  s tramites.solicitud;
  caso uuid;
  suma bigint;
  cuantos int;
begin
  select * into s from tramites.solicitud x where x.id = p_solicitud for update;
  if not found or not plataforma.actor_puede(s.titular_id, 'preparar') then
    raise exception 'nobody hands in documents for another' using errcode = 'insufficient_privilege';
  end if;
  select c.id into caso from tramites.caso c where c.solicitud_id = s.id;
  if caso is not null and not exists (
    select from tramites.pendiente p where p.caso_id = caso and p.turno = 'persona') then return 'radicada'; end if;
  select coalesce(sum(a.tamano), 0), count(*) into suma, cuantos from tramites.adjunto a where a.solicitud_id = s.id;
  if suma + p_tamano > 20 * 1024 * 1024 then return 'tamano'; end if;
  return case when cuantos >= 20 then 'cuantos' else 'cabe' end;
end $$;

create function tramites.anotar_adjunto(p_id uuid, p_id_publico text, p_solicitud uuid, p_pedido text, p_nombre text,
    p_archivo uuid, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f plataforma.archivo;
  titular uuid := (select s.titular_id from tramites.solicitud s where s.id = p_solicitud);
begin
  select * into strict f from plataforma.archivo x where x.id = p_archivo and x.persona_id = titular;
  if tramites.cabe_adjunto(p_solicitud, f.tamano) <> 'cabe' then
    raise exception 'it does not fit' using errcode = 'check_violation', constraint = 'adjunto_cabe';
  end if;
  insert into tramites.adjunto values (p_id, p_id_publico, p_solicitud, titular, p_pedido, p_nombre, f.tipo, f.id,
    f.tamano, f.hash, p_ahora);
end $$;

-- Taken back before filing: the bytes go too. @returns the file, or null when it was filed, or is not there.
create function tramites.quitar_adjunto(p_id_publico text) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  a tramites.adjunto;
begin
  select * into a from tramites.adjunto x where x.id_publico = p_id_publico;
  if not found or not plataforma.actor_puede(a.titular_id, 'preparar') then return null; end if;
  perform from tramites.solicitud s where s.id = a.solicitud_id for update;
  if exists (select from tramites.caso c where c.solicitud_id = a.solicitud_id) then return null; end if;
  delete from tramites.adjunto x where x.id = a.id;
  if not found then return null; end if;
  delete from plataforma.archivo f where f.id = a.archivo_id;
  return a.archivo_id;
end $$;
