import type { Aporte } from '../../plataforma/index.ts';
import { TIPOS_DE_DOCUMENTO } from '../../sello/index.ts';
import { tipoDePago } from './de-pago.ts';
import { tipoDelRut } from './del-rut.ts';
import { tipoEstadoAUnaFecha } from './estado-a-una-fecha.ts';

export { rutasCertificados } from './rutas.ts';

/** The three kinds of certificate. */
export const tiposDeCertificado = (urlPublica: string): Aporte[] =>
  TIPOS_DE_DOCUMENTO.de(tipoEstadoAUnaFecha(urlPublica), tipoDePago(urlPublica), tipoDelRut(urlPublica));
