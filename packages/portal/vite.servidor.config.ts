import { defineConfig } from 'vite';

/** The server as one bundle: the workspaces inside, what comes from npm outside. */
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ssr: { noExternal: [/^@autogestion\//], external: true },
  build: {
    ssr: true,
    outDir: 'dist/servidor',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      // obrero: what reads strangers' files apart (documentos/src/aparte).
      input: { main: 'src/main.ts', cli: 'src/cli.ts', obrero: '../documentos/src/aparte/obrero.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
