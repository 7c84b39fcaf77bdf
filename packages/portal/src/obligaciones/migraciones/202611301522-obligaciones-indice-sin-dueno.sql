-- Money of nobody known is looked for by its amount.
create index concurrently pago_sin_dueno on obligaciones.pago_recibido (valor) where titular_id is null;
