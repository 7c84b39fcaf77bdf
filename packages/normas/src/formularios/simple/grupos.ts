import { esMayor, mayor, numero, si, tarifaDeRango } from '../motor/index.ts';
import type { Auxiliar, Expresion, Termino } from '../motor/index.ts';

/** A group of ET 908 as both forms of the regime know it. */
export interface GrupoEnFormulario {
  /** As the law prints it. */
  grupo: string;
  nombre: string;
  /** Boxes of form 260 with its income from the country and from abroad. */
  pais: string;
  exterior: string;
  /** End of the names of its table, its income and its rate: `1`, `3Sic`. */
  sufijo: string;
}

/** Since 2023. Boxes 37 and 38 are those of group 4, which Sentencia C-540 de 2023 struck down. */
export const GRUPOS: readonly GrupoEnFormulario[] = [
  {
    grupo: '1',
    nombre: 'tiendas pequeñas, minimercados, micromercados y peluquería',
    pais: '31',
    exterior: '32',
    sufijo: '1',
  },
  {
    grupo: '2',
    nombre: 'comercio, servicios técnicos, industria, telecomunicaciones y otros',
    pais: '33',
    exterior: '34',
    sufijo: '2',
  },
  {
    grupo: '3',
    nombre: 'comidas y bebidas, y transporte',
    pais: '35',
    exterior: '36',
    sufijo: '3',
  },
  {
    grupo: '3 (sic)',
    nombre: 'servicios profesionales, de consultoría y científicos, educación y salud',
    pais: '39',
    exterior: '40',
    sufijo: '3Sic',
  },
  {
    grupo: '6',
    nombre: 'actividades CIIU 4665, 3830 y 3811',
    pais: '41',
    exterior: '42',
    sufijo: '6',
  },
];

export const tablaDe = (g: GrupoEnFormulario): string => `tablaGrupo${g.sufijo}`;
const ingresosDe = (g: GrupoEnFormulario): string => `ingresosGrupo${g.sufijo}`;
const tarifaDe = (g: GrupoEnFormulario): string => `tarifaGrupo${g.sufijo}`;

/** The highest of the rates of the groups with income (ET 908 par. 5). */
export const TARIFA_MAS_ALTA: Expresion = mayor(...GRUPOS.map(tarifaDe));

/**
 * For each group, its income and the rate that the income of all finds in its table: none without income of its own.
 *
 * @param total gross income of everything.
 */
export function ingresosYTarifas(
  total: Termino,
  ingresosDelGrupo: (g: GrupoEnFormulario) => Expresion,
): Auxiliar[] {
  return GRUPOS.flatMap((g): Auxiliar[] => [
    {
      clave: ingresosDe(g),
      nombre: `Ingresos del grupo ${g.grupo}`,
      clase: 'pesos',
      norma: 'ET 904, 908',
      formula: ingresosDelGrupo(g),
    },
    {
      clave: tarifaDe(g),
      nombre: `Tarifa del grupo ${g.grupo}`,
      clase: 'tarifa',
      norma: 'ET 908 y pars. 4 y 5',
      formula: si(esMayor(ingresosDe(g), numero(0)), tarifaDeRango(tablaDe(g), total), numero(0)),
    },
  ]);
}
