-- What others report is kept by the room of third parties since it exists. Here there was only what the demonstration sows,
-- which sows it there.
drop table declaraciones.reportado;
