import { appendFileSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { afterAll, expect } from 'vitest';
import { RAIZ } from './procesos.mjs';

// Of every test file (`setupFiles`): what it cost, where `npm test` asks for it.
const informe = process.env.AUTOGESTION_CONSUMO;
if (informe) {
  const antes = gastado();
  // Registered first, this is the last to run: what the file opened is closed by then.
  afterAll(() => {
    const archivo = relative(RAIZ, expect.getState().testPath ?? '');
    appendFileSync(informe, `${JSON.stringify({ archivo, segundos: gastado() - antes })}\n`);
  });
}

/** Seconds of processor of this process and of its children that ended; of itself alone where there is no `/proc`. */
function gastado() {
  const { user, system } = process.cpuUsage();
  let hijos = 0;
  try {
    // After the name, which is in brackets and may hold spaces: fields 16 and 17 of proc(5), hundredths of a second.
    const campos = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1).split(' ');
    hijos = (Number(campos[13]) + Number(campos[14])) / 100;
  } catch {
    // Not a Linux.
  }
  return (user + system) / 1e6 + hijos;
}
