/** What a third party reported of a person (exógena): who, in which format, under which concept, and its amounts. */
export interface Reporte {
  informante: { nit: string; nombre: string };
  /** Four digits: `2276`. */
  formato: string;
  /** Four digits, or empty in the formats that have none. */
  concepto: string;
  /** By the name that the format gives each column, in pesos: `{ pago: 1000000, retp: 110000 }`. */
  campos: Readonly<Record<string, number>>;
}

/** How one report becomes a row of a topic. */
export interface Regla {
  tema: string;
  /** By column, the fields of the report that are added into it. It is used only if the first column comes to more than zero. */
  columnas: Readonly<Record<string, readonly string[]>>;
  /** What the report says without an amount. */
  fijas?: Readonly<Record<string, string>>;
  /** Columns taken only when another one has an amount. */
  conOtra?: Readonly<Record<string, string>>;
  /** Continues «X informó que…»; `{valor}` is the first column. */
  dice: string;
}

/** A report that is of use to look at, and from which no row can be made. */
interface SoloInforma {
  /** The topic to look at. */
  tema?: string;
  /** Continues «X informó que…»; `{valor}` is the field `monto`. */
  dice: string;
  monto?: string;
}

const pago = (tema: string, dice: string, columna = 'ingreso', fijas?: Regla['fijas']): Regla => ({
  tema,
  columnas: { [columna]: ['pago'], retencion: ['retp'] },
  dice,
  ...(fijas && { fijas }),
});

const dividendo = (clase: string, dice: string): Regla => pago('dividendos', dice, 'ingreso', { clase });

const soloRetencion = (dice: string): Regla => ({
  tema: 'otras-retenciones',
  columnas: { retencion: ['retp'] },
  dice,
});

/**
 * Format 1001, payments and withholdings, by concept. The concepts were read in a third party's workbook for the taxable
 * year 2025, not in the DIAN's annex.
 */
const PAGOS: Readonly<Record<string, readonly Regla[]>> = {
  '5002': [pago('honorarios-sin-costos', 'le pagó {valor} por honorarios')],
  '5003': [pago('honorarios-sin-costos', 'le pagó {valor} por comisiones')],
  '5004': [pago('honorarios-sin-costos', 'le pagó {valor} por servicios')],
  '5055': [pago('honorarios-sin-costos', 'le pagó {valor} por viáticos')],
  '5056': [pago('honorarios-sin-costos', 'le pagó {valor} por gastos de representación')],
  '5005': [pago('arriendos', 'le pagó {valor} de arriendo')],
  '5063': [pago('rendimientos', 'le pagó {valor} de intereses')],
  '5026': [pago('otras-rentas-de-capital', 'le pagó {valor} de regalías')],
  '5075': [pago('otras-rentas-de-capital', 'le pagó {valor} de regalías o derechos de autor')],
  '5007': [pago('negocio', 'le compró mercancía por {valor}')],
  '5008': [pago('venta-de-activos', 'le compró un bien por {valor}', 'venta')],
  '5046': [pago('venta-de-activos', 'usted vendió un bien por {valor}', 'venta')],
  '5089': [pago('venta-de-activos', 'le compró acciones o cuotas por {valor}', 'venta')],
  '5016': [pago('otros-ingresos', 'le pagó {valor} por otro concepto')],
  '5047': [pago('otros-ingresos', 'le pagó {valor} de un seguro, por lo que dejó de ganar')],
  '5048': [pago('otros-ingresos', 'le pagó {valor} de un seguro, por lo que perdió')],
  '5044': [pago('loteria', 'le pagó {valor} de una lotería, rifa o apuesta', 'premio')],
  '5045': [soloRetencion('le retuvo {valor} en sus ventas con tarjeta')],
  '5086': [soloRetencion('le trasladó {valor} de retención por dividendos')],
  '5068': [dividendo('gravados-2016', 'le repartió {valor} de utilidades de 2016 o antes, gravadas')],
  '5069': [dividendo('no-gravados-2016', 'le repartió {valor} de utilidades de 2016 o antes, no gravadas')],
  '5070': [dividendo('gravados', 'le repartió {valor} de utilidades gravadas')],
  '5071': [dividendo('no-gravados', 'le repartió {valor} de utilidades no gravadas')],
  '5072': [
    {
      tema: 'herencia-o-donacion',
      columnas: { valor: ['pago'] },
      fijas: { clase: 'seguro-de-vida' },
      dice: 'le pagó {valor} de un seguro de vida',
    },
  ],
};

/**
 * Format 2276, income of work and pensions: one row per person, without concept. Meals up to 41 UVT a month are not
 * income of the worker (ET 387-1), and the sources do not say where the educational support of the State goes: both are
 * left out.
 */
const CERTIFICADO: readonly Regla[] = [
  {
    tema: 'salario',
    columnas: {
      ingreso: ['pasa', 'paec', 'pabop', 'vaex', 'papre', 'pavia', 'paga', 'patra', 'potro'],
      cesantias: ['cein', 'ceco', 'auce'],
      salarioPromedio: ['vilap'],
      salud: ['apos'],
      pension: ['apof'],
      retencion: ['vare'],
    },
    conOtra: { salarioPromedio: 'cesantias' },
    dice: 'le pagó {valor} de salario y otros pagos de su empleo',
  },
  {
    tema: 'honorarios-sin-costos',
    columnas: { ingreso: ['paho', 'pase', 'paco'] },
    dice: 'le pagó {valor} por honorarios, servicios o comisiones',
  },
  { tema: 'pensiones', columnas: { total: ['peju'] }, dice: 'le pagó {valor} de pensión' },
  {
    tema: 'ahorro-voluntario',
    columnas: { aporte: ['apov', 'apafc', 'apavc'] },
    dice: 'le descontó {valor} para su ahorro voluntario',
  },
  {
    tema: 'aportes-obligatorios',
    columnas: { aporte: ['aprais'] },
    fijas: { clase: 'voluntario-rais', renta: 'trabajo' },
    dice: 'le descontó {valor} como aporte voluntario al fondo de pensiones obligatorias',
  },
];

/** Columns of a pension certificate that go with it only when there is no salary in the same one. */
const SOLO_PENSION: Regla = {
  tema: 'pensiones',
  columnas: { total: ['peju'], salud: ['apos'], solidaridad: ['apof'], retencion: ['vare'] },
  dice: 'le pagó {valor} de pensión',
};

/** Formats without concept, or where all the concepts say the same. */
const POR_FORMATO: Readonly<Record<string, readonly Regla[]>> = {
  '1008': [
    { tema: 'deudas', columnas: { saldo: ['sal'] }, dice: 'usted le debía {valor} el 31 de diciembre' },
  ],
  '1009': [
    { tema: 'otros-bienes', columnas: { valor: ['sal'] }, dice: 'le debía {valor} el 31 de diciembre' },
  ],
  '1010': [
    {
      tema: 'inversiones',
      columnas: { valor: ['valnom', 'valprm'] },
      dice: 'usted tenía en ella acciones o aportes por {valor}',
    },
  ],
  '2575': [
    {
      tema: 'donaciones',
      columnas: { valor: ['mondon'] },
      fijas: { clase: 'donacion' },
      dice: 'usted le donó {valor}',
    },
  ],
};

/**
 * Formats whose columns no source gives, or that decide only whether one must file: they are shown, with the topic to
 * look at. In 1003 and 1012 the informant tells of its own withholdings and accounts.
 */
const SOLO_INFORMAN: Readonly<Record<string, SoloInforma>> = {
  '1007': { tema: 'movimientos', dice: 'usted le compró por {valor}', monto: 'ibru' },
  '1019': { tema: 'cuentas', dice: 'usted tenía una cuenta en esa entidad' },
  '1020': { tema: 'inversiones', dice: 'usted tenía en esa entidad una inversión a término' },
  '1022': {
    tema: 'ahorro-voluntario',
    dice: 'usted ahorró en esa entidad en una cuenta AFC, AVC o un fondo voluntario',
  },
  '1023': { tema: 'movimientos', dice: 'usted pagó con tarjeta de crédito' },
  '1024': { tema: 'negocio', dice: 'usted recibió pagos con tarjeta' },
  '1026': { tema: 'deudas', dice: 'usted tenía un préstamo' },
  '1476': { tema: 'vehiculos', dice: 'usted tenía un predio o un vehículo en su territorio' },
  '2274': { tema: 'vehiculos', dice: 'usted tenía un predio o un vehículo en su territorio' },
  '1001': { dice: 'le hizo un pago por {valor}', monto: 'pago' },
};

export function reglasDe({ formato, concepto, campos }: Reporte): readonly Regla[] {
  if (formato === '1001') return PAGOS[concepto] ?? [];
  if (formato !== '2276') return POR_FORMATO[formato] ?? [];
  const [salario, ...otras] = CERTIFICADO;
  const haySalario = salario?.columnas.ingreso?.some((c) => (campos[c] ?? 0) > 0) ?? false;
  return haySalario ? CERTIFICADO : [SOLO_PENSION, ...otras.filter((r) => r.tema !== 'pensiones')];
}

export const informaDe = ({ formato }: Reporte): SoloInforma =>
  SOLO_INFORMAN[formato] ?? { dice: 'tiene de usted un dato que no entra por sí solo en la declaración' };
