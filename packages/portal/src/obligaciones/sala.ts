import type { Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import { enlace } from './enlaces.ts';
import { obligacionesDeHoy, rutasEstado } from './estado/index.ts';
import type { EntornoSello } from '../sello/index.ts';
import { rutasCertificados, tiposDeCertificado } from './certificados/index.ts';
import { AVISAR_PAGO, trabajoAvisarPago } from './pagos/index.ts';
import { rutasRecaudo, trabajoAsentarRecaudo } from './recaudo/index.ts';

export const salaObligaciones: Sala<EntornoSello> = (e) => ({
  nombre: 'obligaciones',
  tipos: [...LO_DE_HOY.de(obligacionesDeHoy), ...tiposDeCertificado(e.urlPublica)],
  rutas: [...rutasEstado(e), ...rutasRecaudo, ...rutasCertificados(e)],
  trabajos: [trabajoAvisarPago, trabajoAsentarRecaudo],
  cuando: { 'obligaciones.pago-registrado': [AVISAR_PAGO] },
  enlaces: enlace.nombres,
});
