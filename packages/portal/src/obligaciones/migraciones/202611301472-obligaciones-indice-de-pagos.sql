-- A payment is looked for by its amount.
create index concurrently asiento_recaudo on obligaciones.asiento (valor) where debe = 'recaudo';
