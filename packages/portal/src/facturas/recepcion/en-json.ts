import { z } from 'zod';
import type { Lote } from './consultas.ts';
import type { Entrega } from './entrega.ts';
import { LIMITES } from './lotes.ts';

const HallazgoApi = z.object({
  regla: z.string().describe('Con las letras y el número del anexo técnico: FAD06, ZE02…'),
  tipo: z.enum(['rechazo', 'notificacion']),
  mensaje: z.string(),
});

export const EntregaApi = z.object({
  id: z.string(),
  nombre: z.string(),
  veredicto: z
    .enum(['aceptado', 'rechazado', 'repetido'])
    .describe('`repetido`: el mismo documento ya estaba en el registro'),
  tipo: z.string().nullable(),
  numero: z.string().nullable(),
  codigo: z.string().nullable().describe('CUFE, CUDE o CUDS'),
  hallazgos: z.array(HallazgoApi),
  respuesta: z.object({
    codigo: z.enum(['02', '04']),
    enlace: z.url().describe('La ApplicationResponse firmada'),
  }),
  original: z.url(),
  recibidaEn: z.iso.datetime(),
});

export const LoteApi = z.object({
  id: z.string(),
  nombre: z.string(),
  documentos: z.int(),
  revisados: z.int(),
  terminado: z.boolean(),
  entregas: z.array(EntregaApi),
});

/** What a program must not go beyond: said in the documentation and, with each answer, in its headers. */
export const LIMITES_EN_PALABRAS = [
  `Un XML o AttachedDocument pesa hasta ${LIMITES.bytesDeUno / 1024 / 1024} MB;`,
  `un ZIP, hasta ${LIMITES.bytesDeLote / 1024 / 1024} MB y ${LIMITES.documentosPorLote} documentos;`,
  `hasta ${LIMITES.entregasPorMinuto} envíos por minuto desde una dirección (cabeceras x-ratelimit-*).`,
].join(' ');

export const CABECERAS_DE_LIMITES: Readonly<Record<string, string>> = {
  'autogestion-limites': `documento=${LIMITES.bytesDeUno}; lote=${LIMITES.bytesDeLote}; documentos-por-lote=${LIMITES.documentosPorLote}; por-minuto=${LIMITES.entregasPorMinuto}`,
};

/** @param base of the API of the taxpayer: `https://…/api/v1/de/<titular>/facturas` */
export const entregaEnJson = (e: Entrega, base: string): z.output<typeof EntregaApi> => ({
  id: e.idPublico,
  nombre: e.nombre,
  veredicto: e.veredicto,
  ...{ tipo: e.tipo, numero: e.numero, codigo: e.codigo, hallazgos: e.hallazgos },
  respuesta: { codigo: e.respuestaCodigo, enlace: `${base}/entregas/${e.idPublico}/respuesta.xml` },
  original: `${base}/entregas/${e.idPublico}/original.xml`,
  recibidaEn: e.recibidaEn.toISOString(),
});

export const loteEnJson = (l: Lote, base: string): z.output<typeof LoteApi> => ({
  id: l.idPublico,
  nombre: l.nombre,
  documentos: l.cuantos,
  revisados: l.entregas.length,
  terminado: l.entregas.length >= l.cuantos,
  entregas: l.entregas.map((e) => entregaEnJson(e, base)),
});
