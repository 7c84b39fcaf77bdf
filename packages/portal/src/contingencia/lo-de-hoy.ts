import type { FuenteDeHoy } from '../rut/index.ts';
import { intentosDe } from './intentos.ts';

/** House rule: how long a failure is told on the home. */
const DIAS = 8;

/** Whom the office failed these days is told that there are proofs of it. */
export const intentosDeHoy: FuenteDeHoy = {
  nombre: 'contingencia',
  async leer(trx, { base }) {
    const desde = new Date(trx.ahora.getTime() - DIAS * 86_400_000);
    const recientes = (await intentosDe(trx)).filter((i) => i.en >= desde);
    if (recientes.length === 0) return {};
    return {
      pendientes: [
        {
          titulo: 'La oficina falló mientras usted la usaba',
          detalle:
            recientes.length === 1
              ? 'Hay una constancia de su intento. Mire si lo que hizo quedó.'
              : `Hay ${recientes.length} constancias de sus intentos. Mire si lo que hizo quedó.`,
          urgencia: 'pronto',
          accion: { href: `${base}/intentos`, texto: 'Ver', oculto: 'mis intentos' },
        },
      ],
    };
  },
};
