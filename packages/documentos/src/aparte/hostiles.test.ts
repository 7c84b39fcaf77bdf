import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTILES, TAMANO } from '../../pruebas/hostiles.ts';

interface Dicho {
  /** Bytes above what the process had, by file. */
  tomado: Record<string, number>;
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
  it.each(HOSTILES.map(([nombre]) => nombre))('%s: leerlo nunca toma tres veces lo que pesa', (nombre) => {
    expect((dicho.tomado[nombre] ?? NaN) / TAMANO).toBeLessThan(3);
  });

  it.each(HOSTILES.map(([nombre]) => nombre))('%s: se responde, y ninguno es de la oficina', (nombre) => {
    const [veredicto, inspeccion] = dicho.dichos[nombre] ?? [];
    expect(['sin-sello', 'alterado']).toContain(veredicto);
    expect(['recibido', 'pdf-ilegible', 'pdf-desmedido']).toContain(inspeccion);
  });
});
