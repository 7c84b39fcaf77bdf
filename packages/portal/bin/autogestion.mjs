#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The built bundle when there is one; otherwise the sources, through tsx.
const construido = new URL('../dist/servidor/cli.js', import.meta.url);
if (existsSync(construido)) {
  await import(construido.href);
} else {
  const { register } = await import('tsx/esm/api');
  // Its own project, from whatever folder it is called: without it JSX would be React's.
  register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
  await import(new URL('../src/cli.ts', import.meta.url).href);
}
