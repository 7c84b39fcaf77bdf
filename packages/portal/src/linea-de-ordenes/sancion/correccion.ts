import { sancionPorCorreccion } from '@autogestion/normas/sanciones';
import { dia, falta, leerCampos, pesos } from '../campos.ts';
import { COMUNES, EMPLAZAMIENTO, exigir, liquidacion, mesesDe, RETARDO } from './comunes.ts';
import type { Clase } from './comunes.ts';

const CAMPOS = {
  mayorValor: pesos('mayorValor', 'mayorImpuesto', 'menorSaldo', 'menorSaldoFavor', 'menorSaldoAFavor'),
  presentaInicial: dia('presentaInicial', 'presentacionInicial', 'inicial'),
  ...RETARDO,
  ...EMPLAZAMIENTO,
  ...COMUNES,
};

export const correccion: Clase = {
  nombres: ['correccion', '644'],
  ayuda: '--mayor-valor P [--emplazamiento] [--meses N | --vence F --presenta-inicial F]',
  campos: CAMPOS,
  liquidar(pregunta) {
    const v = leerCampos(CAMPOS, pregunta);
    const { mayorValor } = v;
    if (mayorValor === undefined) {
      throw falta('mayorValor', 'Diga el mayor valor por pagar o el menor saldo a favor.');
    }
    const meses = mesesDe(v, v.presentaInicial) ?? 0;
    const { como, supuestos } = liquidacion(v, { presenta: v.presentaInicial });
    const en = (emplazado: boolean) =>
      exigir(sancionPorCorreccion({ mayorValor, emplazado, mesesDeRetardoInicial: meses }, como));
    const momentos = { antes: en(false), despues: en(true) };
    return {
      elegida: v.emplazamiento ? momentos.despues : momentos.antes,
      momentos,
      supuestos,
      propios: { meses },
    };
  },
};
