import { linea } from '../../plataforma/index.ts';
import { CampoTexto } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import { queja, type Comun, type Pregunta } from './pregunta.ts';

/** A rate per thousand as `9.66`, with at most two decimals. */
const POR_MIL = linea.transform((v, ctx): string => {
  const [, entero, decimales = '0'] = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*(?:por mil|‰)?$/i.exec(v) ?? [];
  if (entero !== undefined) return `${Number(entero)}.${decimales}`;
  return queja(ctx, undefined, 'Escriba una tarifa por mil entre 0 y 99, con dos decimales a lo sumo: 9,66.');
});

const escrito = (v: string): string => v.replace(/\.0+$/, '').replace('.', ',');

/** From 0 to 99 per thousand, as a decimal: `9.66`. */
export const porMil = <D,>(o: Comun<string, D> = {}): Pregunta<string, D> =>
  deUnCampo(o, {
    campo: 'por-mil',
    esquema: POR_MIL,
    control: (p) => <CampoTexto {...p} teclado="decimal" ancho={10} />,
    decir: (v) => `${escrito(v)} por mil`,
    escribir: escrito,
    ejemplos: ['9,66'],
    erroneos: ['', '100', '1,234'],
  });
