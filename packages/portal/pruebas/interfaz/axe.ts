import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type Opciones = Parameters<AxeBuilder['options']>[0];

/**
 * What axe finds in the page, a line each rule that is broken. The page has no frames, so it needs no second page to
 * put the results together, and what is not a violation is not described: both halve the time.
 * @param opciones rules or tags; axe's own where not said.
 */
export async function faltasDeAxe(pagina: Page, opciones: Opciones = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: pagina })
    .setLegacyMode()
    .options({ ...opciones, resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
}
