import { formatearPesos } from '../../dinero/index.ts';
import { condicion, HechoImposible, negar } from './condicion.ts';
import type { Condicion } from './condicion.ts';
import { dentroDelTope } from './topes.ts';
import type { Tope } from './topes.ts';

/** A contract of sale of goods or services that pay IVA. */
export interface Contrato {
  /** Whoever hires, the same for all of their contracts: a NIT, a name. */
  contratante: string;
  /** Whole pesos. */
  valor: bigint;
}

/** What one year says of somebody who wants to stop being responsable. Missing: not known. */
export interface HechosIvaDelAnio {
  /** Gross income of the activity, whole pesos. */
  ingresos?: bigint;
  /** Gross income of everything, for those in the SIMPLE. */
  ingresosTotales?: bigint;
  establecimientos?: number;
  /** Franchise, concession, royalty, authorisation or another exploitation of intangibles. */
  explotaIntangibles?: boolean;
  usuarioAduanero?: boolean;
  /** Those signed that year; an empty list says that there were none. */
  contratos?: readonly Contrato[];
  /** Deposits and investments that come from what pays IVA. */
  consignaciones?: bigint;
}

/**
 * The law says that "several contracts" of one party add up, not over which time: this office adds those
 * of each year.
 */
export const SUMA_DE_CONTRATOS = { porAnio: true, sinFuente: true } as const;

/** The six numerals of ET 437 par. 3 in one year. @throws HechoImposible */
export function condicionesDelAnio(anio: number, h: HechosIvaDelAnio, topes: readonly Tope[]): Condicion[] {
  return [
    dentroDelTope({
      id: `ingresos-${anio}`,
      articulo: 'ET 437 par. 3 num. 1',
      anio,
      que: `lo que recibió por su actividad en ${anio}`,
      valor: h.ingresos,
      topes,
      regla: 'inferior',
    }),
    unEstablecimiento(anio, h.establecimientos, 'ET 437 par. 3 num. 2'),
    condicion({
      id: `intangibles-${anio}`,
      articulo: 'ET 437 par. 3 num. 3',
      hecho: negar(h.explotaIntangibles),
      cumple: `En ${anio} su negocio no usó franquicia, concesión, regalía ni permiso parecido.`,
      noCumple: `En ${anio} su negocio usó una franquicia, concesión, regalía o permiso parecido.`,
      noSeSabe: `Falta saber si en ${anio} su negocio usó una franquicia o algo parecido.`,
    }),
    condicion({
      id: `usuario-aduanero-${anio}`,
      articulo: 'ET 437 par. 3 num. 4',
      hecho: negar(h.usuarioAduanero),
      cumple: `En ${anio} no fue usuario aduanero.`,
      noCumple: `En ${anio} fue usuario aduanero.`,
      noSeSabe: `Falta saber si en ${anio} fue usuario aduanero.`,
    }),
    dentroDelTope({
      id: `contratos-${anio}`,
      articulo: 'ET 437 par. 3 num. 5',
      anio,
      que: `el mayor de sus contratos de ${anio}`,
      valor: mayor(h.contratos?.map((c) => c.valor)),
      topes,
      regla: 'inferior',
    }),
    {
      ...dentroDelTope({
        id: `contratos-sumados-${anio}`,
        articulo: 'ET 437 par. 3 inc. 3',
        anio,
        que: `la suma de los contratos de ${anio} con un mismo contratante`,
        valor: mayor(h.contratos && sumasPorContratante(h.contratos)),
        topes,
        regla: 'no-supera',
      }),
      certeza: 'parametro',
    },
    dentroDelTope({
      id: `consignaciones-${anio}`,
      articulo: 'ET 437 par. 3 num. 6',
      anio,
      que: `lo que le consignaron por su actividad en ${anio}`,
      valor: h.consignaciones,
      topes,
      regla: 'no-supera',
    }),
  ];
}

/** At most one shop, office, seat, place or business. @throws HechoImposible */
export function unEstablecimiento(anio: number, cuantos: number | undefined, articulo: string): Condicion {
  if (cuantos !== undefined && (cuantos < 0 || !Number.isInteger(cuantos))) {
    throw new HechoImposible(`establecimientos-${anio}: ${cuantos}`);
  }
  return condicion({
    id: `establecimientos-${anio}`,
    articulo,
    hecho: cuantos === undefined ? undefined : cuantos <= 1,
    cumple: `En ${anio} no tuvo más de un local, oficina o sede.`,
    noCumple: `En ${anio} tuvo ${cuantos ?? 0} locales, oficinas o sedes, y solo se permite uno.`,
    noSeSabe: `Falta saber cuántos locales, oficinas o sedes tuvo en ${anio}.`,
  });
}

function sumasPorContratante(contratos: readonly Contrato[]): bigint[] {
  const sumas = new Map<string, bigint>();
  for (const { contratante, valor } of contratos) {
    if (valor < 0n) throw new HechoImposible(`contrato: ${formatearPesos(valor)}`);
    sumas.set(contratante, (sumas.get(contratante) ?? 0n) + valor);
  }
  return [...sumas.values()];
}

function mayor(valores: readonly bigint[] | undefined): bigint | undefined {
  return valores?.reduce((a, b) => (b > a ? b : a), 0n);
}
