import { errores, type Peticion, type Sesion } from '../../plataforma/index.ts';
import type { Lugar, PropsSeguridad } from '../paginas/seguridad.tsx';

/** The account whose pages these are: of a taxpayer or of an official. */
export interface DuenoDeLaCuenta {
  /** `/cuenta` or `/mesa/cuenta`. */
  base: string;
  acceso: 'persona' | 'funcionario';
  /** Start of the routes' names. */
  nombre: string;
  lugar: (p: Peticion) => Lugar;
  /** How the authenticator app will list it. */
  rotulo: (p: Peticion) => Promise<string>;
  filas?: (p: Peticion) => Promise<NonNullable<PropsSeguridad['filas']>>;
}

/** @throws 403 */
export function cuentaDe(p: Peticion): { sesion: Sesion; cuenta: string } {
  const { sesion } = p;
  const cuenta = sesion?.persona ?? sesion?.funcionario;
  if (!sesion || !cuenta) throw errores.sinPermiso();
  return { sesion, cuenta };
}
