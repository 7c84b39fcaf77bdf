import type { Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import { enlace } from './enlaces.ts';
import { obligacionesDeHoy, rutasEstado } from './estado/index.ts';
import { AVISAR_PAGO, trabajoAvisarPago } from './pagos/index.ts';
import { rutasRecaudo, trabajoAsentarRecaudo } from './recaudo/index.ts';

export const salaObligaciones: Sala = (e) => ({
  nombre: 'obligaciones',
  tipos: LO_DE_HOY.de(obligacionesDeHoy),
  rutas: [...rutasEstado(e), ...rutasRecaudo],
  trabajos: [trabajoAvisarPago, trabajoAsentarRecaudo],
  cuando: { 'obligaciones.pago-registrado': [AVISAR_PAGO] },
  enlaces: enlace.nombres,
});
