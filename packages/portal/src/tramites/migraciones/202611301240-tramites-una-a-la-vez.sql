-- One request of a kind at a time: what the kind says it is, while it is open; null where several may be.
alter table tramites.pendiente add column unico text;
-- Of those that were open before, the first one counts.
update tramites.pendiente p set unico = p.tipo where not exists (
  select from tramites.pendiente o where o.titular_id = p.titular_id and o.tipo = p.tipo
    and (o.radicado_dia, o.caso_id) < (p.radicado_dia, p.caso_id));

-- A request that will not be filed: whoever left it ready deleted it.
create table tramites.descartada (
  solicitud_id uuid primary key references tramites.solicitud,
  titular_id uuid not null,
  descartada_en timestamptz not null
);
create trigger inmutable before update or delete or truncate on tramites.descartada
  for each statement execute function plataforma.prohibir_cambio();
alter table tramites.descartada enable row level security;
alter table tramites.descartada force row level security;
create policy propietario on tramites.descartada to current_user using (true) with check (true);
create policy propia on tramites.descartada for select to autogestion_app using (titular_id = plataforma.actor_titular());
grant select on tramites.descartada to autogestion_app;

-- @returns whether it is discarded: not when it was filed, nor by who may not prepare for its taxpayer.
create function tramites.descartar(p_solicitud uuid, p_ahora timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  s tramites.solicitud;
begin
  -- Whoever signs it at the same moment waits here, or makes this wait.
  select * into s from tramites.solicitud x where x.id = p_solicitud for update;
  if not found or not plataforma.actor_puede(s.titular_id, 'preparar') then return false; end if;
  if exists (select from tramites.caso c where c.solicitud_id = s.id) then return false; end if;
  insert into tramites.descartada (solicitud_id, titular_id, descartada_en) values (s.id, s.titular_id, p_ahora)
    on conflict (solicitud_id) do nothing;
  return true;
end $$;
