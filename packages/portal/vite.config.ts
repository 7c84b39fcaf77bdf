import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/**
 * Entries of the browser build, by the name that pages use for them (`<Pagina islas={['lector-qr']}>`).
 * `estilos`, `soporte` and `oficina` go on every page; a capability adds its own line here.
 */
const ENTRADAS = {
  estilos: 'src/interfaz/estilos/oficina.scss',
  soporte: 'src/interfaz/islas/soporte.ts',
  oficina: 'src/interfaz/islas/entrada.ts',
  subida: 'src/interfaz/islas/subida.ts',
  'verificar-qr': 'src/sello/islas/verificar-qr.ts',
  llave: 'src/cuentas/islas/llave.ts',
  mesa: 'src/tramites/islas/mesa.ts',
  calculo: 'src/obligaciones/pagos/islas/calculo.ts',
  llenar: 'src/declaraciones/llenar/islas/llenar.ts',
  entrega: 'src/terceros/entrega/islas/entrega.ts',
  simulador: 'src/obligaciones/facilidad/islas/simulador.ts',
  'lector-de-qr': 'src/facturas/consulta/islas/lector-de-qr.ts',
};

const modulos = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Beside each file of text, the same compressed as much as it can be: once here, and not at each request. */
const comprimidos: Plugin = {
  name: 'comprimidos',
  async writeBundle({ dir = '' }) {
    for (const nombre of await readdir(dir, { recursive: true })) {
      if (!/\.(js|css|svg)$/.test(nombre)) continue;
      const texto = await readFile(join(dir, nombre));
      await writeFile(join(dir, `${nombre}.br`), brotliCompressSync(texto));
      await writeFile(join(dir, `${nombre}.gz`), gzipSync(texto, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: import.meta.dirname,
  base: '/recursos/',
  publicDir: 'src/interfaz/publico',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: { preprocessorOptions: { scss: { loadPaths: [modulos], quietDeps: true } } },
  build: {
    outDir: 'dist/cliente',
    emptyOutDir: true,
    manifest: true,
    // Phones of five years ago. Older ones get the same pages without script.
    target: ['chrome80', 'safari13'],
    cssTarget: ['chrome80', 'safari13'],
    modulePreload: false,
    // A font or image inlined as data: would be refused by the page's Content-Security-Policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Whole pesos are `bigint`: a browser without them does not read that island, and has the page as without script.
    rolldownOptions: { input: ENTRADAS, checks: { toleratedTransform: false } },
  },
  plugins: [comprimidos],
});
