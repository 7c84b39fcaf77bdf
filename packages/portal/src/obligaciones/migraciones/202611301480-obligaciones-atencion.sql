-- An official looks at what a taxpayer owes and paid, with a reason that they write and the taxpayer can see was asked for.
create table obligaciones.atencion (
  id uuid primary key,
  id_publico text not null unique,
  funcionario_id uuid not null,
  titular_id uuid not null,
  motivo text not null check (length(motivo) between 10 and 500),
  abierta_en timestamptz not null
);
create index atencion_titular on obligaciones.atencion (titular_id, abierta_en desc);
create trigger inmutable before update or delete or truncate on obligaciones.atencion
  for each statement execute function plataforma.prohibir_cambio();
alter table obligaciones.atencion enable row level security;
alter table obligaciones.atencion force row level security;
create policy propietario on obligaciones.atencion to current_user using (true) with check (true);

-- Writes the reason. Null when nobody has that NIT; an error when they are somebody of the official's.
create function obligaciones.abrir_atencion(p_id uuid, p_id_publico text, p_nit text, p_motivo text, p_ahora timestamptz)
    returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titular uuid := (select v.titular_id from rut.versiones v where v.nit = p_nit and v.vigente limit 1);
begin
  if not cuentas.actor_tiene_rol(array['obligaciones', 'supervisor']) then
    raise exception 'the ledger is of whoever keeps it' using errcode = 'insufficient_privilege';
  end if;
  if titular is null then return null; end if;
  if not cuentas.actor_atiende(titular, array['obligaciones', 'supervisor'], p_ahora) then
    raise exception 'nobody attends their own' using errcode = 'insufficient_privilege', constraint = 'no_es_propio';
  end if;
  insert into obligaciones.atencion (id, id_publico, funcionario_id, titular_id, motivo, abierta_en)
    values (p_id, p_id_publico, plataforma.actor_funcionario(), titular, p_motivo, p_ahora);
  return titular;
end $$;

-- For the rest of the transaction the official sees what that taxpayer sees: with a reason written less than eight hours
-- ago, and only looking. Null otherwise.
create function obligaciones.atender(p_id_publico text, p_ahora timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titular uuid := (select a.titular_id from obligaciones.atencion a where a.id_publico = p_id_publico
    and a.funcionario_id = plataforma.actor_funcionario() and a.abierta_en > p_ahora - interval '8 hours');
begin
  if titular is null or not cuentas.actor_atiende(titular, array['obligaciones', 'supervisor'], p_ahora) then
    return null;
  end if;
  perform set_config('app.titular', titular::text, true), set_config('app.ambito', 'consultar', true);
  return titular;
end $$;
