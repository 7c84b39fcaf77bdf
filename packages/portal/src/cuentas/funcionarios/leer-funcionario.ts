import { z } from 'zod';
import { conNombre } from '../../interfaz/preguntas/index.ts';
import { linea } from '../../plataforma/index.ts';
import { CORREO_DE_FUNCIONARIO, DOCUMENTO_DE_OTRO } from '../preguntas.ts';
import type { FuncionarioNuevo } from './crear-funcionario.ts';
import { esRol, type Rol } from './roles.ts';

const USUARIO = linea
  .transform((v) => v.toLowerCase())
  .refine((v) => /^[a-z][a-z0-9.-]{2,39}$/.test(v), {
    error: 'El usuario tiene de 3 a 40 letras sin tildes, números, puntos o guiones, y empieza por letra.',
  });
const NOMBRE = linea.refine((v) => v.length >= 3 && v.length <= 120, {
  error: 'Escriba los nombres y apellidos.',
});

const DATOS = z.object({
  usuario: USUARIO,
  nombre: NOMBRE,
  roles: z
    .union([z.string().transform((v) => [v]), z.array(z.string())])
    .default([])
    .transform((v) => v.filter(esRol))
    .refine((v): v is Rol[] => v.length > 0, { error: 'Elija al menos uno.' }),
});
/** An official as a form or an order writes them. */
export const FUNCIONARIO_ESCRITO = DATOS.and(conNombre('correo', CORREO_DE_FUNCIONARIO))
  .and(conNombre('documento', DOCUMENTO_DE_OTRO))
  .transform(({ documento: { tipo, numero }, ...datos }) => ({ ...datos, tipoDocumento: tipo, numero }));

/** @returns the first thing at fault, with its field. */
export function leerFuncionario(
  escrito: object,
): { ok: true; valor: FuncionarioNuevo } | { ok: false; campo: string; mensaje: string } {
  const leido = FUNCIONARIO_ESCRITO.safeParse(escrito);
  if (leido.success) return { ok: true, valor: leido.data };
  const [i] = leido.error.issues;
  return { ok: false, campo: String(i?.path[0] ?? ''), mensaje: i?.message ?? '' };
}
