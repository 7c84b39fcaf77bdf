-- Where to write to an official; row-level security of whoever asks applies, as to the rest of the view.
create or replace view cuentas.funcionarios with (security_invoker = true) as
  select f.id, f.id_publico, f.nombre, f.roles, f.tipo_documento, f.numero_documento, f.retirado_en is null as en_servicio,
    f.correo
  from cuentas.funcionario f;
