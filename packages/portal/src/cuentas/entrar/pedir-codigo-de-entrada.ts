import { sql } from 'kysely';
import {
  enviarMensaje,
  NADIE,
  REGLAS_CODIGO,
  type Codigos,
  type Sesion,
  type SinEmitir,
  type Transaccion,
} from '../../plataforma/index.ts';
import { contactoDe, contactoDeTitular } from '../../rut/index.ts';
import { CUENTA_DE_NADIE } from '../contexto.ts';
import { dispositivoDe } from '../frenos.ts';

export const PROPOSITO_ENTRADA = 'cuentas.entrar';

export type Canal = 'correo' | 'sms';

/**
 * First half of coming in without password: a code to the registered e-mail, or to the registered phone for who lost
 * the e-mail. It does the same work and answers the same whether or not the document has a RUT, and whether or not the
 * RUT has a phone; where there is none the code goes nowhere.
 */
export async function pedirCodigoDeEntrada(
  trx: Transaccion,
  codigos: Codigos,
  e: { tipoDocumento: string; numero: string; sesion: Sesion; canal: Canal; dispositivo: string | undefined },
): Promise<{ espere?: SinEmitir }> {
  const hallado = await contactoDe(trx, e.tipoDocumento, e.numero);
  const contacto = await contactoDeTitular(trx, hallado?.titular ?? CUENTA_DE_NADIE);
  const suyo = e.canal === 'correo' ? contacto?.correo : contacto?.telefono;
  const destino = suyo ?? `${e.tipoDocumento}-${e.numero}@sin-rut.invalid`;
  // Whoever knows a document number asks for codes to it: they do not spend those of a browser where its owner came in.
  const conocido = await dispositivoDe(trx, hallado?.titular ?? CUENTA_DE_NADIE, e.dispositivo);
  const emision = await codigos.emitir(trx, e.sesion.id, PROPOSITO_ENTRADA, destino, conocido);
  if (emision.tipo !== 'emitido') return { espere: emision };
  await sql`insert into cuentas.entrada (sesion_id, titular_id, destino, creada_en)
    values (${e.sesion.id}, ${suyo ? (hallado?.titular ?? null) : null}, ${destino}, ${trx.ahora})
    on conflict (sesion_id) do update set titular_id = excluded.titular_id, funcionario_id = null,
      destino = excluded.destino, creada_en = excluded.creada_en, falta = 'codigo', primero = null`.execute(
    trx.bd,
  );
  const texto = `Su código para entrar a Autogestión es ${emision.codigo}. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos y una sola vez.\n\nSi usted no lo pidió, no haga nada: nadie puede entrar sin este código. No se lo dé a nadie.`;
  await enviarMensaje(
    trx,
    e.canal === 'correo'
      ? {
          canal: 'correo',
          destino: suyo ?? NADIE,
          asunto: `${emision.codigo} es su código para entrar`,
          texto,
          vence: emision.vence,
        }
      : { canal: 'sms', destino: suyo ?? NADIE, texto, vence: emision.vence },
  );
  return {};
}
