-- Acuses and decisions are delivered by the room that seals them. What was sent stays sent, here too: how a message on its
-- way ends is written in its case. From now on this table is of what is asked of a person, which is no document.
select sello.heredar_entrega(e.documento::uuid, e.intento, e.mensaje_id, e.correo, null)
  from tramites.entrega e where e.asunto in ('acuse', 'decision');
select sello.heredar_entregas('tramites.entregar-documento');
