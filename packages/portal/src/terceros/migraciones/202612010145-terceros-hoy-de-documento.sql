-- Whether another delivery took the place of the one of a receipt, for whoever holds it; null when it is of none.
create function terceros.hoy_de_documento(p_documento text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from terceros.entrega r where r.reemplaza_id = e.id and r.presentada_en is not null)
  from sello.documentos s join terceros.entrega e on e.acto_id::text = s.contenido ->> 'acto'
  where s.id_publico = p_documento and s.tipo = 'firma.acto' $$;

-- Row-level security of whoever asks applies: a reporter sees which of its own stand.
grant select on terceros.vigentes to autogestion_app;
