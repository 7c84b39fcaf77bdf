import { sql } from 'kysely';
import {
  enviarMensaje,
  NADIE,
  REGLAS_CODIGO,
  type Codigos,
  type Sesion,
  type Transaccion,
} from '../plataforma/index.ts';
import { contactoDe } from '../rut/index.ts';

export const PROPOSITO_ENTRADA = 'cuentas.entrar';

/**
 * First half of signing in: a code to the registered e-mail. It does the same work and answers the same whether or
 * not the document has a RUT; where it has none the code goes nowhere.
 */
export async function pedirCodigoDeEntrada(
  trx: Transaccion,
  codigos: Codigos,
  e: { tipoDocumento: string; numero: string; sesion: Sesion },
): Promise<{ espere: boolean }> {
  const contacto = await contactoDe(trx, e.tipoDocumento, e.numero);
  const destino = contacto?.correo ?? `${e.tipoDocumento}-${e.numero}@sin-rut.invalid`;
  const emision = await codigos.emitir(trx, e.sesion.id, PROPOSITO_ENTRADA, destino);
  if (emision.tipo === 'espere') return { espere: true };
  await sql`insert into cuentas.entrada (sesion_id, titular_id, destino, creada_en)
    values (${e.sesion.id}, ${contacto?.titular ?? null}, ${destino}, ${trx.ahora})
    on conflict (sesion_id) do update set titular_id = excluded.titular_id, destino = excluded.destino,
      creada_en = excluded.creada_en`.execute(trx.bd);
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto ? destino : NADIE,
    asunto: `${emision.codigo} es su código para entrar`,
    texto: `Su código para entrar a Autogestión es ${emision.codigo}. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos y una sola vez.\n\nSi usted no lo pidió, no haga nada: nadie puede entrar sin este código. No se lo dé a nadie.`,
  });
  return { espere: false };
}
