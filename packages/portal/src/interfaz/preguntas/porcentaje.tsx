import { porcentajeEscrito } from '@autogestion/normas/rut';
import { linea } from '../../plataforma/index.ts';
import { CampoTexto } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import { queja, type Comun, type Pregunta } from './pregunta.ts';

/** A percentage with at most two decimals, in hundredths. */
const PORCENTAJE = linea.transform((v, ctx): number => {
  const [, entero, decimales = ''] = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(v) ?? [];
  const centesimas = Number(entero) * 100 + Number(decimales.padEnd(2, '0'));
  if (entero !== undefined && centesimas <= 10_000) return centesimas;
  return queja(ctx, undefined, 'Escriba un porcentaje entre 0 y 100, con dos decimales a lo sumo: 33,33.');
});

/** From 0 to 100 %, in hundredths: 3333 is 33,33 %. */
export const porcentaje = <D,>(o: Comun<number, D> = {}): Pregunta<number, D> =>
  deUnCampo(o, {
    campo: 'porcentaje',
    esquema: PORCENTAJE,
    control: (p) => <CampoTexto {...p} teclado="decimal" ancho={10} />,
    decir: (v) => `${porcentajeEscrito(v)} %`,
    escribir: porcentajeEscrito,
    ejemplos: ['33,33 %'],
    erroneos: ['', '101', '1,234'],
  });
