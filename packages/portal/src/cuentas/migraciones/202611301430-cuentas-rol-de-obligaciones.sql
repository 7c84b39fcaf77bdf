-- Officials who keep what is owed and paid.
-- bloquea cuentas.funcionario: some hundreds of rows, of the office alone.
alter table cuentas.funcionario drop constraint funcionario_roles_check;
alter table cuentas.funcionario add constraint funcionario_roles_check check (cardinality(roles) > 0
  and roles <@ array['mesa-rut', 'devoluciones', 'obligaciones', 'pqsrd', 'chat', 'video', 'supervisor', 'auditor',
    'operador']) not valid;
alter table cuentas.funcionario validate constraint funcionario_roles_check;
