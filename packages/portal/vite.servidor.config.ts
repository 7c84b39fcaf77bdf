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
      input: { main: 'src/main.ts', cli: 'src/cli.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
