-- The slip with which one pays, and the money that the banks say has entered. A slip is what was offered on a day: it
-- moves nothing in the ledger. Money is posted for what entered and for the day it entered (ET 803), whatever the slip
-- said; what does not agree is written beside it, so that the person is told and somebody looks.
create sequence obligaciones.recibo_consecutivo;

create table obligaciones.recibo (
  numero text primary key check (numero ~ '^490[0-9]{11}$'),
  titular_id uuid not null,
  -- Until which day its figures hold: interest was counted to it.
  para_el date not null,
  -- What was known when they were figured.
  corte bigint not null check (corte >= 0),
  -- Names what it was issued for, where it is issued once: the instalment of a facility.
  clave text unique check (length(clave) between 8 and 200),
  pedido_por text not null,
  emitido_en timestamptz not null
);
create index recibo_titular on obligaciones.recibo (titular_id, emitido_en desc);

-- Pesos, as ET 804 splits what is to be paid. Paid in this order.
create table obligaciones.recibo_renglon (
  recibo text not null references obligaciones.recibo,
  renglon smallint not null check (renglon between 1 and 200),
  obligacion uuid not null references obligaciones.obligacion,
  capital bigint not null check (capital >= 0),
  sancion bigint not null check (sancion >= 0),
  interes bigint not null check (interes >= 0),
  cuota smallint check (cuota between 1 and 99),
  primary key (recibo, renglon),
  unique (recibo, obligacion),
  check (capital + sancion + interes > 0)
);
create index recibo_renglon_obligacion on obligaciones.recibo_renglon (obligacion);

create table obligaciones.recibo_anulado (
  recibo text primary key references obligaciones.recibo,
  motivo text not null check (length(motivo) between 3 and 200),
  actor text not null,
  anulado_en timestamptz not null
);

-- Each operation of a bank, once. `recibo` is the one that the bank told, which may be nobody's.
create table obligaciones.pago_recibido (
  id uuid primary key,
  id_publico text not null unique,
  banco text not null check (banco ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  referencia text not null check (length(referencia) between 1 and 80),
  recibo text not null check (length(recibo) between 1 and 40),
  valor bigint not null check (valor > 0),
  dia date not null,
  medio text not null check (medio in ('ventanilla', 'en-linea', 'archivo')),
  comprobante bigint not null unique references obligaciones.comprobante,
  titular_id uuid,
  -- What did not agree, of those that `pagos/novedades.ts` names.
  novedades text[] not null,
  registrado_en timestamptz not null,
  unique (banco, referencia)
);
create index pago_recibido_titular on obligaciones.pago_recibido (titular_id, registrado_en desc);
create index pago_recibido_recibo on obligaciones.pago_recibido (recibo);

-- What a bank told of an operation that was posted already with another amount, day or slip: it is not posted again.
create table obligaciones.desacuerdo_de_banco (
  id uuid primary key,
  pago uuid not null references obligaciones.pago_recibido,
  recibo text not null check (length(recibo) between 1 and 40),
  valor bigint not null,
  dia date not null,
  visto_en timestamptz not null,
  unique (pago, recibo, valor, dia)
);

-- The taxpayer was told of a payment, once.
create table obligaciones.aviso_de_pago (
  pago uuid primary key references obligaciones.pago_recibido,
  avisado_en timestamptz not null
);

do $$ declare t text; begin
  foreach t in array array['recibo', 'recibo_renglon', 'recibo_anulado', 'pago_recibido', 'desacuerdo_de_banco',
      'aviso_de_pago'] loop
    execute format('create trigger inmutable before update or delete or truncate on obligaciones.%I
      for each statement execute function plataforma.prohibir_cambio()', t);
    execute format('alter table obligaciones.%I enable row level security', t);
    execute format('alter table obligaciones.%I force row level security', t);
    execute format('create policy propietario on obligaciones.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;

create policy propio on obligaciones.recibo for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
create policy propio on obligaciones.recibo_renglon for select to autogestion_app
  using (exists (select from obligaciones.recibo r where r.numero = recibo));
create policy propio on obligaciones.recibo_anulado for select to autogestion_app
  using (exists (select from obligaciones.recibo r where r.numero = recibo));
create policy propio on obligaciones.pago_recibido for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
grant select on obligaciones.recibo, obligaciones.recibo_renglon, obligaciones.recibo_anulado,
  obligaciones.pago_recibido to autogestion_app;

-- Writes a slip whole. Its number is 490, nine digits that follow one another, and two by which a bank sees that it read it
-- right (ISO/IEC 7064, MOD 97-10). @returns the number; with a key that was used, that slip's.
create function obligaciones.emitir_recibo(p_titular uuid, p_para_el date, p_corte bigint, p_clave text, p_renglones jsonb,
    p_actor text, p_ahora timestamptz) returns text
  language plpgsql set search_path = pg_catalog as $$
declare
  cuerpo bigint := 490000000000 + nextval('obligaciones.recibo_consecutivo');
  este text := (cuerpo * 100 + 98 - cuerpo * 100 % 97)::text;
begin
  insert into obligaciones.recibo (numero, titular_id, para_el, corte, clave, pedido_por, emitido_en)
    values (este, p_titular, p_para_el, p_corte, p_clave, p_actor, p_ahora) on conflict (clave) do nothing;
  if not found then
    select r.numero into strict este from obligaciones.recibo r where r.clave = p_clave and r.titular_id = p_titular;
    return este;
  end if;
  insert into obligaciones.recibo_renglon (recibo, renglon, obligacion, capital, sancion, interes, cuota)
    select este, r.n, o.id, r.capital, r.sancion, r.interes, r.cuota
    from rows from (jsonb_to_recordset(p_renglones) as (obligacion uuid, capital bigint, sancion bigint, interes bigint,
      cuota smallint)) with ordinality as r(obligacion, capital, sancion, interes, cuota, n)
    left join obligaciones.obligacion o on o.id = r.obligacion and o.titular_id = p_titular;
  if not found then
    raise exception 'a slip pays something' using errcode = 'check_violation', constraint = 'recibo_sin_renglones';
  end if;
  return este;
end $$;

-- The same, asked for by whoever acts for the taxpayer.
create function obligaciones.pedir_recibo(p_para_el date, p_corte bigint, p_renglones jsonb, p_actor text, p_ahora timestamptz)
    returns text
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not plataforma.actor_puede(plataforma.actor_titular(), 'preparar') then
    raise exception 'a slip is asked for by whoever acts for the taxpayer' using errcode = 'insufficient_privilege';
  end if;
  return obligaciones.emitir_recibo(plataforma.actor_titular(), p_para_el, p_corte, null, p_renglones, p_actor, p_ahora);
end $$;

-- A slip that is not to be used: money that comes with it is posted all the same.
create function obligaciones.anular_recibo(p_numero text, p_motivo text, p_actor text, p_ahora timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from obligaciones.recibo r where r.numero = p_numero
      and plataforma.actor_puede(r.titular_id, 'preparar')) then
    return false;
  end if;
  insert into obligaciones.recibo_anulado (recibo, motivo, actor, anulado_en)
    values (p_numero, p_motivo, p_actor, p_ahora) on conflict (recibo) do nothing;
  return true;
end $$;

revoke all on function obligaciones.emitir_recibo from public;
