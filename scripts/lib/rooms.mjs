import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const RAICES = ['packages/normas', 'packages/documentos', 'packages/portal', 'e2e', 'bench'];

/**
 * Checks the rules of .dependency-cruiser.cjs on the house at `raiz`.
 *
 * @returns {Promise<{ modulos: Record<string, number>, faltas: string[] }>} modules read per package, and
 *   each forbidden import as "rule: from → to"
 */
export async function revisarSalas(raiz) {
  const { output } = await cruise(
    RAICES.filter((carpeta) => existsSync(join(raiz, carpeta))),
    { ...options, baseDir: raiz, ruleSet: { forbidden }, validate: true },
  );
  const modulos = Object.fromEntries(
    RAICES.map((carpeta) => [
      carpeta,
      output.modules.filter(({ source }) => source.startsWith(`${carpeta}/`)).length,
    ]),
  );
  const faltas = output.summary.violations.map(({ rule, from, to, cycle }) => {
    const camino = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
    return `${rule.name}: ${from} → ${camino}`;
  });
  return { modulos, faltas };
}
