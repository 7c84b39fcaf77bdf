-- What a procedure may change, from which state and for whom is law, and its kinds come and go without a migration:
-- both are of the use cases. The database keeps who decides, once, and that nothing else changed.

alter table tramites_rut.acto_asistido drop constraint acto_asistido_clase_check,
  add constraint acto_asistido_clase_check check (clase ~ '^[a-z][a-z-]{2,39}$') not valid;
alter table tramites_rut.acto_asistido validate constraint acto_asistido_clase_check;
alter table tramites_rut.solicitud_asistida drop constraint solicitud_asistida_motivo_check,
  add constraint solicitud_asistida_motivo_check check (motivo ~ '^[a-z][a-z-]{2,39}$') not valid;
alter table tramites_rut.solicitud_asistida validate constraint solicitud_asistida_motivo_check;

-- A new version that changes one code of box 53 for another, or for none, and nothing else.
create or replace function tramites_rut.cambiar_responsabilidad(p_caso uuid, p_quita text, p_pone text, p_version uuid,
    p_formulario text, p_registro jsonb, p_radicado text, p_hash bytea, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites_rut.tomar_registro(p_caso, p_ahora);
  v_actual jsonb;
  v_codigos jsonb;
begin
  select v.registro into v_actual from rut.versiones v where v.titular_id = v_titular and v.vigente;
  v_codigos := v_actual #> '{clasificacion,responsabilidades}';
  if not v_codigos ? p_quita then
    raise exception 'box 53 does not have %', p_quita using errcode = 'check_violation';
  end if;
  select coalesce(jsonb_agg(c order by c), '[]') into v_codigos from (
    select c from jsonb_array_elements_text(v_codigos) c where c <> p_quita
    union select p_pone where p_pone is not null) x(c);
  if jsonb_set(v_actual, '{clasificacion,responsabilidades}', v_codigos) <> p_registro then
    raise exception 'a withdrawal changes box 53 and nothing else' using errcode = 'check_violation';
  end if;
  perform rut.insertar_version(p_version, v_titular, p_formulario, '02', p_registro, p_radicado, p_hash, p_ahora);
end $$;

-- The registration is cancelled, by the decision whose radicado is its act.
create or replace function tramites_rut.cancelar(p_caso uuid, p_id uuid, p_desde date, p_radicado text,
    p_ahora timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites_rut.tomar_registro(p_caso, p_ahora);
begin
  perform rut.insertar_cambio_estado(p_id, v_titular, 'cancelado', p_desde, p_radicado, p_ahora);
end $$;

-- The request of an act of the office: of a taxpayer who is nobody of the official's, and one of each kind at a time.
create or replace function tramites_rut.preparar_de_oficio(p_id uuid, p_id_publico text, p_tipo text, p_titular uuid,
    p_solicitud jsonb, p_clave text, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_atiende(p_titular, array['mesa-rut'], p_ahora) then
    raise exception 'nobody attends their own' using errcode = 'insufficient_privilege', constraint = 'no_es_propio';
  end if;
  if p_tipo !~ '^[a-z][a-z-]*\.[a-z][a-z-]*$' then
    raise exception 'that is not a kind of case' using errcode = 'check_violation';
  end if;
  -- Two that open the same at once wait for each other here.
  perform rut.tomar_registro(p_titular);
  if exists (select from tramites.casos x where x.titular_id = p_titular and x.tipo = p_tipo and x.abierto) then
    raise exception 'there is one open' using errcode = 'check_violation', constraint = 'un_acto_abierto';
  end if;
  perform tramites.preparar_asistida(p_id, p_id_publico, p_tipo, p_titular, p_solicitud, p_clave, '{}', p_ahora);
end $$;

-- Another state of the registration, by who is deciding that case; which states lead where is of its kind.
create or replace function tramites_rut.cambiar_estado_de_oficio(p_caso uuid, p_id uuid, p_estado text, p_desde date,
    p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites_rut.tomar_registro(p_caso, p_ahora);
  v_radicado text;
begin
  select x.radicado into strict v_radicado from tramites.casos x where x.id = p_caso;
  perform rut.insertar_cambio_estado(p_id, v_titular, p_estado, p_desde, v_radicado, p_ahora);
end $$;

-- A version by the office (concept 13): of where the taxpayer is, the boxes that the case says, and nothing else.
create or replace function tramites_rut.actualizar_de_oficio(p_caso uuid, p_version uuid, p_formulario text,
    p_registro jsonb, p_hash bytea, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites_rut.tomar_registro(p_caso, p_ahora);
  c tramites.casos;
  v_actual jsonb;
  v_pide jsonb;
begin
  select * into strict c from tramites.casos x where x.id = p_caso;
  select v.registro into strict v_actual from rut.versiones v where v.titular_id = v_titular and v.vigente;
  select coalesce(jsonb_object_agg(p.key, p.value), '{}') into v_pide
    from jsonb_each(c.solicitud) p where p_registro -> 'ubicacion' ? p.key;
  if jsonb_set(v_actual, '{ubicacion}', (v_actual -> 'ubicacion') || v_pide) <> p_registro then
    raise exception 'an act of the office changes what its case says and nothing else' using errcode = 'check_violation';
  end if;
  perform rut.insertar_version(p_version, v_titular, p_formulario, '13', p_registro, c.radicado, p_hash, p_ahora);
end $$;
