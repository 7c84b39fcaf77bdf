-- Returns: what is being filled, and what was filed. A draft is one return of one person, year and period, and has the
-- number of its form from the first answer on. What is filed is never changed: a correction is another return that names
-- the one it replaces. Which one stands, and whether it is late or paid, is computed.
create schema declaraciones;
grant usage on schema declaraciones to autogestion_app;

create sequence declaraciones.consecutivo maxvalue 999999999;

create table declaraciones.declaracion (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-z]{26}$'),
  titular_id uuid not null,
  formulario text not null check (formulario ~ '^[0-9]{3,4}$'),
  anio int not null check (anio between 1990 and 2100),
  periodo text not null check (periodo ~ '^[a-z][a-z0-9-]{1,19}$'),
  numero text not null unique check (numero ~ '^[0-9]{14,16}$'),
  -- The return that it replaces: each is replaced once.
  corrige_id uuid unique references declaraciones.declaracion,
  acto_id uuid not null unique,
  radicado text not null unique,
  -- What was signed: boxes, facts, annexes, what others had reported and what was declared instead.
  acto jsonb not null,
  -- The voucher of the ledger; none when it changed nothing there.
  comprobante bigint,
  vence date not null,
  presentada date not null,
  presentada_en timestamptz not null
);
-- The first one of a person, form, year and period is one, whoever files twice at once.
create unique index declaracion_inicial on declaraciones.declaracion (titular_id, formulario, anio, periodo)
  where corrige_id is null;
create index declaracion_titular on declaraciones.declaracion (titular_id, presentada_en desc);

create table declaraciones.borrador (
  id uuid primary key,
  id_publico text not null unique check (id_publico ~ '^[0-9a-z]{26}$'),
  titular_id uuid not null,
  formulario text not null check (formulario ~ '^[0-9]{3,4}$'),
  anio int not null check (anio between 1990 and 2100),
  periodo text not null check (periodo ~ '^[a-z][a-z0-9-]{1,19}$'),
  numero text not null unique,
  corrige_id uuid references declaraciones.declaracion,
  -- Answers by key: `casilla:32`, `hecho:dependientes`, `tema:salario`. And at which revision each one was written last.
  contenido jsonb not null default '{}' check (jsonb_typeof(contenido) = 'object' and pg_column_size(contenido) < 1000000),
  revisiones jsonb not null default '{}' check (jsonb_typeof(revisiones) = 'object'),
  revision int not null default 0,
  empezado_en timestamptz not null,
  cambiado_en timestamptz not null,
  presentada_id uuid unique references declaraciones.declaracion,
  descartado_en timestamptz,
  check (presentada_id is null or descartado_en is null)
);
create unique index borrador_abierto on declaraciones.borrador (titular_id, formulario, anio, periodo)
  where presentada_id is null and descartado_en is null;

do $$ declare t text; begin
  foreach t in array array['declaracion', 'borrador'] loop
    execute format('alter table declaraciones.%I enable row level security', t);
    execute format('alter table declaraciones.%I force row level security', t);
    execute format('create policy propietario on declaraciones.%I to current_user using (true) with check (true)', t);
    execute format('create policy propia on declaraciones.%I for select to autogestion_app
      using (titular_id = plataforma.actor_titular())', t);
  end loop;
end $$;
create trigger inmutable before update or delete or truncate on declaraciones.declaracion
  for each statement execute function plataforma.prohibir_cambio();
create policy empezar on declaraciones.borrador for insert to autogestion_app
  with check (plataforma.actor_puede(titular_id, 'preparar') and presentada_id is null);
create policy llenar on declaraciones.borrador for update to autogestion_app
  using (plataforma.actor_puede(titular_id, 'preparar'))
  with check (plataforma.actor_puede(titular_id, 'preparar') and presentada_id is null);
grant select on declaraciones.declaracion to autogestion_app;
grant select, insert, update (contenido, revisiones, revision, cambiado_en, descartado_en) on declaraciones.borrador
  to autogestion_app;

-- The number of a form: its code, nine digits that follow one another, and two by which a digit that is wrong shows
-- (ISO/IEC 7064, MOD 97-10), as slips have. Gaps are possible.
create function declaraciones.nuevo_numero(p_formulario text) returns text
  language sql security definer set search_path = pg_catalog as $$
  select (c.cuerpo * 100 + 98 - c.cuerpo * 100 % 97)::text
  from (select (p_formulario || lpad(nextval('declaraciones.consecutivo')::text, 9, '0'))::numeric as cuerpo) c
  where p_formulario ~ '^[0-9]{3,4}$' $$;

-- Files what was signed in this same transaction, whole: the return, the ledger, and the end of its draft. What is
-- written is what the signed act says, and nothing that whoever calls says. @returns false when the draft is of another
-- return, or was filed or discarded meanwhile.
create function declaraciones.presentar(p_id uuid, p_id_publico text, p_borrador uuid, p_acto uuid, p_obligaciones jsonb,
    p_actor text, p_ahora timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  f record;
  anterior declaraciones.declaracion;
  voucher bigint;
begin
  select * into strict f from firma.lo_firmado(p_acto, 'declaraciones.presentar');
  perform from declaraciones.borrador b
    where b.id = p_borrador and b.titular_id = f.titular and b.numero = f.acto ->> 'numero'
      and b.presentada_id is null and b.descartado_en is null for update;
  if not found then return false; end if;
  if f.acto ->> 'corrige' is not null then
    select d.* into strict anterior from declaraciones.declaracion d
      where d.numero = f.acto ->> 'corrige' and d.titular_id = f.titular and d.formulario = f.acto ->> 'formulario'
        and d.anio = (f.acto ->> 'anio')::int and d.periodo = f.acto ->> 'periodo';
  end if;
  voucher := obligaciones.asentar_declaracion(f.titular, (f.acto ->> 'anio')::int, f.acto ->> 'periodo',
    f.acto ->> 'numero', f.radicado, f.acto ->> 'formulario', (f.acto ->> 'presentada')::date, (f.acto ->> 'vence')::date,
    f.acto -> 'posiciones', coalesce(anterior.acto -> 'posiciones', '[]'), p_obligaciones, p_actor, p_ahora);
  insert into declaraciones.declaracion (id, id_publico, titular_id, formulario, anio, periodo, numero, corrige_id, acto_id,
      radicado, acto, comprobante, vence, presentada, presentada_en)
    values (p_id, p_id_publico, f.titular, f.acto ->> 'formulario', (f.acto ->> 'anio')::int, f.acto ->> 'periodo',
      f.acto ->> 'numero', anterior.id, p_acto, f.radicado, f.acto, voucher, (f.acto ->> 'vence')::date,
      (f.acto ->> 'presentada')::date, f.firmado_en);
  update declaraciones.borrador set presentada_id = p_id, cambiado_en = p_ahora where id = p_borrador;
  return true;
end $$;
