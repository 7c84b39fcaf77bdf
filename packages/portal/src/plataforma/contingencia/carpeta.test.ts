import { fork } from 'node:child_process';
import { appendFile, mkdtemp, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relojFijo } from '../reloj/index.ts';
import { CarpetaDeIntentos, SinDondeAnotar } from './carpeta.ts';
import { FORMA_DE_NUMERO } from './intento.ts';

let raiz: string;
beforeAll(async () => {
  raiz = await mkdtemp(join(tmpdir(), 'autogestion-intentos-'));
});
afterAll(() => rm(raiz, { recursive: true, force: true }));

const reloj = () => relojFijo('2026-08-12T15:00:00Z');
const INTENTO = {
  en: new Date('2026-08-12T15:00:00Z'),
  que: 'presentar-declaracion',
  causa: 'sin-base',
  referencia: 'r',
  sobre: 'c29icmU=',
} as const;
let veces = 0;
const nuevo = () => join(raiz, String(veces++));
const leerTodo = async (carpeta: CarpetaDeIntentos) =>
  (await Promise.all((await carpeta.archivos()).map((a) => carpeta.leer(a)))).flatMap((l) => l.renglones);

describe('la carpeta de los intentos', () => {
  it('cada uno tiene un número de su forma, seguido y que no se repite, y se lee como se anotó', async () => {
    const directorio = nuevo();
    const carpeta = new CarpetaDeIntentos({ directorio, reloj: reloj() });
    const dados = await Promise.all(Array.from({ length: 50 }, () => carpeta.anotar(INTENTO)));
    expect(new Set(dados.map((d) => d.numero)).size).toBe(50);
    for (const d of dados) expect(d.numero).toMatch(FORMA_DE_NUMERO);
    expect(dados.map((d) => Number(d.numero.split('-')[2]))).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 1),
    );
    expect(await leerTodo(carpeta)).toEqual(dados);
    const [archivo = ''] = await readdir(directorio);
    expect((await stat(join(directorio, archivo))).mode & 0o077).toBe(0);
    await carpeta.cerrar();
  });

  it('a nadie se le responde antes de que el disco lo tenga (fsync)', async () => {
    const pasos: string[] = [];
    const abrir = async (ruta: string): Promise<FileHandle> => {
      const archivo = await open(ruta, 'ax');
      const alDisco = archivo.datasync.bind(archivo);
      archivo.datasync = async () => {
        await alDisco();
        pasos.push('disco');
      };
      return archivo;
    };
    const carpeta = new CarpetaDeIntentos({ directorio: nuevo(), reloj: reloj(), abrir });
    await Promise.all([1, 2].map(() => carpeta.anotar(INTENTO).then(() => pasos.push('respuesta'))));
    expect(pasos[0]).toBe('disco');
    expect(pasos.filter((p) => p === 'respuesta')).toHaveLength(2);
    await carpeta.cerrar();
  });

  it('un último renglón cortado no estorba a los demás ni al proceso que sigue', async () => {
    const directorio = nuevo();
    const antes = new CarpetaDeIntentos({ directorio, reloj: reloj() });
    const bueno = await antes.anotar(INTENTO);
    const [archivo = ''] = await antes.archivos();
    await appendFile(join(directorio, archivo), '{"numero":"2026IN-AAAA-0000');
    const despues = new CarpetaDeIntentos({ directorio, reloj: reloj() });
    const otro = await despues.anotar(INTENTO);
    expect((await leerTodo(despues)).map((r) => r.numero).sort()).toEqual([bueno.numero, otro.numero].sort());
    await Promise.all([antes.cerrar(), despues.cerrar()]);
  });

  it('disco lleno: se dice que no se pudo, y no queda medio renglón', async () => {
    // Writing there fails as on a full disk (ENOSPC), whoever writes.
    const lleno = new CarpetaDeIntentos({
      directorio: nuevo(),
      reloj: reloj(),
      abrir: () => open('/dev/full', 'a'),
    });
    await expect(lleno.anotar(INTENTO)).rejects.toThrow(SinDondeAnotar);
    await expect(lleno.anotar(INTENTO)).rejects.toMatchObject({ cause: { code: 'ENOSPC' } });
    await lleno.cerrar();
  });

  it('no pasa de lo que puede ocupar, contados los archivos de otros procesos', async () => {
    const directorio = nuevo();
    const o = { directorio, reloj: reloj(), bytesMaximos: 2_000 };
    const una = new CarpetaDeIntentos(o);
    let caben = 0;
    await expect(
      (async () => {
        for (;;) {
          await una.anotar(INTENTO);
          caben += 1;
        }
      })(),
    ).rejects.toThrow(SinDondeAnotar);
    expect(caben).toBeGreaterThan(5);
    const otra = new CarpetaDeIntentos(o);
    await expect(otra.anotar(INTENTO)).rejects.toThrow(SinDondeAnotar);
    await otra.cerrar();
    const tamanos = await Promise.all(
      (await readdir(directorio)).map(async (a) => (await stat(join(directorio, a))).size),
    );
    expect(tamanos.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(2_000);
    await una.cerrar();
  });

  it('cada hora hay otro archivo, y de uno se sabe cuándo ya nadie escribe en él', async () => {
    const hora = reloj();
    const carpeta = new CarpetaDeIntentos({ directorio: nuevo(), reloj: hora });
    await carpeta.anotar(INTENTO);
    const [primero = ''] = await carpeta.archivos();
    hora.avanzar(3_600_000);
    await carpeta.anotar(INTENTO);
    expect(await carpeta.archivos()).toHaveLength(2);
    expect(carpeta.terminado(primero)).toBe(false);
    hora.avanzar(3_600_001);
    expect(carpeta.terminado(primero)).toBe(true);
    await carpeta.cerrar();
  });

  it('kill -9 mientras anota: ninguno de los que respondió se pierde', async () => {
    const directorio = nuevo();
    const guion = join(import.meta.dirname, '../../../pruebas/anotar-intentos.ts');
    const hijo = fork(guion, [directorio], { execArgv: ['--import', import.meta.resolve('tsx')] });
    const respondidos: string[] = [];
    await new Promise<void>((listo) => {
      hijo.on('message', (numero: string) => {
        respondidos.push(numero);
        if (respondidos.length === 60) hijo.kill('SIGKILL');
      });
      hijo.once('exit', () => listo());
    });
    const carpeta = new CarpetaDeIntentos({ directorio, reloj: reloj() });
    const quedaron = new Set((await leerTodo(carpeta)).map((r) => r.numero));
    expect(respondidos.filter((numero) => !quedaron.has(numero))).toEqual([]);
    expect(respondidos.length).toBeGreaterThanOrEqual(60);
  });
});
