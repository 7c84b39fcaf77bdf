import { setTimeout as esperar } from 'node:timers/promises';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { abrirTransacciones, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { ANONIMO, nombreDelActor, type Transaccion } from './index.ts';

let t: TransaccionesDePrueba;
beforeAll(async () => {
  // One connection: whatever one transaction leaves behind, the next one finds.
  t = await abrirTransacciones(1);
});
afterAll(() => t.cerrar());

interface Quien {
  persona: string | null;
  sesion: string | null;
  pid: number;
}
const quien = async (trx: Transaccion): Promise<Quien | undefined> =>
  (
    await sql<Quien>`select current_setting('app.persona', true) as persona,
      current_setting('app.sesion', true) as sesion, pg_backend_pid() as pid`.execute(trx.bd)
  ).rows[0];

async function matar(pid: number | undefined): Promise<void> {
  const administrador = new Client({ connectionString: inject('servidorDePrueba').urlAdministrador });
  await administrador.connect();
  await administrador.query('select pg_terminate_backend($1)', [pid]);
  await administrador.end();
}

const PERSONA = '019cd843-1180-737e-a2d6-b39df72ad39b';
const SESION = '019cd843-1180-7e2b-bbd3-ed3a0992bf25';

describe('transacción', () => {
  it('la base sabe quién actúa, y en la misma conexión reutilizada ya no queda nadie', async () => {
    const antes = await t.app({ tipo: 'persona', persona: PERSONA, sesion: SESION }, quien);
    expect(antes).toMatchObject({ persona: PERSONA, sesion: SESION });
    const despues = await t.app(ANONIMO, quien);
    expect(despues).toEqual({ persona: '', sesion: '', pid: antes?.pid });
    // Outside any transaction too: the setting was local to it.
    const { rows } = await t.poolApp.query<Quien>(
      `select current_setting('app.persona', true) as persona, pg_backend_pid() as pid`,
    );
    expect(rows[0]).toEqual({ persona: '', pid: antes?.pid });
  });

  it('un visitante tiene sesión y no persona', async () => {
    expect(await t.app({ tipo: 'visitante', sesion: SESION }, quien)).toMatchObject({
      persona: '',
      sesion: SESION,
    });
  });

  it('nadie se hace pasar por otro con comillas en su identificador', async () => {
    const malo = `x', true); set role postgres; select set_config('app.persona', '${PERSONA}`;
    await expect(t.app({ tipo: 'visitante', sesion: malo }, quien)).rejects.toThrow(TypeError);
    expect(await t.app(ANONIMO, quien)).toMatchObject({ persona: '', sesion: '' });
  });

  it('si la obra falla nada queda y la conexión sirve para la siguiente', async () => {
    await t.dueno(ANONIMO, (trx) =>
      sql`create table if not exists plataforma.ensayo (n int)`.execute(trx.bd),
    );
    const falla = t.dueno(ANONIMO, async (trx) => {
      await sql`insert into plataforma.ensayo values (1)`.execute(trx.bd);
      throw new Error('cambió de opinión');
    });
    await expect(falla).rejects.toThrow('cambió de opinión');
    expect(await t.consultar('select * from plataforma.ensayo')).toEqual([]);
    await t.dueno(ANONIMO, (trx) => sql`insert into plataforma.ensayo values (2)`.execute(trx.bd));
    expect(await t.consultar('select * from plataforma.ensayo')).toEqual([{ n: 2 }]);
  });

  it('quien se traga el error de una sentencia no cree que guardó: la transacción falla entera', async () => {
    await t.dueno(ANONIMO, (trx) =>
      sql`create table if not exists plataforma.tragada (n int)`.execute(trx.bd),
    );
    const tragona = t.dueno(ANONIMO, async (trx) => {
      await sql`insert into plataforma.tragada values (1)`.execute(trx.bd);
      await sql`select 1 / 0`.execute(trx.bd).catch(() => undefined);
      return 'guardado';
    });
    await expect(tragona).rejects.toThrow(/aborted/);
    expect(await t.consultar('select * from plataforma.tragada')).toEqual([]);
  });

  it('dos obras que se traban esperan su turno y las dos se hacen: nadie recibe el no de un interbloqueo', async () => {
    const doble = await abrirTransacciones(2);
    await doble.dueno(ANONIMO, (trx) =>
      sql`create table plataforma.trabada (n int primary key, veces int not null)`.execute(trx.bd),
    );
    await doble.dueno(ANONIMO, (trx) =>
      sql`insert into plataforma.trabada values (1, 0), (2, 0)`.execute(trx.bd),
    );
    let llegaron = 0;
    let abrir = (): void => undefined;
    const ambas = new Promise<void>((listo) => (abrir = listo));
    const sumar = (primero: number, segundo: number) =>
      doble.dueno(ANONIMO, async (trx) => {
        await sql`update plataforma.trabada set veces = veces + 1 where n = ${primero}`.execute(trx.bd);
        llegaron += 1;
        if (llegaron === 2) abrir();
        await ambas;
        await sql`update plataforma.trabada set veces = veces + 1 where n = ${segundo}`.execute(trx.bd);
      });
    await Promise.all([sumar(1, 2), sumar(2, 1)]);
    // Three beginnings: one of the two was ended and began again.
    expect(llegaron).toBe(3);
    expect(await doble.consultar('select veces from plataforma.trabada order by n')).toEqual([
      { veces: 2 },
      { veces: 2 },
    ]);
    await doble.cerrar();
  });

  it('hay un solo ahora, aunque el reloj siga', async () => {
    await t.app(ANONIMO, async (trx) => {
      const { ahora, hoy } = trx;
      t.reloj.avanzar(86_400_000);
      expect(trx.ahora).toBe(ahora);
      expect(trx.hoy).toBe(hoy);
    });
    expect((await t.app(ANONIMO, async (trx) => trx.hoy)) > '2026-03-10').toBe(true);
  });

  it('si la base corta la conexión entre dos sentencias, falla esa obra y no la oficina', async () => {
    const fatales: unknown[] = [];
    let cortadas = 0;
    const anotar = (e: unknown) => fatales.push(e);
    process.on('uncaughtException', anotar);
    try {
      const cortada = t.app(ANONIMO, async (trx) => {
        await matar((await quien(trx))?.pid);
        await esperar(200);
        cortadas += 1;
        return quien(trx);
      });
      await expect(cortada).rejects.toThrow();
      expect(cortadas).toBe(1);
      await esperar(50);
    } finally {
      process.off('uncaughtException', anotar);
    }
    expect(fatales).toEqual([]);
    expect(await t.app(ANONIMO, quien)).toMatchObject({ persona: '' });
  });

  it('la auditoría nombra a quien actúa por su clase y su identificador opaco', () => {
    expect(nombreDelActor(ANONIMO)).toBe('anonimo');
    expect(nombreDelActor({ tipo: 'visitante', sesion: SESION })).toBe(`visitante:${SESION}`);
    expect(nombreDelActor({ tipo: 'persona', persona: PERSONA, sesion: SESION })).toBe(`persona:${PERSONA}`);
    expect(nombreDelActor({ tipo: 'sistema', trabajo: 'sello.sellar-documento' })).toBe(
      'sistema:sello.sellar-documento',
    );
  });
});
