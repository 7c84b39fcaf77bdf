import type { FuenteDeCifras } from '../../cuentas/index.ts';
import { reclamosEnMesa } from './consultas.ts';
import { SOBRE_LOS_RECLAMOS } from './politicas.ts';

/** On the home of whoever attends them: those that nobody answered in time. */
export const cifrasDeReclamos: FuenteDeCifras = {
  nombre: 'terceros.reclamos',
  roles: SOBRE_LOS_RECLAMOS.mirar,
  async leer(trx) {
    const vencidos = (await reclamosEnMesa(trx)).filter((r) => r.estado === 'vencida');
    return [
      {
        texto: 'Reclamos de lo reportado, sin respuesta',
        valor: vencidos.length,
        href: '/mesa/reclamos-de-terceros',
      },
    ];
  },
};
