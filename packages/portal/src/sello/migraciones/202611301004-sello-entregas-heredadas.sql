-- Every room has handed over what it delivered.
drop function sello.heredar_entregas(text);
drop function sello.heredar_entrega(uuid, int, uuid, text, timestamptz);
