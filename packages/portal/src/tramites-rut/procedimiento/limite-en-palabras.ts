import { formatearPesos } from '@autogestion/normas/dinero';
import { separarMiles } from '@autogestion/normas/nit';
import { topeEnPesos, type Tope } from '@autogestion/normas/rut';
import { uvtParaOrientar } from '@autogestion/normas/uvt';

/** «3.500 UVT de 2025, que son $ 174.297.000 (cada UVT de 2025 vale $ 49.799)». */
export function limiteEnPalabras({ uvt }: Tope, anio: number): string {
  const cantidad = `${separarMiles(String(uvt))} UVT de ${anio}`;
  const pesos = topeEnPesos({ uvt, norma: '' }, anio);
  if (pesos === undefined) return `${cantidad}, que todavía no tiene un valor publicado en esta oficina`;
  const unaUvt = formatearPesos(uvtParaOrientar(anio).pesos);
  return `${cantidad}, que son ${formatearPesos(pesos)} (cada UVT de ${anio} vale ${unaUvt})`;
}
