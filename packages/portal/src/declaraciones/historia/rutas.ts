import { z } from 'zod';
import { pagina, ruta, type Ruta } from '../../plataforma/index.ts';
import { historiaDe } from './historia-de.ts';
import { paginaHistoria } from './paginas/historia.tsx';

/** What became of a return: each version, and what each one changed. */
export const rutasDeHistoria: readonly Ruta[] = [
  ruta({
    acceso: 'titular',
    parametros: z.object({ titular: z.string(), declaracion: z.string().regex(/^[0-9a-z]{26}$/) }),
    nombre: 'declaraciones.historia',
    metodo: 'GET',
    camino: '/de/:titular/declaraciones/presentadas/:declaracion/historia',
    manejar: (p) =>
      p.enTransaccion(async (trx) => {
        const { titular, declaracion } = p.parametros;
        return pagina(paginaHistoria({ titular, versiones: await historiaDe(trx, declaracion) }));
      }),
  }),
];
