import { plazoParaCorregir } from '@autogestion/normas/correcciones';
import { formatearFecha } from '@autogestion/normas/fechas';
import type { Transaccion } from '../../plataforma/index.ts';
import { abrirBorrador, contenidoDePresentada, type Borrador } from '../borrador/index.ts';
import { DE_LA_SANCION } from '../cuenta/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { declaracionDe } from '../presentar/index.ts';
import { contenidoDeActo } from './contenido.ts';

/**
 * The draft with which a return is corrected: begun with what it said, or the one that is open already. Whether what it
 * changes may still be filed is seen when it is computed.
 * @throws ErrorDominio `declaraciones.ya-corregida` when another one took its place, and
 * `declaraciones.sin-plazo-para-corregir` when no correction is in time any more
 */
export async function abrirCorreccion(trx: Transaccion, idPublico: string): Promise<Borrador> {
  const d = await declaracionDe(trx, { idPublico });
  if (d.reemplazadaPor) throw erroresDeDeclaraciones.yaCorregida();
  const { hasta, norma } = plazoParaCorregir({ vence: d.vence, diferencia: 0n });
  if (trx.hoy > hasta) throw erroresDeDeclaraciones.sinPlazoParaCorregir(formatearFecha(hasta), norma);
  const { formulario, anio, periodo } = d;
  const dicho = (await contenidoDePresentada(trx, d.id)) ?? contenidoDeActo(d.acto);
  // What was stated of the penalty of that one says nothing of this one's: it is asked again.
  const contenido = Object.fromEntries(Object.entries(dicho).filter(([clave]) => clave !== DE_LA_SANCION));
  return abrirBorrador(trx, { formulario, anio, periodo, corrige: { id: d.id, contenido } });
}
