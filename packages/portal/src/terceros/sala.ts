import { CIFRAS_DE_MESA } from '../cuentas/index.ts';
import type { Entorno, Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import { TIPOS_DE_DOCUMENTO, type EntornoSello } from '../sello/index.ts';
import { rutasDeLoReportado } from './mio/index.ts';
import {
  AVISAR_REPORTANTE,
  cifrasDeReclamos,
  MIRAR_LO_REEMPLAZADO,
  NOTA,
  reclamosAlLado,
  reclamosDeHoy,
  rutasDeMesaDeReclamos,
  rutasDeReclamos,
  rutasDeRecibidos,
  tipoNota,
  trabajosDeReclamos,
} from './reclamo/index.ts';

/** What third parties report of others: its delivery, and what each one sees of it. */
export const salaTerceros: Sala<Entorno & EntornoSello> = (e) => ({
  nombre: 'terceros',
  pide: TIPOS_DE_DOCUMENTO.llamados(NOTA),
  tipos: [
    ...LO_DE_HOY.de(reclamosDeHoy),
    ...CIFRAS_DE_MESA.de(cifrasDeReclamos),
    ...TIPOS_DE_DOCUMENTO.de(tipoNota(e.urlPublica)),
  ],
  rutas: [
    ...rutasDeLoReportado({ alLado: reclamosAlLado }),
    ...rutasDeReclamos(e),
    ...rutasDeRecibidos(e),
    ...rutasDeMesaDeReclamos(e),
  ],
  trabajos: trabajosDeReclamos(e),
  cuando: {
    'terceros.reclamo-abierto': [AVISAR_REPORTANTE],
    'terceros.entrega-presentada': [MIRAR_LO_REEMPLAZADO],
  },
});
