import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { RAIZ } from './lib/procesos.mjs';

const eslint = new ESLint({
  cwd: RAIZ,
  ruleFilter: ({ ruleId }) => ruleId === 'casa/pools-en-su-casa',
  // With CI=true the types would be those of the file on disk, not of the text that is tried.
  overrideConfig: {
    languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } },
  },
});

/** What the rule says of that text, as if it stood in a file of the smallest compiler project. */
async function dicho(texto) {
  const [{ messages }] = await eslint.lintText(`import pg from 'pg';\n${texto}`, {
    filePath: 'vitest.config.ts',
  });
  return messages.map((m) => m.message);
}

describe('eslint: los pools se abren y se cierran en un solo lugar', () => {
  it.each([
    ['abrir uno', 'export const p = new pg.Pool();', 'Pools are made by abrirPool or poolDe.'],
    [
      'cerrarlo, se llame como se llame',
      'export const f = (x: pg.Pool) => x.end();',
      'Pools are ended by cerrarPool.',
    ],
    [
      'cerrarlo dentro de otra cosa',
      'export const f = (x: { p: pg.Pool }) => x.p.end();',
      'Pools are ended by cerrarPool.',
    ],
  ])('%s en otra parte se prohíbe', async (_que, texto, mensaje) => {
    expect(await dicho(texto)).toEqual([mensaje]);
  });

  it.each([
    ['un cliente suelto', 'export const f = (x: pg.Client) => x.end();'],
    ['un flujo', 'export const f = (x: NodeJS.WritableStream) => x.end();'],
  ])('%s se cierra con su end', async (_que, texto) => {
    expect(await dicho(texto)).toEqual([]);
  });
});
