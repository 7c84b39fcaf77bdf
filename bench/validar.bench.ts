/** A return tried without filing it: the published examples, each with one box altered, as a program sends them. */
import { validar } from '@autogestion/normas/formularios/validar';
import { VECTORES } from '../packages/normas/pruebas/vectores-publicados.ts';
import { ipDe, pedirJson } from './apoyo/cliente.ts';
import { comparar } from './apoyo/comparar.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez, percentil } from './apoyo/estadistica.ts';
import { enJson, mostrar, nota, RAPIDA, titulo } from './apoyo/informe.ts';
import { abrirPortal } from './apoyo/portal.ts';
import { aRitmo } from './apoyo/ritmo.ts';

const A_LA_VEZ = 4;
/** Of the examples with one box altered: all of them, or some. */
const CADA = RAPIDA ? 40 : 1;
/** Visitors of a rate, each from an address of its own. */
const RITMO = { porSegundo: 40, cuantas: RAPIDA ? 20 : 2_400 };

const ALTERADAS = VECTORES.flatMap(({ formulario, anio, casillas, hechos }) =>
  Object.entries(casillas).map(([casilla, valor]) => ({
    ...{ formulario, anio, hechos },
    casillas: { ...casillas, [casilla]: valor + 1_000_000 },
  })),
).filter((_, i) => i % CADA === 0);

await enEscena(async (base, abrir) => {
  const portal = await abrir(abrirPortal(base, { trabajadores: 0 }));
  let visitas = 0;
  const porApi = ({ formulario, ...cuerpo }: (typeof ALTERADAS)[number]) =>
    pedirJson(`${portal.url}/api/v1/declaraciones/${formulario}/validar`, {
      ...{ metodo: 'POST', cuerpo, espera: 200 },
      // The limits by address are for one person.
      ip: ipDe(visitas++),
    });
  titulo(
    `${ALTERADAS.length} declaraciones con una casilla alterada, ${A_LA_VEZ} a la vez, por la API`,
    'las mismas cuentas en un ciclo, sin servidor',
  );
  const pruebas = await comparar(
    {
      portal: { servidor: portal, turno: () => aLaVez(ALTERADAS, A_LA_VEZ, porApi) },
      referencia: {
        servidor: process,
        turno: () =>
          aLaVez(ALTERADAS, 1, async ({ formulario, anio, casillas, hechos }) =>
            validar(formulario, anio, { casillas, hechos }),
          ),
      },
    },
    { turnos: RAPIDA ? 2 : 6, limiteMs: 60_000 },
  );
  mostrar('validar', pruebas);
  const tiempos = await aRitmo(RITMO.porSegundo, RITMO.cuantas, (n) => {
    const una = ALTERADAS[n % ALTERADAS.length];
    return una ? porApi(una) : Promise.resolve();
  });
  const orden = tiempos.toSorted((a, b) => a - b);
  const [p50, p95] = [percentil(orden, 0.5), percentil(orden, 0.95)];
  nota(
    `a ${RITMO.porSegundo} por segundo: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms desde que cada una debía empezar (meta: p95 de 50 ms)`,
  );
  enJson('validar', { declaraciones: ALTERADAS.length, pruebas, ritmo: { ...RITMO, p50, p95 } });
});
