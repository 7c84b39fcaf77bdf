import { formatearPesos } from '@autogestion/normas/dinero';
import { formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { imputarPago, type Imputacion } from '@autogestion/normas/imputacion';
import { rechazo, type Rechazo } from '../../plataforma/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { estadosAl, type Libro } from '../libro/index.ts';
import { totalDeRenglon, type Montos } from './recibo.ts';

/** House rule: for how many days ahead a slip is figured. Further off the rate of interest is not known. */
const DIAS_DEL_RECIBO = 31;

/** The last day for which a slip may be figured today. */
export const ultimoDiaDelRecibo = (hoy: Fecha): Fecha => sumarDias(hoy, DIAS_DEL_RECIBO);

/** A payment before it is made: where it goes and what it leaves. */
export interface PagoCalculado {
  dia: Fecha;
  /** Owed on that day, pesos. */
  debe: bigint;
  valor: bigint;
  montos: Montos;
  queda: Montos;
  /** What each day after that one adds to what is left. */
  porDia: bigint;
  /** What the sources leave open of these figures, as sentences. */
  salvedades: readonly string[];
}

/**
 * What paying a part, or everything, of an obligation on a day does (ET 804).
 * @param valor everything unless told
 * @param campo where the amount was typed, which is told what is wrong with it
 * @throws ErrorDominio `obligaciones.nada-por-pagar` when nothing is owed
 */
export function calcularPago(
  libro: Libro,
  {
    obligacion,
    dia,
    hoy,
    valor,
    campo = 'valor',
  }: { obligacion: string; dia: Fecha; hoy: Fecha; valor?: bigint; campo?: string },
): Rechazo | PagoCalculado {
  const mal = diaQueNoSirve(dia, hoy);
  if (mal !== undefined) return rechazo({ dia: mal });
  const suyo = soloDe(libro, obligacion);
  const estado = estadosAl(suyo, dia)[0]?.estado;
  const debe = estado ? totalDeRenglon(montosDe(estado.saldo)) : 0n;
  if (!estado || debe === 0n) throw erroresDeObligaciones.nadaPorPagar();
  const parte = valor ?? debe;
  if (parte <= 0n) return rechazo({ [campo]: 'Escriba cuánto va a pagar: más de cero.' });
  if (parte > debe)
    return rechazo({
      [campo]: `Ese día debe menos que eso: ${formatearPesos(debe)}. Escriba ese valor o menos.`,
    });
  const { aplicado, queda } = imputarPago(estado.saldo, parte);
  return {
    dia,
    debe,
    valor: parte,
    montos: montosDe(aplicado),
    queda: montosDe(queda),
    porDia: porDiaDespues(suyo, obligacion, { dia, valor: parte }),
    salvedades: estado.salvedades,
  };
}

/** An obligation owes by its own entries: of several, each is figured without reading the others. */
const soloDe = (libro: Libro, obligacion: string): Libro => ({
  ...libro,
  obligaciones: libro.obligaciones.filter((o) => o.id === obligacion),
  renglones: libro.renglones.filter((r) => r.obligacion === obligacion),
});

/** With the payment in the ledger, though it is not: the same computation tells what each day costs afterwards. */
function porDiaDespues(
  libro: Libro,
  obligacion: string,
  { dia, valor }: { dia: Fecha; valor: bigint },
): bigint {
  const pagado: Libro['renglones'][number] = {
    obligacion,
    comprobante: libro.corte + 1n,
    renglon: 1,
    lado: 'haber',
    cuenta: 'pagos',
    contra: 'recaudo',
    valor,
    efecto: dia,
    vence: null,
    impuesta: false,
    sobre_comprobante: null,
    sobre_renglon: null,
  };
  const conEl = { ...libro, renglones: [...libro.renglones, pagado] };
  return estadosAl(conEl, dia)[0]?.estado.porDia ?? 0n;
}

/** What the person reads when a slip cannot be for that day. */
function diaQueNoSirve(dia: Fecha, hoy: Fecha): string | undefined {
  if (dia < hoy) return 'Ese día ya pasó. Escriba hoy o un día que venga.';
  const ultimo = ultimoDiaDelRecibo(hoy);
  if (dia > ultimo)
    return `Escriba un día hasta el ${formatearFecha(ultimo)}: de ahí en adelante no se sabe el interés.`;
  return undefined;
}

/** As a slip tells what goes to each thing. */
const montosDe = (a: Imputacion['aplicado']): Montos => ({
  capital: a.impuesto + a.anticipo + a.retencion,
  sancion: a.sancion,
  interes: a.interes,
});
