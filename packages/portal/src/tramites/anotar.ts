import { sql } from 'kysely';
import { nombreDelActor, type Transaccion } from '../plataforma/index.ts';
import { relojDelCaso, type Caso } from './consultas.ts';
import { erroresDeTramites } from './errores.ts';
import { admite, mueve, trasEvento, type DatosDeHecho, type Evento, type Hecho } from './marcha.ts';

/**
 * Writes what happened to a case, and where it leaves it, in the caller's transaction. The case comes from
 * `casoConTurno`, so nobody else moves it meanwhile.
 * @throws ErrorDominio 409 when the case, as it is now, does not take it.
 */
export async function anotar<H extends Hecho>(
  trx: Transaccion,
  caso: Caso,
  hecho: H,
  datos: DatosDeHecho[H],
): Promise<Caso> {
  const { flujo } = caso.tipo;
  if (!admite(flujo, caso.marcha, { hecho, datos })) {
    throw erroresDeTramites.cambio(flujo.estados[caso.marcha.estado]?.nombre ?? caso.marcha.estado);
  }
  const { actor } = trx;
  const evento = {
    numero: caso.marcha.ultimo + 1,
    hecho,
    datos,
    funcionario: actor.tipo === 'funcionario' ? actor.funcionario : null,
    ocurrioEn: trx.ahora,
    dia: trx.hoy,
  } as Evento;
  const marcha = trasEvento(flujo, caso.marcha, evento);
  const siguiente = { ...caso, marcha, eventos: [...caso.eventos, evento] };
  const termino = marcha.turno === 'nadie';
  // Only these change a deadline; the others leave the one there was.
  const vence = !termino && (mueve(hecho) || hecho === 'prorrogada') ? relojDelCaso(siguiente).vence : null;
  // The office's own jobs run as the owner, who has another door.
  const puerta = sql.raw(actor.tipo === 'sistema' ? 'tramites.escribir_evento' : 'tramites.anotar');
  await sql`select ${puerta}(${caso.id}, ${evento.numero}, ${hecho}, ${JSON.stringify(datos)}::jsonb,
    ${nombreDelActor(actor)}, ${trx.ahora}, ${trx.hoy}, ${mueve(hecho)}, ${termino ? null : marcha.turno}, ${marcha.rol},
    ${marcha.estado}, ${marcha.asignadoA}, ${vence})`.execute(trx.bd);
  return siguiente;
}
