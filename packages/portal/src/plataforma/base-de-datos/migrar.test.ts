import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona } from '../../../pruebas/inscripcion.ts';
import { abrirOficina } from '../../../pruebas/oficina.ts';
import {
  debian15,
  embebido,
  hayDebian15,
  servidorAparte,
  type ServidorAparte,
} from '../../../pruebas/servidor-aparte.ts';
import { baseVacia, consultarEn as consultar } from '../../../pruebas/base/index.ts';
import { leerMigraciones, migrar } from './index.ts';

describe('migraciones', () => {
  it('las de todas las salas van en un solo orden, el de sus nombres', async () => {
    const nombres = (await leerMigraciones()).map((m) => m.nombre);
    expect(nombres.length).toBeGreaterThan(5);
    expect(nombres).toEqual([...nombres].sort());
    expect(new Set(nombres.map((n) => n.slice(0, 12))).size).toBe(nombres.length);
    expect(nombres[0]).toContain('-plataforma-');
  });

  it('dos a la vez: una las aplica y la otra las halla aplicadas', async () => {
    const base = await baseVacia();
    try {
      const [a, b] = await Promise.all([
        migrar(base.urlPropietario, base.urlAplicacion),
        migrar(base.urlPropietario, base.urlAplicacion),
      ]);
      const todas = (await leerMigraciones()).map((m) => m.nombre);
      expect([a.length, b.length].sort((x, y) => x - y)).toEqual([0, todas.length]);
      expect([...a, ...b]).toEqual(todas);
      const filas = await consultar<{ nombre: string }>(
        base.urlPropietario,
        'select nombre from plataforma.migracion order by nombre',
      );
      expect(filas.map((f) => f.nombre)).toEqual(todas);
      expect(await migrar(base.urlPropietario, base.urlAplicacion)).toEqual([]);
    } finally {
      await base.borrar();
    }
  });

  it('una que cambió después de aplicada se rechaza por su nombre', async () => {
    const base = await baseVacia();
    try {
      await migrar(base.urlPropietario, base.urlAplicacion);
      await consultar(
        base.urlPropietario,
        `update plataforma.migracion set hash = sha256('otra cosa') where nombre like '%-rut-%'`,
      );
      await expect(migrar(base.urlPropietario, base.urlAplicacion)).rejects.toMatchObject({
        message: expect.stringMatching(/-rut-registro\.sql no es la que se aplicó/) as string,
        remedio: expect.stringContaining('migración nueva') as string,
      });
    } finally {
      await base.borrar();
    }
  });

  it('una que falla no deja nada a medias y la siguiente vez sigue desde ahí', async () => {
    const base = await baseVacia();
    try {
      // Something of somebody else's stands in the way of the fourth.
      await consultar(base.urlPropietario, 'create schema rut');
      await expect(migrar(base.urlPropietario, base.urlAplicacion)).rejects.toMatchObject({
        message: expect.stringMatching(/-rut-registro\.sql falló y no quedó nada a medias.*rut/) as string,
        remedio: expect.stringContaining('versión anterior') as string,
      });
      await consultar(base.urlPropietario, 'drop schema rut');
      const resto = await migrar(base.urlPropietario, base.urlAplicacion);
      expect(resto[0]).toMatch(/-rut-registro\.sql$/);
    } finally {
      await base.borrar();
    }
  });

  it('una tabla que otro tiene ocupada: se intenta otra vez, y si sigue así se dice qué hacer', async () => {
    const base = await baseVacia();
    const otro = new Client({ connectionString: base.urlPropietario });
    await otro.connect();
    try {
      await migrar(base.urlPropietario, base.urlAplicacion);
      // One that may be applied again: it replaces constraints of a table that somebody holds.
      await otro.query(`delete from plataforma.migracion where nombre like '%-firma-sin-ley-en-la-base.sql'`);
      await otro.query('begin; lock table firma.revocacion in access share mode');
      const rapida = { espera: { milisegundos: 50, intentos: 2, pausaMs: 1 } };
      await expect(migrar(base.urlPropietario, base.urlAplicacion, rapida)).rejects.toMatchObject({
        message: expect.stringMatching(
          /La migración \S+-firma-sin-ley-en-la-base.sql necesita una tabla .* Se intentó 2 veces, 50 ms/,
        ) as string,
        remedio: expect.stringContaining('pg_stat_activity') as string,
      });
      await otro.query('rollback');
      expect(await migrar(base.urlPropietario, base.urlAplicacion, rapida)).toHaveLength(1);
    } finally {
      await otro.end();
      await base.borrar();
    }
  });

  it('un índice que se hace sin detener a nadie va fuera de transacción; el que quedó a medias se hace otra vez', async () => {
    const base = await baseVacia();
    const indice = () =>
      consultar<{ valido: boolean; pedido: string }>(
        base.urlPropietario,
        `select i.indisvalid as valido, pg_get_indexdef(c.oid) as pedido from pg_index i
         join pg_class c on c.oid = i.indexrelid where c.relname = 'grande_numero'`,
      );
    try {
      const tabla = {
        nombre: '209901010000-rut-grande.sql',
        sql: 'create table plataforma.grande (numero int); insert into plataforma.grande values (1), (1);',
      };
      const unico = {
        nombre: '209901010001-rut-grande-numero.sql',
        sql: '-- Large.\ncreate unique index concurrently grande_numero on plataforma.grande (numero);',
      };
      const todas = { migraciones: [tabla, unico] };
      const actualizar = () => migrar(base.urlPropietario, base.urlAplicacion, todas);
      await expect(actualizar()).rejects.toThrow(/grande-numero.sql falló/);
      expect(await indice()).toMatchObject([{ valido: false }]);
      await consultar(
        base.urlPropietario,
        'delete from plataforma.grande; insert into plataforma.grande values (2)',
      );
      expect(await actualizar()).toEqual([unico.nombre]);
      expect(await indice()).toMatchObject([
        { valido: true, pedido: expect.stringContaining('UNIQUE') as string },
      ]);
      expect(await actualizar()).toEqual([]);
    } finally {
      await base.borrar();
    }
  });

  it.each([
    ['2026-rut-algo.sql', 'rut', /not AAAAMMDDHHMM/],
    ['202601010101-sello-algo.sql', 'rut', /is not of rut/],
    ['202601010101-rut-Año.sql', 'rut', /not AAAAMMDDHHMM/],
  ])('el nombre %s en la sala %s no vale', async (nombre, sala, queja) => {
    const raiz = await mkdtemp(join(tmpdir(), 'autogestion-migraciones-'));
    try {
      await mkdir(join(raiz, sala, 'migraciones'), { recursive: true });
      await writeFile(join(raiz, sala, 'migraciones', nombre), 'select 1');
      await expect(leerMigraciones(raiz)).rejects.toThrow(queja);
    } finally {
      await rm(raiz, { recursive: true });
    }
  });
});

describe.each([
  ['el embebido', true, embebido],
  ['PostgreSQL 15 de Debian', hayDebian15, debian15],
])('con DATABASE_URL solamente, un usuario para todo, en %s', (_nombre, hay, binarios) => {
  let servidor: ServidorAparte;
  beforeAll(async () => {
    if (hay) servidor = await servidorAparte(binarios);
  });
  afterAll(async () => {
    if (hay) await servidor.detener();
  });

  it.skipIf(!hay)('migra, crea el rol de la aplicación y la oficina inscribe a una persona', async () => {
    await servidor.ejecutar('create role unico login createrole');
    await servidor.ejecutar('create database propia owner unico');
    // A server that thinks it is in Bogotá, whose months start five hours after the office's.
    await servidor.ejecutar(`alter database propia set timezone to 'America/Bogota'`);
    const url = servidor.url('unico', 'propia');
    expect(await migrar(url, url)).toHaveLength((await leerMigraciones()).length);
    const o = await abrirOficina(
      {},
      { urlAplicacion: url, urlPropietario: url, borrar: async () => undefined },
    );
    try {
      expect(
        await o.oficina.enTransaccion(
          { tipo: 'anonimo' },
          async (trx) => (await sql`select current_user as quien`.execute(trx.bd)).rows,
        ),
      ).toEqual([{ quien: 'autogestion_app' }]);
      const { nit, copia } = await inscribirPersona(o);
      expect(await o.consultar('select nit from rut.titular')).toEqual([{ nit }]);
      await o.trabajar();
      const [d] = await o.consultar<{ hash: Buffer | null }>(
        'select hash from sello.documentos where id_publico = $1',
        [copia],
      );
      expect(d?.hash).toHaveLength(32);
      for (let mes = 0; mes < 16; mes++) {
        await o.ejecutarTrabajo('plataforma.limpiar-vencidos');
        o.reloj.avanzar(30 * 86_400_000);
      }
    } finally {
      await o.cerrar();
    }
  });

  it.skipIf(!hay)(
    'un usuario de la aplicación aparte queda como miembro del rol y no es dueño de nada',
    async () => {
      await servidor.ejecutar('create role "con-guion" login');
      await servidor.ejecutar('create role mudadora login createrole');
      await servidor.ejecutar(`do $$ begin
      if to_regrole('autogestion_app') is not null then execute 'grant autogestion_app to mudadora with admin option'; end if;
    end $$`);
      await servidor.ejecutar('create database aparte owner mudadora');
      const app = servidor.url('con-guion', 'aparte');
      await migrar(servidor.url('mudadora', 'aparte'), app);
      await migrar(servidor.url('mudadora', 'aparte'), app);
      await consultar(app, 'set role autogestion_app');
      expect(
        await consultar(app, `select 1 as una from pg_class where relowner = 'con-guion'::regrole`),
      ).toEqual([]);
    },
  );
});
