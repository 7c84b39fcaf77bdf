import { conceptoDe, type CodigoDeConcepto } from '@autogestion/normas/estado-de-cuenta';
import { anioDe, sumarDias, sumarMeses, type Fecha } from '@autogestion/normas/fechas';
import { vencimientosDeUnRut } from '@autogestion/normas/obligaciones';
import type { RegistroRut } from '@autogestion/normas/rut';
import { azar, type Azar } from './azar.ts';

/** How one return and its payments went. */
type Suerte = 'pagada' | 'sin-pagar' | 'a-medias' | 'de-mas' | 'tarde' | 'al-anio-equivocado';

/** A return of a fictional taxpayer, what it charged and what was paid of it. */
export interface DeudaDemo {
  concepto: CodigoDeConcepto;
  anio: number;
  periodo: string;
  vence: Fecha;
  presentada: Fecha;
  impuesto: bigint;
  /** That its own return liquidated, for being late. */
  sancion?: bigint;
  pagos: readonly { dia: Fecha; valor: bigint; anio: number }[];
}

/** Obligations of the calendar whose tax the ledger keeps. */
const CONCEPTO_DE: Readonly<Record<string, CodigoDeConcepto>> = {
  'renta-pn': 'renta',
  'iva-bimestral': 'iva',
  'consumo-bimestral': 'consumo',
  'retencion-mensual': 'retencion',
};
/** Newest first. Whoever is shown in the summary has one of each. */
const DE_MUESTRA: readonly Suerte[] = ['de-mas', 'a-medias', 'sin-pagar', 'pagada', 'tarde'];
const CORRIENTES: readonly { suerte: Suerte; peso: number }[] = [
  { suerte: 'pagada', peso: 8 },
  { suerte: 'sin-pagar', peso: 3 },
  { suerte: 'a-medias', peso: 2 },
  { suerte: 'de-mas', peso: 1 },
  { suerte: 'tarde', peso: 2 },
];
/** How many returns of each, how many income years, and how many months back. */
const CUANTAS = 5;
const RENTAS = 2;
const MESES_ATRAS = 30;

/**
 * What a fictional taxpayer filed and paid until a day, by the due dates of their own RUT: the same for the same day.
 * @param deMuestra they are shown to whoever tries the demonstration, so that there is something of everything
 */
export function deudasDe(registro: RegistroRut, hoy: Fecha, deMuestra: boolean): DeudaDemo[] {
  const a = azar(`deudas ${registro.nit}`);
  const pasados = vencimientosPasados(registro, hoy);
  const rentas = pasados.filter((v) => v.concepto === 'renta').slice(0, RENTAS);
  const otras = pasados.filter((v) => v.concepto !== 'renta').slice(0, CUANTAS);
  return [
    // Paid in time, to the year before: the error that most people make.
    ...rentas.map((v, i) =>
      deuda(a, v, i === 0 ? 'sin-pagar' : deMuestra ? 'al-anio-equivocado' : 'pagada', hoy),
    ),
    ...otras.map((v, i) =>
      deuda(a, v, (deMuestra ? DE_MUESTRA[i] : undefined) ?? a.elegirConPeso(CORRIENTES).suerte, hoy),
    ),
  ];
}

type Vencido = Pick<DeudaDemo, 'concepto' | 'anio' | 'periodo' | 'vence'>;

/** Newest first. */
function vencimientosPasados(registro: RegistroRut, hoy: Fecha): Vencido[] {
  const desde = sumarMeses(hoy, -MESES_ATRAS);
  const anios = Array.from({ length: anioDe(hoy) - anioDe(desde) + 1 }, (_, i) => anioDe(desde) + i);
  const bimestral = Object.fromEntries([anioDe(desde) - 1, ...anios].map((anio) => [anio, true]));
  return anios
    .flatMap((anio) => {
      const r = vencimientosDeUnRut(registro, anio, { hechos: { llegoAlTopeDeIva: bimestral } });
      return r.ok ? r.valor.vencimientos : [];
    })
    .flatMap(({ obligacion, periodo, fecha: vence, motivo }) => {
      const concepto = CONCEPTO_DE[obligacion];
      return concepto && vence >= desde && vence < hoy
        ? [{ concepto, anio: motivo.anio, periodo, vence }]
        : [];
    })
    .sort((x, y) => (x.vence < y.vence ? 1 : -1));
}

function deuda(a: Azar, v: Vencido, suerte: Suerte, hoy: Fecha): DeudaDemo {
  const impuesto = BigInt(a.entero(80, conceptoDe(v.concepto).rubro === 'retencion' ? 900 : 2_400)) * 1_000n;
  const base = { ...v, impuesto, presentada: v.vence, pagos: [] };
  const entra = (valor: bigint, dias = 0, anio = v.anio) => {
    const dia = sumarDias(v.vence, dias);
    return dia < hoy ? [{ dia, valor, anio }] : [];
  };
  switch (suerte) {
    case 'pagada':
      return { ...base, pagos: entra(impuesto) };
    case 'a-medias':
      return { ...base, pagos: entra((impuesto / 2_000n) * 1_000n, 12) };
    case 'de-mas':
      return { ...base, pagos: entra(impuesto + 75_000n) };
    case 'al-anio-equivocado':
      return { ...base, pagos: entra(impuesto, 0, v.anio - 1) };
    case 'tarde':
      return { ...base, presentada: sumarDias(v.vence, 1), sancion: SANCION_FICTICIA };
    case 'sin-pagar':
      return base;
  }
}

/** Of nobody's return: a round figure above the least penalty of these years (ET 639). */
const SANCION_FICTICIA = 530_000n;
