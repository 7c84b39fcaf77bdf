import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { abrirOficina } from '../pruebas/oficina.ts';
import { claveMaestra, clavesDe, crearRegistro } from './plataforma/index.ts';
import { abrirAutoridad } from './sello/index.ts';
import { explicar } from './servir.ts';

let directorio: string;
beforeEach(async () => {
  directorio = await mkdtemp(join(tmpdir(), 'autogestion-clave-'));
});
afterEach(() => rm(directorio, { recursive: true }));

describe('la clave maestra', () => {
  it('se hace la primera vez y después es la misma', async () => {
    const hecha = await claveMaestra(undefined, directorio);
    expect(hecha).toHaveLength(32);
    expect(await claveMaestra(undefined, directorio)).toEqual(hecha);
  });

  it.each([
    ['dañada', (archivo: string) => writeFile(archivo, 'corta'), /está dañada/, /copia de seguridad/],
    ['que no se puede leer', (archivo: string) => mkdir(archivo), /No se puede leer.*EISDIR/, /chown/],
  ])('una %s se dice en español con su remedio, sin la traza', async (_que, estropear, mensaje, remedio) => {
    await estropear(join(directorio, 'clave-maestra'));
    const dicho = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      await claveMaestra(undefined, directorio).catch(explicar);
      expect(dicho).toHaveBeenCalledOnce();
      const texto = String(dicho.mock.calls[0]?.[0]);
      expect(texto).toMatch(mensaje);
      expect(texto).toMatch(remedio);
      expect(texto).not.toMatch(/\n\s+at /);
    } finally {
      dicho.mockRestore();
    }
  });

  it('una que no es la que cifró las llaves de la oficina no las abre, y se dice cuál poner', async () => {
    const o = await abrirOficina();
    try {
      const claves = clavesDe(Buffer.alloc(32, 8));
      const otra = {
        claves,
        reloj: o.reloj,
        registro: crearRegistro('silent'),
        directorioPublico: directorio,
      };
      await expect(
        o.oficina.comoPropietario({ tipo: 'sistema', trabajo: 'prueba' }, (trx) =>
          abrirAutoridad(trx, { ...otra, urlEstampado: undefined }),
        ),
      ).rejects.toMatchObject({
        message: expect.stringContaining('la clave maestra no es la que las cifró') as string,
        remedio: expect.stringContaining('MASTER_KEY') as string,
      });
    } finally {
      await o.cerrar();
    }
  });
});
