import { resta, segun, suma } from '../../motor/index.ts';
import type { Casilla, Expresion, Seccion } from '../../motor/index.ts';
import { conConfianza, GRUPOS, ingresosDelGrupo, TARIFA_MAS_ALTA } from '../../simple/index.ts';
import type { GrupoEnFormulario } from '../../simple/index.ts';

/** Boxes of the group that Sentencia C-540 de 2023 struck down; its activities are of group 3 (sic) since 2023. */
const GRUPO_4 = { pais: '37', exterior: '38' };
const HEREDERO_DEL_4 = '3 (sic)';

const GRUPOS_ANTES_DEL_4 = GRUPOS.filter((g) => Number(g.pais) < Number(GRUPO_4.pais));
const GRUPOS_DESPUES_DEL_4 = GRUPOS.filter((g) => Number(g.pais) > Number(GRUPO_4.pais));

const casillasDeGrupo = (g: GrupoEnFormulario): Casilla[] => [
  {
    clave: g.pais,
    nombre: `Grupo ${g.grupo}, ${g.nombre}: ingresos del país`,
    clase: 'pesos',
    norma: 'ET 904, 908',
    ayuda: 'Lo que recibió en Colombia: es la suma de los municipios de este grupo en el anexo.',
    formula: ingresosDelGrupo(g),
  },
  {
    clave: g.exterior,
    nombre: `Grupo ${g.grupo}, ${g.nombre}: ingresos del exterior`,
    clase: 'pesos',
    norma: 'ET 904, 908',
    ayuda: 'Lo que recibió de fuera de Colombia.',
  },
];

const casillaDelGrupo4 = (clave: string, de: string): Casilla => ({
  clave,
  nombre: `Grupo 4, educación y salud (inexequible): ingresos ${de}`,
  clase: 'pesos',
  norma: 'Sentencia C-540 de 2023; Concepto DIAN 9741 de 2024',
  ayuda: 'Ya no se usa: estos ingresos van en el grupo 3 (sic).',
});

/** Income of a group, from the country and abroad. What was written in the boxes of group 4 is of 3 (sic). */
export function ingresosDe({ grupo, pais, exterior }: GrupoEnFormulario): Expresion {
  return grupo === HEREDERO_DEL_4
    ? suma(pais, exterior, GRUPO_4.pais, GRUPO_4.exterior)
    : suma(pais, exterior);
}

/** What box 43 adds up, by how its open point is read. */
export const TOTAL_DE_INGRESOS = {
  todas: suma(31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42),
  'solo-pais': suma(31, 33, 35, 37, 39, 41),
};

export const INGRESOS: Seccion = {
  nombre: 'Ingresos',
  casillas: [
    ...conConfianza('media', [
      ...GRUPOS_ANTES_DEL_4.flatMap(casillasDeGrupo),
      casillaDelGrupo4(GRUPO_4.pais, 'del país'),
      casillaDelGrupo4(GRUPO_4.exterior, 'del exterior'),
      ...GRUPOS_DESPUES_DEL_4.flatMap(casillasDeGrupo),
      {
        clave: '43',
        nombre: 'Total ingresos brutos',
        clase: 'pesos',
        norma: 'ET 904',
        ayuda: 'Todo lo que recibió en el año, en Colombia y fuera.',
        formula: segun('casilla43', TOTAL_DE_INGRESOS),
      },
      {
        clave: '44',
        nombre: 'Ingresos no constitutivos de renta ni ganancia ocasional',
        clase: 'pesos',
        norma: 'ET 904 par.',
        ayuda: 'Los que la ley dice que no pagan este impuesto.',
      },
      {
        clave: '45',
        nombre: 'Ingresos netos',
        clase: 'pesos',
        norma: 'ET 904; DUR 1.5.8.3.11 num. 3',
        ayuda: 'Los ingresos sobre los que se calcula el impuesto.',
        formula: resta(43, 44),
      },
    ]),
  ],
};

export const TARIFA: Seccion = {
  nombre: 'Tarifa',
  casillas: [
    {
      clave: '27',
      nombre: 'Tarifa SIMPLE consolidada',
      clase: 'tarifa',
      norma: 'ET 908 y par. 5; Concepto DIAN 17588 de 2025',
      ayuda: 'La más alta entre las de los grupos en que tuvo ingresos, según el total del año.',
      frase:
        'Con el total de la casilla 43 se busca la tarifa de cada grupo en que tuvo ingresos, y la más alta se aplica a todo.',
      formula: TARIFA_MAS_ALTA,
      confianza: 'media',
    },
  ],
};
