import { z } from 'zod';
import type { Reclamo } from './consultas.ts';
import { ESTADOS, HECHOS } from './estado.ts';

export const ReclamoApi = z.object({
  reclamo: z.string(),
  radicado: z.string(),
  estado: z.enum(ESTADOS),
  anio: z.int(),
  informante: z.object({ nit: z.string(), nombre: z.string() }),
  numero: z.string().describe('Documento con el que se reportó'),
  formato: z.string(),
  concepto: z.string(),
  campos: z.record(z.string(), z.number()),
  motivo: z.string(),
  relato: z.string(),
  pruebas: z.array(z.object({ nombre: z.string(), sha256: z.string() })),
  abierto: z.iso.date(),
  vence: z.iso.date().describe('Último día para responder. Regla de esta oficina: la ley no fija uno'),
  sucesos: z.array(z.object({ hecho: z.enum(HECHOS), dia: z.iso.date(), texto: z.string().nullable() })),
});

export const enApi = (r: Reclamo): z.output<typeof ReclamoApi> => ({
  reclamo: r.idPublico,
  radicado: r.radicado,
  estado: r.estado,
  anio: r.anio,
  informante: r.reporte.informante,
  numero: r.numero,
  formato: r.reporte.formato,
  concepto: r.reporte.concepto,
  campos: { ...r.reporte.campos },
  motivo: r.motivo,
  relato: r.relato,
  pruebas: r.pruebas.map((p) => ({ nombre: p.nombre, sha256: p.hash })),
  abierto: r.dia,
  vence: r.vence,
  sucesos: r.sucesos.map(({ hecho, dia, texto }) => ({ hecho, dia, texto })),
});
