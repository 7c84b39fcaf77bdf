-- Slips of two debts that were issued before they had a document get theirs. Each slip has one: asked for again, it is the
-- same. Of those that can no longer be paid nobody needs it.
select plataforma.encolar('obligaciones.hacer-pdf-del-recibo', json_build_object('id', r.numero),
  'obligaciones.hacer-pdf-del-recibo:' || r.numero, now(), 10)
from obligaciones.recibo r
where r.para_el >= current_date
  and (select count(*) from obligaciones.recibo_renglon l where l.recibo = r.numero) > 1
  and not exists (select from obligaciones.recibo_anulado a where a.recibo = r.numero)
order by r.numero;
