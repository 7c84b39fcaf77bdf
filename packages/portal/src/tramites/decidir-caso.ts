import { publicar, type Transaccion } from '../plataforma/index.ts';
import { anotar } from './anotar.ts';
import { casoDeMesa, casoPropio, funcionarioDe } from './atender-caso.ts';
import { comprobarSolicitud, impedimentoPara } from './comprobar-solicitud.ts';
import type { Caso } from './consultas.ts';
import { emitirDecision } from './documentos/decision.ts';
import { erroresDeTramites } from './errores.ts';
import { sentidosDe } from './marcha.ts';
import { nombreDelEstado } from './palabras.ts';
import { laPreparo, laPresento } from './politicas.ts';
import { auditarCaso } from './repartir-casos.ts';

export interface Decision {
  radicado: string;
  /** Of the flow's directions. */
  sentido: string;
  razones: string;
  fundamento: string;
  demostracion: boolean;
}

/**
 * Ends a case: the effect of approving it, the event, the act and the notice, all in the caller's transaction. Where
 * two officials decide, this one prepares it and the other confirms.
 * @throws ErrorDominio 409 when the case moved, is another's, was filed by this official, or may not be approved.
 */
export async function decidirCaso(trx: Transaccion, d: Decision): Promise<Caso> {
  const caso = await casoPropio(trx, d.radicado);
  const { sentido, razones, fundamento } = d;
  await exigirQuePueda(trx, caso, sentido);
  if (caso.cuatroOjos) {
    await auditarCaso(trx, 'tramites.proyectar-decision', caso);
    return anotar(trx, caso, 'proyectada', { sentido, razones, fundamento });
  }
  return terminar(trx, caso, { sentido, razones, fundamento }, d.demostracion);
}

/** The second official confirms what the first prepared, as it was prepared. */
export async function confirmarDecision(
  trx: Transaccion,
  e: { radicado: string; demostracion: boolean },
): Promise<Caso> {
  const caso = await casoDeMesa(trx, e.radicado);
  const { proyecto } = caso.marcha;
  if (!proyecto) throw erroresDeTramites.cambio(nombreDelEstado(caso));
  if (laPreparo(caso, funcionarioDe(trx))) throw erroresDeTramites.otroDecide();
  await exigirQuePueda(trx, caso, proyecto.sentido);
  const { sentido, razones, fundamento } = proyecto;
  return terminar(trx, caso, { sentido, razones, fundamento }, e.demostracion);
}

/** The second official does not agree: it goes back to the first, with why. */
export async function objetarDecision(
  trx: Transaccion,
  e: { radicado: string; motivo: string },
): Promise<Caso> {
  const caso = await casoDeMesa(trx, e.radicado);
  if (laPreparo(caso, funcionarioDe(trx))) throw erroresDeTramites.otroDecide();
  await auditarCaso(trx, 'tramites.objetar-decision', caso);
  return anotar(trx, caso, 'objetada', { motivo: e.motivo });
}

/** What does not meet the requirements goes back, and may be filed again (DUR 1.6.1.2.30). */
export async function devolverCaso(
  trx: Transaccion,
  e: { radicado: string; razones: string; fundamento: string; demostracion: boolean },
): Promise<Caso> {
  const caso = await casoPropio(trx, e.radicado);
  const devuelto = await anotar(trx, caso, 'devuelta', { razones: e.razones, fundamento: e.fundamento });
  await auditarCaso(trx, 'tramites.devolver-caso', devuelto);
  await emitirDecision(trx, devuelto, e.demostracion);
  return devuelto;
}

async function terminar(
  trx: Transaccion,
  caso: Caso,
  datos: { sentido: string; razones: string; fundamento: string },
  demostracion: boolean,
): Promise<Caso> {
  if (laPresento(caso, funcionarioDe(trx))) throw erroresDeTramites.quienRadicoNoDecide();
  // The effect comes first: it asks whether this official is deciding a case that is open.
  if (caso.tipo.flujo.sentidos[datos.sentido]?.conEfecto) await caso.tipo.alAprobar?.(trx, caso);
  const decidido = await anotar(trx, caso, 'decidida', datos);
  await auditarCaso(trx, 'tramites.decidir-caso', decidido);
  await emitirDecision(trx, decidido, demostracion);
  await publicar(trx, 'tramites.caso-decidido', { id: caso.id });
  return decidido;
}

/** @throws ErrorDominio 409 when the case is elsewhere, or its conditions stop that direction. */
async function exigirQuePueda(trx: Transaccion, caso: Caso, sentido: string): Promise<void> {
  const como = sentidosDe(caso.tipo.flujo, caso.marcha).find(([id]) => id === sentido)?.[1];
  if (!como) throw erroresDeTramites.cambio(nombreDelEstado(caso));
  const { evaluacion } = await comprobarSolicitud(
    trx,
    { id: caso.solicitudId, tipo: caso.tipo.tipo, titular: caso.titular, solicitud: caso.solicitud },
    caso.marcha.verificado,
  );
  const impide = impedimentoPara(como, evaluacion);
  if (impide) throw erroresDeTramites.impedida(impide);
}
