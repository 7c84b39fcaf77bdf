import { z } from 'zod';
import { ESTADOS, type EstadoDeCliente } from './tabla.ts';
import type { TablaDeClientes } from './la-tabla.ts';

const valores = z.record(z.string(), z.unknown()).optional();

export const LoteApi = z.strictObject({
  ensayo: z.boolean().default(false).describe('Solo dice qué haría'),
  declaraciones: z
    .array(
      z.strictObject({
        nit: z.string().describe('Sin dígito de verificación'),
        formulario: z.string(),
        anio: z.int().describe('Año gravable'),
        periodo: z.string().default('anual'),
        casillas: valores,
        hechos: valores,
      }),
    )
    .max(1_000),
});

const Preparada = z.object({
  formulario: z.string(),
  anio: z.int(),
  periodo: z.string(),
  nombre: z.string(),
  vence: z.string(),
  cambian: z.int(),
  pisan: z.int().describe('De las que cambian, cuántas tenían otro valor'),
  lista: z.boolean(),
  faltan: z.int(),
  borrador: z.string().optional(),
});
const Falta = z.object({ renglon: z.int(), columna: z.string(), mensaje: z.string() });

export const ResultadoApi = z.object({
  clientes: z.array(
    z.object({
      ok: z.boolean(),
      nit: z.string(),
      nombre: z.string().optional(),
      cliente: z.string().optional(),
      preparadas: z.array(Preparada).optional(),
      faltas: z.array(Falta).optional(),
    }),
  ),
});

export const DeUnClienteApi = z.object({
  declaraciones: z.array(
    z.object({
      cliente: z.string(),
      nit: z.string(),
      nombre: z.string(),
      formulario: z.string(),
      anio: z.int(),
      periodo: z.string(),
      vence: z.iso.date(),
      estado: z.enum(Object.keys(ESTADOS) as [EstadoDeCliente, ...EstadoDeCliente[]]),
      borrador: z.string().optional(),
    }),
  ),
});

export const enApi = ({ filas }: TablaDeClientes) => ({
  declaraciones: filas.map((f) => ({
    cliente: f.cliente.idPublico,
    nit: f.cliente.nit,
    nombre: f.cliente.nombre,
    ...{ formulario: f.formulario, anio: f.anio, periodo: f.periodo },
    ...{ vence: f.vence, estado: f.estado },
    ...(f.borrador && { borrador: f.borrador.idPublico }),
  })),
});
