import { RESPONSABILIDADES } from './responsabilidades.ts';

/**
 * What a code of box 53 means for who has it: what to do, when, and where it is written. The articles of the taxes of the
 * calendar are those of `obligaciones`; the others are this project's own knowledge, and the page does not show them.
 */
export interface Deber {
  codigo: string;
  /** A sentence or two, to the holder: «No cobra IVA. No declara IVA.» */
  que: string;
  /** How often, where it is periodic. The days are of the calendar. */
  cuando?: string;
  /** It says that something is not owed, or what one is: nothing has to be done for it. */
  nadaQueHacer?: true;
  articulo: string;
}

type Sin = Omit<Deber, 'codigo'>;

const CADA_MES = 'Cada mes.';
const CADA_BIMESTRE = 'Cada dos meses.';
const CADA_ANIO = 'Una vez al año.';

/** Every code in force, for a natural person. What differs for an entity stands in `DE_ENTIDADES`. */
const DEBERES: Readonly<Record<string, Sin>> = {
  '01': {
    que: 'Paga el aporte especial para la administración de justicia.',
    articulo: 'Ley 6 de 1992, art. 135',
  },
  '02': {
    que: 'Recauda y declara el gravamen a los movimientos financieros.',
    cuando: 'Cada semana.',
    articulo: 'ET 877',
  },
  '03': {
    que: 'Declara el impuesto al patrimonio, si el 1 de enero su patrimonio llega a la suma de la ley.',
    cuando: CADA_ANIO,
    articulo: 'ET 292-3',
  },
  '04': {
    que: 'Está en el régimen tributario especial: declara renta y actualiza cada año que sigue cumpliendo.',
    cuando: CADA_ANIO,
    articulo: 'ET 19, 356 y 364-5',
  },
  '05': {
    que: 'Declara renta, si sus ingresos, gastos o bienes del año llegaron a las sumas de la ley.',
    cuando: CADA_ANIO,
    articulo: 'ET 592 y 593',
  },
  '06': {
    que: 'No paga renta, pero declara sus ingresos y su patrimonio.',
    cuando: CADA_ANIO,
    articulo: 'ET 598',
  },
  '07': {
    que: 'Le descuenta renta a quien la ley dice cuando le paga, y lo declara.',
    cuando: CADA_MES,
    articulo: 'ET 368 y 382',
  },
  '08': { que: 'Retiene el impuesto de timbre y lo declara.', cuando: CADA_MES, articulo: 'ET 518' },
  '09': {
    que: 'Retiene IVA cuando le compra a quien la ley dice, y lo declara.',
    cuando: CADA_MES,
    articulo: 'ET 437-1 y 437-2',
  },
  '10': {
    que: 'Puede hacer operaciones de comercio exterior como usuario aduanero.',
    nadaQueHacer: true,
    articulo: 'Decreto 1165 de 2019',
  },
  '13': {
    que: 'La DIAN lo calificó como gran contribuyente: sus fechas son distintas.',
    nadaQueHacer: true,
    articulo: 'ET 562',
  },
  '14': {
    que: 'Informa a la DIAN sobre otras personas (información exógena).',
    cuando: CADA_ANIO,
    articulo: 'ET 631',
  },
  '15': { que: 'Se retiene a sí mismo la renta y lo declara.', cuando: CADA_MES, articulo: 'ET 368 par. 1' },
  '16': { que: 'Expide factura por lo que vende, aunque no lleve IVA.', articulo: 'ET 615 y 616-1' },
  '17': {
    que: 'Compra y vende divisas de manera profesional, y lleva los registros de esas operaciones.',
    articulo: 'Resolución DIAN 61 de 2017',
  },
  '18': {
    que: 'Está en el régimen de precios de transferencia.',
    cuando: CADA_ANIO,
    articulo: 'ET 260-5 y 260-9',
  },
  '19': {
    que: 'Produce bienes o servicios exentos, o exporta: declara IVA.',
    cuando: CADA_BIMESTRE,
    articulo: 'ET 439, 481 y 600',
  },
  '20': { que: 'Se inscribió solo para tener NIT.', nadaQueHacer: true, articulo: 'ET 555-1' },
  '21': {
    que: 'Declara el dinero que entra al país o sale de él, cuando la ley lo pide.',
    articulo: 'Resolución externa 1 de 2018, Banco de la República',
  },
  '22': {
    que: 'Responde por los impuestos de la persona o entidad que representa.',
    articulo: 'ET 571 y 572',
  },
  '23': { que: 'Retiene IVA y lo declara.', cuando: CADA_MES, articulo: 'ET 437-2' },
  '26': {
    que: 'Presenta la declaración informativa de precios de transferencia.',
    cuando: CADA_ANIO,
    articulo: 'ET 260-9',
  },
  '32': {
    que: 'Declara el impuesto a la gasolina y al ACPM.',
    cuando: CADA_MES,
    articulo: 'Ley 1607 de 2012, art. 167',
  },
  '33': { que: 'Cobra el impuesto al consumo y lo declara.', cuando: CADA_BIMESTRE, articulo: 'ET 512-1' },
  '36': {
    que: 'Es un establecimiento permanente de una empresa del exterior.',
    nadaQueHacer: true,
    articulo: 'ET 20-1',
  },
  '39': {
    que: 'Presta a otros el servicio de facturación electrónica.',
    nadaQueHacer: true,
    articulo: 'ET 616-4',
  },
  '41': {
    que: 'Declara lo que tiene en el exterior, si el 1 de enero vale más de 2.000 UVT.',
    cuando: CADA_ANIO,
    articulo: 'ET 607',
  },
  '42': { que: 'Lleva contabilidad.', articulo: 'Código de Comercio, art. 19; ET 654' },
  '45': {
    que: 'Se retiene a sí mismo la renta de los rendimientos financieros y lo declara.',
    cuando: CADA_MES,
    articulo: 'ET 368',
  },
  '46': {
    que: 'Vende servicios a Colombia desde el exterior: declara IVA.',
    cuando: CADA_BIMESTRE,
    articulo: 'ET 437-2 par. 2',
  },
  '47': {
    que: 'Está en el SIMPLE: paga un anticipo cada dos meses y declara al terminar el año.',
    cuando: 'Cada dos meses y una vez al año.',
    articulo: 'ET 908 y 910',
  },
  '48': {
    que: 'Cobra IVA en lo que vende, lo declara y lo paga.',
    cuando: 'Cada dos o cada cuatro meses, según sus ingresos.',
    articulo: 'ET 437 y 600',
  },
  '49': { que: 'No cobra IVA. No declara IVA.', nadaQueHacer: true, articulo: 'ET 437 par. 3' },
  '50': { que: 'No cobra impuesto al consumo. No lo declara.', nadaQueHacer: true, articulo: 'ET 512-13' },
  '51': {
    que: 'Figura como agente de retención del impuesto al consumo de inmuebles.',
    nadaQueHacer: true,
    articulo: 'ET 512-22',
  },
  '52': { que: 'Expide factura electrónica cada vez que vende.', articulo: 'ET 616-1' },
  '53': { que: 'No cobra IVA. No declara IVA.', nadaQueHacer: true, articulo: 'ET 437' },
  '54': {
    que: 'Informa sobre las cuentas financieras de extranjeros (CRS).',
    cuando: CADA_ANIO,
    articulo: 'ET 631-4',
  },
  '55': {
    que: 'Informa quiénes son sus beneficiarios finales, y cuándo cambian.',
    articulo: 'ET 631-5 y 631-6',
  },
  '56': {
    que: 'Declara el impuesto al carbono.',
    cuando: CADA_BIMESTRE,
    articulo: 'Ley 1819 de 2016, art. 221',
  },
  '58': {
    que: 'Informa sobre las cuentas financieras de estadounidenses (FATCA).',
    cuando: CADA_ANIO,
    articulo: 'ET 631-4',
  },
  '59': {
    que: 'Se retiene a sí mismo la renta en la autorretención especial y lo declara.',
    cuando: CADA_MES,
    articulo: 'ET 365 par. 2',
  },
  '60': {
    que: 'Se retiene a sí mismo la renta de intereses y rendimientos y lo declara.',
    cuando: CADA_MES,
    articulo: 'ET 368',
  },
  '61': {
    que: 'Se retiene a sí mismo la renta de comisiones y lo declara.',
    cuando: CADA_MES,
    articulo: 'ET 368',
  },
  '62': {
    que: 'Declara el impuesto a los plásticos de un solo uso.',
    cuando: CADA_ANIO,
    articulo: 'Ley 2277 de 2022, art. 51',
  },
  '63': { que: 'Declara el impuesto a las bebidas azucaradas.', cuando: CADA_BIMESTRE, articulo: 'ET 513-1' },
  '64': {
    que: 'Declara el impuesto a los comestibles ultraprocesados.',
    cuando: CADA_BIMESTRE,
    articulo: 'ET 513-6',
  },
  '65': {
    que: 'Tiene presencia económica significativa: declara y paga un anticipo.',
    cuando: 'Cada dos meses y una vez al año.',
    articulo: 'ET 20-3',
  },
  '66': { que: 'Informa sobre plataformas digitales (DPI).', cuando: CADA_ANIO, articulo: 'ET 631-4' },
};

/** An entity files whatever its sums. */
const DE_ENTIDADES: Readonly<Record<string, Sin>> = {
  '05': { que: 'Declara renta.', cuando: CADA_ANIO, articulo: 'ET 591 y 596' },
};

/**
 * What one has to do by each code of box 53, in their order; a code without a sentence (historical) comes with its name.
 * @param tipoContribuyente box 24
 */
export function deberesDe(responsabilidades: readonly string[], tipoContribuyente: '1' | '2'): Deber[] {
  return responsabilidades.map((codigo) => ({
    codigo,
    ...((tipoContribuyente === '1' ? DE_ENTIDADES[codigo] : undefined) ??
      DEBERES[codigo] ?? {
        que: `${RESPONSABILIDADES.find((r) => r.codigo === codigo)?.nombre ?? 'Responsabilidad'}.`,
        nadaQueHacer: true as const,
        articulo: '',
      }),
  }));
}
