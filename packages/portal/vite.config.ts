import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/**
 * Entries of the browser build, by the name that pages use for them (`<Pagina islas={['lector-qr']}>`).
 * `estilos`, `soporte` and `oficina` go on every page; a capability adds its own line here.
 */
const ENTRADAS = {
  estilos: 'src/interfaz/estilos/oficina.scss',
  soporte: 'src/interfaz/islas/soporte.ts',
  oficina: 'src/interfaz/islas/entrada.ts',
  'verificar-qr': 'src/sello/islas/verificar-qr.ts',
  llave: 'src/cuentas/islas/llave.ts',
  mesa: 'src/tramites/islas/mesa.ts',
};

const modulos = fileURLToPath(new URL('../../node_modules', import.meta.url));

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
    rolldownOptions: { input: ENTRADAS },
  },
});
