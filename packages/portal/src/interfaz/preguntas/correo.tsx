import { z } from 'zod';
import { linea } from '../../plataforma/index.ts';
import { CampoTexto } from '../componentes/index.ts';
import { deUnCampo, siEscribe, type Opcional } from './de-un-campo.tsx';
import type { Comun, Pregunta } from './pregunta.ts';

const EMAIL = z.email();

const LARGO = 100;

/** An e-mail as somebody writes or pastes it (`mailto:…?subject=`, `Ana <ana@…>.`), the domain in small letters. */
export const CORREO_ESCRITO = linea
  .transform((v) =>
    (/<([^<>]*@[^<>]*)>/.exec(v)?.[1] ?? v)
      .replace(/\s/g, '')
      .replace(/^mailto:([^?]*).*$/i, '$1')
      .replace(/^["'«“‘(<]+|["'»”’)>.,;:]+$/gu, '')
      .replace(/@.*$/, (d) => d.toLowerCase()),
  )
  .superRefine((v, ctx) => {
    const falta = (message: string) => ctx.addIssue({ code: 'custom', message });
    if (v === '') falta('Escriba su correo electrónico.');
    else if (v.length > LARGO)
      falta(`El correo puede tener hasta ${LARGO} caracteres; usted escribió ${v.length}.`);
    else if (EMAIL.safeParse(v).success) return;
    else {
      const ajena = /[^\x20-\x7e]/u.exec(v)?.[0];
      falta(
        ajena
          ? `El correo no puede llevar «${ajena}»: los correos se escriben sin eñes ni tildes.`
          : 'El correo debe tener la forma nombre@ejemplo.com. Revise que no le falte nada.',
      );
    }
  });

interface OpcionesDeCorreo<D> extends Comun<string, D>, Opcional {
  /** The browser may fill in the person's own. */
  propio?: boolean;
}

/** An e-mail address. Whose it is, and that it can be read, is for a code to say. */
export const correo = <D,>(o: OpcionesDeCorreo<D> = {}): Pregunta<string, D> =>
  deUnCampo(o, {
    campo: 'correo',
    esquema: siEscribe(o, CORREO_ESCRITO),
    control: (p) => (
      <CampoTexto
        {...p}
        {...(o.opcional && { opcional: true })}
        tipo="email"
        autocompletar={o.propio ? 'email' : 'off'}
        ortografia={false}
        mayusculas="none"
      />
    ),
    decir: (v) => v || (o.ninguno ?? 'Ninguno'),
    escribir: (v) => v,
    ejemplos: ['persona@ejemplo.co'],
    erroneos: [...(o.opcional ? [] : ['']), 'persona', 'peña@ejemplo.co'],
  });
