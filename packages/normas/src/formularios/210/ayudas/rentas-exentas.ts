import { aplicar, formatearPesos } from '../../../dinero/index.ts';
import { separarMiles } from '../../../nit/index.ts';
import type { Explicacion } from '../../../explicacion/index.ts';
import type { Ajustes } from '../../motor/index.ts';
import { comoCasilla, dato, menorDe, planDelAnio, sinNegativos } from './comun.ts';
import type { Ayuda } from './comun.ts';

/** What a salary certificate says, in pesos of the year. */
export interface DatosExentaLaboral {
  /** Payments for work, severance (cesantías) not included: the 25 % never applies to it. */
  pagosLaborales: bigint;
  /** Mandatory contributions to health and pension. */
  noConstitutivos: bigint;
  /** Housing interest, dependants, health: what goes to boxes 38 and 39, without the bank-debit tax. */
  deducciones: bigint;
  /** Half of the bank-debit tax (GMF) that goes to box 39. */
  gmfDeducible?: bigint;
  /** Voluntary savings and other exempt income of work. */
  otrasExentas?: bigint;
}

/**
 * The exempt 25 % of labour income, for box 36 (ET 206 num. 10): of what is left after contributions, deductions
 * and other exempt income, up to 790 UVT a year. Whether the GMF is taken off first is an open point
 * (`gmfAntesDel25`).
 *
 * @throws AnioSinParametros
 */
export function exentaLaboral(d: DatosExentaLaboral, anio: number, ajustes?: Ajustes): Ayuda {
  const plan = planDelAnio(anio, ajustes);
  const gmf = plan.opciones.gmfAntesDel25 === 'si' ? (d.gmfDeducible ?? 0n) : 0n;
  const otras = d.otrasExentas ?? 0n;
  const base = sinNegativos(d.pagosLaborales - d.noConstitutivos - d.deducciones - gmf - otras);
  const cuarto = aplicar(base, plan.parametros.tarifa('exentaLaboral'));
  const tope = plan.parametros.uvt('topeExentaLaboral');
  const valor = comoCasilla(menorDe(cuarto, tope), plan);
  return {
    valor,
    explicacion: {
      titulo: 'Renta laboral exenta (25 %)',
      casilla: '36',
      valor,
      frase:
        cuarto > tope
          ? `El 25 % de lo que queda de su salario serían ${formatearPesos(cuarto)}, pero la ley reconoce hasta 790 UVT al año (${formatearPesos(tope)}).`
          : `Es el 25 % de lo que queda de su salario, ${formatearPesos(base)}, después de aportes, deducciones y otras rentas exentas.`,
      formula: `mín(25 % × (${[d.pagosLaborales, d.noConstitutivos, d.deducciones + gmf, otras].map((x) => separarMiles(String(x))).join(' − ')}); 790 UVT)`,
      norma: 'ET 206 num. 10',
      partes: [
        dato('Pagos laborales, sin cesantías', d.pagosLaborales),
        dato('Aportes obligatorios', d.noConstitutivos),
        dato('Deducciones', d.deducciones + gmf),
        dato('Otras rentas exentas', otras),
      ],
    },
  };
}

export interface DatosCesantias {
  /** Severance and its interest received in the year. */
  cesantias: bigint;
  /** Average of the last six months' salary. */
  salarioPromedioMensual: bigint;
}

/** The exempt part of severance, for box 36 (ET 206 num. 4): all of it up to 350 UVT of salary, less above. */
export function cesantiasExentas(d: DatosCesantias, anio: number, ajustes?: Ajustes): Ayuda {
  const plan = planDelAnio(anio, ajustes);
  const tramos = plan.parametros.tramos('cesantiasExentas');
  // «No exceda de 350 UVT»: the upper bound of each range belongs to it.
  const tramo = tramos.findLast((t) => d.salarioPromedioMensual > t.desde) ?? tramos[0];
  const valor = comoCasilla(tramo ? aplicar(d.cesantias, tramo.tarifa) : 0n, plan);
  const uvt = tramo?.enUvt.desde ?? '0';
  return {
    valor,
    explicacion: {
      titulo: 'Cesantías exentas',
      casilla: '36',
      valor,
      frase:
        uvt === '0'
          ? 'Su salario promedio no pasa de 350 UVT al mes: las cesantías son exentas del todo.'
          : `Su salario promedio pasa de ${uvt} UVT al mes: es exenta una parte de ${tramo?.enUvt.tarifa.replace('.', ',') ?? '0'} de las cesantías.`,
      norma: 'ET 206 num. 4',
      partes: [
        dato('Cesantías e intereses', d.cesantias),
        dato('Salario promedio de los últimos seis meses', d.salarioPromedioMensual),
      ],
    },
  };
}

/** Exempt income of work that the person knows, for box 36 (ET 206, 206-1, 235-2). */
export function otrasExentas(pesos: bigint, anio: number, ajustes?: Ajustes): Ayuda {
  const valor = comoCasilla(pesos, planDelAnio(anio, ajustes));
  return {
    valor,
    explicacion: {
      titulo: 'Otras rentas exentas de trabajo',
      casilla: '36',
      valor,
      frase: 'Es lo que usted dijo que la ley deja libre de impuesto.',
      norma: 'ET 206, 206-1, 235-2',
      partes: [dato('Otras rentas exentas', pesos)],
    },
  };
}

export interface Mesada {
  /** What was paid that month, all pensions together. */
  bruta: bigint;
  /** What was taken off for health. */
  salud?: bigint;
}

/**
 * The exempt part of pensions, for box 102 (ET 206 num. 5): each month by itself, up to 1.000 UVT of what is left
 * after health.
 *
 * @param mesadas one for each month or payment.
 */
export function pensionExenta(mesadas: readonly Mesada[], anio: number, ajustes?: Ajustes): Ayuda {
  const plan = planDelAnio(anio, ajustes);
  const tope = plan.parametros.uvt('pensionExenta');
  const partes: Explicacion[] = mesadas.map(({ bruta, salud = 0n }, i) => {
    const neta = sinNegativos(bruta - salud);
    return {
      titulo: `Mesada ${i + 1}`,
      valor: menorDe(neta, tope),
      frase:
        neta > tope
          ? `De ${formatearPesos(neta)} son exentas 1.000 UVT (${formatearPesos(tope)}).`
          : `Es exenta toda: no pasa de 1.000 UVT (${formatearPesos(tope)}).`,
      partes: [],
    };
  });
  const valor = comoCasilla(
    mesadas.reduce((total, { bruta, salud = 0n }) => total + menorDe(sinNegativos(bruta - salud), tope), 0n),
    plan,
  );
  return {
    valor,
    explicacion: {
      titulo: 'Pensión exenta',
      casilla: '102',
      valor,
      frase:
        'De cada mesada, descontada la salud, son exentas hasta 1.000 UVT. Se mira mes por mes, no el total del año.',
      norma: 'ET 206 num. 5',
      partes,
    },
  };
}

/** Several exempt amounts that go to one box: the 25 % and the severance, both in box 36. */
export function sumarExentas([primera, ...otras]: readonly Ayuda[]): Ayuda {
  if (!primera) throw new RangeError('Hace falta al menos una renta exenta');
  if (otras.length === 0) return primera;
  const todas = [primera, ...otras];
  const valor = todas.reduce((total, a) => total + a.valor, 0n);
  return {
    valor,
    explicacion: {
      titulo: 'Rentas exentas de trabajo',
      casilla: '36',
      valor,
      frase: 'Se suman las que usted tiene.',
      norma: 'ET 206',
      partes: todas.map((a) => a.explicacion),
    },
  };
}
