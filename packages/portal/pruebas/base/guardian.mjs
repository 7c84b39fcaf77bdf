// Waits until whoever started it closes the pipe, by dying too, and removes what is left of a test run:
// the server named in postmaster.pid and its directory.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as esperar } from 'node:timers/promises';

const directorio = process.argv[2];

for (const senal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(senal, () => undefined);
process.stdin.resume();
process.stdin.on('close', () => void limpiar());

async function limpiar() {
  const pid = servidor();
  if (pid !== undefined) {
    // Immediate shutdown: nothing of a test run is worth a checkpoint.
    process.kill(pid, 'SIGQUIT');
    for (let i = 0; i < 500 && servidor() !== undefined; i++) await esperar(20);
  }
  rmSync(directorio, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function servidor() {
  try {
    const pid = Number(readFileSync(join(directorio, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
