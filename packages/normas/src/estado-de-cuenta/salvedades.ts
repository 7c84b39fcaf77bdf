import { anioDe } from '../fechas/index.ts';
import { mesEnPalabras, mesDe, REGIMENES_ESPECIALES } from '../tasas/index.ts';
import type { Devengo } from './devengo.ts';
import type { EstadoDeCuenta, Mora } from './estado.ts';

/** What whoever reads the figures must know before trusting them. */
export function salvedadesDelEstado(
  moras: readonly Mora[],
  sinInflacion: readonly number[],
  devengo: Devengo,
): Pick<EstadoDeCuenta, 'salvedades' | 'provisional'> {
  const [primera] = [...moras].sort((a, b) => (a.desde < b.desde ? -1 : 1));
  const ultima = moras.reduce((dia, m) => (m.hasta > dia ? m.hasta : dia), '');
  const salvedades: string[] = [];
  if (primera && primera.desde < devengo.desde)
    salvedades.push(
      `Los intereses se cuentan desde ${mesEnPalabras(mesDe(devengo.desde))}: la oficina no tiene las tasas de antes, y faltan los de ese tiempo.`,
    );
  const supuesta = ultima === '' ? undefined : devengo.tasa(ultima.slice(0, 7));
  if (supuesta?.supuesta)
    salvedades.push(
      `La última tasa que la oficina conoce es la de ${mesEnPalabras(supuesta.tasa.mes)}: los intereses de los meses siguientes se calculan con ella y pueden cambiar.`,
    );
  if (sinInflacion.length > 0)
    salvedades.push(
      `Falta actualizar la sanción con la inflación de ${sinInflacion.map(String).join(', ')}, que la oficina no tiene (artículo 867-1 del Estatuto Tributario).`,
    );
  const provisional = salvedades.length > 0;
  for (const { desde, hasta, texto } of REGIMENES_ESPECIALES)
    if (moras.some((m) => m.desde < hasta && m.hasta >= desde)) salvedades.push(texto);
  if (moras.some((m) => anioDe(m.hasta) > anioDe(m.desde)) || moras.length > 1)
    salvedades.push('Cada mes se liquida con su propia tasa, como lo entiende esta oficina.');
  return { salvedades, provisional };
}
