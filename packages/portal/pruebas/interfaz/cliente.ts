import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds the browser's side from the sources at hand, beside the real build and not over it.
 * @returns the folder with its `.vite/manifest.json`.
 */
export async function construirCliente(): Promise<string> {
  const raiz = fileURLToPath(new URL('../..', import.meta.url));
  const salida = `${raiz}.tmp/cliente`;
  await build({
    configFile: `${raiz}vite.config.ts`,
    logLevel: 'error',
    build: { outDir: salida, emptyOutDir: true },
  });
  return salida;
}
