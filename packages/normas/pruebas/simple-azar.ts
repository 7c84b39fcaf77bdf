import fc from 'fast-check';
import { aplicar, porMil } from '../src/dinero/index.ts';
import { GRUPOS } from '../src/formularios/simple/index.ts';
import type { CrudaDelSimple } from '../src/formularios/simple/index.ts';

export const grupos = fc.constantFrom(...GRUPOS.map((g) => g.grupo));
/** Up to some 6.000 UVT: several rows stay inside the regime. */
const pesos = fc.bigInt({ min: 0n, max: 300_000_000n });
const pocos = fc.bigInt({ min: 0n, max: 20_000_000n });

const tarifas = fc.constantFrom('0', '4.14', '7', '9.66', '13.8');

/** A row of the annex; `partes` of ten are not taxed and exempt. */
const fila = fc
  .record({
    codigo: fc.constantFrom('11001', '05001', '76001'),
    grupo: grupos,
    ingresos: pesos,
    tarifaPorMil: tarifas,
    retencionesPrevias: pocos,
    partes: fc.tuple(fc.bigInt({ min: 0n, max: 10n }), fc.bigInt({ min: 0n, max: 9n })),
  })
  .map(({ partes: [noGravadas, exentas], ...escrita }) => {
    const noGravados = (escrita.ingresos * noGravadas) / 10n;
    const ica = aplicar(escrita.ingresos - noGravados, porMil(escrita.tarifaPorMil));
    return { ...escrita, noGravados, exenciones: (ica * exentas) / 10n };
  });

const casillasDe = (claves: readonly number[]) =>
  fc
    .tuple(...claves.map(() => fc.option(pocos, { nil: undefined })))
    .map((valores) =>
      Object.fromEntries(claves.flatMap((c, i) => (valores[i] === undefined ? [] : [[c, valores[i]]]))),
    );

const entre = (desde: number, hasta: number) =>
  Array.from({ length: hasta - desde + 1 }, (_, i) => desde + i);

/** Annual returns that anybody could bring, with everything that has a formula reading it. */
export const declaraciones: fc.Arbitrary<CrudaDelSimple> = fc.record({
  casillas: casillasDe([
    ...[28, 29, 32, 34, 36, 38, 40, 42, 44, 49, 51, 54, 55, 57, 60, 61, 66, 67, 69, 72, 74, 75, 76],
    ...[80, 81, 82, 85, 87, 88, 90, 91, 92],
    ...entre(96, 119),
  ]),
  hechos: fc.record({
    ingresosElectronicos: pesos,
    ingresosExtraordinarios: pocos,
    loterias: pocos,
    mesesMora: fc.integer({ min: 0, max: 30 }),
    emplazado: fc.boolean(),
    porcentajeSancion: fc.constantFrom(50, 75, 100),
    patrimonioLiquidoAnterior: pesos,
  }),
  municipios: fc.array(fila, { maxLength: 4 }),
});

const CASILLAS_DEL_RECIBO = [40, 45, 46, 50, 51, 52, 54, 55];
const CLAVES_DEL_RECIBO = [
  ...['incIngresos', 'incExcedenteAnterior', 'incIntereses', 'incPagosAnteriores'],
  ...['ivaGenerado', 'ivaDescontable', 'ivaSaldoAnterior', 'ivaExcedenteAnterior', 'ivaRetenciones'],
  ...['ivaIntereses', 'ivaPagosAnteriores'],
];

export const recibos: fc.Arbitrary<CrudaDelSimple> = fc.record({
  casillas: fc
    .tuple(casillasDe(CASILLAS_DEL_RECIBO), fc.tuple(...CLAVES_DEL_RECIBO.map(() => pocos)))
    .map(([numeradas, otras]) => ({
      ...numeradas,
      ...Object.fromEntries(CLAVES_DEL_RECIBO.map((clave, i) => [clave, otras[i]])),
    })),
  hechos: fc.record({ ingresosExtraordinarios: pocos, interesesIca: pocos }),
  municipios: fc.array(fila, { maxLength: 4 }),
});
