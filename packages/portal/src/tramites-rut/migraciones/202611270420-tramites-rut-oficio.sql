-- Acts of the office over a RUT. Each is a case that an official opens and that is decided as any other.

-- The request of an act of the office: of a taxpayer who is nobody of the official's, and one of each kind at a time.
create function tramites_rut.preparar_de_oficio(p_id uuid, p_id_publico text, p_tipo text, p_titular uuid,
    p_solicitud jsonb, p_clave text, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not cuentas.actor_atiende(p_titular, array['mesa-rut'], p_ahora) then
    raise exception 'nobody attends their own' using errcode = 'insufficient_privilege', constraint = 'no_es_propio';
  end if;
  if p_tipo not in ('tramites-rut.suspension', 'tramites-rut.levantamiento', 'tramites-rut.cancelacion-de-oficio',
      'tramites-rut.reactivacion', 'tramites-rut.actualizacion-de-oficio') then
    raise exception 'that is not an act of the office' using errcode = 'check_violation';
  end if;
  -- Two that open the same at once wait for each other here.
  perform rut.tomar_registro(p_titular);
  if exists (select from tramites.casos x where x.titular_id = p_titular and x.tipo = p_tipo and x.abierto) then
    raise exception 'there is one open' using errcode = 'check_violation', constraint = 'un_acto_abierto';
  end if;
  perform tramites.preparar_asistida(p_id, p_id_publico, p_tipo, p_titular, p_solicitud, p_clave, '{}', p_ahora);
end $$;

-- Suspends, lifts, cancels or reactivates: what the kind of the case does, from the state from which it may.
create function tramites_rut.cambiar_estado_de_oficio(p_caso uuid, p_id uuid, p_estado text, p_desde date,
    p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites_rut.tomar_registro(p_caso, p_ahora);
  c tramites.casos;
begin
  select * into strict c from tramites.casos x where x.id = p_caso;
  if (c.tipo, rut.estado_de(v_titular), p_estado) not in (
      ('tramites-rut.suspension', 'activo', 'suspendido'),
      ('tramites-rut.levantamiento', 'suspendido', 'activo'),
      ('tramites-rut.cancelacion-de-oficio', 'activo', 'cancelado'),
      ('tramites-rut.cancelacion-de-oficio', 'suspendido', 'cancelado'),
      ('tramites-rut.reactivacion', 'cancelado', 'activo')) then
    raise exception '% does not lead from % to %', c.tipo, rut.estado_de(v_titular), p_estado
      using errcode = 'check_violation', constraint = 'estado_que_cabe';
  end if;
  perform rut.insertar_cambio_estado(p_id, v_titular, p_estado, p_desde, c.radicado, p_ahora);
end $$;

-- A version by the office (concept 13): the address and the e-mail that the case says, and nothing else.
create function tramites_rut.actualizar_de_oficio(p_caso uuid, p_version uuid, p_formulario text, p_registro jsonb,
    p_hash bytea, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_titular uuid := tramites_rut.tomar_registro(p_caso, p_ahora);
  c tramites.casos;
  v_pide jsonb;
  v_actual jsonb;
  v_casilla text;
begin
  select * into strict c from tramites.casos x where x.id = p_caso;
  v_pide := c.solicitud;
  select v.registro into strict v_actual from rut.versiones v where v.titular_id = v_titular and v.vigente;
  if c.tipo <> 'tramites-rut.actualizacion-de-oficio' or v_actual ->> 'tipoContribuyente' <> '2' then
    raise exception 'that case updates no RUT' using errcode = 'check_violation';
  end if;
  foreach v_casilla in array array['municipio', 'direccion', 'correo'] loop
    if v_pide ? v_casilla then
      v_actual := jsonb_set(v_actual, array['ubicacion', v_casilla], v_pide -> v_casilla);
    end if;
  end loop;
  if v_actual <> p_registro then
    raise exception 'an act of the office changes what its case says and nothing else' using errcode = 'check_violation';
  end if;
  perform rut.insertar_version(p_version, v_titular, p_formulario, '13', p_registro, c.radicado, p_hash, p_ahora);
end $$;
