import { z } from 'zod';
import { pagina, rechazo, redirigir, ruta, type Peticion, type Ruta } from '../../plataforma/index.ts';
import { SOBRE_EL_RECAUDO } from '../politicas.ts';
import { ultimosCuadres } from './cuadrar.ts';
import { paginaCuadre } from './paginas/cuadre.tsx';
import { paginaTasas, tasaPorAnotar } from './paginas/tasas.tsx';
import { anotarTasa, mesesDeUsura } from './tasas.ts';

const DE_RECAUDO = { acceso: 'funcionario', roles: SOBRE_EL_RECAUDO.recaudar } as const;
const CAMINO = '/mesa/recaudo/tasas';

const mostrar = (
  p: Pick<Peticion, 'enTransaccion' | 'escrito'>,
  o: { anotada?: boolean; errores?: Record<string, string> } = {},
): Promise<string> =>
  p.enTransaccion(async (trx) =>
    paginaTasas({
      meses: await mesesDeUsura(trx),
      anotada: o.anotada === true,
      valores: p.escrito,
      errores: o.errores,
    }),
  );

/** What the nightly check found, and the rates that the Superintendencia certifies after the program was written. */
export const rutasDeOperacion: Ruta[] = [
  ruta({
    ...DE_RECAUDO,
    nombre: 'obligaciones.cuadre',
    metodo: 'GET',
    camino: '/mesa/recaudo/cuadre',
    manejar: async (p) => pagina(paginaCuadre(await p.enTransaccion(ultimosCuadres))),
  }),
  ruta({
    ...DE_RECAUDO,
    nombre: 'obligaciones.tasas',
    metodo: 'GET',
    camino: CAMINO,
    consulta: z.object({ anotada: z.literal('si').optional().catch(undefined) }),
    manejar: async (p) => pagina(await mostrar(p, { anotada: p.consulta.anotada !== undefined })),
  }),
  ruta({
    ...DE_RECAUDO,
    nombre: 'obligaciones.anotar-tasa',
    metodo: 'POST',
    camino: CAMINO,
    cuerpo: z.unknown(),
    invalido: (p, errores) => mostrar(p, { errores }),
    async manejar(p) {
      const r = await p.enTransaccion(async (trx) => {
        const pregunta = tasaPorAnotar(await mesesDeUsura(trx));
        const leido = pregunta.esquema.safeParse(p.escrito);
        if (!leido.success)
          return rechazo(
            Object.fromEntries(leido.error.issues.map((i) => [String(i.path[0] ?? '_'), i.message])),
          );
        const no = pregunta.admite?.(leido.data, undefined) ?? {};
        if (Object.keys(no).length > 0) return rechazo(no);
        await anotarTasa(trx, leido.data);
        return undefined;
      });
      return r ?? redirigir(`${CAMINO}?anotada=si`);
    },
  }),
];
