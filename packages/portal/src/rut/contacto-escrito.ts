import { z } from 'zod';
import { linea } from '../plataforma/index.ts';

/** An e-mail as somebody writes it: without spaces, the domain in small letters. */
export const CORREO_ESCRITO = linea
  .transform((v) => v.replace(/\s/g, '').replace(/@.*$/, (d) => d.toLowerCase()))
  .superRefine((v, ctx) => {
    const falta = (message: string) => ctx.addIssue({ code: 'custom', message });
    if (v === '') falta('Escriba su correo electrónico.');
    else if (v.length > 100) falta(`El correo puede tener hasta 100 caracteres; usted escribió ${v.length}.`);
    else if (!z.email().safeParse(v).success)
      falta('El correo debe tener la forma nombre@ejemplo.com. Revise que no le falte nada.');
  });

/** Colombian numbers without the country; foreign ones with `+` (ITU-T E.164, at most 15 digits). */
export const CELULAR_ESCRITO = linea
  .transform((v) => v.replace(/[\s().-]/g, '').replace(/^(?:\+|00)57(?=3\d{9}$)/, ''))
  .superRefine((v, ctx) => {
    if (v === '') ctx.addIssue({ code: 'custom', message: 'Escriba su número de celular.' });
    else if (!/^(?:3\d{9}|\+(?!57)[1-9]\d{6,14})$/.test(v)) {
      ctx.addIssue({
        code: 'custom',
        message:
          'El celular debe tener 10 números y empezar por 3. Si es de otro país, escriba el indicativo con el signo +.',
      });
    }
  });
