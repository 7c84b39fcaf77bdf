import { definidos } from '@autogestion/normas/definidos';
import { auditar, enviarMensaje, type Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';

/** Something of the account's security changed: it is written down, and its owner is told at the registered e-mail. */
export async function avisarCambio(
  trx: Transaccion,
  o: { accion: string; que: string; datos?: Record<string, unknown> },
): Promise<void> {
  const { actor } = trx;
  if (actor.tipo !== 'persona') {
    await auditar(trx, {
      accion: o.accion,
      ...(actor.tipo === 'funcionario' && { objeto: `funcionario:${actor.funcionario}` }),
    });
    return;
  }
  await auditar(trx, { accion: o.accion, persona: actor.persona, ...definidos({ datos: o.datos }) });
  const contacto = await contactoDeTitular(trx, actor.persona);
  if (!contacto) return;
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto.correo,
    asunto: o.que,
    texto: `${o.que}.\n\nSi fue usted, no tiene que hacer nada. Si no fue usted, entre ya, cierre las demás sesiones en «Su cuenta» y cambie su contraseña.`,
  });
}
