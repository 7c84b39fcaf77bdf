import { fechaEnBogota, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { presentarAQuienEntro } from '../../cuentas/index.ts';
import { auditar, enviarMensaje, titularDe, type Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import { tomarBorrador } from '../borrador/index.ts';
import { calcularBorrador, sePuedeFirmar } from '../cuenta/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';

/** The day on which the taxpayer was last asked to sign a draft. */
export async function firmaPedida(trx: Transaccion, borrador: string): Promise<Fecha | undefined> {
  const { rows } = await sql<{ pedida_en: Date }>`select pedida_en from declaraciones.firma_pedida
    where borrador_id = ${borrador} order by pedida_en desc limit 1`.execute(trx.bd);
  return rows[0] && fechaEnBogota(rows[0].pedida_en);
}

/**
 * Whoever prepared a return asks its taxpayer to sign it: a mail with where it is, that opens nothing by itself. They come
 * in as always and sign with their own key. Once a day.
 * @param donde address of the page where it is reviewed and signed
 * @throws ErrorDominio `declaraciones.con-faltas`, `declaraciones.ya-presentada`, `declaraciones.la-firma-usted`
 */
export async function pedirFirma(
  trx: Transaccion,
  { idPublico, donde }: { idPublico: string; donde: string },
): Promise<void> {
  const { actor } = trx;
  if (actor.tipo !== 'persona' || !actor.por || actor.por.ambito === 'firmar')
    throw erroresDeDeclaraciones.laFirmaUsted();
  const borrador = await tomarBorrador(trx, idPublico);
  if (borrador.presentada) throw erroresDeDeclaraciones.yaPresentada();
  const b = await calcularBorrador(trx, borrador);
  if (!sePuedeFirmar(b)) throw erroresDeDeclaraciones.conFaltas();
  const nueva = await sql`insert into declaraciones.firma_pedida (borrador_id, dia, pedida_por, pedida_en)
    values (${borrador.id}, ${trx.hoy}, ${actor.persona}, ${trx.ahora}) on conflict do nothing`.execute(
    trx.bd,
  );
  if (nueva.numAffectedRows !== 1n) return;
  const contacto = await contactoDeTitular(trx, titularDe(trx));
  if (!contacto) return;
  const quien = (await presentarAQuienEntro(trx))?.nombre ?? 'Quien prepara sus declaraciones';
  const nombre = b.clase.nombre(borrador.anio, borrador.periodo);
  await auditar(trx, {
    accion: 'declaraciones.pedir-firma',
    persona: titularDe(trx),
    objeto: `borrador:${borrador.id}`,
  });
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto.correo,
    asunto: `${nombre}: lista para que usted la firme`,
    texto: [
      `${quien} preparó su declaración y le pide que la revise y la firme. Vence el ${formatearFecha(b.vencimiento.fecha)}.`,
      '',
      'Todavía no está presentada: se presenta cuando usted la firma, con su propia firma. Nadie más puede firmarla con este mensaje.',
      '',
      `Entre a la oficina con su cuenta y revísela en ${donde}`,
      '',
      'Si no reconoce a quien se lo pide, no firme: entre a «Personas autorizadas» y termine su permiso.',
    ].join('\n'),
  });
}
