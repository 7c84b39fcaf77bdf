-- Officials for the rooms below; row-level security of whoever asks applies.
create view cuentas.funcionarios with (security_invoker = true) as
  select f.id, f.id_publico, f.nombre, f.roles, f.tipo_documento, f.numero_documento, f.retirado_en is null as en_servicio
  from cuentas.funcionario f;
grant select on cuentas.funcionarios to autogestion_app;
