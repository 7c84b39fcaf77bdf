import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { CASA_DE_POOLS, poolsEnSuCasa } from './scripts/lib/regla-pools.mjs';

// One compiler project per area: a browser island must not be checked against Node's types, nor the
// other way round. An area without files costs nothing, because its project is never opened.
const AREAS = [
  { archivos: ['*.ts', 'packages/normas/{pruebas/**,src/**/*.test}.ts'], proyecto: './tsconfig.json' },
  {
    archivos: ['packages/normas/src/**/*.ts'],
    excepto: ['packages/normas/src/**/*.test.ts'],
    proyecto: './packages/normas/tsconfig.json',
  },
  { archivos: ['packages/documentos/**/*.ts'], proyecto: './packages/documentos/tsconfig.json' },
  {
    archivos: ['packages/portal/**/*.{ts,tsx}'],
    excepto: ['packages/portal/src/**/islas/**'],
    proyecto: './packages/portal/tsconfig.json',
  },
  {
    archivos: ['packages/portal/src/**/islas/**/*.{ts,tsx}'],
    proyecto: './packages/portal/tsconfig.islas.json',
  },
  { archivos: ['e2e/**/*.{ts,tsx}'], proyecto: './e2e/tsconfig.json' },
  { archivos: ['bench/**/*.{ts,tsx}'], proyecto: './bench/tsconfig.json' },
];

const DIA_DE_LA_MAQUINA = {
  selector: 'CallExpression[callee.property.name=/^get(FullYear|Month|Date|Day|Hours|Minutes)$/]',
  message: "This is the machine's time zone: use fechaEnBogota, or the getUTC… of a date that has no zone.",
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.data/**', '**/.tmp/**', 'coverage/**'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    plugins: { casa: { rules: { 'pools-en-su-casa': poolsEnSuCasa } } },
    rules: {
      'casa/pools-en-su-casa': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Fastify handlers are async by contract even where nothing is awaited.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...AREAS.map(({ archivos, excepto = [], proyecto }) => ({
    files: archivos,
    ignores: excepto,
    languageOptions: { parserOptions: { project: [proyecto], tsconfigRootDir: import.meta.dirname } },
  })),
  { files: [CASA_DE_POOLS], rules: { 'casa/pools-en-su-casa': 'off' } },
  {
    // What day it is, is Colombia's: a getter of the machine's time zone is another day five hours of each.
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      'no-restricted-syntax': ['error', DIA_DE_LA_MAQUINA],
    },
  },
  {
    // A room's refusals stand together, each with its code and what the person reads.
    files: ['packages/portal/src/**/*.{ts,tsx}'],
    ignores: ['**/errores.ts', 'packages/portal/src/plataforma/errores/index.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="ErrorDominio"]',
          message: "Declare it in the room's errores.ts, or return rechazo({ campo: texto }).",
        },
        DIA_DE_LA_MAQUINA,
      ],
    },
  },
  {
    // These talk to whoever is at the terminal.
    files: ['packages/portal/src/linea-de-ordenes/**/*.ts', 'packages/portal/src/servir.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['scripts/**/*.mjs', 'packages/portal/bin/*.mjs', '*.{js,cjs}', '.*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        performance: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
      },
    },
  },
);
