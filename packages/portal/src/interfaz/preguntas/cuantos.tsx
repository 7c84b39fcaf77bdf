import { linea } from '../../plataforma/index.ts';
import { CampoTexto } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import type { Comun, Pregunta } from './pregunta.ts';

interface OpcionesDeCuantos<D> extends Comun<number, D> {
  mensaje: string;
}

/** A small whole number, from 0 to 999. */
export const cuantos = <D,>(o: OpcionesDeCuantos<D>): Pregunta<number, D> =>
  deUnCampo(o, {
    campo: 'cuantos',
    esquema: linea
      .transform((v) => v.replace(/\s/g, '').replace(/\.$/, ''))
      .refine((v) => /^\d{1,3}$/.test(v), { error: o.mensaje })
      .transform(Number),
    control: (p) => <CampoTexto {...p} teclado="numeric" ancho={3} />,
    decir: String,
    escribir: String,
    ejemplos: ['1', '2'],
    erroneos: ['', 'varios', '1000'],
  });
