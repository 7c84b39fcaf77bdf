import { formatearFecha } from '@autogestion/normas/fechas';
import type { Caso } from '../consultas.ts';
import { claveDelRequerimiento, finalesDe } from '../entregas/estado-de-entrega.ts';
import type { Plantilla } from '../tipos.ts';

/**
 * The act that archives what was not completed, prepared with what happened: what was asked, when the person was told,
 * and the day on which their time ended (Ley 1437 de 2011, art. 17). The official may change all of it.
 */
export function actoDeArchivo(caso: Caso): Plantilla {
  const pedido = caso.eventos.findLast((e) => e.hecho === 'requerida');
  const { vencio } = caso.marcha;
  if (!pedido || !vencio) throw new Error('Nothing that was asked of this case ran out');
  const noticia = finalesDe(caso, claveDelRequerimiento(pedido)).findLast((e) => e.hecho === 'notificada');
  return {
    razones: [
      `El ${formatearFecha(pedido.dia)} la oficina pidió completar la solicitud ${caso.radicado}: «${pedido.datos.texto}».`,
      ...(noticia ? [`Se le comunicó el ${formatearFecha(noticia.dia)}.`] : []),
      `El plazo para completarla terminó el ${formatearFecha(vencio)} y no se completó. Por eso se entiende que usted desistió de ella.`,
      'Esto no le quita el derecho: puede presentar la solicitud otra vez, completa, cuando quiera.',
    ].join('\n\n'),
    fundamento:
      'Ley 1437 de 2011, art. 17 (según la Ley 1755 de 2015, art. 1): lo que no se completa en el término se declara desistido y se archiva, en un acto motivado contra el que solo procede reposición.',
  };
}
