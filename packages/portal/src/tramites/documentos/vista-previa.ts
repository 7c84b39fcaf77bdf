import { renderizarActa } from '@autogestion/documentos';
import type { Transaccion } from '../../plataforma/index.ts';
import type { Caso } from '../consultas.ts';
import type { Final } from '../marcha.ts';
import { loEscritoDeLaDecision } from './decision.ts';
import { publicoDe } from './publico.ts';

/**
 * The act as it would be sent, before anything is decided: it says so, has no seal and nobody signs it.
 * @returns a PDF
 */
export async function dibujarVistaPrevia(
  trx: Transaccion,
  e: { caso: Caso; sentido: string; razones: string; fundamento: string },
  o: { urlPublica: string; demostracion: boolean },
): Promise<Buffer> {
  const { caso, sentido, razones, fundamento } = e;
  const comun = { numero: caso.marcha.ultimo + 1, funcionario: null, ocurrioEn: trx.ahora, dia: trx.hoy };
  const final: Final =
    sentido === 'devuelta'
      ? { ...comun, hecho: 'devuelta', datos: { razones, fundamento } }
      : { ...comun, hecho: 'decidida', datos: { sentido, razones, fundamento } };
  const titulo = `Borrador de la decisión: ${caso.tipo.nombre}`;
  const bytes = await renderizarActa({
    ...loEscritoDeLaDecision(caso, final, await publicoDe(trx, caso, { titulo, ...o })),
    rotulos: {
      asunto: 'Borrador de una decisión',
      cierre: 'Nadie lo ha firmado',
      explicacion: 'Es una vista previa. No se ha decidido nada; no tiene sello y no prueba nada.',
    },
    firma: [{ clave: 'Estado', valor: 'Borrador, sin sello' }],
    adjuntos: [],
    generadoEn: trx.ahora,
    codigo: 'BORRADOR',
    qr: o.urlPublica,
    demostracion: o.demostracion,
  });
  return Buffer.from(bytes);
}
