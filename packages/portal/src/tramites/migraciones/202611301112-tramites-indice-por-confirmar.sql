-- Alone in its file: it is made while the office serves. What waits for a second official is little among much.
create index concurrently pendiente_por_confirmar on tramites.pendiente (rol, vence, caso_id) where estado = 'por-confirmar';
