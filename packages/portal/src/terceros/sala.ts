import { CIFRAS_DE_MESA } from '../cuentas/index.ts';
import { TIPOS_DE_ACTO, type EntornoFirma } from '../firma/index.ts';
import type { Entorno, Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import { TIPOS_DE_DOCUMENTO, type EntornoSello } from '../sello/index.ts';
import {
  entregasDeHoy,
  rutasApiDeEntrega,
  rutasDeEntrega,
  TIPO_EXOGENA,
  trabajoLeerEntrega,
  trabajoLimpiarEntregas,
} from './entrega/index.ts';
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
export const salaTerceros: Sala<Entorno & EntornoFirma & EntornoSello> = (e) => ({
  nombre: 'terceros',
  pide: TIPOS_DE_DOCUMENTO.llamados(NOTA),
  tipos: [
    ...TIPOS_DE_ACTO.de(TIPO_EXOGENA),
    ...LO_DE_HOY.de(reclamosDeHoy, entregasDeHoy),
    ...CIFRAS_DE_MESA.de(cifrasDeReclamos),
    ...TIPOS_DE_DOCUMENTO.de(tipoNota(e.urlPublica)),
  ],
  rutas: [
    ...rutasDeLoReportado({ alLado: reclamosAlLado }),
    ...rutasDeReclamos(e),
    ...rutasDeRecibidos(e),
    ...rutasDeMesaDeReclamos(e),
    ...rutasDeEntrega(e),
    ...rutasApiDeEntrega(e),
  ],
  trabajos: [...trabajosDeReclamos(e), trabajoLeerEntrega, trabajoLimpiarEntregas],
  cuando: {
    'terceros.reclamo-abierto': [AVISAR_REPORTANTE],
    'terceros.entrega-presentada': [MIRAR_LO_REEMPLAZADO],
  },
});
