import { sinSeparadores } from '@autogestion/normas/texto';
import { linea } from '../../plataforma/index.ts';
import { CampoTexto } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import type { Comun, Pregunta } from './pregunta.ts';

/** `tel:+57 (300) 123.4567`, `Cel. 300…`: without what is not the number. `00` is how `+` is dialled. */
const numeroEscrito = (v: string): string =>
  sinSeparadores(v.replace(/^(?:tel[eé]fono|celular|m[oó]vil|whatsapp|tel|cel)?[\s.:]*(?=[+(\d])/i, ''))
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^(\+57)0+(?=\d{10}$)/, '$1');

/** Colombian numbers without the country; foreign ones with `+` (ITU-T E.164, at most 15 digits). */
export const CELULAR_ESCRITO = linea
  .transform((v) => numeroEscrito(v).replace(/^\+?57(?=3\d{9}$)/, ''))
  .superRefine((v, ctx) => {
    if (v === '') ctx.addIssue({ code: 'custom', message: 'Escriba su número de celular.' });
    else if (!/^(?:3\d{9}|\+(?!57)[1-9]\d{6,14})$/.test(v))
      ctx.addIssue({
        code: 'custom',
        message:
          'El celular debe tener 10 números y empezar por 3. Si es de otro país, escriba el indicativo con el signo +.',
      });
  });

interface OpcionesDeCelular<D> extends Comun<string, D> {
  /** The browser may fill in the person's own. */
  propio?: boolean;
}

/** A mobile phone. That it is the person's is for a code to say. */
export const celular = <D,>(o: OpcionesDeCelular<D> = {}): Pregunta<string, D> =>
  deUnCampo(o, {
    campo: 'telefono',
    esquema: CELULAR_ESCRITO,
    control: (p) => (
      <CampoTexto {...p} tipo="tel" teclado="tel" autocompletar={o.propio ? 'tel' : 'off'} ancho={20} />
    ),
    decir: (v) => v,
    escribir: (v) => v,
    ejemplos: ['300 123 4567'],
    erroneos: ['', '601 745 1000'],
  });

interface OpcionesDeTelefono<D> extends Comun<string, D> {
  mensaje: string;
  /** Numbers of other countries too, with `+`. */
  deOtroPais?: boolean;
  propio?: boolean;
}

/** A phone of any kind with its area code, or none. */
export const telefono = <D,>(o: OpcionesDeTelefono<D>): Pregunta<string, D> =>
  deUnCampo(o, {
    campo: 'telefono',
    esquema: linea
      .transform((v) => numeroEscrito(v).replace(/^(?:\+57(?=\d{10}$)|57(?=[36]\d{9}$))/, ''))
      .refine((v) => (o.deOtroPais ? /^(?:\d{10}|\+[1-9]\d{6,14})?$/ : /^(?:\d{10})?$/).test(v), {
        error: o.mensaje,
      }),
    control: (p) => (
      <CampoTexto {...p} tipo="tel" {...(o.propio && { autocompletar: 'tel' })} opcional ancho={20} />
    ),
    decir: (v) => v || 'Ninguno',
    escribir: (v) => v,
    ejemplos: ['601 745 1000'],
    erroneos: ['12'],
  });
