import datos from './datos/seccionales.json' with { type: 'json' };
import { municipio } from './divipola.ts';

/** A regional office of the DIAN (Resolución DIAN 64 de 2021, Decreto 1742 de 2020). */
export interface Seccional {
  /** Two digits. */
  codigo: string;
  nombre: string;
  /** `impuestos`, `impuestos-y-aduanas`, `aduanas`, `delegada`, `grandes-contribuyentes`, `nivel-central`. */
  tipo: string;
  /** DIVIPOLA code of the city where it sits. */
  sede: string | null;
  /** Whether it appears in the table of box 12 of form 010, the only box-12 table found. */
  enCasilla12: boolean;
  confianza: string;
  nota?: string;
}

export const SECCIONALES: readonly Seccional[] = datos.seccionales;

export function seccional(codigo: string): Seccional | undefined {
  return SECCIONALES.find((s) => s.codigo === codigo);
}

/** As box 12 prints it: `Impuestos de Bogotá`. */
export function nombreCortoSeccional(s: Seccional): string {
  return s.nombre.replace(/^Dirección (?:Seccional|Operativa) (?:de )?/, '');
}

/**
 * Office that receives the taxpayers of each department: the one in its capital; where the capital has
 * none, the only one of the department (Putumayo) or, for Cundinamarca, that of Bogotá. No complete
 * map of municipalities to offices was found, so this is a parameter without source.
 */
const POR_DEPARTAMENTO: Record<string, string> = {
  '05': '11',
  '08': '02',
  '11': '32',
  '13': '06',
  '15': '20',
  '17': '10',
  '18': '28',
  '19': '17',
  '20': '24',
  '23': '12',
  '25': '32',
  '27': '18',
  '41': '13',
  '44': '25',
  '47': '19',
  '50': '22',
  '52': '14',
  '54': '07',
  '63': '01',
  '66': '16',
  '68': '04',
  '70': '23',
  '73': '09',
  '76': '05',
  '81': '34',
  '85': '44',
  '86': '46',
  '88': '27',
  '91': '38',
  '94': '43',
  '95': '78',
  '97': '45',
  '99': '42',
};

export interface AsignacionSeccional {
  seccional: Seccional;
  /** `sede`: an office sits in the municipality. `departamento`: that of the department. */
  criterio: 'sede' | 'departamento';
  /** The assignment follows a parameter of this office, not a rule that was read. */
  sinFuente: true;
}

/**
 * Box 12 for somebody whose address is in the municipality (five-digit DIVIPOLA code). Where a tax
 * office of the box-12 table sits in the municipality itself (Girardot, Palmira…), that one.
 */
export function seccionalDeMunicipio(codigo: string): AsignacionSeccional | undefined {
  const lugar = municipio(codigo);
  if (!lugar) return undefined;
  const local = SECCIONALES.find(
    (s) => s.sede === codigo && s.enCasilla12 && (s.tipo === 'impuestos' || s.tipo === 'impuestos-y-aduanas'),
  );
  if (local) return { seccional: local, criterio: 'sede', sinFuente: true };
  const delDepartamento = seccional(POR_DEPARTAMENTO[lugar.departamento] ?? '');
  return delDepartamento && { seccional: delDepartamento, criterio: 'departamento', sinFuente: true };
}
