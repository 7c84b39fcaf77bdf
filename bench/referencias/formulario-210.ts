/** Boxes and facts of form 210 by their number, as bigint pesos. What is not given is zero. */
export type Valores = Readonly<Record<string, bigint>>;

const MIL = 1_000n;
/** UVT of 2025. */
const UVT = 49_799n;

const positivo = (x: bigint): bigint => (x < 0n ? 0n : x);
const menor = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const mayor = (a: bigint, b: bigint): bigint => (a > b ? a : b);
/** `numerador / denominador` to the nearest thousand. */
const aMiles = (numerador: bigint, denominador: bigint): bigint =>
  ((numerador * 2n + denominador * MIL) / (denominador * MIL * 2n)) * MIL;

const TOPE = 66_731_000n;
const TOPE_FACTURA = 11_952_000n;
const UMBRAL_DIVIDENDOS = 54_281_000n;

function tabla(base: bigint): bigint {
  if (base <= 1_090n * UVT) return 0n;
  if (base <= 1_700n * UVT) return (base - 1_090n * UVT) * 19n;
  if (base <= 4_100n * UVT) return (base - 1_700n * UVT) * 28n + 116n * UVT * 100n;
  if (base <= 8_670n * UVT) return (base - 4_100n * UVT) * 33n + 788n * UVT * 100n;
  if (base <= 18_970n * UVT) return (base - 8_670n * UVT) * 35n + 2_296n * UVT * 100n;
  if (base <= 31_000n * UVT) return (base - 18_970n * UVT) * 37n + 5_901n * UVT * 100n;
  return (base - 31_000n * UVT) * 39n + 10_352n * UVT * 100n;
}

function tablaDe2016(base: bigint): bigint {
  if (base <= 1_090n * UVT) return 0n;
  if (base <= 1_700n * UVT) return (base - 1_090n * UVT) * 19n;
  if (base <= 4_100n * UVT) return (base - 1_700n * UVT) * 28n + 116n * UVT * 100n;
  return (base - 4_100n * UVT) * 33n + 788n * UVT * 100n;
}

/** How the third return's advance, the second's and the first's are measured. */
const ANTICIPO: Record<string, bigint> = { '1': 25n, '2': 50n };

/** What one would write by hand for 2025: one line a box, in order, without explanation, years nor open points. */
export function formulario210(c: Valores, sinPromedio: boolean): Record<string, bigint> {
  const v = (clave: string): bigint => c[clave] ?? 0n;
  const [c32, c33, c35, c36, c38, c39] = [v('32'), v('33'), v('35'), v('36'), v('38'), v('39')];
  const [c43, c44, c45, c58, c59, c60] = [v('43'), v('44'), v('45'), v('58'), v('59'), v('60')];
  const [c62, c74, c75, c76, c77, c79] = [v('62'), v('74'), v('75'), v('76'), v('77'), v('79')];
  const [c107, c108, c132, c115libre] = [v('107'), v('108'), v('132'), v('loterias')];

  const c28 = menor(aMiles(v('comprasFacturaElectronica'), 100n), TOPE_FACTURA);
  const c31 = positivo(v('29') - v('30'));
  const c34 = positivo(c32 - c33);
  const c37 = c35 + c36;
  const c40 = c38 + c39;
  const c46 = positivo(c43 - c44 - c45);
  const c49 = v('47') + v('48');
  const c52 = v('50') + v('51');
  const c61 = positivo(c58 - c59 - c60);
  const c65 = v('63') + v('64');
  const c68 = v('66') + v('67');
  const c78 = positivo(c74 - c75 - c76 - c77);
  const c82 = v('80') + v('81');
  const c85 = v('83') + v('84');

  const base = positivo(c32 + c43 + c58 + c62 + c74 + c79 - c33 - c44 - c59 - c76);
  const cupo = menor(aMiles(base * 2n, 5n), TOPE);
  const c41libre = menor(menor(v('exentasIlimitadas.41'), c37 + c40), c34);
  const c41 = c41libre + menor(menor(positivo(c37 + c40 - c41libre), cupo), positivo(c34 - c41libre));
  const cupo53 = positivo(cupo - (c41 - c41libre));
  const c53libre = menor(menor(v('exentasIlimitadas.53'), c49 + c52), c46);
  const c53 = c53libre + menor(menor(positivo(c49 + c52 - c53libre), cupo53), positivo(c46 - c53libre));
  const cupo69 = positivo(cupo53 - (c53 - c53libre));
  const c69libre = menor(menor(v('exentasIlimitadas.69'), c65 + c68), c61 + c62);
  const c69 = c69libre + menor(menor(positivo(c65 + c68 - c69libre), cupo69), positivo(c61 + c62 - c69libre));
  const cupo86 = positivo(cupo69 - (c69 - c69libre));
  const c86libre = menor(menor(v('exentasIlimitadas.86'), c82 + c85), c78 + c79);
  const c86 = c86libre + menor(menor(positivo(c82 + c85 - c86libre), cupo86), positivo(c78 + c79 - c86libre));

  const c42 = positivo(c34 - c41);
  const c54 = positivo(c43 - c44 - c45 - c53);
  const c55 = positivo(c44 + c45 - c43);
  const c57 = positivo(c54 - v('56'));
  const c70 = positivo(c58 + c62 - c59 - c60 - c69);
  const c71 = positivo(c59 + c60 - c58 - c62);
  const c73 = positivo(c70 - v('72'));
  const c87 = positivo(c74 + c79 - c75 - c76 - c77 - c86);
  const c88 = positivo(c75 + c76 + c77 - c74 - c79);
  const c90 = positivo(c87 - v('89'));
  const c138 = menor(4n, v('dependientes'));
  const c139 = menor(aMiles(c138 * 72n * UVT, 1n), c42 + c57);
  const c91 = c41 + c42 + c53 + c57 + c69 + c73 + c86 + c90;
  const c92 = c28 + c41 + c53 + c69 + c86 + c139;
  const c93 = positivo(c91 - c92);
  const c97 = positivo(c93 + v('96') - v('94') - v('95'));
  const c98 = aMiles(v('rentaActivosExceptuados'), 1n);
  const c101 = positivo(v('99') - v('100'));
  const c103 = positivo(c101 - v('102'));
  const c106 = positivo(v('104') - v('105'));
  const c115 = positivo(v('112') - v('113') - v('114'));

  const c118 = aMiles(c108 * 35n, 100n);
  const c111 = positivo(mayor(c97, c98) + c103 + c107 + c108 - c118);
  const c116 = c97 >= c98 ? aMiles(tabla(c111), 100n) : 0n;
  const c117 = c98 > c97 ? aMiles(tabla(c111), 100n) : 0n;
  const c119 = aMiles(tablaDe2016(c106), 100n);
  const c120 = aMiles(positivo(v('109') - v('110')) * 35n, 100n);
  const c121 = c116 + c117 + c118 + c119 + c120;
  const c124 = aMiles(
    positivo(c107 + c108 - c118 - UMBRAL_DIVIDENDOS) * 19n + v('otrosDescuentos') * 100n,
    100n,
  );
  const c125 = menor(v('122') + v('123') + c124, c121);
  const c126 = positivo(c121 - c125);
  const loterias = menor(c115libre, c115);
  const c127 = aMiles(loterias * 20n + positivo(c115 - c115libre) * 15n, 100n);
  const c129 = positivo(c126 + c127 - v('128'));
  const numero = c.numeroDeclaracion ?? 3n;
  const doble = sinPromedio || numero <= 1n ? c126 * 2n : menor(c126 * 2n, c126 + v('impuestoNetoAnterior'));
  const c133 = aMiles(positivo(doble * (ANTICIPO[String(numero)] ?? 75n) - c132 * 200n), 200n);
  const pagado = v('130') + v('131') + c132;
  const c134 = positivo(c129 + c133 - pagado);
  const c136 = positivo(c129 + c133 + v('135') - pagado);
  const c137 = positivo(pagado - c129 - c133 - v('135'));
  const c140 = c45 * 5n > c43 * 3n ? 1n : 0n;
  return {
    28: c28,
    31: c31,
    34: c34,
    37: c37,
    40: c40,
    41: c41,
    42: c42,
    46: c46,
    49: c49,
    52: c52,
    53: c53,
    54: c54,
    55: c55,
    57: c57,
    61: c61,
    65: c65,
    68: c68,
    69: c69,
    70: c70,
    71: c71,
    73: c73,
    78: c78,
    82: c82,
    85: c85,
    86: c86,
    87: c87,
    88: c88,
    90: c90,
    91: c91,
    92: c92,
    93: c93,
    97: c97,
    98: c98,
    101: c101,
    103: c103,
    106: c106,
    111: c111,
    115: c115,
    116: c116,
    117: c117,
    118: c118,
    119: c119,
    120: c120,
    121: c121,
    124: c124,
    125: c125,
    126: c126,
    127: c127,
    129: c129,
    133: c133,
    134: c134,
    136: c136,
    137: c137,
    138: c138,
    139: c139,
    140: c140,
  };
}
