import { formatearPesos } from '../../dinero/index.ts';
import { separarMiles } from '../../nit/index.ts';
import type { Ajustes } from '../motor/index.ts';
import { planDelAnio } from './ayudas/comun.ts';

/** What is known of the year; what is left out is not known, which is not zero. Pesos. */
export interface HechosObligado {
  responsableIva?: boolean;
  patrimonioBruto?: bigint;
  ingresosBrutos?: bigint;
  consumosTarjeta?: bigint;
  compras?: bigint;
  consignaciones?: bigint;
}

/** One of the tests of the law, and what came of it. */
export interface Umbral {
  hecho: keyof HechosObligado;
  nombre: string;
  /** Null for a test that is not an amount. */
  tope: bigint | null;
  resultado: 'obliga' | 'no-obliga' | 'no-se-sabe';
  frase: string;
  norma: string;
}

export interface Obligacion {
  /** Undefined when nothing obliges and something is not known. */
  obligado: boolean | undefined;
  umbrales: readonly Umbral[];
}

const MONTOS = [
  ['patrimonioBruto', 'Patrimonio bruto al 31 de diciembre', 'umbralPatrimonio', 'ET 592 num. 1'],
  ['ingresosBrutos', 'Ingresos brutos del año', 'umbralIngresos', 'ET 592 num. 1, 593'],
  ['consumosTarjeta', 'Consumos con tarjeta de crédito', 'umbralConsumos', 'ET 594-3 lit. a'],
  ['compras', 'Compras y consumos', 'umbralConsumos', 'ET 594-3 lit. b'],
  ['consignaciones', 'Consignaciones, depósitos e inversiones', 'umbralConsumos', 'ET 594-3 lit. c'],
] as const;

/**
 * Whether a resident natural person must file form 210 for a year: one test that obliges is enough (ET 592, 593,
 * 594-3). Income obliges from 1.400 UVT on; the others only above their threshold.
 *
 * @throws AnioSinParametros
 */
export function obligadoADeclarar(hechos: HechosObligado, anio: number, ajustes?: Ajustes): Obligacion {
  const { parametros } = planDelAnio(anio, ajustes);
  const umbrales = [
    deIva(hechos.responsableIva),
    ...MONTOS.map(([hecho, nombre, parametro, norma]): Umbral => {
      const tope = parametros.uvt(parametro);
      const enUvt = separarMiles(parametros.cantidadDeUvt(parametro));
      const valor = hechos[hecho];
      const base = { hecho, nombre, tope, norma };
      if (valor === undefined) {
        return { ...base, resultado: 'no-se-sabe', frase: `Falta saber si pasa de ${formatearPesos(tope)}.` };
      }
      const llegar = hecho === 'ingresosBrutos';
      const obliga = llegar ? valor >= tope : valor > tope;
      const limite = `${enUvt} UVT (${formatearPesos(tope)})`;
      return {
        ...base,
        resultado: obliga ? 'obliga' : 'no-obliga',
        frase: `${formatearPesos(valor)} ${obliga ? '' : 'no '}${llegar ? 'llega a' : 'pasa de'} ${limite}.`,
      };
    }),
  ];
  const hay = (r: Umbral['resultado']) => umbrales.some((u) => u.resultado === r);
  return { obligado: hay('obliga') ? true : hay('no-se-sabe') ? undefined : false, umbrales };
}

function deIva(responsable: boolean | undefined): Umbral {
  return {
    hecho: 'responsableIva',
    nombre: 'Responsable de IVA',
    tope: null,
    norma: 'ET 592 num. 1, 594-3',
    ...(responsable === undefined
      ? { resultado: 'no-se-sabe', frase: 'Falta saber si al terminar el año era responsable de IVA.' }
      : responsable
        ? { resultado: 'obliga', frase: 'Quien es responsable de IVA al terminar el año declara.' }
        : { resultado: 'no-obliga', frase: 'No era responsable de IVA al terminar el año.' }),
  };
}
