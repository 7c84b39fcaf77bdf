import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as esperar } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  Casa,
  matar,
  nobody,
  comoRoot,
  pidDelServidor,
  type Portal,
} from '../../../../pruebas/base/embebida/casa.ts';
import { vive } from './postmaster.ts';

let taller: Casa;
let instalacion: string;
let casa: Casa;
let directorio: string;

beforeAll(async () => {
  taller = new Casa();
  instalacion = await taller.instalar('instalacion');
});
afterAll(() => taller.cerrar());
beforeEach(() => {
  casa = new Casa();
  directorio = casa.directorio('datos');
});
afterEach(() => casa.cerrar());

const lanzar = (): Promise<Portal> =>
  casa.lanzar(instalacion, ['iniciar', directorio, casa.directorio('relevo')]);

describe('base embebida: kill -9', () => {
  it('al portal: el siguiente adopta el servidor en menos de dos segundos y no falta ningún dato', async () => {
    const primero = await lanzar();
    await escribir(primero, 'confirmado antes de morir');
    const servidor = pidDelServidor(directorio);
    await matar(primero.proceso);

    const segundo = await lanzar();
    expect(segundo.dicho.ms).toBeLessThan(2_000);
    expect(pidDelServidor(directorio)).toBe(servidor);
    expect(segundo.dicho.avisos).toEqual([expect.stringContaining('se reutiliza')]);
    expect(await leer(segundo)).toEqual(['confirmado antes de morir']);
  });

  it('al portal y al servidor: el siguiente recupera lo confirmado', async () => {
    const primero = await lanzar();
    await escribir(primero, 'confirmado antes del corte');
    const servidor = pidDelServidor(directorio);
    process.kill(servidor, 'SIGKILL');
    await matar(primero.proceso);
    while (vive(servidor)) await esperar(10);

    const segundo = await lanzar();
    expect(segundo.dicho.avisos).toEqual([]);
    expect(await leer(segundo)).toEqual(['confirmado antes del corte']);
  });

  it('al servidor solo: el portal lo enciende otra vez, no falta nada, y nadie más toma los datos', async () => {
    const portal = await lanzar();
    await escribir(portal, 'confirmado antes de que muriera');
    const servidor = pidDelServidor(directorio);
    process.kill(servidor, 'SIGKILL');
    while (vive(servidor)) await esperar(10);
    expect(await cuandoConteste(() => leer(portal))).toEqual(['confirmado antes de que muriera']);
    expect(pidDelServidor(directorio)).not.toBe(servidor);
    expect(portal.proceso.exitCode).toBeNull();
    const otro = await lanzar();
    expect(otro.dicho.codigo).toBe('directorio-en-uso');
  });

  it('y el número del servidor muerto es ahora de otro proceso: no lo confunde ni lo toca', async () => {
    const primero = await lanzar();
    await escribir(primero, 'dato');
    const servidor = pidDelServidor(directorio);
    process.kill(servidor, 'SIGKILL');
    await matar(primero.proceso);
    while (vive(servidor)) await esperar(10);

    const ajeno = spawn('sleep', ['60'], { ...(comoRoot ? nobody() : {}), stdio: 'ignore' });
    try {
      const archivo = join(directorio, 'cluster', 'postmaster.pid');
      const [, ...resto] = readFileSync(archivo, 'utf8').split('\n');
      writeFileSync(archivo, [String(ajeno.pid), ...resto].join('\n'));
      const segundo = await lanzar();
      expect(await leer(segundo)).toEqual(['dato']);
      expect(ajeno.exitCode).toBeNull();
    } finally {
      await matar(ajeno);
    }
  });

  it('a quien corría sin fsync: el siguiente, que lo pide, no hereda ese servidor', async () => {
    const { proceso } = await casa.lanzar(instalacion, ['iniciar-sin-fsync', directorio]);
    const servidor = pidDelServidor(directorio);
    await matar(proceso);
    const siguiente = await lanzar();
    expect(pidDelServidor(directorio)).not.toBe(servidor);
    expect(await valores(siguiente.dicho.urlAplicacion, `select current_setting('fsync') as v`)).toEqual([
      'on',
    ]);
  });
});

describe('base embebida: un solo portal por directorio', () => {
  it('el segundo es rechazado con el número del primero y un remedio; el primero sigue', async () => {
    const primero = await lanzar();
    const segundo = await lanzar();
    expect(segundo.dicho).toMatchObject({
      codigo: 'directorio-en-uso',
      mensaje: expect.stringContaining(`proceso ${primero.dicho.pid}`) as string,
      remedio: expect.stringContaining('DATA_DIR') as string,
    });
    await escribir(primero, 'sigo');
    expect(await leer(primero)).toEqual(['sigo']);
  });

  it('de cuatro que arrancan a la vez sobre un directorio nuevo, queda exactamente uno', async () => {
    const todos = await Promise.all([lanzar(), lanzar(), lanzar(), lanzar()]);
    const codigos = todos.map(({ dicho }) => dicho.codigo ?? 'en marcha').sort();
    expect(codigos).toEqual(['directorio-en-uso', 'directorio-en-uso', 'directorio-en-uso', 'en marcha']);
  });

  it('muerto el primero, su lugar queda libre', async () => {
    const primero = await lanzar();
    expect((await lanzar()).dicho.codigo).toBe('directorio-en-uso');
    await matar(primero.proceso);
    expect((await lanzar()).dicho.codigo).toBeUndefined();
  });

  it('si PostgreSQL corta la sesión que lo guarda, el portal la retoma y sigue siendo el único', async () => {
    const primero = await lanzar();
    await soltarSinDetener(primero.dicho.urlAdministrador);
    await esperar(200);
    expect((await lanzar()).dicho).toMatchObject({
      codigo: 'directorio-en-uso',
      mensaje: expect.stringContaining(`proceso ${primero.dicho.pid}`) as string,
    });
  });

  it('SIGTERM lo cierra todo en orden', async () => {
    const { proceso } = await lanzar();
    const servidor = pidDelServidor(directorio);
    const fin = new Promise((listo) => proceso.once('exit', listo));
    proceso.kill('SIGTERM');
    expect(await fin).toBe(0);
    expect(vive(servidor)).toBe(false);
  });
});

const escribir = ({ dicho }: Portal, texto: string): Promise<unknown[]> =>
  valores(
    dicho.urlPropietario,
    `create table if not exists guardado (v text); insert into guardado values ('${texto}')`,
  );
const leer = ({ dicho }: Portal): Promise<unknown[]> =>
  valores(dicho.urlPropietario, 'select v from guardado');

async function cuandoConteste<T>(obra: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await obra();
    } catch {
      await esperar(50);
    }
  }
}

/** Ends, from the server's side, the sessions of every portal: what a crashed backend does. */
async function soltarSinDetener(urlAdministrador: string | undefined): Promise<void> {
  await valores(
    urlAdministrador,
    `select pg_terminate_backend(pid) as v from pg_stat_activity where application_name like 'autogestion %'`,
  );
}

async function valores(url: string | undefined, sql: string): Promise<unknown[]> {
  const cliente = new Client({ connectionString: url });
  await cliente.connect();
  try {
    const respuesta = await cliente.query<{ v: unknown }>(sql);
    return (respuesta.rows ?? []).map(({ v }) => v);
  } finally {
    await cliente.end();
  }
}
