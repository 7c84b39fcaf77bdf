import { definidos } from '@autogestion/normas/definidos';
import type { Transaccion } from '../../plataforma/index.ts';
import { antesYDespues } from '../libro/index.ts';
import { abonadosDe } from './abonar.ts';
import { buscarLoPagado, seHaceDeUnaVez, type Hallada, type Hallazgos } from './buscar.ts';
import { busquedaDe } from './busquedas.ts';
import { asientosDe } from './mover.ts';
import type { PropsDeHallazgos, PropuestaALaVista } from './paginas/hallazgos.tsx';
import { deudasParaElegir } from './recorrido.ts';
import { nombreDeObligacion } from './palabras.ts';

/** What a search finds today, and what was moved for it already. */
export async function mirarBusqueda(
  trx: Transaccion,
  { titular, publico }: { titular: string; publico: string },
): Promise<Pick<PropsDeHallazgos, 'busqueda' | 'propuestas' | 'sinPropuesta' | 'abonados' | 'deudas'>> {
  const busqueda = await busquedaDe(trx, publico);
  const hallazgos = await buscarLoPagado(trx, { titular, dicho: busqueda.dicho });
  const abonados = await abonadosDe(trx, busqueda, hallazgos);
  const nombres = new Map(hallazgos.libro.obligaciones.map((o) => [o.idPublico, nombreDeObligacion(o)]));
  const repetido = hallazgos.halladas.some((h) => h.propuesta.obligacion === null);
  return {
    busqueda,
    deudas: repetido ? await deudasParaElegir(trx) : [],
    propuestas: hallazgos.halladas.map((h) => aLaVista(trx, hallazgos, h)),
    abonados: [...abonados].map(([deuda, radicado]) => ({ radicado, deuda: nombres.get(deuda) ?? '' })),
    ...definidos({ sinPropuesta: hallazgos.sinPropuesta?.frase }),
  };
}

function aLaVista({ hoy }: Transaccion, { libro }: Hallazgos, h: Hallada): PropuestaALaVista {
  const propia = (id: string | null | undefined) => libro.obligaciones.find((o) => o.id === id);
  // Of whoever is not the taxpayer there is no name to say.
  const nombre = (id: string | undefined) => {
    const o = propia(id);
    return o ? nombreDeObligacion(o) : '';
  };
  return {
    propuesta: h.propuesta,
    deUnaVez: seHaceDeUnaVez(h),
    movimientos: h.movimientos.map(({ valor, dia, de, a }) => ({ valor, dia, de: nombre(de), a: nombre(a) })),
    cambios: antesYDespues(libro, asientosDe(h.movimientos), hoy),
    ...definidos({ deuda: propia(h.propuesta.obligacion)?.idPublico }),
  };
}
