import { defineConfig } from 'vitest/config';

const FUERA = ['**/node_modules/**', '**/dist/**'];
/** For what would never end: how long something takes is the machine's business, and no test's. */
const PLAZO = 300_000;
/** Writes down what each file cost, for the budget of `npm test`. */
const CONSUMO = ['scripts/lib/consumo.mjs'];

/**
 * One project per package. Files of one project share their worker's modules (`isolate: false`, three
 * times faster here): a test that replaces a global must put it back.
 */
export default defineConfig({
  test: {
    // Half of the time goes to PostgreSQL and Chromium, which need the other cores.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'normas',
          include: ['packages/normas/**/*.test.ts'],
          exclude: FUERA,
          isolate: false,
          setupFiles: CONSUMO,
          testTimeout: PLAZO,
        },
      },
      {
        test: {
          name: 'documentos',
          include: ['packages/documentos/**/*.test.ts'],
          exclude: FUERA,
          isolate: false,
          setupFiles: CONSUMO,
          testTimeout: PLAZO,
        },
      },
      {
        test: {
          name: 'portal',
          include: ['packages/portal/**/*.test.{ts,tsx}'],
          exclude: FUERA,
          isolate: false,
          setupFiles: CONSUMO,
          globalSetup: ['packages/portal/pruebas/base/arranque.ts'],
          testTimeout: PLAZO,
          hookTimeout: PLAZO,
        },
      },
      {
        test: {
          name: 'casa',
          include: ['scripts/**/*.test.mjs', 'bench/**/*.test.ts'],
          exclude: FUERA,
          setupFiles: CONSUMO,
          testTimeout: PLAZO,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.{ts,tsx}'],
          exclude: FUERA,
          setupFiles: CONSUMO,
          globalSetup: ['packages/portal/pruebas/base/arranque.ts'],
          testTimeout: PLAZO,
          hookTimeout: PLAZO,
        },
      },
    ],
  },
});
