import { analizarPesos, formatearPesos } from '@autogestion/normas/dinero';
import { separarMiles } from '@autogestion/normas/nit';
import type { z } from 'zod';
import { linea } from '../../plataforma/index.ts';
import { CampoPesos } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import { leidoPor, queja, type Comun, type Pregunta } from './pregunta.ts';

/** Whole pesos as a person writes or pastes them; cents are rounded to the peso, which the review shows. */
export const PESOS_ESCRITOS = leidoPor(linea, (t) => analizarPesos(t, { centavos: 'redondear' }));

interface OpcionesDeDinero<D> extends Comun<bigint, D> {
  /** What a field that was left empty means; a fault unless told. */
  siVacio?: bigint;
}

const oVacio = (valor: bigint): z.ZodType<bigint, unknown> =>
  linea.transform((t, ctx) => {
    if (t === '') return valor;
    const leido = PESOS_ESCRITOS.safeParse(t);
    return leido.success ? leido.data : queja(ctx, undefined, leido.error.issues[0]?.message ?? '');
  });

/** An amount of whole pesos, zero or more. */
export const dinero = <D,>(o: OpcionesDeDinero<D> = {}): Pregunta<bigint, D> =>
  deUnCampo(o, {
    campo: 'valor',
    esquema: o.siVacio === undefined ? PESOS_ESCRITOS : oVacio(o.siVacio),
    control: (p) => <CampoPesos {...p} />,
    decir: (v) => formatearPesos(v),
    escribir: (v) => separarMiles(String(v)),
    ejemplos: ['1.234.567'],
    erroneos: [...(o.siVacio === undefined ? [''] : []), 'mucho', '-1'],
  });
