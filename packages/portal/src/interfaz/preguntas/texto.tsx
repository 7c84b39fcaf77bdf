import { linea as renglon } from '../../plataforma/index.ts';
import { AreaTexto } from '../componentes/index.ts';
import { CampoTexto, type PropsDeCampoTexto } from '../componentes/index.ts';
import { z } from 'zod';
import { deUnCampo } from './de-un-campo.tsx';
import type { Comun, Pregunta } from './pregunta.ts';

type Control = Pick<PropsDeCampoTexto, 'ancho' | 'teclado' | 'autocompletar' | 'ortografia' | 'mayusculas'>;

interface TextoEscrito {
  /** With its article, for messages: «El nombre comercial». */
  que: string;
  /** What is said when nothing was written; without it, nothing is an answer. */
  falta?: string;
  minimo?: number;
  maximo: number;
  /** What stands for what was written: a number without its spaces. */
  leer?: (escrito: string) => string;
  /** What it must look like, and what is said of what does not. */
  forma?: { patron: RegExp; mensaje: string };
}

interface OpcionesDeTexto<D> extends Comun<string, D>, TextoEscrito, Control {
  /** How the review says that there is none. */
  ninguno?: string;
}

/** A text of one line that may be missing or not, without the signs that no name nor address has. */
export const textoDeHasta = (o: TextoEscrito) =>
  renglon.transform(o.leer ?? ((v) => v)).superRefine((v, ctx) => {
    const decir = (message: string) => ctx.addIssue({ code: 'custom', message });
    if (v === '' || v.length < (o.minimo ?? 0)) {
      if (o.falta !== undefined) decir(o.falta);
    } else if (v.length > o.maximo)
      decir(`${o.que} puede tener hasta ${o.maximo} caracteres; usted escribió ${v.length}.`);
    else if (o.forma && !o.forma.patron.test(v)) decir(o.forma.mensaje);
    else if (/[<>{}]/.test(v)) decir(`${o.que} no puede llevar los signos < > { }.`);
  });

/** One line of text. */
export function texto<D>(o: OpcionesDeTexto<D>): Pregunta<string, D> {
  const { ancho, teclado, autocompletar, ortografia, mayusculas } = o;
  return deUnCampo(o, {
    campo: 'texto',
    esquema: textoDeHasta(o),
    control: (p) => (
      <CampoTexto
        {...p}
        {...(teclado && { teclado })}
        {...(autocompletar && { autocompletar })}
        {...(o.falta === undefined && { opcional: true })}
        {...(ortografia !== undefined && { ortografia })}
        {...(mayusculas && { mayusculas })}
        {...(ancho && { ancho })}
      />
    ),
    decir: (v) => v || (o.ninguno ?? 'Ninguno'),
    escribir: (v) => v,
    ejemplos: ['Texto de ejemplo'],
    erroneos: ['x<y>', ...(o.falta === undefined ? [] : [''])],
  });
}

interface OpcionesDeParrafo<D> extends Comun<string, D> {
  falta: string;
  /** What is said of more than `maximo`. */
  sobra?: string;
  minimo?: number;
  maximo: number;
  filas?: number;
}

/** Several lines of text: reasons, what something rests on. Line breaks stay. */
export function parrafo<D>(o: OpcionesDeParrafo<D>): Pregunta<string, D> {
  const { minimo = 1, maximo } = o;
  return deUnCampo(o, {
    campo: 'texto',
    esquema: z
      .string()
      .default('')
      .transform(lineasDeTexto)
      .refine((v) => v.length >= minimo, { error: o.falta })
      .refine((v) => v.length <= maximo, { error: o.sobra ?? `Acórtelo: caben ${maximo} caracteres.` }),
    control: (p) => <AreaTexto {...p} {...(o.filas && { filas: o.filas })} maximo={maximo} />,
    decir: (v) => v,
    escribir: (v) => v,
    ejemplos: ['Visita del 3 de marzo de 2026: en esa dirección no hay nadie.'],
    erroneos: ['', 'x'.repeat(maximo + 1)],
  });
}

/** Each line as it was meant, without blank ones at the ends. */
const lineasDeTexto = (t: string): string =>
  t
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((l) => renglon.parse(l))
    .join('\n')
    .trim();
