import type { Entorno, Sala } from '../plataforma/index.ts';
import type { EntornoFirma } from '../firma/index.ts';
import { rutasDeConsulta } from './consulta/index.ts';
import { rutasDeMias } from './mias/index.ts';
import { trabajoSembrarFacturas } from './demostracion.ts';
import {
  pinDelSoftware,
  rangoQueAutoriza,
  rutasDeFacturador,
  tiposDelFacturador,
} from './facturador/index.ts';
import { rutasApiDeIntegridad, trabajoAvisarNovedades } from './integridad/index.ts';
import {
  rutasApiDeRecepcion,
  rutasDeRecepcion,
  trabajoProcesarLote,
  type Autorizador,
} from './recepcion/index.ts';

/** Electronic invoices: their register, its reception and its consultation, and who may issue them. */
export const salaFacturas: Sala<Entorno & EntornoFirma> = (e) => {
  const recepcion = {
    ...e,
    autorizador: {
      rango: (trx, n) => rangoQueAutoriza(trx, e.claves, n),
      pin: (trx, s) => pinDelSoftware(trx, e.claves, s),
    } satisfies Autorizador,
  };
  const avisos = { claves: e.claves, permitidas: e.config.avisosA };
  return {
    nombre: 'facturas',
    tipos: [...tiposDelFacturador(e.urlPublica)],
    rutas: [
      ...rutasDeFacturador(e),
      ...rutasDeConsulta(e),
      ...rutasDeMias(e),
      ...rutasDeRecepcion(recepcion),
      ...rutasApiDeRecepcion(recepcion),
      ...rutasApiDeIntegridad(avisos),
    ],
    trabajos: [
      trabajoProcesarLote(recepcion),
      trabajoAvisarNovedades(avisos),
      trabajoSembrarFacturas(recepcion),
    ],
  };
};
