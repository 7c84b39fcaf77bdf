import { auditar, encolar, errores, llamar, uuidv7, type Transaccion } from '../../plataforma/index.ts';
import { erroresDeReclamo } from './errores.ts';
import { AVISAR_RESPUESTA } from './avisos.ts';
import { reclamoPorId } from './consultas.ts';

/** What who reported it answers. */
type RespuestaDeReclamo = { hecho: 'corrige' } | { hecho: 'sostiene'; razon: string };

/**
 * Who reported something says that they will correct it, with another delivery, or that it is so. Whoever said that it is not
 * is told by a job.
 * @throws 404 when they did not report it, `terceros.ya-respondido`
 */
export async function responderReclamo(
  trx: Transaccion,
  { reclamo, respuesta }: { reclamo: string; respuesta: RespuestaDeReclamo },
): Promise<void> {
  const { id, titular } = await reclamoPorId(trx, reclamo, 'quien-reporta');
  const dicho = await llamar(trx, 'terceros.responder_reclamo', {
    id: uuidv7(trx.ahora),
    reclamo,
    hecho: respuesta.hecho,
    texto: respuesta.hecho === 'sostiene' ? respuesta.razon : null,
    dia: trx.hoy,
    ahora: trx.ahora,
  });
  if (dicho === 'ya') throw erroresDeReclamo.yaRespondido();
  if (dicho !== 'hecho') throw errores.noEncontrado();
  await auditar(trx, {
    accion: `terceros.responder-reclamo`,
    persona: titular,
    objeto: `reclamo:${id}`,
    datos: { respuesta: respuesta.hecho },
  });
  await encolar(trx, AVISAR_RESPUESTA, { id }, { clave: `${AVISAR_RESPUESTA}:${id}:${respuesta.hecho}` });
}
