import datos from './datos/nomenclatura.json' with { type: 'json' };
import { plegar } from '../texto/index.ts';

/** One convention of the table "Nomenclaturas para dirección" (Resolución DIAN 203 de 2005). */
export interface Abreviatura {
  /** As the RUT prints it: `CL`, `CR`, `AP`. */
  codigo: string;
  nombre: string;
  /** `via`, `complemento`, `cuadrante` or `sufijo`. */
  clase: string;
  confianza: string;
  fuente: string;
  alias?: string[];
  nota?: string;
}

export const NOMENCLATURA: readonly Abreviatura[] = datos.abreviaturas;

export const VIAS: readonly Abreviatura[] = NOMENCLATURA.filter((a) => a.clase === 'via');

export const COMPLEMENTOS: readonly Abreviatura[] = NOMENCLATURA.filter((a) => a.clase === 'complemento');

export const CUADRANTES = ['NORTE', 'SUR', 'ESTE', 'OESTE'] as const;

export type Cuadrante = (typeof CUADRANTES)[number];

const AVENIDA = ['avenida', 'avda', 'ave', 'av'];
const CALLE = ['cll', 'clle', 'cle'];
const CARRERA = ['carr', 'crra', 'krr', 'cra', 'kra', 'kr'];

/** How people abbreviate, gathered by this project; not part of the official table. */
const USOS: Record<string, string[]> = {
  AC: AVENIDA.flatMap((a) => ['calle', 'cl', ...CALLE].map((c) => `${a} ${c}`)),
  AK: AVENIDA.flatMap((a) => ['carrera', 'cr', ...CARRERA].map((c) => `${a} ${c}`)),
  AP: ['apto', 'apt', 'apartaestudio'],
  AU: ['autop', 'aut'],
  AV: AVENIDA,
  BG: ['bod'],
  BL: ['blvr', 'boulevard'],
  BQ: ['blq', 'bloq'],
  BR: ['brr', 'bario'],
  CE: ['c c', 'c.c', 'cc'],
  CL: CALLE,
  CN: ['cons'],
  CO: ['conjunto', 'conj', 'conjunto cerrado'],
  CR: CARRERA,
  CTO: ['correg'],
  DG: ['diag'],
  DP: ['dep'],
  ED: ['edif', 'edf'],
  GA: ['gar'],
  IN: ['int'],
  KM: ['kms'],
  LC: ['loc'],
  LT: ['lte'],
  MZ: ['manz', 'mza'],
  OF: ['ofc', 'ofic', 'ofi'],
  PA: ['parq', 'parqueo'],
  PN: ['ph'],
  TO: ['tor'],
  TV: ['transv', 'trans', 'tr', 'trv'],
  UR: ['urb'],
  VD: ['vda', 'ver'],
};

/** Folded spelling → convention, for one class. */
export function grafias(clase: string): ReadonlyMap<string, string> {
  const pares = NOMENCLATURA.filter((a) => a.clase === clase).flatMap((a) =>
    [a.codigo, a.nombre, ...(a.alias ?? []), ...(USOS[a.codigo] ?? [])].map(
      (g) => [plegar(g), a.codigo] as const,
    ),
  );
  return new Map(pares);
}
