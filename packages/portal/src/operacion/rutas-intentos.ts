import { intentosPorDia } from '../contingencia/index.ts';
import { pagina, ruta, type Ruta } from '../plataforma/index.ts';
import { OPERAR } from './politicas.ts';
import { paginaIntentos } from './paginas/intentos.tsx';

/** House rule: how far back the operator looks. */
const DIAS = 30;

/** For operators: how often the office failed whoever had something to do. */
export const rutasIntentos: Ruta[] = [
  ruta({
    nombre: 'operacion.intentos',
    metodo: 'GET',
    camino: '/operacion/intentos',
    acceso: 'funcionario',
    roles: OPERAR.operar,
    manejar: (p) =>
      p.enTransaccion(async (trx) => {
        const desde = new Date(trx.ahora.getTime() - DIAS * 86_400_000);
        return pagina(paginaIntentos({ dias: DIAS, porDia: await intentosPorDia(trx, desde) }));
      }),
  }),
];
