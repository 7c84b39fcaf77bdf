import type { Recorrido } from '../../interfaz/recorrido/index.ts';
import { titularDe } from '../../plataforma/index.ts';
import { idPublicoDe } from '../../rut/index.ts';
import { prepararSolicitud } from '../../tramites/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { calcular, type Calculo, type LoSabido, type Pedido } from './calcular.ts';
import { FACILIDAD } from './identificador.ts';
import { leerLoSabido } from './lo-sabido.ts';
import { ResultadoDelPlan } from './paginas/resultado.tsx';
import { preguntasDeFacilidad } from './preguntas.ts';
import { solicitudDe } from './solicitud.ts';

type Respuestas = { deudas: string[]; plan: Pedido['plan']; garantia: Pedido['garantia'] };
type D = { respuestas: Partial<Respuestas>; hechos: Partial<LoSabido> };

/** What was answered, computed with what is known now; undefined while something is missing. */
function calculado({
  respuestas: { deudas, plan, garantia },
  hechos,
}: D): ReturnType<typeof calcular> | undefined {
  const { hoy, deudas: pendientes, tasas, incumplidas } = hechos;
  if (!deudas || !plan || !garantia || !hoy || !pendientes || !tasas || !incumplidas) return undefined;
  return calcular({ hoy, deudas: pendientes, tasas, incumplidas }, { deudas, plan, garantia });
}

const impedimentos = (d: D): string[] => {
  const r = calculado(d);
  if (!r) return [];
  if ('faltas' in r) return Object.values(r.faltas);
  return r.decision.camino === 'no-procede' ? [r.decision.frase, ...r.decision.alternativas] : [];
};

/** The request of a facility: what is owed is read anew at each page, and the last one shows the whole schedule. */
export const recorridoDeFacilidad = (): Recorrido<Respuestas, LoSabido> => ({
  id: FACILIDAD,
  version: 1,
  titulo: 'Pedir una facilidad de pago',
  diasDeEspera: 30,
  alCargar: leerLoSabido,
  pasos: preguntasDeFacilidad().pasos,
  impedimentos,
  revision: {
    titulo: 'Revise lo que va a pedir',
    boton: 'Ver la solicitud',
    advertencia:
      'Todavía no pide nada: en la página que sigue ve la solicitud completa y la firma. Las cifras son de hoy.',
    contenido: (d) => ResultadoDelPlan({ calculo: soloElCalculo(d), hoy: d.hechos.hoy }),
  },
  async terminar({ trx, borrador, datos: { respuestas } }) {
    const sabido = await leerLoSabido(trx);
    const calculo = calcular(sabido, respuestas);
    if ('faltas' in calculo) throw erroresDeObligaciones.facilidadImposible(Object.values(calculo.faltas));
    const titular = titularDe(trx);
    const { idPublico } = await prepararSolicitud(trx, {
      tipo: FACILIDAD,
      titular,
      solicitud: solicitudDe(respuestas, calculo, sabido.libro.corte),
      clave: borrador.id,
    });
    return {
      a: `/de/${await idPublicoDe(trx, titular)}/solicitudes/${idPublico}`,
      resultado: { solicitud: idPublico },
    };
  },
});

function soloElCalculo(d: D): Calculo | undefined {
  const r = calculado(d);
  return r && 'plan' in r ? r : undefined;
}
