-- The bank of the demonstration numbers its operations as a bank does in its collection file, with six digits: so that the
-- same money, told in line and in a file, is known to be the same. What it had before keeps the reference that it told.
create sequence obligaciones.banco_de_demostracion_numero;
alter table obligaciones.banco_de_demostracion add column numero int;
