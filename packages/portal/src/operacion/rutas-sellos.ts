import { z } from 'zod';
import { pagina, redirigir, ruta, type Ruta } from '../plataforma/index.ts';
import { documentosSinSellar, sellarOtraVez, TIPOS_DE_DOCUMENTO } from '../sello/index.ts';
import { OPERAR } from './politicas.ts';
import { paginaSellos } from './paginas/sellos.tsx';

/** For operators: what is signed or issued and lacks its seal, and trying again. */
export const rutasSellos: Ruta[] = [
  ruta({
    nombre: 'operacion.sellos',
    metodo: 'GET',
    camino: '/operacion/sellos',
    acceso: 'funcionario',
    roles: OPERAR.operar,
    consulta: z.object({ encolados: z.coerce.number().int().min(0).optional() }),
    manejar: async (p) =>
      pagina(
        paginaSellos({
          pendientes: (await p.enTransaccion(documentosSinSellar)).map((d) => ({
            ...d,
            nombre: p.casa.uno(TIPOS_DE_DOCUMENTO, d.tipo).nombre,
          })),
          encolados: p.consulta.encolados,
        }),
      ),
  }),
  ruta({
    nombre: 'operacion.sellar-otra-vez',
    metodo: 'POST',
    camino: '/operacion/sellos',
    acceso: 'funcionario',
    roles: OPERAR.operar,
    manejar: async (p) => redirigir(`/operacion/sellos?encolados=${await p.enTransaccion(sellarOtraVez)}`),
  }),
];
