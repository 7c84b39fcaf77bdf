import { anioDe, formatearFecha, type Fecha } from '../../fechas/index.ts';
import { enPesos, uvt, uvtParaOrientar } from '../../uvt/index.ts';

/** A document that somebody received, as far as the deduction looks at it. Hundredths of a peso. */
export interface CompraElectronica {
  id: string;
  tipo: string;
  numero: string;
  fecha: Fecha;
  pruebas: boolean;
  moneda: string;
  /** Before taxes. */
  bruto: bigint;
  /** What the invoice says of who bought. */
  adquirente: { nombre: string };
  /** `1` at once, `2` on credit. */
  formasDePago: readonly string[];
  mediosDePago: readonly string[];
  /** Notes of the same issuer that correct it. */
  notas: readonly { tipo: string; concepto: string; bruto: bigint }[];
}

export interface CompraJuzgada {
  compra: CompraElectronica;
  /** Hundredths of a peso that count; zero when it does not. */
  cuenta: bigint;
  /** Why it does not, or what was taken from it; empty when the whole counts. */
  razones: { id: string; frase: string; articulo: string }[];
}

export interface UnoPorCiento {
  anio: number;
  compras: CompraJuzgada[];
  /** Whole pesos. */
  suma: bigint;
  /** One per cent of it, within the limit; undefined while the UVT of the year is not loaded. */
  deduccion: bigint | undefined;
  tope: bigint | undefined;
}

const NORMA = 'ET 336 num. 5';

/**
 * ET 336 num. 5 (Ley 2277 de 2022): one per cent of what was bought with an electronic invoice of sale, up to 240 UVT. What
 * the invoice says is judged; the rest, that it was not used as a cost, a discount or a credit (5.1), and that the issuer was
 * obliged to invoice (5.4), only the person knows.
 */
export const PARAMETROS_DEL_UNO_POR_CIENTO = {
  topeUvt: 240n,
  /** «Factura electrónica de venta con validación previa»: of contingency (03, 04) no source that was read says that they do. */
  tipos: ['01'],
  /**
   * Table of means of payment of the annex (UN/ECE 4461), as several public programs copy it: 10 cash; 30 and 31 credit and
   * debit transfer, 45 to 47 bank transfers, 48 and 49 credit and debit card. A deposit (42) may be cash over the counter: it
   * does not say how it was paid, as any other code, or none.
   */
  efectivo: ['10'],
  electronicos: ['30', '31', '45', '46', '47', '48', '49'],
  /**
   * The law says «valor de las adquisiciones», and the sources do not settle whether IVA is in it: it is counted without, and
   * whoever reads is told so.
   */
  conImpuestos: false,
  fuente: `${NORMA}, Ley 2277 de 2022 art. 7; Concepto DIAN 006258 de 2024`,
} as const;

/** Which purchases of a year count, with the reason of each that does not. */
export function unoPorCientoDeCompras(compras: readonly CompraElectronica[], anio: number): UnoPorCiento {
  const juzgadas = compras.map((c) => juzgar(c, anio));
  const centavos = juzgadas.reduce((n, j) => n + j.cuenta, 0n);
  const suma = centavos / 100n;
  const tope = uvtParaOrientar(anio).provisional
    ? undefined
    : enPesos(uvt(PARAMETROS_DEL_UNO_POR_CIENTO.topeUvt), anio).aproximado;
  return {
    anio,
    compras: juzgadas,
    suma,
    tope,
    deduccion: tope === undefined ? undefined : menor(suma / 100n, tope),
  };
}

const menor = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function juzgar(compra: CompraElectronica, anio: number): CompraJuzgada {
  const { tipos, efectivo, electronicos } = PARAMETROS_DEL_UNO_POR_CIENTO;
  const { tipo, fecha, formasDePago, mediosDePago, notas } = compra;
  const razones: CompraJuzgada['razones'] = [];
  const no = (id: string, frase: string, articulo = NORMA) => razones.push({ id, frase, articulo });
  if (!(tipos as readonly string[]).includes(tipo))
    no('tipo', 'No es una factura electrónica de venta.', `${NORMA}.2`);
  if (compra.pruebas) no('prueba', 'Es un documento de prueba, no una venta.', `${NORMA}.2`);
  if (anioDe(fecha) !== anio) no('anio', `Es del ${formatearFecha(fecha)}, y no de ${anio}.`, `${NORMA}.3`);
  if (compra.moneda !== 'COP')
    no('moneda', 'No está en pesos: mire en su extracto cuánto pagó y súmela usted.');
  if (compra.adquirente.nombre.trim() === '')
    no('nombre', 'No trae el nombre de quien compró.', `${NORMA}.2`);
  if (formasDePago.includes('2'))
    no('credito', `Es a crédito, y la factura no dice si la pagó en ${anio}.`, `${NORMA}.3`);
  if (mediosDePago.some((m) => (efectivo as readonly string[]).includes(m)))
    no(
      'efectivo',
      'Dice que se pagó en efectivo. Cuenta solo si puede probar que la pagó con tarjeta u otro medio electrónico.',
      `${NORMA}.3; Concepto DIAN 006258 de 2024`,
    );
  else if (
    mediosDePago.length === 0 ||
    !mediosDePago.every((m) => (electronicos as readonly string[]).includes(m))
  )
    no('medio', 'No dice que se pagara por un medio electrónico.', `${NORMA}.3`);
  if (notas.some((n) => n.tipo === '91' && n.concepto === '2'))
    no('anulada', 'Una nota crédito la anuló.', `${NORMA}.2`);
  if (razones.length > 0) return { compra, cuenta: 0n, razones };
  const cuenta = notas.reduce((n, { tipo: t, bruto }) => (t === '91' ? n - bruto : n + bruto), compra.bruto);
  if (cuenta === compra.bruto) return { compra, cuenta, razones };
  return {
    compra,
    cuenta: cuenta > 0n ? cuenta : 0n,
    razones: [{ id: 'notas', frase: 'Sus notas cambiaron lo que vale.', articulo: `${NORMA}.2` }],
  };
}
