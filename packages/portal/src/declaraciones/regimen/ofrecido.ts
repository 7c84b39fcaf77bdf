import type { TramiteOfrecido } from '../../rut/index.ts';

/** The pages of the RUT offer it; its own page says why not to whoever cannot. */
export const OFRECIDO: TramiteOfrecido = {
  ruta: 'declaraciones.simple',
  texto: 'Acogerse al SIMPLE o salir de él',
  si: () => true,
};
