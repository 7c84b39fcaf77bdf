import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const NORMAS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.0 to 2.2, levels A and AA, and whether the page overflows 320 px. */
export async function faltasDe(pagina: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: pagina }).setLegacyMode().withTags(NORMAS).analyze();
  const faltas = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
  const tamano = pagina.viewportSize();
  await pagina.setViewportSize({ width: 320, height: 640 });
  const ancho = await pagina.evaluate(() => document.documentElement.scrollWidth);
  if (tamano) await pagina.setViewportSize(tamano);
  return ancho > 320 ? [...faltas, `overflow: ${ancho} px`] : faltas;
}
