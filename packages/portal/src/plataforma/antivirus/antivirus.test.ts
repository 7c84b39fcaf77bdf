import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { clamdDePrueba, EICAR } from '../../../pruebas/clamd.ts';
import { clamd, sinAntivirus } from './index.ts';

const abiertos: Server[] = [];
afterEach(async () => {
  await Promise.all(abiertos.splice(0).map((s) => once(s.close(), 'close')));
});

async function escuchar(servidor: Server, lugar?: string): Promise<string> {
  abiertos.push(servidor);
  servidor.listen(...((lugar ? [lugar] : [0, '127.0.0.1']) as [string]));
  await once(servidor, 'listening');
  return lugar ? `unix://${lugar}` : `tcp://127.0.0.1:${(servidor.address() as AddressInfo).port}`;
}

describe('clamd', () => {
  it('lo que está limpio pasa, y le llega entero', async () => {
    const s = clamdDePrueba();
    const contenido = Buffer.alloc(1_000_001, 'a');
    expect(await clamd(await escuchar(s.servidor)).revisar(contenido)).toBe('limpio');
    expect(s.recibido().equals(contenido)).toBe(true);
  });

  it('reconoce la cadena de prueba EICAR, también por un socket de la máquina', async () => {
    const lugar = join(await mkdtemp(join(tmpdir(), 'clamd-')), 'clamd.ctl');
    const direccion = await escuchar(clamdDePrueba().servidor, lugar);
    expect(await clamd(direccion).revisar(Buffer.from(`antes ${EICAR} después`))).toBe('infectado');
  });

  it('si nadie responde, no pasa', async () => {
    const direccion = await escuchar(createServer());
    await once(abiertos.pop()!.close(), 'close');
    expect(await clamd(direccion).revisar(Buffer.from('a'))).toBe('no-responde');
  });

  it.each([
    ['calla', ''],
    ['dice otra cosa', 'INSTREAM size limit exceeded. ERROR\0'],
    ['se corta a la mitad', 'stream: OK'],
  ])('si %s, no pasa', async (_, dice) => {
    const direccion = await escuchar(
      createServer((c) => {
        c.on('error', () => undefined);
        c.resume();
        if (dice) c.end(dice);
      }),
    );
    expect(await clamd(direccion, 300).revisar(Buffer.from('a'))).toBe('no-responde');
  });

  it('sin antivirus configurado no se le pregunta a nadie', async () => {
    expect(await sinAntivirus.revisar(Buffer.from(EICAR))).toBe('limpio');
  });
});
