import { sinSeparadores } from '@autogestion/normas/texto';
import { z } from 'zod';
import { conNombre } from '../../interfaz/preguntas/index.ts';
import { linea } from '../../plataforma/index.ts';
import { CODIGO_PARA_ENTRAR, codigoQueLlego, DOCUMENTO_PROPIO } from '../preguntas.ts';

const leerDocumento = <T extends { tipo: string; numero: string }>(v: T, ctx: z.RefinementCtx) => {
  const leido = DOCUMENTO_PROPIO.esquema.safeParse(v);
  if (leido.success) return { ...v, tipoDocumento: leido.data.tipo, numero: leido.data.numero };
  for (const { message, path } of leido.error.issues) ctx.addIssue({ code: 'custom', message, path });
  return z.NEVER;
};

/** A password as a form brings it: spaces inside are part of it. Longer than any that is accepted. */
export const contrasenaEscrita = z.string().max(1_000).default('');

export const DOCUMENTO = z.object({ tipo: linea, numero: linea }).transform(leerDocumento);
export const DOCUMENTO_Y_CONTRASENA = z
  .object({
    tipo: linea,
    numero: linea,
    contrasena: contrasenaEscrita.refine((v) => v.length > 0, {
      error: 'Escriba su contraseña, o pida un código si no la tiene.',
    }),
  })
  .transform(leerDocumento);
export const CODIGO = conNombre('codigo', CODIGO_PARA_ENTRAR);
export const CODIGO_ENVIADO = conNombre('enviado', codigoQueLlego());
/** Of an authenticator, six digits; of recovery, ten letters and digits. */
export const CODIGO_DE_SEGUNDO = z.object({
  codigo: linea.transform(sinSeparadores).refine((v) => [6, 10].includes(v.length), {
    error: 'Escriba los seis números de su aplicación, o los diez caracteres de un código de recuperación.',
  }),
});
export const RESPUESTA_DE_LLAVE = z.object({ respuesta: z.string().max(50_000).default('') });
