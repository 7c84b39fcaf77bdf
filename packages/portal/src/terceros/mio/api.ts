import { z } from 'zod';
import type { AnioReportado } from './reportado.ts';

const PESOS = z.int();

export const ReportadoApi = z.object({
  anio: z.int(),
  anios: z.array(z.int()).describe('De los que alguien reportó algo, el más reciente primero'),
  topes: z
    .array(
      z.object({
        numero: z.int(),
        nombre: z.string(),
        tope: PESOS,
        reportado: PESOS.nullable().describe('Nulo si se reportó algo sin un valor que se conozca'),
        porcentaje: z.int().nullable(),
        obliga: z.boolean().nullable(),
        norma: z.string(),
      }),
    )
    .describe('Vacío en los años cuyo formulario no se conoce'),
  reportes: z.array(
    z.object({
      reporte: z.string(),
      informante: z.object({ nit: z.string(), nombre: z.string() }),
      formato: z.string(),
      concepto: z.string(),
      desde: z.iso.date().describe('Día en que se presentó'),
      frases: z.array(z.string()),
      datos: z.array(
        z.object({
          campo: z.string(),
          detalle: z.string(),
          valor: PESOS,
          casillas: z.array(z.string()),
          uso: z.string(),
        }),
      ),
      adicional: z.string(),
    }),
  ),
});

export const enApi = (r: AnioReportado): z.output<typeof ReportadoApi> => ({
  anio: r.anio,
  anios: [...r.anios],
  topes: r.topes.map((t) => ({
    numero: t.numero,
    nombre: t.nombre,
    tope: Number(t.tope),
    reportado: t.valor === undefined ? null : Number(t.valor),
    porcentaje: t.porcentaje ?? null,
    obliga: t.resultado === 'no-se-sabe' ? null : t.resultado === 'obliga',
    norma: t.norma,
  })),
  reportes: r.reportados.map(({ id, desde, reporte, uso }) => ({
    reporte: id,
    informante: reporte.informante,
    formato: reporte.formato,
    concepto: reporte.concepto,
    desde,
    frases: [...uso.frases],
    datos: uso.datos.map((d) => ({
      campo: d.campo,
      detalle: d.detalle,
      valor: d.valor,
      casillas: d.usos.map((u) => u.casilla),
      uso: d.uso,
    })),
    adicional: uso.adicional,
  })),
});
