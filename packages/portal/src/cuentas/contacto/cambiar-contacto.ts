import { sql } from 'kysely';
import {
  auditar,
  enviarMensaje,
  MENSAJE_COMPROBACION,
  publicar,
  rechazo,
  REGLAS_CODIGO,
  sha256,
  uuidv7,
  type Codigos,
  type Rechazo,
  type Transaccion,
  type SinEmitir,
} from '../../plataforma/index.ts';
import { codigoDeMensaje, enGruposDeCuatro } from '../codigo-de-mensaje.ts';
import { actualizarContacto, contactoDeTitular } from '../../rut/index.ts';
import { DESHACER_HORAS } from './consultas.ts';

export type Que = 'correo' | 'telefono';

/** Published with the change's id: whoever signs asks for a reinforced factor for a while. */
export const CONTACTO_CAMBIADO = 'cuentas.contacto-cambiado';

const propositoDe = (que: Que) => `cuentas.contacto:${que}`;
const NOMBRE = { correo: 'correo', telefono: 'celular' } as const;

interface CambioPedido {
  titular: string;
  sesion: string;
  que: Que;
  nuevo: string;
}

/** First half: a code to the new e-mail or phone. */
export async function pedirCambioDeContacto(
  trx: Transaccion,
  codigos: Codigos,
  c: CambioPedido,
): Promise<Rechazo | { espere?: SinEmitir }> {
  const { que, nuevo } = c;
  const contacto = await contactoDeTitular(trx, c.titular);
  const actual = que === 'correo' ? contacto?.correo : contacto?.telefono;
  if (nuevo.toLowerCase() === actual?.toLowerCase())
    return rechazo({ nuevo: `Ese es el ${NOMBRE[que]} que ya tiene en el RUT.` });
  const emision = await codigos.emitir(trx, c.sesion, propositoDe(que), nuevo);
  if (emision.tipo !== 'emitido') return { espere: emision };
  const texto = `Su código para registrar este ${NOMBRE[que]} en el RUT es ${emision.codigo}. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos y una sola vez.\n\nSi usted no lo pidió, no haga nada.`;
  await enviarMensaje(
    trx,
    que === 'telefono'
      ? { canal: 'sms', destino: nuevo, texto, vence: emision.vence }
      : {
          canal: 'correo',
          destino: nuevo,
          asunto: `${emision.codigo} es su código`,
          texto,
          vence: emision.vence,
        },
  );
  return {};
}

/**
 * Second half: with the code that arrived at the new one, a new version of the RUT; the old one is told, with a link
 * that undoes it for 72 hours without signing in.
 * @returns undefined when it is done
 */
export async function cambiarContacto(
  trx: Transaccion,
  codigos: Codigos,
  c: CambioPedido & { codigo: string; urlPublica: string },
): Promise<Rechazo | undefined> {
  const { actor } = trx;
  if (actor.tipo !== 'persona') throw new TypeError('Somebody changes the contact');
  const { que, nuevo, titular } = c;
  const r = await codigos.comprobar(trx, c.sesion, propositoDe(que), nuevo, c.codigo);
  if (r !== 'correcto') return rechazo({ codigo: MENSAJE_COMPROBACION[r] });
  const antes = await contactoDeTitular(trx, titular);
  const anterior = que === 'correo' ? antes?.correo : antes?.telefono;
  const { version } = await actualizarContacto(
    trx,
    titular,
    que === 'correo' ? { correo: nuevo } : { telefono1: nuevo },
  );
  const id = uuidv7(trx.ahora);
  const codigo = codigoDeMensaje();
  await sql`insert into cuentas.cambio_contacto (id, titular_id, que, antes, ahora, version_id, hecho_en, hecho_por, secreto_hash)
    values (${id}, ${titular}, ${que}, ${anterior ?? null}, ${nuevo}, ${version}, ${trx.ahora}, ${actor.persona},
      ${sha256(codigo)})`.execute(trx.bd);
  await auditar(trx, {
    accion: 'cuentas.cambiar-contacto',
    persona: titular,
    objeto: `cambio:${id}`,
    datos: { que },
  });
  await publicar(trx, CONTACTO_CAMBIADO, { id });
  if (antes) await avisarAlAnterior(trx, { que, antes, enlace: `${c.urlPublica}/deshacer`, codigo });
  return undefined;
}

/** Tells the old address, with the code that undoes it and where: opening the link does nothing. */
export async function avisarAlAnterior(
  trx: Transaccion,
  o: { que: Que; antes: { correo: string; telefono: string | undefined }; enlace: string; codigo: string },
): Promise<void> {
  const nombre = NOMBRE[o.que];
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: o.antes.correo,
    asunto: `Cambió el ${nombre} de su RUT`,
    texto: [
      `Hoy se cambió el ${nombre} registrado en su RUT.`,
      o.que === 'correo' ? 'Desde ahora las notificaciones y los códigos llegan al correo nuevo.' : '',
      '',
      `Si no fue usted, deshágalo antes de ${DESHACER_HORAS} horas, sin contraseña. Abra esta página:`,
      o.enlace,
      'y escriba en ella este código:',
      enGruposDeCuatro(o.codigo),
      '',
      'Si fue usted, no tiene que hacer nada.',
    ].join('\n'),
  });
  if (o.que === 'telefono' && o.antes.telefono)
    await enviarMensaje(trx, {
      canal: 'sms',
      destino: o.antes.telefono,
      texto:
        'Cambió el celular de su RUT. Si no fue usted, mire el mensaje que enviamos a su correo para deshacerlo.',
    });
}
