import { aplicar, compararFracciones, fraccion, porcentaje } from '../dinero/index.ts';
import type { EmpresaRelacionada } from './hechos.ts';

/** A company outside the regime counts when the partner has more than this of it (ET 905 num. 4). */
const PARTICIPACION_QUE_CUENTA = porcentaje('10');

/**
 * Income that is compared with the limit of the regime (ET 905 nums. 3 to 5 and par.): that of whoever
 * applies, whole, and on top of it, for the partner with most, his share of other companies and the whole
 * of those he manages. The article does not say whether the income of the company that applies is taken
 * whole or in proportion too; whole is the prudent reading, and a parameter of this office.
 */
export function ingresosConsolidados(
  propios: bigint,
  otrasEmpresas: readonly (readonly EmpresaRelacionada[])[],
): bigint {
  const porSocio = otrasEmpresas.map((empresas) => empresas.reduce((suma, e) => suma + loQueCuenta(e), 0n));
  return propios + porSocio.reduce((mayor, suma) => (suma > mayor ? suma : mayor), 0n);
}

function loQueCuenta({ ingresos, participacion, enSimple, administra }: EmpresaRelacionada): bigint {
  if (compararFracciones(participacion, fraccion(1n, 1n)) > 0 || participacion.numerador < 0n) {
    throw new RangeError('Una participación va de 0 a 1');
  }
  if (administra) return ingresos;
  if (!enSimple && compararFracciones(participacion, PARTICIPACION_QUE_CUENTA) <= 0) return 0n;
  return aplicar(ingresos, participacion);
}
