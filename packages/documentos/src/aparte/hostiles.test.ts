import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTILES, TAMANO } from '../../pruebas/hostiles.ts';

interface Dicho {
  /** Bytes. */
  crece: number;
  dichos: Record<string, [veredicto: string, inspeccion: string]>;
}

let dicho: Dicho;
beforeAll(async () => {
  const programa = fileURLToPath(new URL('../../pruebas/memoria-hostil.ts', import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const hijo = spawn(process.execPath, ['--expose-gc', '--import', tsx, programa], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  dicho = JSON.parse(await text(hijo.stdout)) as Dicho;
}, 300_000);

describe('archivos que quieren tumbar la oficina, de 20 MB cada uno', () => {
  // Reading one takes less than three times its size. What is measured has in it also what this program made to be read,
  // and what nobody collected yet, which is the machine's business; what is refused to return are the 145 times of copies.
  it('leerlos todos, uno tras otro, nunca toma ocho veces lo que pesa uno', () => {
    expect(dicho.crece / TAMANO).toBeLessThan(8);
  });

  it.each(HOSTILES.map(([nombre]) => nombre))('%s: se responde, y ninguno es de la oficina', (nombre) => {
    const [veredicto, inspeccion] = dicho.dichos[nombre] ?? [];
    expect(['sin-sello', 'alterado']).toContain(veredicto);
    expect(['recibido', 'pdf-ilegible', 'pdf-desmedido']).toContain(inspeccion);
  });
});
