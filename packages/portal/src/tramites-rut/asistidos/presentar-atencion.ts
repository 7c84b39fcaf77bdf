import canonicalize from 'canonicalize';
import type { Presentacion } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { auditar, idPublico, llamar, sha256, uuidv7, type Transaccion } from '../../plataforma/index.ts';

/** House rule: how long what was presented waits for its acceptance. */
const ESPERA_MINUTOS = 60;

export interface AtencionPorPresentar {
  clase: string;
  titular?: string;
  solicitud?: string;
  /** What will be done. */
  datos: object;
  presentacion: Presentacion;
  /** E-mail where the code goes: the registered one, or the new one of a registration or a recovery. */
  destino: string;
}

/**
 * What the person will be asked to accept, fixed with its hash. From here on it only is accepted as it is, or left.
 * @throws the database's refusal when it is the official's own
 */
export async function presentarAtencion(
  trx: Transaccion,
  a: AtencionPorPresentar,
): Promise<{ idPublico: string }> {
  const id = uuidv7(trx.ahora);
  const publico = idPublico();
  const texto = canonicalize(a.presentacion) ?? '';
  const hash = sha256(texto);
  const vence = new Date(trx.ahora.getTime() + ESPERA_MINUTOS * 60_000);
  await llamar(trx, 'tramites_rut.presentar_acto', {
    id,
    idPublico: publico,
    clase: a.clase,
    titular: a.titular ?? null,
    solicitud: a.solicitud ?? null,
    datos: a.datos,
    presentado: a.presentacion,
    hash,
    destino: a.destino,
    ahora: trx.ahora,
    vence,
  });
  await auditar(trx, {
    accion: 'tramites-rut.presentar-acto-asistido',
    ...definidos({ persona: a.titular || undefined }),
    objeto: `acto-asistido:${id}`,
    datos: { clase: a.clase, presentado: hash.toString('hex') },
  });
  return { idPublico: publico };
}
