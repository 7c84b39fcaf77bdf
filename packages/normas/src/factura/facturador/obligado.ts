import { formatearPesos } from '../../dinero/index.ts';
import { TOPE_NO_RESPONSABLE, topeEnPesos } from '../../rut/index.ts';

/** What somebody does for a living, as far as the duty to invoice looks at it. */
export const OCUPACIONES = {
  vende: 'Vendo cosas, presto servicios, ejerzo una profesión o vendo lo que cultivo o crío',
  empleo: 'Solo recibo sueldo o pensión',
  banco: 'Es un banco, una corporación financiera o una compañía de financiamiento',
  cooperativa: 'Es una cooperativa o un fondo de empleados, en sus operaciones financieras',
  transporte: 'Transporte público urbano o metropolitano de pasajeros',
  exterior: 'Presto servicios desde el exterior y no resido en Colombia',
} as const;
export type Ocupacion = keyof typeof OCUPACIONES;

/** What is known of somebody. What is absent is not known, and is never taken for a no. */
export interface HechosDelFacturador {
  persona: 'natural' | 'juridica';
  ocupacion: Ocupacion;
  /** The year of the question: the limits are those of it and of the one before. */
  anio: number;
  responsableIva?: boolean;
  responsableConsumo?: boolean;
  enElSimple?: boolean;
  /** All that they sell is excluded from IVA or not taxed with it. */
  soloExcluidos?: boolean;
  /** From those activities: without wages, pensions or occasional gains. */
  ingresosDelAnioAnterior?: bigint;
  ingresosDelAnio?: bigint;
}

export interface RazonDeFacturar {
  id: string;
  hacia: 'obliga' | 'no-obliga' | 'falta';
  frase: string;
  articulo: string;
}

export interface ObligacionDeFacturar {
  estado: 'obligado' | 'no-obligado' | 'no-se-sabe';
  /** What decides, first; at least one. */
  razones: RazonDeFacturar[];
}

const NO_OBLIGADOS = 'DUR 1.6.1.4.3 (Decreto 358 de 2020)';

/** Whose operations need no invoice, whoever they are. */
const SIN_FACTURA: Readonly<Record<Exclude<Ocupacion, 'vende'>, string>> = {
  empleo: 'Por el sueldo y la pensión no se expide factura.',
  banco: 'Los bancos, las corporaciones financieras y las compañías de financiamiento no están obligados.',
  cooperativa:
    'Las cooperativas de ahorro y crédito y los fondos de empleados no están obligados en sus operaciones financieras. En las demás, sí.',
  transporte:
    'El transporte público urbano o metropolitano de pasajeros no obliga. Otras actividades que tenga pueden obligarlo.',
  exterior: 'Quien presta servicios desde el exterior y no reside en Colombia no está obligado.',
};

/**
 * Whether somebody must issue electronic invoices (ET 615 and 616-1; DUR 1.6.1.4.2 and 1.6.1.4.3), with each reason. Who is
 * not obliged may do it all the same.
 *
 * The limit of 4.000 UVT of who only has contracts with the State (ET 437 par. 5) is told and not decided: it asks for
 * facts that nobody is asked here.
 */
export function obligacionDeFacturar(h: HechosDelFacturador): ObligacionDeFacturar {
  if (h.ocupacion !== 'vende') {
    return {
      estado: 'no-obligado',
      razones: [
        {
          id: `ocupacion-${h.ocupacion}`,
          hacia: 'no-obliga',
          frase: SIN_FACTURA[h.ocupacion],
          articulo: NO_OBLIGADOS,
        },
      ],
    };
  }
  const obligan = [
    h.enElSimple === true &&
      obliga('simple', 'Quien está en el SIMPLE debe facturar electrónicamente.', 'ET 915'),
    h.persona === 'juridica' &&
      obliga(
        'sociedad',
        'Las sociedades y demás personas jurídicas que venden o prestan servicios deben facturar.',
        'ET 615 y 616-1; DUR 1.6.1.4.2',
      ),
    h.responsableIva === true &&
      obliga('iva', 'Los responsables de IVA deben facturar.', 'ET 511 y 615; DUR 1.6.1.4.2'),
    h.responsableConsumo === true &&
      obliga('consumo', 'Los responsables del impuesto al consumo deben facturar.', 'DUR 1.6.1.4.2'),
    ...anios(h).map(
      ({ cual, anio, valor }) =>
        alcanza(valor, anio) === true &&
        obliga(
          `ingresos-${cual}`,
          `Lo que recibió en ${anio}, ${formatearPesos(valor ?? 0n)}, llega a ${enUvt(anio)}.`,
          h.soloExcluidos === true ? NO_OBLIGADOS : TOPE_NO_RESPONSABLE.norma,
        ),
    ),
  ].filter((r) => r !== false);
  if (obligan.length > 0) return { estado: 'obligado', razones: obligan };
  const faltan = [
    h.enElSimple === undefined && falta('simple', 'si está en el SIMPLE', 'ET 915'),
    h.responsableIva === undefined && falta('iva', 'si es responsable de IVA (código 48)', 'ET 437'),
    h.responsableConsumo === undefined &&
      falta('consumo', 'si es responsable del impuesto al consumo (código 33)', 'ET 512-13'),
    ...anios(h).map(({ cual, anio, valor }) => {
      if (valor === undefined)
        return falta(
          `ingresos-${cual}`,
          `cuánto recibió en ${anio} por sus actividades`,
          TOPE_NO_RESPONSABLE.norma,
        );
      return (
        alcanza(valor, anio) === undefined &&
        falta(
          `ingresos-${cual}`,
          `el valor de la UVT de ${anio}, con el que se mide`,
          TOPE_NO_RESPONSABLE.norma,
        )
      );
    }),
  ].filter((r) => r !== false);
  if (faltan.length > 0) return { estado: 'no-se-sabe', razones: faltan };
  return { estado: 'no-obligado', razones: [porPequenio(h)] };
}

/** A natural person who sells little: by the IVA, or by what they sell. */
function porPequenio(h: HechosDelFacturador): RazonDeFacturar {
  const comun = { id: 'pequenio', hacia: 'no-obliga' } as const;
  return h.soloExcluidos === true
    ? {
        ...comun,
        frase: `Solo vende lo que no causa IVA, y ni en ${h.anio - 1} ni en ${h.anio} llega a ${enUvt(h.anio)}.`,
        articulo: NO_OBLIGADOS,
      }
    : {
        ...comun,
        frase: `No es responsable de IVA ni del impuesto al consumo, y ni en ${h.anio - 1} ni en ${h.anio} llega a ${enUvt(h.anio)}. Vale mientras cumpla todas las condiciones para no ser responsable: también un solo local, sin franquicia, y consignaciones y contratos por debajo de ese tope.`,
        articulo: `ET 437 par. 3; ${NO_OBLIGADOS}`,
      };
}

const obliga = (id: string, frase: string, articulo: string): RazonDeFacturar => ({
  id,
  hacia: 'obliga',
  frase,
  articulo,
});
const falta = (id: string, que: string, articulo: string): RazonDeFacturar => ({
  id,
  hacia: 'falta',
  frase: `Falta saber ${que}.`,
  articulo,
});

const anios = (h: HechosDelFacturador) => [
  { cual: 'anterior', anio: h.anio - 1, valor: h.ingresosDelAnioAnterior } as const,
  { cual: 'actual', anio: h.anio, valor: h.ingresosDelAnio } as const,
];

/** Whether an income reaches the limit of its year; undefined while either is not known. Nothing reaches no limit. */
function alcanza(valor: bigint | undefined, anio: number): boolean | undefined {
  if (valor === 0n) return false;
  const tope = topeEnPesos(TOPE_NO_RESPONSABLE, anio);
  return valor === undefined || tope === undefined ? undefined : valor >= tope;
}

const enUvt = (anio: number): string => {
  const pesos = topeEnPesos(TOPE_NO_RESPONSABLE, anio);
  return pesos === undefined ? '3.500 UVT' : `3.500 UVT (${formatearPesos(pesos)})`;
};
