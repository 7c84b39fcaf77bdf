import type { FuenteDeHoy } from '../../rut/index.ts';
import { declaracionesDelTitular } from '../presentar/index.ts';
import { rentaDeHoy } from './renta-de-hoy.ts';
import { sinFormalizarHoy } from './sin-formalizar-hoy.ts';

/** What there is to do with returns, on the home: what was filed is read once. */
export const declaracionesDeHoy: FuenteDeHoy = {
  nombre: 'declaraciones',
  async leer(trx, de) {
    const presentadas = await declaracionesDelTitular(trx);
    const renta = await rentaDeHoy(trx, de, presentadas);
    const { pendientes = [] } = await sinFormalizarHoy(trx, de, presentadas);
    return { ...renta, pendientes: [...(renta.pendientes ?? []), ...pendientes] };
  },
};
