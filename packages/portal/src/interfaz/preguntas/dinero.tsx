import { analizarPesos, formatearPesos } from '@autogestion/normas/dinero';
import { separarMiles } from '@autogestion/normas/nit';
import { linea } from '../../plataforma/index.ts';
import { CampoPesos } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import { leidoPor, type Comun, type Pregunta } from './pregunta.ts';

/** Whole pesos as a person writes or pastes them; cents are rounded to the peso, which the review shows. */
export const PESOS_ESCRITOS = leidoPor(linea, (t) => analizarPesos(t, { centavos: 'redondear' }));

/** An amount of whole pesos, zero or more. */
export const dinero = <D,>(o: Comun<bigint, D> = {}): Pregunta<bigint, D> =>
  deUnCampo(o, {
    campo: 'valor',
    esquema: PESOS_ESCRITOS,
    control: (p) => <CampoPesos {...p} />,
    decir: (v) => formatearPesos(v),
    escribir: (v) => separarMiles(String(v)),
    ejemplos: ['1.234.567'],
    erroneos: ['', 'mucho', '-1'],
  });
