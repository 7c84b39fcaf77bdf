import { aplicar, formatearPesos } from '../../../dinero/index.ts';
import type { Ajustes } from '../../motor/index.ts';
import { comoCasilla, dato, limitar, menorDe, planDelAnio, topeMensual } from './comun.ts';
import type { Ayuda } from './comun.ts';

/** What a person paid in the year; what did not happen is left out. Pesos. */
export interface DatosDeducciones {
  /** Ten per cent of gross labour income, for who has a dependant of ET 387 par. 2. */
  dependiente?: { ingresoLaboralBruto: bigint; meses: number };
  /** Prepaid medicine and health insurance. */
  salud?: { pagado: bigint; meses: number };
  /** The whole bank-debit tax (4 por mil) that the banks certified. */
  gmfPagado?: bigint;
  interesesIcetex?: bigint;
  /** Contribution of an independent to a severance fund; the twelfth is of the taxable income. */
  cesantiasIndependiente?: { aporte: bigint; ingresoGravable: bigint };
}

/**
 * Other deductions of labour income, for box 39: each with its own limit (ET 115, 119, 126-1, 387). `gmf` is the part
 * that is of the bank-debit tax.
 *
 * @throws AnioSinParametros
 */
export function otrasDeducciones(
  d: DatosDeducciones,
  anio: number,
  ajustes?: Ajustes,
): Ayuda & { gmf: bigint } {
  const plan = planDelAnio(anio, ajustes);
  const { parametros } = plan;
  const gmf = d.gmfPagado === undefined ? 0n : aplicar(d.gmfPagado, parametros.tarifa('gmfDeducible'));
  const partes = [
    d.dependiente &&
      limitar(
        'Dependientes (10 % del ingreso laboral)',
        aplicar(d.dependiente.ingresoLaboralBruto, parametros.tarifa('dependientesPorcentaje')),
        topeMensual(plan, 'topeMensualDependientes', d.dependiente.meses),
        'ET 387',
        '32 UVT al mes',
      ),
    d.salud &&
      limitar(
        'Medicina prepagada y seguros de salud',
        d.salud.pagado,
        topeMensual(plan, 'topeMensualSalud', d.salud.meses),
        'ET 387',
        '16 UVT al mes',
      ),
    d.gmfPagado !== undefined && {
      titulo: 'La mitad del 4 por mil',
      valor: gmf,
      frase: `Se deduce la mitad de los ${formatearPesos(d.gmfPagado)} que certificaron sus bancos.`,
      norma: 'ET 115 inc. 2',
      partes: [dato('4 por mil pagado', d.gmfPagado)],
    },
    d.interesesIcetex !== undefined &&
      limitar(
        'Intereses de créditos del ICETEX',
        d.interesesIcetex,
        parametros.uvt('topeIcetex'),
        'ET 119 inc. final',
        '100 UVT al año',
      ),
    d.cesantiasIndependiente &&
      limitar(
        'Cesantías del independiente',
        d.cesantiasIndependiente.aporte,
        menorDe(d.cesantiasIndependiente.ingresoGravable / 12n, parametros.uvt('topeCesantiasIndependiente')),
        'ET 126-1',
        'la doceava parte del ingreso gravable y 2.500 UVT',
      ),
  ].filter((p) => typeof p === 'object');
  const valor = comoCasilla(
    partes.reduce((total, p) => total + p.valor, 0n),
    plan,
  );
  return {
    valor,
    gmf,
    explicacion: {
      titulo: 'Otras deducciones imputables a las rentas de trabajo',
      casilla: '39',
      valor,
      frase:
        partes.length === 0
          ? 'No hay otras deducciones.'
          : 'Se suma cada deducción, hasta el límite que tiene.',
      norma: 'ET 115, 119, 126-1, 387',
      partes,
    },
  };
}

/** Housing interest, for box 38 (ET 119): up to 1.200 UVT a year among all kinds of income. */
export function interesesDeVivienda(pagados: bigint, anio: number, ajustes?: Ajustes): Ayuda {
  const plan = planDelAnio(anio, ajustes);
  const tope = plan.parametros.uvt('topeInteresesDeVivienda');
  const explicacion = limitar('Intereses de vivienda', pagados, tope, 'ET 119', '1.200 UVT al año');
  const valor = comoCasilla(explicacion.valor, plan);
  return { valor, explicacion: { ...explicacion, valor, casilla: '38' } };
}

/** The part of financial yields that only makes up for inflation, for box 59 (ET 38 to 41). @throws AnioSinParametros */
export function componenteInflacionario(rendimientos: bigint, anio: number, ajustes?: Ajustes): Ayuda {
  const plan = planDelAnio(anio, ajustes);
  const tarifa = plan.parametros.tarifa('componenteInflacionario');
  const valor = comoCasilla(aplicar(rendimientos, tarifa), plan);
  return {
    valor,
    explicacion: {
      titulo: 'Componente inflacionario de los rendimientos',
      casilla: '59',
      valor,
      frase: `De los intereses que ganó, esta parte solo compensa la inflación y no es ingreso.`,
      norma: plan.formulario.parametros.componenteInflacionario?.norma ?? '',
      partes: [dato('Rendimientos financieros', rendimientos)],
    },
  };
}

/** The discount for a donation, for box 123 (ET 257), before its joint limit (ET 258). */
export function descuentoPorDonacion(donado: bigint, anio: number, ajustes?: Ajustes): Ayuda {
  const plan = planDelAnio(anio, ajustes);
  const valor = comoCasilla(aplicar(donado, plan.parametros.tarifa('descuentoDonacion')), plan);
  return {
    valor,
    explicacion: {
      titulo: 'Descuento por donaciones',
      casilla: '123',
      valor,
      frase: `Es el 25 % de los ${formatearPesos(donado)} que donó a entidades del régimen especial.`,
      norma: 'ET 257',
      partes: [dato('Donaciones', donado)],
    },
  };
}
