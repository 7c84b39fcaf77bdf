-- Documents of a taxpayer, for whoever acts for them. A copy changes nothing: consulting is enough to ask for it.
alter policy propio on sello.documento using (titular_id = plataforma.actor_titular());
alter policy emitir on sello.documento with check (titular_id = plataforma.actor_titular());
alter policy propio on sello.sellado
  using (documento_id in (select d.id from sello.documento d where d.titular_id = plataforma.actor_titular()));
