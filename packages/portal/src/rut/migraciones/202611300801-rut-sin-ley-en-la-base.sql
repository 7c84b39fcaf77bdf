-- How many times an address may change is law, which has dates: it is asked where the version is written, holding the
-- taxpayer's turn (`escribirVersion`). The table keeps that it changed and when.
drop trigger dos_en_seis_meses on rut.cambio_direccion;
drop function rut.limitar_cambios_de_direccion();
