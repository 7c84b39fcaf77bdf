import { enPorcentaje, fraccion, multiplicarFracciones, porcentaje } from '../dinero/index.ts';
import { cifra, dato, resultado } from '../explicacion/index.ts';
import type { Resultado } from '../resultado/index.ts';
import datos from './datos/sanciones.json' with { type: 'json' };
import { exigirMontos, liquidar } from './liquidar.ts';
import type { CodigoErrorSancion, Liquidacion, Sancion } from './sancion.ts';

const { norma, renta } = datos.noDeclarar;

const SALVEDAD = 'Se toma el mayor entre los ingresos y las consignaciones: confírmelo con la DIAN.';

/**
 * Sanction that the DIAN imposes on who did not file the income tax return: 20 % of gross income or of bank
 * deposits (ET 643). Other taxes have other bases, which were not read; SIMPLE has none (Concepto DIAN 2704
 * de 2025).
 *
 * `anioUvt` is the year in which it is imposed.
 *
 * @throws RangeError for negative amounts.
 */
export function sancionPorNoDeclarar(
  { ingresos = 0n, consignaciones = 0n }: { ingresos?: bigint; consignaciones?: bigint },
  liquidacion: Liquidacion,
): Resultado<Sancion, CodigoErrorSancion> {
  exigirMontos(ingresos, consignaciones);
  const base = ingresos > consignaciones ? ingresos : consignaciones;
  const tarifa = porcentaje(renta);
  const exacta = multiplicarFracciones(tarifa, fraccion(base, 1n));
  return liquidar(
    () => ({
      norma,
      exacta,
      tope: null,
      topeAplicado: false,
      admiteReduccion: true,
      salvedades: ingresos > 0n && consignaciones > 0n ? [SALVEDAD] : [],
      explicar: (sancion) => ({
        titulo: 'Sanción por no declarar',
        valor: sancion,
        frase: `Es el ${enPorcentaje(tarifa)} de los ingresos brutos o de las consignaciones bancarias, el mayor.`,
        formula: `${enPorcentaje(tarifa)} × máx(${cifra(ingresos)}; ${cifra(consignaciones)}) ${resultado(exacta, sancion)}`,
        norma,
        partes: [
          dato(
            'Ingresos brutos',
            ingresos,
            'Los del período que no se declaró, o los de la última declaración.',
          ),
          dato('Consignaciones bancarias', consignaciones, 'Las del período que no se declaró.'),
        ],
      }),
    }),
    liquidacion,
    {},
  );
}
