import { enPorcentaje } from '../../dinero/index.ts';
import { separarMiles } from '../../nit/index.ts';
import { planDe } from '../motor/index.ts';
import { FORMULARIO_210 } from './formulario.ts';

/** A step of a story of figures: it adds to what there was, takes from it, or says what there is. */
export interface PasoDeImpuesto {
  nombre: string;
  /** `Casillas 33, 44 y 59`; empty for what is left of others. */
  casillas: string;
  tipo: 'suma' | 'resta' | 'total';
  /** Never negative. */
  pesos: bigint;
}

/** How much of the income falls in each row of the table of ET 241. */
interface TramoDelImpuesto {
  nombre: string;
  tarifa: string;
  pesos: bigint;
}

/** Where the tax of a return comes from, from the income to what is to be paid. */
export interface DeDondeSale {
  /** From the income to the taxable income (box 111). */
  renta: readonly PasoDeImpuesto[];
  tramos: readonly TramoDelImpuesto[];
  /** From what the table gives to the balance (boxes 136 and 137). */
  impuesto: readonly PasoDeImpuesto[];
}

/** @param valor of a box of the return, by its key; pesos */
export function deDondeSale(anio: number, valor: (clave: string) => bigint): DeDondeSale {
  const suma = (claves: readonly string[]) => claves.reduce((s, c) => s + valor(c), 0n);
  const paso = (tipo: 'suma' | 'resta', nombre: string, claves: readonly string[]): PasoDeImpuesto => ({
    nombre,
    casillas: enumeradas(claves.filter((c) => valor(c) !== 0n)),
    tipo,
    pesos: suma(claves),
  });
  const total = (nombre: string, clave: string): PasoDeImpuesto => ({
    nombre,
    casillas: enumeradas([clave]),
    tipo: 'total',
    pesos: valor(clave),
  });
  const renta = [
    paso('suma', 'Lo que recibió', ['32', '43', '58', '74', '99', '107', '108']),
    paso('resta', 'No es renta', ['33', '44', '59', '75', '76', '100']),
    paso('resta', 'Costos', ['45', '60', '77']),
    paso('resta', 'Exento y deducciones', ['92', '102']),
  ];
  const impuesto = [
    paso('suma', 'Lo que da la tabla', ['116', '117']),
    paso('suma', 'De dividendos', ['118', '119', '120']),
    resto('Descuentos', valor('126') - valor('121'), ['125'], valor),
    resto('De ganancias ocasionales', valor('129') - valor('126'), ['127', '128'], valor),
    total('Impuesto del año', '129'),
    paso('suma', 'Anticipo del año siguiente', ['133']),
    paso('suma', 'Sanciones', ['135']),
    paso('resta', 'Ya le retuvieron', ['132']),
    paso('resta', 'Anticipo que ya pagó', ['130']),
    paso('resta', 'A favor del año anterior', ['131']),
  ];
  const aFavor = valor('137') > 0n;
  return {
    renta: [
      ...conAlgo(renta),
      ...conAlgo([resto('Pérdidas, topes y otros', valor('111') - hasta(renta), [], valor)]),
      total('Renta que entra a la tabla', '111'),
    ],
    tramos: tramosDe(anio, valor('111')),
    impuesto: [
      ...conAlgo(impuesto),
      aFavor ? total('Saldo a favor', '137') : total('Saldo por pagar', '136'),
    ],
  };
}

const conAlgo = (pasos: readonly PasoDeImpuesto[]) =>
  pasos.filter((p) => p.tipo === 'total' || p.pesos !== 0n);

const hasta = (pasos: readonly PasoDeImpuesto[]): bigint =>
  pasos.reduce((s, p) => (p.tipo === 'suma' ? s + p.pesos : s - p.pesos), 0n);

/** What goes up or down by a difference. */
function resto(
  nombre: string,
  diferencia: bigint,
  claves: readonly string[],
  valor: (clave: string) => bigint,
): PasoDeImpuesto {
  return {
    nombre,
    casillas: enumeradas(claves.filter((c) => valor(c) !== 0n)),
    tipo: diferencia < 0n ? 'resta' : 'suma',
    pesos: diferencia < 0n ? -diferencia : diferencia,
  };
}

function tramosDe(anio: number, base: bigint): TramoDelImpuesto[] {
  const tramos = planDe(FORMULARIO_210, anio).parametros.tramos('tabla241');
  return tramos.flatMap((t, i) => {
    if (base <= t.desde) return [];
    const sigue = tramos[i + 1];
    const tope = sigue && base > sigue.desde ? sigue.desde : base;
    const [de, a] = [enUvt(t.enUvt.desde), sigue && enUvt(sigue.enUvt.desde)];
    return [
      {
        nombre: a === undefined ? `Más de ${de} UVT` : de === '0' ? `Hasta ${a} UVT` : `De ${de} a ${a} UVT`,
        tarifa: enPorcentaje(t.tarifa),
        pesos: tope - t.desde,
      },
    ];
  });
}

const enUvt = (cantidad: string): string => separarMiles(cantidad);

function enumeradas(claves: readonly string[]): string {
  const ultima = claves.at(-1);
  if (ultima === undefined) return '';
  return claves.length === 1 ? `Casilla ${ultima}` : `Casillas ${claves.slice(0, -1).join(', ')} y ${ultima}`;
}
