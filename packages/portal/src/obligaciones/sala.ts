import type { Sala } from '../plataforma/index.ts';
import { AVISAR_PAGO, trabajoAvisarPago } from './pagos/index.ts';

export const salaObligaciones: Sala = () => ({
  nombre: 'obligaciones',
  trabajos: [trabajoAvisarPago],
  cuando: { 'obligaciones.pago-registrado': [AVISAR_PAGO] },
});
