import { enteroEnJson } from '@autogestion/normas/explicacion';
import type { Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import type { Operacion } from './banco/operacion.ts';
import { estadoDelRecibo, totalDelRecibo, totalDeRenglon, type Recibo } from './recibo.ts';

const Pesos = z.union([z.int(), z.string()]).describe('Pesos enteros; entre comillas si no caben exactos');

export const ReciboApi = z.object({
  recibo: z.string(),
  estado: z.enum(['por-pagar', 'pagado', 'vencido', 'anulado']),
  paraEl: z.iso.date().describe('Hasta qué día sirve: los intereses se contaron hasta ese día'),
  total: Pesos,
  renglones: z
    .array(
      z.object({
        obligacion: z.string(),
        concepto: z.string(),
        anio: z.int(),
        periodo: z.string(),
        cuota: z.int().nullable(),
        ...{ capital: Pesos, sancion: Pesos, interes: Pesos, total: Pesos },
      }),
    )
    .describe('En el orden en que se pagan, si entra menos del total'),
  pagos: z.array(
    z.object({
      dia: z.iso.date(),
      valor: Pesos,
      referencia: z.string(),
      novedades: z.array(z.string()).describe('Lo que no coincidió con el recibo'),
    }),
  ),
  pdf: z.url().nullable().describe('Nulo mientras se hace'),
});

export const OperacionApi = z.object({
  operacion: z.string(),
  recibo: z.string(),
  valor: Pesos,
  estado: z.enum(['empezada', 'en-el-banco', 'pendiente', 'aprobada', 'rechazada']),
  ir: z.url().nullable().describe('Dónde se paga; nulo si el banco no lo ha dicho'),
});

/** A slip as programs read it. @param pagina its whole address */
export function reciboEnJson(
  recibo: Recibo,
  { hoy, pagina, sellado }: { hoy: Fecha; pagina: string; sellado: boolean },
): z.input<typeof ReciboApi> {
  return {
    recibo: recibo.numero,
    estado: estadoDelRecibo(recibo, hoy),
    paraEl: recibo.paraEl,
    total: enteroEnJson(totalDelRecibo(recibo)),
    renglones: recibo.renglones.map((r) => ({
      ...{ obligacion: r.idPublico, concepto: r.concepto, anio: r.anio, periodo: r.periodo },
      cuota: r.cuota ?? null,
      capital: enteroEnJson(r.capital),
      sancion: enteroEnJson(r.sancion),
      interes: enteroEnJson(r.interes),
      total: enteroEnJson(totalDeRenglon(r)),
    })),
    pagos: recibo.pagos.map(({ dia, valor, referencia, novedades }) => ({
      ...{ dia, valor: enteroEnJson(valor), referencia },
      novedades: [...novedades],
    })),
    pdf: sellado ? `${pagina}/pdf` : null,
  };
}

/** A payment in line as programs read it. */
export const operacionEnJson = (o: Operacion): z.input<typeof OperacionApi> => ({
  operacion: o.idPublico,
  recibo: o.recibo,
  valor: enteroEnJson(o.valor),
  estado: o.estado,
  ir: o.ir ?? null,
});
