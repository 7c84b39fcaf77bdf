-- Documents that were sent by mail: each try once. Where the mail went is masked.
create table sello.entrega (
  documento_id uuid not null references sello.documento,
  intento int not null check (intento > 0),
  mensaje_id uuid not null unique,
  -- Empty where it was not kept.
  destino text not null,
  entregada_en timestamptz not null,
  primary key (documento_id, intento)
);
create trigger inmutable before update or delete or truncate on sello.entrega
  for each statement execute function plataforma.prohibir_cambio();
alter table sello.entrega enable row level security;
alter table sello.entrega force row level security;
create policy propietario on sello.entrega to current_user using (true) with check (true);

-- For rooms that delivered their documents by themselves: what they sent stays sent.
create function sello.heredar_entrega(p_documento uuid, p_intento int, p_mensaje uuid, p_destino text, p_en timestamptz)
  returns void language sql set search_path = pg_catalog as $$
  insert into sello.entrega (documento_id, intento, mensaje_id, destino, entregada_en)
    select d.id, p_intento, p_mensaje, p_destino, coalesce(p_en, d.emitido_en) from sello.documento d where d.id = p_documento $$;
-- And what waits under the name of their job waits under this room's.
-- The key of a job says which document and, of another try, after which event.
create function sello.heredar_entregas(p_tarea text) returns void
  language plpgsql set search_path = pg_catalog as $$
declare
  v record;
  v_intento int;
begin
  for v in select j.key, split_part(j.key, ':', 2) as id, split_part(j.key, ':', 3) <> '' as otra_vez
    from graphile_worker.jobs j where j.task_identifier = p_tarea and j.key is not null
  loop
    select 1 + case when v.otra_vez then count(*)::int else 0 end into v_intento
      from sello.entrega e where e.documento_id = v.id::uuid;
    perform graphile_worker.add_job('sello.entregar-documento', json_build_object('id', v.id, 'intento', v_intento),
      job_key => 'sello.entregar-documento:' || v.id || case when v.otra_vez then ':' || v_intento else '' end);
    perform graphile_worker.remove_job(v.key);
  end loop;
end $$;
