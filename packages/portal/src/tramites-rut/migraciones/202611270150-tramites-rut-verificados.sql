-- What the approval of a verified procedure of the RUT does to the registry. Each function asks the case engine whether
-- who acts is the official who decides that case now, and for whom.

-- Holds the registry of the case's taxpayer until the transaction ends.
create function tramites_rut.tomar_registro(p_caso uuid, p_ahora timestamptz) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites.actor_decide(p_caso, p_ahora);
begin
  perform rut.tomar_registro(v_titular);
  return v_titular;
end $$;

-- A new version that changes one code of box 53 for another and nothing else.
create function tramites_rut.cambiar_responsabilidad(p_caso uuid, p_quita text, p_pone text, p_version uuid,
    p_formulario text, p_registro jsonb, p_radicado text, p_hash bytea, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites_rut.tomar_registro(p_caso, p_ahora);
  v_actual jsonb;
  v_codigos jsonb;
begin
  if (p_quita, p_pone) not in (('48', '49'), ('33', '50')) then
    raise exception 'a withdrawal does not change % for %', p_quita, p_pone using errcode = 'check_violation';
  end if;
  select v.registro into v_actual from rut.versiones v where v.titular_id = v_titular and v.vigente;
  v_codigos := v_actual #> '{clasificacion,responsabilidades}';
  if not v_codigos ? p_quita then
    raise exception 'box 53 does not have %', p_quita using errcode = 'check_violation';
  end if;
  select jsonb_agg(c order by c) into v_codigos from (
    select c from jsonb_array_elements_text(v_codigos) c where c <> p_quita union select p_pone) x(c);
  if jsonb_set(v_actual, '{clasificacion,responsabilidades}', v_codigos) <> p_registro then
    raise exception 'a withdrawal changes box 53 and nothing else' using errcode = 'check_violation';
  end if;
  perform rut.insertar_version(p_version, v_titular, p_formulario, '02', p_registro, p_radicado, p_hash, p_ahora);
end $$;

-- The registration is cancelled, by the decision whose radicado is its act.
create function tramites_rut.cancelar(p_caso uuid, p_id uuid, p_desde date, p_radicado text, p_ahora timestamptz)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites_rut.tomar_registro(p_caso, p_ahora);
begin
  if rut.estado_de(v_titular) <> 'activo' then
    raise exception 'only an active registration is cancelled on request' using errcode = 'check_violation';
  end if;
  perform rut.insertar_cambio_estado(p_id, v_titular, 'cancelado', p_desde, p_radicado, p_ahora);
end $$;
