import { definidos } from '@autogestion/normas/definidos';
import type { Recorrido, RespuestasDe } from '../../interfaz/recorrido/index.ts';
import { titularDe, type Reloj, type Transaccion } from '../../plataforma/index.ts';
import { idPublicoDe } from '../../rut/index.ts';
import { estadosAl, leerLibro } from '../libro/index.ts';
import { guardarBusqueda } from './busquedas.ts';
import { nombreDeObligacion } from './palabras.ts';
import { NO_SE, preguntasDeLoPagado, type HechosDeLoPagado } from './preguntas.ts';

type Respuestas = RespuestasDe<ReturnType<typeof preguntasDeLoPagado>>;

/** «Esto ya lo pagué»: what is told, and the page of what was found. */
export const recorridoDeLoPagado = (reloj: Reloj): Recorrido<Respuestas, HechosDeLoPagado> => ({
  id: 'obligaciones.ya-pague',
  version: 1,
  titulo: 'Esto ya lo pagué',
  diasDeEspera: 30,
  alCargar: async (trx) => ({ deudas: await deudasParaElegir(trx) }),
  pasos: preguntasDeLoPagado(reloj).pasos,
  revision: {
    titulo: 'Revise lo que nos dijo',
    boton: 'Buscar el pago',
    advertencia: 'Buscar no cambia nada. Si lo hallamos, le mostramos qué cambiaría antes de hacerlo.',
  },
  async terminar({ trx, borrador, datos: { respuestas, hechos } }) {
    const deuda = hechos.deudas?.find((d) => d.valor === respuestas.deuda);
    const busqueda = await guardarBusqueda(trx, {
      clave: borrador.id,
      dicho: {
        valor: Number(respuestas.pago.valor),
        dia: respuestas.pago.dia,
        ...(respuestas.deuda !== NO_SE &&
          definidos({ deuda: respuestas.deuda, deudaEnPalabras: deuda?.texto })),
        ...(respuestas.recibo && { recibo: respuestas.recibo }),
      },
    });
    const titular = await idPublicoDe(trx, titularDe(trx));
    return {
      a: `/de/${titular}/obligaciones/pagos-buscados/${busqueda}`,
      resultado: { busqueda },
    };
  },
});

/** What the taxpayer owes today, as it is offered. */
export async function deudasParaElegir(trx: Transaccion): Promise<HechosDeLoPagado['deudas']> {
  return estadosAl(await leerLibro(trx), trx.hoy)
    .filter((o) => o.estado.debe > 0n)
    .map((o) => ({ valor: o.idPublico, texto: nombreDeObligacion(o) }));
}
