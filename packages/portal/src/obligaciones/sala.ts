import { CIFRAS_DE_MESA } from '../cuentas/index.ts';
import type { Entorno, Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import { TIPOS_DE_DOCUMENTO, type EntornoSello } from '../sello/index.ts';
import { deCasos } from '../tramites/index.ts';
import { cifrasDeActos, rutasActos } from './actos/index.ts';
import { rutasCertificados, tiposDeCertificado } from './certificados/index.ts';
import { enlace } from './enlaces.ts';
import { obligacionesDeHoy, rutasEstado } from './estado/index.ts';
import {
  casoFacilidad,
  casoSinEfecto,
  cuotasDeHoy,
  documentosDeFacilidad,
  HACER_RECIBOS,
  PAZ_DE_FACILIDAD,
  RESOLUCION,
  rutasDeFacilidad,
  rutasDeMesaDeFacilidad,
  rutasDeUnaFacilidad,
  SEGUIR_LA_DE_UN_PAGO,
  trabajosDeFacilidad,
} from './facilidad/index.ts';
import { rutasMesaObligaciones } from './mesa/index.ts';
import { salaDePagos, type EntornoDeObligaciones } from './pagos/index.ts';
import { MEDIDAS_DEL_CUADRE, rutasRecaudo, trabajoAsentarRecaudo, trabajoCuadrar } from './recaudo/index.ts';
import { rutasYaPague, tipoAbonado, tipoAOtroNit, tipoNoVisto, tipoSinDueno } from './ya-pague/index.ts';

export const salaObligaciones: Sala<Entorno & EntornoSello & EntornoDeObligaciones> = (e) => {
  const pagos = salaDePagos(e);
  return {
    ...pagos,
    nombre: 'obligaciones',
    pide: [...pagos.pide, ...TIPOS_DE_DOCUMENTO.llamados(RESOLUCION, PAZ_DE_FACILIDAD)],
    tipos: [
      ...LO_DE_HOY.de(obligacionesDeHoy, cuotasDeHoy),
      ...CIFRAS_DE_MESA.de(cifrasDeActos),
      ...pagos.tipos,
      ...deCasos(tipoAbonado, tipoNoVisto, tipoAOtroNit, tipoSinDueno, casoFacilidad(e), casoSinEfecto),
      ...TIPOS_DE_DOCUMENTO.de(...documentosDeFacilidad(e.urlPublica)),
      ...tiposDeCertificado(e.urlPublica),
    ],
    rutas: [
      ...rutasEstado(e),
      ...pagos.rutas,
      ...rutasRecaudo,
      ...rutasYaPague(e),
      ...rutasDeFacilidad(e),
      ...rutasDeUnaFacilidad(e),
      ...rutasDeMesaDeFacilidad(e),
      ...rutasCertificados(e),
      ...rutasActos(e),
      ...rutasMesaObligaciones,
    ],
    trabajos: [
      ...pagos.trabajos,
      trabajoAsentarRecaudo,
      trabajoCuadrar({ urlPublica: e.urlPublica }),
      ...trabajosDeFacilidad(e),
    ],
    medidas: MEDIDAS_DEL_CUADRE,
    cuando: {
      ...pagos.cuando,
      'obligaciones.pago-registrado': [...pagos.cuando['obligaciones.pago-registrado'], SEGUIR_LA_DE_UN_PAGO],
      'obligaciones.facilidad-concedida': [HACER_RECIBOS],
    },
    enlaces: enlace.nombres,
  };
};
