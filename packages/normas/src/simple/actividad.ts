import { bien, falla } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import datos from './datos/actividades.json' with { type: 'json' };
import { tarifasSimple } from './tarifas.ts';

/** The group in which an activity pays, and how sure that is. */
export interface GrupoDeActividad {
  grupo: string;
  /** `Comercial`, `Servicios`, `Industrial`… as the municipalities tell them apart for the ICA. */
  tipo: string;
  /** `101` to `305`, for municipalities that set their rate by agrupación; null when the annex gives none. */
  agrupacion: string | null;
  /**
   * `norma`: the annex of the decree says it. `parametro`: translated from the earlier annex, because the
   * one in force was not read; the person chooses and is told so.
   */
  certeza: 'norma' | 'parametro';
  confianza: string;
  /** What is not certain, for whoever shows the group; null when the annex says it. */
  advertencia: string | null;
}

export type CodigoErrorActividad = 'ciiu' | 'sin-actividad-empresarial' | 'actividad-fuera-de-lista';

interface FilaDeActividad {
  ciiu: string;
  /** Numeral of ET 908 as it stood until 2022. */
  numeral2020: string;
  grupo: string;
  tipo: string;
  agrupacion: string | null;
  confianza?: string;
}

const FILAS: readonly FilaDeActividad[] = datos.actividades;
const POR_CIIU = new Map(FILAS.map((fila) => [fila.ciiu, fila]));

/** The numerals of the decree's annex, before Ley 2277 de 2022 renumbered them. */
const ULTIMO_ANIO_DEL_ANEXO = 2022;

const ADVERTENCIA =
  'El Decreto 1545 de 2024 cambió la lista de actividades y solo se tiene la anterior. Confirme el grupo de su actividad en el Anexo 4 del DUR 1625 de 2016.';

/**
 * The group of an activity (DUR 1625 de 2016, Anexo 4: an indicative list).
 *
 * @param ciiu four digits.
 * @throws AnioSinTarifas
 */
export function grupoDeActividad(
  ciiu: string,
  anio: number,
): Resultado<GrupoDeActividad, CodigoErrorActividad> {
  tarifasSimple(anio);
  if (!/^[0-9]{4}$/.test(ciiu)) {
    return falla('ciiu', 'El código de la actividad tiene cuatro números, por ejemplo 4711.');
  }
  // The codes of the RUT's own (0010 salaried, 0090 rentier…) are not in the CIIU.
  if (ciiu.startsWith('00')) {
    return falla(
      'sin-actividad-empresarial',
      `El código ${ciiu} no es el de una actividad de empresa, que es lo que pide el SIMPLE (ET 905 num. 1).`,
    );
  }
  const fila = POR_CIIU.get(ciiu);
  if (!fila) {
    return falla(
      'actividad-fuera-de-lista',
      `La actividad ${ciiu} no está en la lista del Anexo 4. Puede ser de las que no caben en el SIMPLE (ET 906 num. 8) o de «las demás actividades» del grupo 2 (ET 908 num. 2).`,
    );
  }
  const { tipo, agrupacion } = fila;
  if (anio <= ULTIMO_ANIO_DEL_ANEXO) {
    const confianza = datos.confianza2020;
    return bien({
      grupo: fila.numeral2020,
      tipo,
      agrupacion,
      certeza: 'norma',
      confianza,
      advertencia: null,
    });
  }
  return bien({
    grupo: fila.grupo,
    tipo,
    agrupacion,
    certeza: 'parametro',
    confianza: fila.confianza ?? datos.confianza,
    advertencia: ADVERTENCIA,
  });
}
