-- A filing: the case and its first event, once a request. @returns `radicada`; `repetida` when that request is a case
-- already, or was discarded; otherwise the radicado of the open one that is what this would be.
drop function tramites.radicar(uuid, text, uuid, text, uuid, bytea, boolean, text, text, jsonb, text, timestamptz, date,
  date, text, date);
create function tramites.radicar(p_id uuid, p_radicado text, p_solicitud uuid, p_titular_publico text, p_acto uuid,
    p_hash bytea, p_cuatro_ojos boolean, p_unico text, p_rol text, p_hecho text, p_datos jsonb, p_actor text,
    p_ahora timestamptz, p_dia date, p_radicado_dia date, p_estado text, p_vence date) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  s tramites.solicitud;
  v_restriccion text;
begin
  -- Whoever discards it at the same moment waits here, or makes this wait.
  select * into strict s from tramites.solicitud x where x.id = p_solicitud for update;
  if not tramites.actor_escribe(s.titular_id, p_rol, p_ahora) then
    raise exception 'nobody files for another' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from tramites.descartada d where d.solicitud_id = s.id) then return 'repetida'; end if;
  begin
    insert into tramites.caso (id, radicado, tipo, titular_id, titular_publico, solicitud_id, acto_id, hash, cuatro_ojos,
        radicado_en, radicado_dia)
      values (p_id, p_radicado, s.tipo, s.titular_id, p_titular_publico, s.id, p_acto, p_hash, p_cuatro_ojos, p_ahora,
        p_radicado_dia) on conflict (solicitud_id) do nothing;
    if not found then return 'repetida'; end if;
    insert into tramites.evento (caso_id, numero, hecho, datos, actor, funcionario_id, ocurrio_en, dia)
      values (p_id, 1, p_hecho, p_datos, p_actor, plataforma.actor_funcionario(), p_ahora, p_dia);
    if p_vence is not null then
      insert into tramites.pendiente (caso_id, radicado, tipo, titular_id, rol, turno, estado, asignado_a, radicado_dia,
          vence, unico)
        values (p_id, p_radicado, s.tipo, s.titular_id, p_rol, 'oficina', p_estado, null, p_radicado_dia, p_vence, p_unico);
    end if;
    return 'radicada';
  exception when unique_violation then
    get stacked diagnostics v_restriccion = constraint_name;
    if v_restriccion <> 'pendiente_una_a_la_vez' then raise; end if;
    -- The block undid its own writings; the other one is there, or ended in this very moment.
    return (select p.radicado from tramites.pendiente p where p.titular_id = s.titular_id and p.unico = p_unico);
  end;
end $$;
