import { AnioSinParametros } from '@autogestion/normas/formularios/motor';
import {
  TIPOS_DE_DESVIACION,
  validar,
  type DeclaracionCruda,
  type Desviacion,
  type FormularioValidable,
  type Validacion,
} from '@autogestion/normas/formularios/validar';
import { municipio } from '@autogestion/normas/geografia';
import { z } from 'zod';

const numero = z.number().nullable();

export const ValidacionApi = z.object({
  desviaciones: z.array(
    z.object({
      ruta: z.string().describe('La casilla, o «hechos.dependientes», «municipios.2.ingresos»'),
      recibido: numero,
      calculado: numero,
      diferencia: numero.describe('Recibido menos calculado'),
      tipo: z.enum(TIPOS_DE_DESVIACION),
      articulo: z.string().nullable(),
      mensaje: z.string(),
    }),
  ),
  orientaciones: z.array(
    z.object({
      ruta: z.string().nullable(),
      tipo: z.enum(['aviso', 'supuesto']),
      articulo: z.string().nullable(),
      mensaje: z.string(),
    }),
  ),
});

/** As the law of that year reads it; a sentence where there is none for that year. */
export function probar(
  formulario: FormularioValidable,
  anio: number,
  cruda: DeclaracionCruda,
): Validacion | string {
  try {
    return validar(formulario, anio, cruda, { esMunicipio: (codigo) => municipio(codigo) !== undefined });
  } catch (error) {
    if (error instanceof AnioSinParametros) return error.message;
    throw error;
  }
}

export const enApi = ({ desviaciones, orientaciones }: Validacion): z.output<typeof ValidacionApi> => ({
  desviaciones: desviaciones.map((d) => {
    const { ruta, tipo, articulo, mensaje } = d;
    return { ruta, ...cifras(d), tipo, articulo, mensaje };
  }),
  orientaciones: [...orientaciones],
});

const PARTES_DE_UNA_TARIFA = 1e9;

/** Pesos as they are; rates as a fraction of one. */
function cifras({ clase, recibido, calculado }: Desviacion) {
  if (recibido === null || calculado === null) return { recibido: null, calculado: null, diferencia: null };
  const enNumero = (x: bigint) => (clase === 'tarifa' ? Number(x) / PARTES_DE_UNA_TARIFA : Number(x));
  return {
    recibido: enNumero(recibido),
    calculado: enNumero(calculado),
    diferencia: enNumero(recibido - calculado),
  };
}
