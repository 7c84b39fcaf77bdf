import { deCentavos, estadoPorEventos } from '@autogestion/normas/factura';
import { z } from 'zod';
import { DIFERENCIAS, type DocumentoConsultado } from './consultar-documento.ts';
import { estadoDelDocumento } from './estado.ts';

const IMPORTE = z.string().describe('Con dos decimales');
export const ConsultadoApi = z.object({
  codigo: z.string(),
  tipo: z.string(),
  numero: z.string(),
  pruebas: z.boolean(),
  fecha: z.iso.date(),
  hora: z.string(),
  emisor: z.object({ nit: z.string(), nombre: z.string() }),
  adquirente: z.object({ tipo: z.string(), numero: z.string(), nombre: z.string(), visto: z.boolean() }),
  moneda: z.string(),
  valores: z.object({
    bruto: IMPORTE,
    iva: IMPORTE,
    inc: IMPORTE,
    ica: IMPORTE,
    otros: IMPORTE,
    total: IMPORTE,
  }),
  estado: z.string(),
  legitimoTenedor: z.string().nullable(),
  eventos: z.array(
    z.object({ evento: z.string(), motivo: z.string().nullable(), fecha: z.iso.date(), loDijo: z.string() }),
  ),
  notas: z.array(z.object({ tipo: z.string(), numero: z.string(), fecha: z.iso.date(), total: IMPORTE })),
  hallazgos: z.array(z.object({ regla: z.string(), tipo: z.string(), mensaje: z.string() })),
  codigoCoincide: z.boolean().nullable(),
  diferencias: z.array(z.string()).describe('Lo que el código QR dice distinto de lo registrado'),
});

export const consultadoEnJson = (
  d: DocumentoConsultado,
  diferencias: string,
): z.output<typeof ConsultadoApi> => ({
  codigo: d.codigo,
  tipo: d.tipo,
  numero: d.numero,
  pruebas: d.pruebas,
  fecha: d.fecha,
  hora: d.hora,
  emisor: d.emisor,
  adquirente: d.adquirente,
  moneda: d.moneda,
  valores: {
    bruto: deCentavos(d.valores.bruto),
    iva: deCentavos(d.valores.iva),
    inc: deCentavos(d.valores.inc),
    ica: deCentavos(d.valores.ica),
    otros: deCentavos(d.valores.otros),
    total: deCentavos(d.valores.total),
  },
  estado: estadoDelDocumento(d).frase,
  legitimoTenedor:
    d.tipo === '01' ? estadoPorEventos({ emisor: d.emisor.nombre }, d.eventos).legitimoTenedor.nombre : null,
  eventos: d.eventos.map(({ evento, motivo, fecha, loDijo }) => ({
    evento,
    motivo: motivo ?? null,
    fecha,
    loDijo,
  })),
  notas: d.notas.map(({ tipo, numero, fecha, total }) => ({ tipo, numero, fecha, total: deCentavos(total) })),
  hallazgos: [...d.hallazgos],
  codigoCoincide: d.codigoCoincide ?? null,
  diferencias: Object.entries(DIFERENCIAS).flatMap(([k, que]) => (diferencias.includes(k) ? [que] : [])),
});
