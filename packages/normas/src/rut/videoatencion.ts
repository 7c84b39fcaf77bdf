import datos from './datos/videoatencion.json' with { type: 'json' };

/** A matter that an official attends by video (Comunicado de prensa DIAN, 25 February 2022). */
export interface CasoVideoatencion {
  /** One digit, `1` to `8`. */
  codigo: string;
  nombre: string;
  tramite: string;
  /** What the person is asked to bring: decided by this office, the source does not say. */
  pruebas: string[];
  confianza: string;
  fuente: string;
  fuentePruebas: string;
}

export const CASOS_VIDEOATENCION: readonly CasoVideoatencion[] = datos.casos;

export function casoVideoatencion(codigo: string): CasoVideoatencion | undefined {
  return CASOS_VIDEOATENCION.find((c) => c.codigo === codigo);
}
