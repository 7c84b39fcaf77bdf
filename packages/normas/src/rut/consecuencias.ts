import { compararFracciones, enPorcentaje } from '../dinero/index.ts';
import {
  ACTIVIDADES_EXCLUIDAS,
  grupoDeActividad,
  INC_COMIDAS_Y_BEBIDAS,
  tarifasSimple,
  UTILIDAD_MAXIMA_GRUPO_6,
} from '../simple/index.ts';
import type { GrupoDeActividad } from '../simple/index.ts';
import { enUvt } from './cuestionario.ts';
import { noVende, sirveComida, vendeAlPorMayor } from './perfil.ts';

/** What follows from an activity by itself, whoever the person is. */
export interface ConsecuenciaDeActividad {
  /** A sentence for the person. */
  texto: string;
  norma: string;
  /** When it is otherwise, or what of it is not certain; null where all is said. */
  salvedad: string | null;
}

/**
 * What follows from choosing an activity, in taxes: computed with the rules of the year.
 *
 * @param codigo four digits.
 * @throws AnioSinTarifas
 */
export const consecuenciasDeActividad = (codigo: string, anio: number): ConsecuenciaDeActividad[] => [
  ...deVentas(codigo, anio),
  ...delSimple(codigo, anio),
];

function deVentas(codigo: string, anio: number): ConsecuenciaDeActividad[] {
  if (sirveComida(codigo))
    return [
      {
        texto: `No cobra IVA. Cobra impuesto al consumo (${enPorcentaje(INC_COMIDAS_Y_BEBIDAS.tarifa)}) si recibe ${enUvt(3_500, anio)} o más al año, o si tiene más de un local.`,
        norma: 'ET 426, 512-1 num. 3 y par. 3, y 512-13',
        salvedad: 'En una franquicia se cobra IVA. En el Amazonas y San Andrés no hay impuesto al consumo.',
      },
    ];
  if (vendeAlPorMayor(codigo))
    return [
      {
        texto: 'Si lo que vende lleva IVA, lo cobra desde la primera venta.',
        norma: 'ET 437 par. 3',
        salvedad: null,
      },
    ];
  return [];
}

function delSimple(codigo: string, anio: number): ConsecuenciaDeActividad[] {
  const grupo = grupoDeActividad(codigo, anio);
  const excluida = ACTIVIDADES_EXCLUIDAS.find((a) => a.puedeEstarEn.includes(codigo));
  if (excluida)
    return [
      {
        texto: `Puede quedar por fuera del SIMPLE. La ley no deja entrar a quien se dedica a esto: ${minuscula(excluida.nombre)}.`,
        norma: 'ET 906 nums. 8 y 9',
        salvedad: null,
      },
    ];
  if (grupo.ok) return [delGrupo(grupo.valor, codigo, anio)];
  if (grupo.codigo === 'sin-actividad-empresarial')
    return [
      {
        texto: `${noVende(codigo) ? 'Con esto no vende nada, así que no cobra IVA.' : 'No es un negocio.'} Tampoco sirve para entrar al SIMPLE.`,
        norma: 'ET 420 y 905 num. 1',
        salvedad: null,
      },
    ];
  return [
    {
      texto: 'No está en la lista del SIMPLE. Pregunte antes de entrar.',
      norma: 'DUR 1625 de 2016, Anexo 4; ET 906 num. 8',
      salvedad: null,
    },
  ];
}

function delGrupo(g: GrupoDeActividad, codigo: string, anio: number): ConsecuenciaDeActividad {
  const tope = UTILIDAD_MAXIMA_GRUPO_6;
  const conTope = tope.actividades.includes(codigo)
    ? ` Solo cabe si gana el ${enPorcentaje(tope.tarifa)} o menos de lo que recibe.`
    : '';
  const dudoso = g.confianza === 'baja' ? ' Este grupo no es seguro: pregunte antes de entrar.' : '';
  return {
    texto: `Si entra al SIMPLE, en el grupo ${g.grupo}, paga ${tarifasDe(g.grupo, anio)} de lo que recibe.${conTope}${dudoso}`,
    norma: `DUR 1625 de 2016, Anexo 4; ${tarifasSimple(anio).norma}${conTope === '' ? '' : `; ${tope.norma}`}`,
    salvedad: g.advertencia,
  };
}

/** From the lowest rate of the group to the highest. */
function tarifasDe(grupo: string, anio: number): string {
  const tarifas = (tarifasSimple(anio).grupos.find((g) => g.grupo === grupo)?.rangos.anual ?? [])
    .map((r) => r.tarifa)
    .sort(compararFracciones);
  const [menor, mayor] = [tarifas[0], tarifas.at(-1)];
  if (menor === undefined || mayor === undefined)
    throw new RangeError(`Grupo del SIMPLE sin tarifas: ${grupo}`);
  return compararFracciones(menor, mayor) === 0
    ? `el ${enPorcentaje(menor)}`
    : `del ${enPorcentaje(menor)} al ${enPorcentaje(mayor)}`;
}

const minuscula = (texto: string): string => texto.charAt(0).toLowerCase() + texto.slice(1);
