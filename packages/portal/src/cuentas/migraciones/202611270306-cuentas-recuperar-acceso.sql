-- An official who verified identity gave the account a new e-mail: whatever opened it before is over. Only together
-- with the version of the RUT that says that e-mail, made in this very transaction. It can be undone from the old
-- address, as any change of contact.
create function cuentas.recuperar_acceso(p_id uuid, p_titular uuid, p_antes text, p_version uuid, p_secreto bytea,
    p_factores boolean, p_ahora timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  nuevo text;
begin
  select v.registro #>> '{ubicacion,correo}' into nuevo from rut.versiones v
    where v.id = p_version and v.titular_id = p_titular and v.vigente and v.creada_en = p_ahora;
  if nuevo is null or not cuentas.actor_atiende(p_titular, array['mesa-rut', 'video'], p_ahora) then
    raise exception 'this official is not giving access back' using errcode = 'insufficient_privilege';
  end if;
  insert into cuentas.cambio_contacto (id, titular_id, que, antes, ahora, version_id, hecho_en, hecho_por, secreto_hash)
    values (p_id, p_titular, 'correo', p_antes, nuevo, p_version, p_ahora, plataforma.actor_funcionario(), p_secreto);
  perform plataforma.cerrar_sesiones_de(p_titular, p_ahora);
  delete from cuentas.contrasena x where x.cuenta_id = p_titular;
  delete from cuentas.dispositivo x where x.cuenta_id = p_titular;
  if p_factores then
    delete from cuentas.totp x where x.cuenta_id = p_titular;
    delete from cuentas.codigo_recuperacion x where x.cuenta_id = p_titular;
    delete from cuentas.llave x where x.cuenta_id = p_titular;
  end if;
end $$;
