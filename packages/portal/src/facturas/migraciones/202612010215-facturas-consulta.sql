-- What anybody who holds a printed document may know of it: whoever has its code. Who bought is told to its parties and to
-- whoever says the buyer's document; to others, enough to recognize it.
create function facturas.consultar_documento(p_codigo text, p_adquirente text)
  returns table (nit_emisor text, tipo text, numero text, ambiente text, fecha date, hora text, emisor_nombre text,
                 es_parte boolean, adquirente_visto boolean, adquirente_tipo text, adquirente_numero text,
                 adquirente_nombre text, moneda text, bruto bigint, iva bigint, inc bigint, ica bigint,
                 otros_impuestos bigint, total bigint, codigo_coincide boolean, cadena text, hallazgos jsonb,
                 recibido_en timestamptz, corrige_numero text)
  language sql stable security definer set search_path = pg_catalog as $$
  select d.nit_emisor, d.tipo, d.numero, d.ambiente, d.fecha, d.hora, d.emisor_nombre, v.parte, v.parte or v.dicho,
         d.adquirente_tipo,
         case when v.parte or v.dicho or d.adquirente_clave is null then d.adquirente_numero
              else '•••' || right(d.adquirente_numero, 3) end,
         case when v.parte or v.dicho or d.adquirente_clave is null then d.adquirente_nombre
              else regexp_replace(d.adquirente_nombre, '(\S)\S*', '\1•••', 'g') end,
         d.moneda, d.bruto, d.iva, d.inc, d.ica, d.otros_impuestos, d.total, d.codigo_coincide, d.cadena, d.hallazgos,
         d.recibido_en, d.corrige_numero
  from facturas.documento d
  cross join lateral (select
    coalesce(d.emisor_clave = any (facturas.mis_claves()) or d.adquirente_clave = any (facturas.mis_claves()), false) as parte,
    coalesce(p_adquirente <> '' and d.adquirente_numero = p_adquirente, false) as dicho) v
  where d.codigo = p_codigo and d.raiz <> 'ApplicationResponse'
  order by d.recibido_en, d.nit_emisor limit 1 $$;

-- Its events, in the order in which they came. The name of who bought is not told.
create function facturas.eventos_de_documento(p_nit text, p_codigo text)
  returns table (evento text, motivo text, fecha date, hora text, lo_dijo text)
  language sql stable security definer set search_path = pg_catalog as $$
  select e.evento, e.motivo, e.fecha, e.hora,
         case when e.emisor_clave = d.adquirente_clave then 'adquirente'
              when e.emisor_clave = d.emisor_clave then 'emisor' else 'otro' end
  from facturas.evento e join facturas.documento d on d.nit_emisor = e.documento_nit and d.codigo = e.documento_codigo
  where e.documento_nit = p_nit and e.documento_codigo = p_codigo
  order by e.fecha, e.hora, e.recibido_en limit 100 $$;

-- The notes that correct it, of the same issuer: nobody else corrects an invoice.
create function facturas.notas_de_documento(p_nit text, p_codigo text)
  returns table (tipo text, numero text, fecha date, concepto text, total bigint)
  language sql stable security definer set search_path = pg_catalog as $$
  select n.tipo, n.numero, n.fecha, n.concepto, n.total from facturas.documento n
  where n.corrige_codigo = p_codigo and n.nit_emisor = p_nit order by n.fecha, n.numero limit 100 $$;

do $$ declare f text; begin
  foreach f in array array['consultar_documento', 'eventos_de_documento', 'notas_de_documento'] loop
    execute format('revoke all on function facturas.%I from public', f);
    execute format('grant execute on function facturas.%I to autogestion_app', f);
  end loop;
end $$;
