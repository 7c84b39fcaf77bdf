import type { Entorno, Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import type { EntornoSello } from '../sello/index.ts';
import { intentosDeHoy } from './lo-de-hoy.ts';
import { rutasDeContingencia } from './rutas.ts';

/** Failed attempts, once there is somebody to show them to: proofs, their verification, the account. */
export const salaContingencia: Sala<Entorno & EntornoSello> = (e) => ({
  nombre: 'contingencia',
  tipos: LO_DE_HOY.de(intentosDeHoy),
  rutas: rutasDeContingencia(e),
});
