import { encolar, type Transaccion } from '../../plataforma/index.ts';
import { entregarOtraVez } from '../../sello/index.ts';
import { anotar } from '../anotar.ts';
import { casoDeMesa } from '../atender-caso.ts';
import type { Caso } from '../consultas.ts';
import { erroresDeTramites } from '../errores.ts';
import type { MedioDeNotificacion } from '../marcha.ts';
import { limiteParaCompletar } from '../reloj.ts';
import { auditarCaso } from '../repartir-casos.ts';
import { enviosTerminados, sinEntregar, type SinEntregar } from './estado-de-entrega.ts';

export const ENTREGAR_REQUERIMIENTO = 'tramites.entregar-requerimiento';

/** Sends again, to the e-mail that the RUT has now, what did not reach the person. @throws 409 when it did. */
export async function enviarOtraVez(
  trx: Transaccion,
  e: { radicado: string; documento: string },
): Promise<Caso> {
  const caso = await casoDeMesa(trx, e.radicado);
  const { asunto, documento, numero } = pendiente(caso, e.documento);
  await auditarCaso(trx, 'tramites.enviar-otra-vez', caso);
  if (asunto === 'requerimiento') {
    const clave = `${ENTREGAR_REQUERIMIENTO}:${caso.id}:${numero}`;
    await encolar(trx, ENTREGAR_REQUERIMIENTO, { id: caso.id }, { clave });
  } else await entregarOtraVez(trx, { id: documento, intento: enviosTerminados(caso, documento) + 1 });
  return caso;
}

/** An official notified it personally or by post, because the e-mail came back (ET, art. 565). @throws 409 when it did not. */
export async function notificarDeOtroModo(
  trx: Transaccion,
  e: { radicado: string; documento: string; medio: MedioDeNotificacion; constancia: string },
): Promise<Caso> {
  const caso = await casoDeMesa(trx, e.radicado);
  const { asunto, documento } = pendiente(caso, e.documento);
  await auditarCaso(trx, 'tramites.notificar-de-otro-modo', caso);
  return anotar(trx, caso, 'notificada', {
    asunto,
    documento,
    correo: '',
    otroModo: { medio: e.medio, constancia: e.constancia },
    ...(asunto === 'requerimiento' && { hasta: limiteParaCompletar(caso.tipo.flujo, trx.hoy) }),
  });
}

function pendiente(caso: Caso, documento: string): SinEntregar {
  const hallado = sinEntregar(caso).find((s) => s.documento === documento);
  if (hallado) return hallado;
  throw erroresDeTramites.yaNotificada();
}
