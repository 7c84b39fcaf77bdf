import { fechaEnBogota } from '@autogestion/normas/fechas';
import { llamar, nombreDelActor, type Transaccion } from '../plataforma/index.ts';
import { relojDelCaso, type Caso } from './consultas.ts';
import { erroresDeTramites } from './errores.ts';
import { admite, mueve, trasEvento, type DatosDeHecho, type Evento, type Hecho } from './marcha.ts';
import { nombreDelEstado } from './palabras.ts';

/**
 * Writes what happened to a case, and where it leaves it, in the caller's transaction. The case comes from
 * `casoConTurno`, so nobody else moves it meanwhile.
 * @param en when it happened, where it is not now.
 * @throws ErrorDominio 409 when the case, as it is now, does not take it.
 */
export async function anotar<H extends Hecho>(
  trx: Transaccion,
  caso: Caso,
  hecho: H,
  datos: DatosDeHecho[H],
  en: Date = trx.ahora,
): Promise<Caso> {
  const { flujo } = caso.tipo;
  if (!admite(flujo, caso.marcha, { hecho, datos })) {
    throw erroresDeTramites.cambio(nombreDelEstado(caso));
  }
  const { actor } = trx;
  const evento = {
    numero: caso.marcha.ultimo + 1,
    hecho,
    datos,
    funcionario: actor.tipo === 'funcionario' ? actor.funcionario : null,
    ocurrioEn: en,
    dia: fechaEnBogota(en),
  } as Evento;
  const marcha = trasEvento(flujo, caso.marcha, evento);
  const siguiente = { ...caso, marcha, eventos: [...caso.eventos, evento] };
  const termino = marcha.turno === 'nadie';
  // Only these change a deadline; the others leave the one there was.
  const cambiaElPlazo = mueve(hecho) || hecho === 'prorrogada' || hecho === 'notificada';
  const vence = !termino && cambiaElPlazo ? relojDelCaso(siguiente).vence : null;
  // The office's own jobs run as the owner, who has another door.
  const puerta = actor.tipo === 'sistema' ? 'tramites.escribir_evento' : 'tramites.anotar';
  await llamar(trx, puerta, {
    caso: caso.id,
    numero: evento.numero,
    hecho,
    datos,
    actor: nombreDelActor(actor),
    ahora: evento.ocurrioEn,
    dia: evento.dia,
    mueve: mueve(hecho),
    turno: termino ? null : marcha.turno,
    rol: marcha.rol,
    estado: marcha.estado,
    asignado: marcha.asignadoA,
    vence,
  });
  return siguiente;
}
