-- Who stops selling what pays IVA loses the 48 (ET 614): a natural person has the 49 then, an entity no code.
create or replace function tramites_rut.cambiar_responsabilidad(p_caso uuid, p_quita text, p_pone text, p_version uuid,
    p_formulario text, p_registro jsonb, p_radicado text, p_hash bytea, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites_rut.tomar_registro(p_caso, p_ahora);
  v_actual jsonb;
  v_codigos jsonb;
begin
  if (p_quita, coalesce(p_pone, '')) not in (('48', '49'), ('48', ''), ('33', '50')) then
    raise exception 'a withdrawal does not change % for %', p_quita, p_pone using errcode = 'check_violation';
  end if;
  select v.registro into v_actual from rut.versiones v where v.titular_id = v_titular and v.vigente;
  if p_pone is null and v_actual ->> 'tipoContribuyente' <> '1' then
    raise exception 'a natural person who leaves the % has a code in its place', p_quita using errcode = 'check_violation';
  end if;
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

alter table tramites_rut.acto_asistido drop constraint acto_asistido_clase_check,
  add constraint acto_asistido_clase_check check (clase in ('inscripcion', 'responsabilidades', 'identificacion',
    'calidades-aduaneras', 'acceso', 'retiro-iva', 'cese-iva', 'retiro-inc', 'cancelacion'));
