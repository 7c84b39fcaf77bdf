import { codigoEscrito } from '@autogestion/normas/texto';
import { linea, textoAleatorio } from '../plataforma/index.ts';

/** Eighty random bits: more than anybody guesses, and what fits in a line of a message. */
const LARGO = 16;

/**
 * A secret that a message carries and its page asks for. It never stands in an address: those are kept by histories and
 * logs, and opened by what looks at mail before its owner does. Only its hash is stored.
 */
export const codigoDeMensaje = (): string => textoAleatorio(LARGO);

/** As it is written: ABCD-EFGH-JKMN-PQRS. */
export const enGruposDeCuatro = (codigo: string): string => codigo.replace(/(.{4})(?=.)/g, '$1-');

/**
 * What was typed or pasted. Messages used to carry a link that ended in the secret: until those are over, the link or its
 * end serve too.
 */
export const CODIGO_DE_MENSAJE = linea
  .transform((v) => /(?:^|\/)([\w-]{43})$/.exec(v)?.[1] ?? codigoEscrito(v))
  .refine((v) => v !== '', { error: 'Escriba el código que está en el mensaje.' });
