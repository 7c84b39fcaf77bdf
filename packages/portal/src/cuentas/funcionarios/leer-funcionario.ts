import { z } from 'zod';
import { linea } from '../../plataforma/index.ts';
import { CORREO_ESCRITO } from '../../rut/index.ts';
import { DOCUMENTO } from '../rutas/esquemas.ts';
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
  correo: CORREO_ESCRITO,
  roles: z
    .union([z.string().transform((v) => [v]), z.array(z.string())])
    .default([])
    .transform((v) => v.filter(esRol))
    .refine((v): v is Rol[] => v.length > 0, { error: 'Elija al menos uno.' }),
});
/** An official as a form or an order writes them. */
export const FUNCIONARIO_ESCRITO = z.looseObject({}).transform((v, ctx) => {
  const [datos, documento] = [DATOS.safeParse(v), DOCUMENTO.safeParse(v)];
  for (const i of [...(datos.error?.issues ?? []), ...(documento.error?.issues ?? [])])
    ctx.addIssue({ code: 'custom', message: i.message, path: [...i.path] });
  if (!datos.success || !documento.success) return z.NEVER;
  const { tipoDocumento, numero } = documento.data;
  return { ...datos.data, tipoDocumento, numero };
});

/** @returns the first thing at fault, with its field. */
export function leerFuncionario(
  escrito: object,
): { ok: true; valor: FuncionarioNuevo } | { ok: false; campo: string; mensaje: string } {
  const leido = FUNCIONARIO_ESCRITO.safeParse(escrito);
  if (leido.success) return { ok: true, valor: leido.data };
  const [i] = leido.error.issues;
  return { ok: false, campo: String(i?.path[0] ?? ''), mensaje: i?.message ?? '' };
}
