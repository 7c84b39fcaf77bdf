import type { FuenteDeCifras } from '../../cuentas/index.ts';
import { SOBRE_LO_QUE_SE_DEBE } from '../politicas.ts';
import { actosEnEspera } from './consultas.ts';

/** On the home of who keeps the ledger: the acts that another proposed and wait for them. */
export const cifrasDeActos: FuenteDeCifras = {
  nombre: 'obligaciones.actos',
  roles: SOBRE_LO_QUE_SE_DEBE.cambiar,
  async leer(trx) {
    const ajenos = (await actosEnEspera(trx)).filter((a) => !a.propio);
    return [
      { texto: 'Actos de obligaciones por confirmar', valor: ajenos.length, href: '/mesa/obligaciones' },
    ];
  },
};
