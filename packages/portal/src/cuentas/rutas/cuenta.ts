import type { Ruta } from '../../plataforma/index.ts';
import { quienEntro } from '../cuenta/quien-entro.ts';
import type { OpcionesCuentas } from './entrar.ts';
import { lugarDe } from './lugar.ts';
import { rutasSeguridad } from './seguridad.ts';

/** A taxpayer's own account. */
export const rutasCuenta = (o: OpcionesCuentas): Ruta[] =>
  rutasSeguridad(o, {
    base: '/cuenta',
    acceso: 'persona',
    nombre: 'cuentas.cuenta',
    lugar: (p) =>
      lugarDe(p, {
        base: '/cuenta',
        ...(p.camino !== '/cuenta' && { encima: { texto: 'Su cuenta', href: '/cuenta' } }),
      }),
    rotulo: async (p) => (await quienEntro(o.enTransaccion, p)).documento,
    async filas(p) {
      const { base } = await quienEntro(o.enTransaccion, p);
      return [
        {
          rotulo: 'Correo y celular',
          valor: 'Donde le llegan las notificaciones y los códigos',
          href: `${base}/contacto`,
          oculto: 'el correo y el celular',
        },
        {
          rotulo: 'Personas autorizadas',
          valor: 'Quienes pueden actuar por usted',
          href: `${base}/autorizados`,
          oculto: 'las personas autorizadas',
        },
      ];
    },
  });
