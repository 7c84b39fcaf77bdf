import { definidos } from '../definidos/index.ts';
import { porcentaje } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { uvt } from '../uvt/index.ts';
import type { Uvt } from '../uvt/index.ts';
import datos from './datos/tarifas.json' with { type: 'json' };

/** The return of the year or the receipt of two months: each has its own table (ET 908, and its par. 4). */
export type Periodicidad = 'anual' | 'bimestral';

/** A row of the table: the rate of whoever had from `desde`, included, to `hasta`, excluded. */
export interface RangoSimple {
  desde: Uvt;
  hasta: Uvt;
  /** Of the whole base, not of the part above `desde`. */
  tarifa: Fraccion;
}

/** Activities that share a table, by the numeral that the law gives them. */
export interface GrupoSimple {
  /** As the law prints it: `1`, `3 (sic)`. The same numeral names other activities before 2023. */
  grupo: string;
  nombre: string;
  rangos: Readonly<Record<Periodicidad, readonly RangoSimple[]>>;
  nota?: string;
}

/** A group that the Constitutional Court struck down: kept to explain an old paper, never to settle a tax. */
export interface GrupoInexequible extends GrupoSimple {
  sentencia: string;
  /** The group where its activities are today. */
  ahora: string;
}

/** The rates of a year and the act that gives them. */
export interface TarifasSimple {
  anio: number;
  norma: string;
  confianza: string;
  fuente: string;
  /** Income of the year from which nobody is in the regime (ET 905 num. 2). */
  limite: { uvt: Uvt; norma: string };
  grupos: readonly GrupoSimple[];
  inexequibles: readonly GrupoInexequible[];
}

/** The table has no rates for the year: the regime began in 2019, and these are read from 2020 on. */
export class AnioSinTarifas extends Error {
  readonly codigo = 'anio-sin-tarifas-simple';
  readonly anio: number;

  constructor(anio: number) {
    super(`No hay tarifas del régimen SIMPLE para el año ${anio}`);
    this.name = 'AnioSinTarifas';
    this.anio = anio;
  }
}

/** A row of the data; the types of the JSON differ from one row to the next. */
interface FilaDeGrupo {
  grupo: string;
  nombre: string;
  porcentajes: string[];
  nota?: string;
  limite?: Record<Periodicidad, string>;
}

const CONOCIDAS = new Map<number, TarifasSimple>();

/** @throws AnioSinTarifas */
export function tarifasSimple(anio: number): TarifasSimple {
  let tarifas = CONOCIDAS.get(anio);
  if (!tarifas) CONOCIDAS.set(anio, (tarifas = armar(anio)));
  return tarifas;
}

function armar(anio: number): TarifasSimple {
  const rige = ({ desde, hasta }: { desde: number; hasta: number | null }) =>
    desde <= anio && (hasta === null || anio <= hasta);
  const version = datos.versiones.find(rige);
  const limite = datos.limites.find(rige);
  if (!version || !limite) throw new AnioSinTarifas(anio);
  const grupo = (fila: FilaDeGrupo): GrupoSimple => ({
    grupo: fila.grupo,
    nombre: fila.nombre,
    rangos: {
      anual: rangos(fila, 'anual', limite),
      bimestral: rangos(fila, 'bimestral', limite),
    },
    ...definidos({ nota: fila.nota }),
  });
  return {
    anio,
    norma: version.norma,
    confianza: version.confianza,
    fuente: version.fuente,
    limite: { uvt: uvt(limite.anual), norma: limite.norma },
    grupos: version.grupos.map(grupo),
    inexequibles: version.inexequibles.map((fila) => ({
      ...grupo(fila),
      sentencia: fila.sentencia,
      ahora: fila.ahora,
    })),
  };
}

function rangos(
  { porcentajes, limite: propio }: FilaDeGrupo,
  periodicidad: Periodicidad,
  limite: Record<Periodicidad, string>,
): RangoSimple[] {
  const cortes = ['0', ...datos.cortes[periodicidad].slice(0, porcentajes.length - 1)];
  const ultimo = (propio ?? limite)[periodicidad];
  return porcentajes.map((tarifa, i) => ({
    desde: uvt(cortes[i] ?? '0'),
    hasta: uvt(cortes[i + 1] ?? ultimo),
    tarifa: porcentaje(tarifa),
  }));
}
