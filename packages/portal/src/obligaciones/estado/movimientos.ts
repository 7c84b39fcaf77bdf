import { definidos } from '@autogestion/normas/definidos';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import type { Libro, RenglonDelLibro } from '../libro/index.ts';
import type { Hecho } from './cuenta.ts';

/** An entry of an obligation, as a person reads it. */
export interface Movimiento {
  /** Number of its voucher. */
  comprobante: bigint;
  /** Day of law. */
  dia: Fecha;
  que: string;
  /** Pesos: above zero raises the debt, below lowers it. */
  valor: bigint;
  registradoEn: Date | undefined;
  ficticio: boolean;
  /** `comprobante.renglon` */
  id: string;
  /** By an act of the office: which, on what paper it rests, and why. */
  acto?: { numero: string; razon: string; papel?: string };
}

/** What happened to an obligation, newest first. */
export function movimientosDe(
  libro: Libro,
  obligacion: string,
  hechos: ReadonlyMap<bigint, Hecho>,
): Movimiento[] {
  const contrapartes = new Map(
    libro.renglones
      .filter((r) => r.obligacion !== obligacion)
      .map((r) => [`${r.comprobante}.${r.renglon}`, r.obligacion]),
  );
  return libro.renglones
    .filter((r) => r.obligacion === obligacion)
    .toSorted((a, b) =>
      a.efecto === b.efecto ? Number(b.comprobante - a.comprobante) : a.efecto < b.efecto ? 1 : -1,
    )
    .map((r) => {
      const hecho = hechos.get(r.comprobante);
      const otra = libro.obligaciones.find((o) => o.id === contrapartes.get(`${r.comprobante}.${r.renglon}`));
      return {
        comprobante: r.comprobante,
        dia: r.efecto,
        que: queFue(r, otra && obligacionEnPalabras(otra.concepto, otra.anio, otra.periodo)),
        valor: r.lado === 'debe' ? r.valor : -r.valor,
        registradoEn: hecho?.registradoEn,
        ficticio: hecho?.datos.demostracion !== undefined,
        id: `${r.comprobante}.${r.renglon}`,
        ...definidos({ acto: actoDe(hecho?.datos) }),
      };
    });
}

const Acto = z.object({
  acto: z.string(),
  razon: z.string(),
  documento: z.string().optional(),
  expedido: z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v)).optional(),
  articulo: z.string().optional(),
});

/** The act of the office that wrote a voucher, if it was one. */
function actoDe(datos: unknown): Movimiento['acto'] {
  const leido = Acto.safeParse(datos);
  if (!leido.success) return undefined;
  const { acto: numero, razon, documento, expedido, articulo } = leido.data;
  const papel =
    documento && expedido && articulo
      ? `${documento}, del ${formatearFecha(expedido)} (${articulo})`
      : undefined;
  return { numero, razon, ...definidos({ papel }) };
}

const CARGADO: Readonly<Record<string, string>> = {
  impuesto: 'Impuesto',
  anticipo: 'Anticipo',
  retencion: 'Retenciones',
  sancion: 'Sanción',
};

function queFue(
  { cuenta, contra, lado, sobre_comprobante, impuesta }: RenglonDelLibro,
  otra: string | undefined,
): string {
  if (cuenta !== 'pagos') {
    const que =
      cuenta === 'sancion' && impuesta ? 'Sanción impuesta por la oficina' : (CARGADO[cuenta] ?? cuenta);
    return lado === 'debe' ? que : `${que}: se redujo`;
  }
  if (contra === 'recaudo') return lado === 'haber' ? 'Pago' : 'Pago anulado';
  if (contra === 'liquidado')
    return lado === 'haber'
      ? 'Saldo a favor de la declaración'
      : 'Saldo a favor de la declaración: se redujo o se llevó al año siguiente';
  if (contra === 'devuelto') return 'Devolución de lo que tenía a favor';
  if (contra === 'por-identificar') return 'Pago que no se sabía de quién era, y era este';
  const movido = sobre_comprobante !== null ? 'Pago' : 'Saldo a favor';
  const cual = otra ?? 'otra obligación';
  return lado === 'haber' ? `${movido} que estaba en ${cual}` : `${movido} que pasó a ${cual}`;
}
