#!/usr/bin/env node
import { existsSync } from 'node:fs';

// The built bundle when there is one; otherwise the sources, through tsx.
const construido = new URL('../dist/servidor/cli.js', import.meta.url);
if (existsSync(construido)) {
  await import(construido.href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL('../src/cli.ts', import.meta.url).href);
}
