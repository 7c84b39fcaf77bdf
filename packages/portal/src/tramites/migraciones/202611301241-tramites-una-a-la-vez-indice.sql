create unique index concurrently pendiente_una_a_la_vez on tramites.pendiente (titular_id, unico) where unico is not null;
