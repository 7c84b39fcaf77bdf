import { MESES } from '../fechas/index.ts';

/** An obligation as one says it at home. */
export interface EnLlano {
  /** «IVA», «declaración de renta». */
  que: string;
  /**
   * What is late costs the penalty of returns (ET 641). Of what is not a return (an instalment, a certificate, a report)
   * nothing is said: each has a rule of its own.
   */
  seDeclara: boolean;
}

const declara = (que: string): EnLlano => ({ que, seDeclara: true });
const otra = (que: string): EnLlano => ({ que, seDeclara: false });

/** One for each rule of the calendar, which a test compares. */
const EN_LLANO: Readonly<Record<string, EnLlano>> = {
  'renta-gc-cuota1': otra('primera cuota de renta'),
  'renta-gc-declaracion': declara('declaración de renta y segunda cuota'),
  'renta-gc-cuota3': otra('tercera cuota de renta'),
  'renta-pj-declaracion': declara('declaración de renta y primera cuota'),
  'renta-pj-cuota2': otra('segunda cuota de renta'),
  'renta-pn': declara('declaración de renta'),
  'pes-anual': declara('declaración de presencia económica significativa'),
  'pes-bimestral': declara('anticipo de presencia económica significativa'),
  'obras-impuestos': declara('declaración de renta con obras por impuestos'),
  'rte-actualizacion': otra('actualización del régimen tributario especial'),
  'activos-exterior-gc': declara('declaración de activos en el exterior'),
  'activos-exterior-pj': declara('declaración de activos en el exterior'),
  'activos-exterior-pn': declara('declaración de activos en el exterior'),
  'activos-exterior-simple': declara('declaración de activos en el exterior'),
  'pt-declaracion': otra('declaración informativa de precios de transferencia'),
  'pt-documentacion': otra('informes local y maestro de precios de transferencia'),
  'pt-pais': otra('informe país por país'),
  'iva-bimestral': declara('IVA'),
  'iva-cuatrimestral': declara('IVA'),
  'iva-exterior': declara('IVA de servicios desde el exterior'),
  'inc-bimestral': declara('impuesto al consumo'),
  'retencion-mensual': declara('retención en la fuente'),
  'gasolina-mensual': declara('impuesto a la gasolina y al ACPM'),
  'carbono-bimestral': declara('impuesto al carbono'),
  'gmf-semanal': declara('gravamen a los movimientos financieros'),
  certificados: otra('entrega de certificados de retención'),
  'certificados-tarjetas': otra('entrega de certificados de pagos electrónicos'),
  'simple-anual': declara('declaración del SIMPLE'),
  'simple-iva-anual': declara('IVA del SIMPLE'),
  'simple-anticipo': otra('anticipo del SIMPLE'),
  'patrimonio-declaracion': declara('impuesto al patrimonio y primera cuota'),
  'patrimonio-cuota2': otra('segunda cuota del impuesto al patrimonio'),
  plasticos: declara('impuesto a los plásticos de un solo uso'),
  ultraprocesados: declara('impuestos a bebidas azucaradas y ultraprocesados'),
  'exogena-gc': otra('información exógena'),
  'exogena-general': otra('información exógena'),
};

/** @throws RangeError for an obligation that the calendar does not have. */
export function obligacionEnLlano(obligacion: string): EnLlano {
  const hallada = EN_LLANO[obligacion];
  if (!hallada) throw new RangeError(`No plain name for the obligation ${obligacion}`);
  return hallada;
}

const CORTOS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
const mes = (corto: string): string => MESES[CORTOS.indexOf(corto)] ?? corto;

/**
 * A period as one says it: «noviembre y diciembre», «septiembre a diciembre», «enero», «la semana 10», «2026».
 * @param anio the year that it is about, which alone names what comes once a year.
 */
export function periodoEnLlano(periodo: string, anio: number): string {
  if (periodo === 'anual') return String(anio);
  const semana = /^semana-(\d+)$/.exec(periodo)?.[1];
  if (semana !== undefined) return `la semana ${semana}`;
  const [desde = '', hasta] = periodo.split('-');
  if (hasta === undefined) return mes(desde);
  const seguidos = CORTOS.indexOf(hasta) - CORTOS.indexOf(desde) === 1;
  return `${mes(desde)} ${seguidos ? 'y' : 'a'} ${mes(hasta)}`;
}
