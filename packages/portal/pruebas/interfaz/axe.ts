import { AxeBuilder } from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Every page compiles it anew: minified it is less than half. */
const FUENTE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Opciones = Parameters<AxeBuilder['options']>[0];

/**
 * What axe finds in the page, a line each rule that is broken. The page has no frames, so it needs no second page to
 * put the results together, and what is not a violation is not described: both halve the time.
 * @param opciones rules or tags; axe's own where not said.
 */
export async function faltasDeAxe(pagina: Page, opciones: Opciones = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: pagina, axeSource: FUENTE })
    .setLegacyMode()
    .options({ ...opciones, resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
}
