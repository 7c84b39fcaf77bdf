import type { Entorno } from '../../plataforma/index.ts';
import type { EntornoSello } from '../../sello/index.ts';
import type { Autorizador } from './autorizador.ts';

/** What receiving a document takes from the office. */
export interface EntornoDeRecepcion extends Pick<
  Entorno,
  'archivos' | 'aparte' | 'claves' | 'demostracion' | 'comoPropietario'
> {
  autoridad: EntornoSello['autoridad'];
  autorizador: Autorizador;
}
