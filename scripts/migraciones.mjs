import './lib/exigir-node.mjs';
import { spawnSync } from 'node:child_process';

// npm run migraciones: writes the hashes of new migrations, and fails when one that has landed was edited.
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'portal',
    'packages/portal/src/plataforma/base-de-datos/huellas.test.ts',
  ],
  { stdio: 'inherit', env: { ...process.env, ANOTAR_MIGRACIONES: '1' } },
);
process.exitCode = status ?? 1;
