import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface ClienteConstruido {
  /** The folder with its `.vite/manifest.json`. */
  directorio: string;
  borrar: () => Promise<void>;
}

/** Builds the browser's side from the sources at hand, in a folder of its own: test files run at once. */
export async function construirCliente(): Promise<ClienteConstruido> {
  const directorio = await mkdtemp(join(tmpdir(), 'autogestion-cliente-'));
  await build({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: { outDir: directorio, emptyOutDir: true },
  });
  return { directorio, borrar: () => rm(directorio, { recursive: true }) };
}
