import type { Ruta } from '../../plataforma/index.ts';
import type { Recorrido } from './definicion.ts';
import type { OpcionesRutas } from './opciones.ts';

/** A journey whose pages an office serves. */
export interface RecorridoMontado extends Pick<OpcionesRutas, 'base' | 'acceso' | 'roles'> {
  def: Recorrido<Record<string, unknown>, Record<string, unknown>>;
}

const MONTADO = Symbol('recorrido');

/** Writes in one of its routes which journey they are of. */
export const conRecorrido = <R extends object, H extends object>(
  r: Ruta,
  def: Recorrido<R, H>,
  { base, acceso, roles }: OpcionesRutas,
): Ruta => Object.assign(r, { [MONTADO]: { def, base, acceso, roles } });

/** Every journey of those routes, in their order: what the tests walk, without a list to keep. */
export const recorridosDe = (rutas: readonly Ruta[]): RecorridoMontado[] =>
  rutas.flatMap((r) => (r as { [MONTADO]?: RecorridoMontado })[MONTADO] ?? []);
