import type { Ruta } from '../../plataforma/index.ts';
import { quienEntro } from '../cuenta/quien-entro.ts';
import type { OpcionesCuentas } from './entrar.ts';
import { rutasSeguridad } from './seguridad.ts';

/** A taxpayer's own account. */
export const rutasCuenta = (o: OpcionesCuentas): Ruta[] =>
  rutasSeguridad(o, {
    base: '/cuenta',
    acceso: 'persona',
    nombre: 'cuentas.cuenta',
    async marco(p) {
      const q = await quienEntro(p);
      return {
        base: '/cuenta',
        csrf: p.csrf(),
        persona: q.persona,
        migas: [
          { texto: 'Inicio', href: q.base },
          ...(p.camino === '/cuenta' ? [] : [{ texto: 'Su cuenta', href: '/cuenta' }]),
        ],
      };
    },
    rotulo: async (p) => (await quienEntro(p)).persona.documento ?? 'Su cuenta',
  });
