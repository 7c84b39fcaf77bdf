import { tipoActo } from '../../../firma/index.ts';
import { ActoDeNumeracion, PEDIR_NUMERACION, presentarNumeracion } from './acto.ts';

/** Asking for numbers, as an act that is signed: form 1302. Its answer, form 1876, is what goes out by mail. */
export const TIPO_NUMERACION = tipoActo({
  tipo: PEDIR_NUMERACION,
  nombre: 'Solicitud sobre numeración de facturación',
  formulario: '1302',
  esquema: ActoDeNumeracion,
  presentar: presentarNumeracion,
  archivo: ({ prefijo, desde }) => `formato-1302-${prefijo}${desde}`,
});
