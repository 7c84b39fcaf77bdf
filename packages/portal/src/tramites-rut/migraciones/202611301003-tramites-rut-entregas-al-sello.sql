-- Receipts of what was done with assistance are delivered by the room that seals them. What was sent stays sent.
select sello.heredar_entrega(e.documento_id, 1, e.mensaje_id, '', e.entregada_en)
  from tramites_rut.constancia_entregada e;
select sello.heredar_entregas('tramites-rut.entregar-constancia');
drop table tramites_rut.constancia_entregada;
