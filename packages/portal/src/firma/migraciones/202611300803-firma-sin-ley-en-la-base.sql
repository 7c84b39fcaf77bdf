-- Why a certificate ends and when its person is told are of the rules (`normas`, the jobs), not of the tables: they say
-- only how such a word or number is written.
alter table firma.revocacion drop constraint revocacion_causal_check,
  add constraint revocacion_causal_check check (causal ~ '^[a-z][a-z-]{2,39}$') not valid;
alter table firma.revocacion validate constraint revocacion_causal_check;
alter table firma.aviso drop constraint aviso_aviso_check,
  add constraint aviso_aviso_check check (aviso ~ '^[a-z][a-z-]{2,39}$') not valid;
alter table firma.aviso validate constraint aviso_aviso_check;
alter table firma.aviso_de_aptitud drop constraint aviso_de_aptitud_dias_check,
  add constraint aviso_de_aptitud_dias_check check (dias > 0) not valid;
alter table firma.aviso_de_aptitud validate constraint aviso_de_aptitud_dias_check;
