-- Copies are delivered by the room that seals them. What was sent stays sent.
select sello.heredar_entrega(e.documento_id, 1, e.mensaje_id, '', e.entregada_en) from rut.entrega e;
select sello.heredar_entregas('rut.entregar-copia');
drop table rut.entrega;
