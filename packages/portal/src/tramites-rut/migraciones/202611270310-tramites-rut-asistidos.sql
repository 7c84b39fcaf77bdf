-- Acts that an official does with the person in front, who accepts with a code. What was presented does not change:
-- whatever changes is presented again, as another act.
create table tramites_rut.acto_asistido (
  id uuid primary key,
  id_publico text not null unique,
  clase text not null check (clase in ('inscripcion', 'responsabilidades', 'identificacion', 'calidades-aduaneras',
    'acceso', 'retiro-iva', 'retiro-inc', 'cancelacion')),
  funcionario_id uuid not null,
  -- Whose it is; of a registration, once it is done.
  titular_id uuid,
  -- The request that the person had left.
  solicitud text references tramites_rut.solicitud_asistida,
  -- What will be done, as its class understands it.
  datos jsonb not null,
  -- What the person was told, and SHA-256 of its canonical JSON (RFC 8785).
  presentado jsonb not null,
  presentado_hash bytea not null check (octet_length(presentado_hash) = 32),
  -- Where the code goes.
  destino text not null,
  presentado_en timestamptz not null,
  vence_en timestamptz not null,
  aceptado_en timestamptz,
  resultado jsonb,
  check ((aceptado_en is null) = (resultado is null)),
  check (titular_id is not null or clase = 'inscripcion')
);
-- A request is attended once, whoever takes it up.
create unique index acto_asistido_solicitud on tramites_rut.acto_asistido (solicitud) where aceptado_en is not null;
create index acto_asistido_funcionario on tramites_rut.acto_asistido (funcionario_id, presentado_en desc);
create trigger no_se_borra before delete or truncate on tramites_rut.acto_asistido
  for each statement execute function plataforma.prohibir_cambio();
alter table tramites_rut.acto_asistido enable row level security;
alter table tramites_rut.acto_asistido force row level security;
create policy propietario on tramites_rut.acto_asistido to current_user using (true) with check (true);
create policy de_quien_atiende on tramites_rut.acto_asistido for select to autogestion_app
  using (funcionario_id = plataforma.actor_funcionario());
create policy propio on tramites_rut.acto_asistido for select to autogestion_app
  using (titular_id = plataforma.actor_titular());
grant select on tramites_rut.acto_asistido to autogestion_app;

-- The official begins to attend a taxpayer: for the rest of the transaction they look at what that taxpayer sees. Null
-- when nobody has that document; an error when they are somebody of theirs.
create function tramites_rut.atender_titular(p_tipo text, p_numero text, p_ahora timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titular uuid := rut.titular_de_documento(p_tipo, p_numero);
begin
  if titular is null then return null; end if;
  if not cuentas.actor_atiende(titular, array['mesa-rut', 'video'], p_ahora) then
    raise exception 'nobody attends their own' using errcode = 'insufficient_privilege', constraint = 'no_es_propio';
  end if;
  perform set_config('app.titular', titular::text, true), set_config('app.ambito', 'consultar', true);
  return titular;
end $$;

-- Whether somebody with that document is the official.
create function tramites_rut.es_el_funcionario(p_tipo text, p_numero text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from cuentas.funcionarios f where f.id = plataforma.actor_funcionario()
    and f.tipo_documento = p_tipo and f.numero_documento = p_numero) $$;

-- Registrations that people could not finish alone and nobody attended yet; never the official's own.
create function tramites_rut.solicitudes_por_atender(p_radicado text, p_limite int)
  returns table (radicado text, motivo text, datos jsonb, correo text, telefono text, creada_en timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array['mesa-rut', 'video']) then
    raise exception 'they are for whoever attends' using errcode = 'insufficient_privilege';
  end if;
  return query select s.radicado, s.motivo, s.datos, s.correo, s.telefono, s.creada_en
    from tramites_rut.solicitud_asistida s
    where (p_radicado is null or s.radicado = p_radicado)
      and not tramites_rut.es_el_funcionario(s.datos #>> '{documento,tipo}', s.datos #>> '{documento,numero}')
      and not exists (select from tramites_rut.acto_asistido a where a.solicitud = s.radicado and a.aceptado_en is not null)
    order by s.creada_en limit p_limite;
end $$;

create function tramites_rut.presentar_acto(p_id uuid, p_id_publico text, p_clase text, p_titular uuid, p_solicitud text,
    p_datos jsonb, p_presentado jsonb, p_hash bytea, p_destino text, p_ahora timestamptz, p_vence timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_tiene_rol(array['mesa-rut', 'video'])
    or (p_titular is not null and not cuentas.actor_atiende(p_titular, array['mesa-rut', 'video'], p_ahora))
    or tramites_rut.es_el_funcionario(p_datos #>> '{registro,identificacion,tipoDocumento}',
      p_datos #>> '{registro,identificacion,numero}') then
    raise exception 'nobody attends their own' using errcode = 'insufficient_privilege', constraint = 'no_es_propio';
  end if;
  insert into tramites_rut.acto_asistido (id, id_publico, clase, funcionario_id, titular_id, solicitud, datos, presentado,
    presentado_hash, destino, presentado_en, vence_en)
  values (p_id, p_id_publico, p_clase, plataforma.actor_funcionario(), p_titular, p_solicitud, p_datos, p_presentado,
    p_hash, p_destino, p_ahora, p_vence);
end $$;

-- The act that the person accepts in this transaction: its official is attending, what was presented stands, and the
-- code for it was used up now. Everything that an act does begins here.
create function tramites_rut.exigir_aceptacion(p_acto uuid, p_ahora timestamptz) returns tramites_rut.acto_asistido
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  a tramites_rut.acto_asistido;
begin
  select * into a from tramites_rut.acto_asistido x where x.id = p_acto for update;
  if a.id is null or a.funcionario_id is distinct from plataforma.actor_funcionario()
    or not cuentas.actor_tiene_rol(array['mesa-rut', 'video'])
    or (a.titular_id is not null and not cuentas.actor_atiende(a.titular_id, array['mesa-rut', 'video'], p_ahora))
    or a.vence_en <= p_ahora or not plataforma.codigo_usado('tramites-rut.asistido:' || a.id, p_ahora) then
    raise exception 'nobody accepted that' using errcode = 'insufficient_privilege';
  end if;
  if a.aceptado_en is not null then
    raise exception 'it is done' using errcode = 'check_violation', constraint = 'acto_una_vez';
  end if;
  if a.titular_id is not null then
    perform set_config('app.titular', a.titular_id::text, true), set_config('app.ambito', 'consultar', true);
  end if;
  return a;
end $$;

-- The version of the RUT that was presented, and no other.
create function tramites_rut.anotar_version_asistida(p_acto uuid, p_version uuid, p_formulario text, p_registro jsonb,
    p_radicado text, p_hash bytea, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  a tramites_rut.acto_asistido := tramites_rut.exigir_aceptacion(p_acto, p_ahora);
begin
  if a.datos -> 'registro' is distinct from p_registro
    or not exists (select from rut.versiones v where v.id = (a.datos ->> 'base')::uuid and v.titular_id = a.titular_id and v.vigente) then
    raise exception 'that is not what was accepted' using errcode = 'check_violation', constraint = 'acto_vigente';
  end if;
  perform rut.insertar_version(p_version, a.titular_id, p_formulario, '02', p_registro, p_radicado, p_hash, p_ahora);
  perform rut.seguir_documento(a.titular_id, p_registro #>> '{identificacion,tipoDocumento}',
    p_registro #>> '{identificacion,numero}');
end $$;

-- Ends the act, and leaves the official looking at who it was done for.
create function tramites_rut.cerrar_acto(p_acto uuid, p_titular uuid, p_resultado jsonb, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  a tramites_rut.acto_asistido := tramites_rut.exigir_aceptacion(p_acto, p_ahora);
begin
  if a.titular_id is distinct from p_titular and a.clase <> 'inscripcion' then
    raise exception 'that is not whose it is' using errcode = 'insufficient_privilege';
  end if;
  -- A registration closes with who was registered now, with the document that was presented.
  if a.clase = 'inscripcion' and rut.titular_de_documento(a.datos #>> '{registro,identificacion,tipoDocumento}',
      a.datos #>> '{registro,identificacion,numero}') is distinct from p_titular then
    raise exception 'that is not who was registered' using errcode = 'insufficient_privilege';
  end if;
  update tramites_rut.acto_asistido x set titular_id = p_titular, resultado = p_resultado, aceptado_en = p_ahora
    where x.id = a.id;
  perform set_config('app.titular', p_titular::text, true), set_config('app.ambito', 'consultar', true);
end $$;

-- Receipts delivered by e-mail: once each.
create table tramites_rut.constancia_entregada (
  documento_id uuid primary key,
  mensaje_id uuid not null,
  entregada_en timestamptz not null
);
alter table tramites_rut.constancia_entregada enable row level security;
alter table tramites_rut.constancia_entregada force row level security;
create policy propietario on tramites_rut.constancia_entregada to current_user using (true) with check (true);
