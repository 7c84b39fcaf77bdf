import type { Aporte, Claves, Reloj, Ruta } from '../../plataforma/index.ts';
import { TIPOS_DE_ACTO } from '../../firma/index.ts';
import { TIPOS_DE_DOCUMENTO } from '../../sello/index.ts';
import { TIPO_HABILITARSE } from './habilitacion/tipo.ts';
import { tipoFormato1876 } from './numeracion/formato-1876.ts';
import { TIPO_NUMERACION } from './numeracion/tipo.ts';
import { rutasPublicasDelFacturador } from './publico/rutas.ts';
import { rutasDelFacturador, type EntornoDelFacturador } from './rutas.ts';

export { pinDelSoftware, rangoQueAutoriza } from './rango-que-autoriza.ts';

/** What is signed and issued of invoicing. */
export const tiposDelFacturador = (urlPublica: string): Aporte[] => [
  ...TIPOS_DE_ACTO.de(TIPO_HABILITARSE, TIPO_NUMERACION),
  ...TIPOS_DE_DOCUMENTO.de(tipoFormato1876(urlPublica)),
];

export const rutasDeFacturador = (e: EntornoDelFacturador & { claves: Claves; reloj: Reloj }): Ruta[] => [
  ...rutasPublicasDelFacturador(e),
  ...rutasDelFacturador(e),
];
