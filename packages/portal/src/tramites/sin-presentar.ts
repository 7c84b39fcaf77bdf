import { auditar, errores, llamar, type Transaccion } from '../plataforma/index.ts';
import { adjuntosDe, quitarAdjunto } from './adjuntos/index.ts';
import { comprobarSolicitud } from './comprobar-solicitud.ts';
import { solicitudPorIdPublico, solicitudesSinPresentar, type Solicitud } from './consultas.ts';
import { erroresDeTramites } from './errores.ts';
import { enCurso } from './una-a-la-vez.ts';

/** A request that was left ready, and why it cannot be filed now. */
export interface SinPresentar extends Solicitud {
  impide?: 'no-cumple' | 'en-curso';
}

/** Requests of a taxpayer that were not filed: those that wait only for a signature have nothing that stops them. */
export async function sinPresentar(trx: Transaccion, titular: string): Promise<SinPresentar[]> {
  const todas: SinPresentar[] = [];
  for (const s of await solicitudesSinPresentar(trx, titular)) {
    const impide = await porQueNo(trx, s);
    todas.push(impide ? { ...s, impide } : s);
  }
  return todas;
}

async function porQueNo(trx: Transaccion, s: Solicitud): Promise<SinPresentar['impide']> {
  if ((await enCurso(trx, s)) !== undefined) return 'en-curso';
  const { evaluacion } = await comprobarSolicitud(trx, s);
  return evaluacion.estado === 'no-cumple' ? 'no-cumple' : undefined;
}

/**
 * Deletes a request that was not filed, with its files. Pressing twice is no fault.
 * @throws ErrorDominio 404 when it is not of that taxpayer; 409 when it was filed.
 */
export async function descartarSolicitud(
  trx: Transaccion,
  d: { titular: string; solicitud: string },
): Promise<void> {
  const s = await solicitudPorIdPublico(trx, d.solicitud);
  if (s?.titular !== d.titular) throw errores.noEncontrado();
  if (s.descartada) return;
  if (s.radicado) throw erroresDeTramites.yaRadicada(s.radicado);
  for (const a of await adjuntosDe(trx, s.id))
    await quitarAdjunto(trx, { titular: d.titular, adjunto: a.idPublico });
  if (!(await llamar(trx, 'tramites.descartar', { solicitud: s.id, ahora: trx.ahora })))
    throw erroresDeTramites.yaRadicada('');
  await auditar(trx, {
    accion: 'tramites.descartar-solicitud',
    persona: d.titular,
    objeto: `solicitud:${s.id}`,
    datos: { tipo: s.tipo },
  });
}
