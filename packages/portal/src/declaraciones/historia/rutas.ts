import { pagina, ruta, type Ruta } from '../../plataforma/index.ts';
import { DE_PRESENTADA, PRESENTADA } from '../presentar/index.ts';
import { historiaDe } from './historia-de.ts';
import { paginaHistoria } from './paginas/historia.tsx';

/** What became of a return: each version, and what each one changed. */
export const rutasDeHistoria: readonly Ruta[] = [
  ruta({
    acceso: 'titular',
    parametros: DE_PRESENTADA,
    nombre: 'declaraciones.historia',
    metodo: 'GET',
    camino: `${PRESENTADA}/historia`,
    manejar: (p) =>
      p.enTransaccion(async (trx) => {
        const { titular, declaracion } = p.parametros;
        return pagina(paginaHistoria({ titular, versiones: await historiaDe(trx, declaracion) }));
      }),
  }),
];
