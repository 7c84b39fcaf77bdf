import type { Entorno, Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import { deCasos } from '../tramites/index.ts';
import { enlace } from './enlaces.ts';
import { obligacionesDeHoy, rutasEstado } from './estado/index.ts';
import type { EntornoSello } from '../sello/index.ts';
import { rutasCertificados, tiposDeCertificado } from './certificados/index.ts';
import { AVISAR_PAGO, trabajoAvisarPago } from './pagos/index.ts';
import { rutasRecaudo, trabajoAsentarRecaudo } from './recaudo/index.ts';
import { rutasYaPague, tipoAbonado, tipoAOtroNit, tipoNoVisto } from './ya-pague/index.ts';

export const salaObligaciones: Sala<Entorno & EntornoSello> = (e) => ({
  nombre: 'obligaciones',
  tipos: [
    ...LO_DE_HOY.de(obligacionesDeHoy),
    ...tiposDeCertificado(e.urlPublica),
    ...deCasos(tipoAbonado, tipoNoVisto, tipoAOtroNit),
  ],
  rutas: [...rutasEstado(e), ...rutasRecaudo, ...rutasYaPague(e), ...rutasCertificados(e)],
  trabajos: [trabajoAvisarPago, trabajoAsentarRecaudo],
  cuando: { 'obligaciones.pago-registrado': [AVISAR_PAGO] },
  enlaces: enlace.nombres,
});
