import type { Sala } from '../plataforma/index.ts';
import { enlace } from './enlaces.ts';
import { rutasEstado } from './estado/index.ts';
import { AVISAR_PAGO, trabajoAvisarPago } from './pagos/index.ts';
import { rutasRecaudo, trabajoAsentarRecaudo } from './recaudo/index.ts';

export const salaObligaciones: Sala = () => ({
  nombre: 'obligaciones',
  rutas: [...rutasEstado(), ...rutasRecaudo],
  trabajos: [trabajoAvisarPago, trabajoAsentarRecaudo],
  cuando: { 'obligaciones.pago-registrado': [AVISAR_PAGO] },
  enlaces: enlace.nombres,
});
