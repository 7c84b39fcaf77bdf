import { cifrasDe, nombreReportado, usoDe } from '@autogestion/normas/exogena';
import type { FilaDeMuestra } from './entrega.ts';

/** What one person of a delivery will read of it, with whom it is of. */
export interface ComoLoVera {
  fila: number;
  /** As the reporter wrote it. */
  nombre: string;
  documento: string;
  frases: readonly string[];
  datos: readonly { detalle: string; valor: number; usoEnLlano: string }[];
}

/** The words are those of the page of whoever is reported: what is shown here is what they will read. */
export function comoLoVera(
  f: FilaDeMuestra,
  de: { informante: { nit: string; nombre: string }; formato: string; anio: number },
): ComoLoVera {
  const campos = cifrasDe(de.formato, f.campos);
  const { frases, datos } = usoDe(
    { informante: de.informante, formato: de.formato, concepto: f.concepto, campos },
    de.anio,
  );
  return {
    fila: f.fila,
    nombre: nombreReportado(f.campos),
    documento: f.numero,
    frases,
    datos: datos.map(({ detalle, valor, usoEnLlano }) => ({ detalle, valor, usoEnLlano })),
  };
}
