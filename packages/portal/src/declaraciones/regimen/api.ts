import { z } from 'zod';
import type { Regimen } from './evaluar.ts';

export const RegimenApi = z.object({
  regimen: z.enum(['simple', 'ordinario']),
  anio: z.int(),
  opcion: z.enum(['entrar', 'salir']).describe('La que deja abierta el RUT'),
  puede: z
    .boolean()
    .describe('Si el RUT y la fecha lo permiten; entrar pide además las condiciones del ET 905 y 906'),
  condiciones: z.array(
    z.object({ id: z.string(), estado: z.string(), razon: z.string(), articulo: z.string() }),
  ),
  casilla53: z.object({ antes: z.array(z.string()), despues: z.array(z.string()) }),
  efectos: z.array(z.object({ texto: z.string(), articulo: z.string() })),
});

export const regimenEnJson = (r: Regimen): z.output<typeof RegimenApi> => ({
  regimen: r.que === 'entrar' ? 'ordinario' : 'simple',
  anio: r.anio,
  opcion: r.que,
  puede: r.evaluacion.estado === 'cumple',
  condiciones: r.evaluacion.condiciones.map(({ id, estado, razon, articulo }) => ({
    id,
    estado,
    razon,
    articulo,
  })),
  casilla53: r.casilla53,
  efectos: [...r.efectos],
});
