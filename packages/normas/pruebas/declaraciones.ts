import fc from 'fast-check';
import { casillasDe } from '../src/formularios/motor/index.ts';
import type { Formulario } from '../src/formularios/motor/index.ts';

/** The amounts of a return, as the engine reads them. */
export interface Declaracion {
  casillas: Record<string, bigint>;
  hechos: Record<string, bigint>;
}

/** From nothing to ten thousand million pesos, small ones too, not always whole thousands. */
const MONTO = fc.oneof(
  fc.constant(0n),
  fc.bigInt({ min: 0n, max: 5_000n }),
  fc.bigInt({ min: 0n, max: 300_000_000n }),
  fc.bigInt({ min: 0n, max: 10_000_000_000n }),
);

/** Returns with any of the boxes and facts that a person may write, most of them empty. */
export function declaraciones(formulario: Formulario): fc.Arbitrary<Declaracion> {
  const escritas = casillasDe(formulario).filter((c) => c.clase === 'pesos' && c.formula === undefined);
  return fc.record({
    casillas: algunas(escritas.map((c) => [c.clave, MONTO])),
    hechos: algunas(
      formulario.hechos.map((h) => [
        h.clave,
        h.clase === 'pesos' ? MONTO : fc.bigInt({ min: h.entre?.[0] ?? 0n, max: 6n }),
      ]),
    ),
  });
}

function algunas(
  claves: readonly (readonly [string, fc.Arbitrary<bigint>])[],
): fc.Arbitrary<Record<string, bigint>> {
  return fc
    .tuple(
      ...claves.map(([clave, valor]) =>
        fc.option(
          valor.map((v) => [clave, v] as const),
          { nil: undefined },
        ),
      ),
    )
    .map((dadas) => Object.fromEntries(dadas.filter((d) => d !== undefined)));
}
