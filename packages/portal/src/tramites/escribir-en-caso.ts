import { encolar, enviarMensaje, type Transaccion } from '../plataforma/index.ts';
import { contactoDeTitular } from '../rut/index.ts';
import { anotar } from './anotar.ts';
import { casoPropio } from './atender-caso.ts';
import type { Caso } from './consultas.ts';
import { ENTREGAR_REQUERIMIENTO } from './entregas/notificar-de-otro-modo.ts';
import { erroresDeTramites } from './errores.ts';
import { limiteParaCompletar, limiteParaRequerir } from './reloj.ts';
import { auditarCaso } from './repartir-casos.ts';
import type { Hallazgo } from './marcha.ts';
import { casoDePersona } from './seguir-caso.ts';
import { formatearFecha } from '@autogestion/normas/fechas';

/** A message of the official's to the person: it moves nothing and stops no clock. */
export async function escribirMensaje(
  trx: Transaccion,
  e: { radicado: string; texto: string; urlPublica: string },
): Promise<Caso> {
  const caso = await anotar(trx, await casoPropio(trx, e.radicado), 'mensaje', {
    de: 'oficina',
    texto: e.texto,
  });
  await auditarCaso(trx, 'tramites.escribir-mensaje', caso);
  await avisar(trx, caso, 'La oficina le escribió', [e.texto], e.urlPublica);
  return caso;
}

/** A message of the person's. */
export async function responderMensaje(
  trx: Transaccion,
  e: { radicado: string; titular: string; texto: string },
): Promise<Caso> {
  const caso = await casoDePersona(trx, e);
  await auditarCaso(trx, 'tramites.escribir-mensaje', caso);
  return anotar(trx, caso, 'mensaje', { de: 'persona', texto: e.texto });
}

/**
 * Asks the person for what is missing: the clock stands still until they answer (Ley 1437 de 2011, art. 17).
 * @throws ErrorDominio 409 when the ten days for asking are over, or the flow asks nothing of the person.
 */
export async function requerir(trx: Transaccion, e: { radicado: string; texto: string }): Promise<Caso> {
  const caso = await casoPropio(trx, e.radicado);
  if (!caso.tipo.flujo.plazos.completar) throw erroresDeTramites.nadaQueRequerir();
  const ultimo = limiteParaRequerir(caso.tipo.flujo, caso.radicadoDia);
  if (ultimo !== null && trx.hoy > ultimo) throw erroresDeTramites.tardeParaRequerir(formatearFecha(ultimo));
  const hasta = limiteParaCompletar(caso.tipo.flujo, trx.hoy);
  const r = await anotar(trx, caso, 'requerida', { texto: e.texto, hasta });
  await auditarCaso(trx, 'tramites.requerir', r);
  // Its own job: that the person was told is an event, and from it they count their days.
  await encolar(
    trx,
    ENTREGAR_REQUERIMIENTO,
    { id: caso.id },
    { clave: `${ENTREGAR_REQUERIMIENTO}:${caso.id}:${r.marcha.ultimo}` },
  );
  return r;
}

/** The person completes what was asked. */
export async function completar(
  trx: Transaccion,
  e: { radicado: string; titular: string; texto: string },
): Promise<Caso> {
  const caso = await casoDePersona(trx, e);
  await auditarCaso(trx, 'tramites.completar', caso);
  return anotar(trx, caso, 'completada', { texto: e.texto });
}

/** An official looked for something outside the office, and writes what they found. */
export async function verificarHecho(
  trx: Transaccion,
  e: { radicado: string; que: string; hallazgo: Hallazgo; nota: string },
): Promise<Caso> {
  const caso = await casoPropio(trx, e.radicado);
  await auditarCaso(trx, 'tramites.verificar-hecho', caso);
  return anotar(trx, caso, 'verificada', { que: e.que, hallazgo: e.hallazgo, nota: e.nota });
}

/** By e-mail, with the way to the page of the case. */
async function avisar(
  trx: Transaccion,
  caso: Caso,
  asunto: string,
  parrafos: readonly string[],
  urlPublica: string,
): Promise<void> {
  const contacto = await contactoDeTitular(trx, caso.titular);
  if (!contacto) return;
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto.correo,
    asunto: `${asunto}: trámite ${caso.radicado}`,
    texto: [
      `Sobre su trámite «${caso.tipo.nombre}», radicado ${caso.radicado}:`,
      ...parrafos,
      `Mírelo y responda en ${urlPublica}${caminoDelCaso(caso)}`,
    ].join('\n\n'),
  });
}

export const caminoDelCaso = (caso: Pick<Caso, 'titularPublico' | 'radicado'>): string =>
  `/de/${caso.titularPublico}/tramites/${caso.radicado}`;
