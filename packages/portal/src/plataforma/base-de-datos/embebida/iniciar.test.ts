import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Casa } from '../../../../pruebas/base/embebida/casa.ts';
import { buscarEmbebida, iniciarEmbebida, type BaseEmbebida } from './index.ts';

let casa: Casa;
let directorio: string;
let base: BaseEmbebida;
const iniciar = (donde: string): Promise<BaseEmbebida> =>
  iniciarEmbebida({ directorio: donde, fsync: false, relevo: casa.directorio('relevo') });

beforeAll(async () => {
  casa = new Casa();
  directorio = casa.directorio('datos');
  base = await iniciar(directorio);
});
afterAll(async () => {
  await base.detener();
  await casa.cerrar();
});

describe('base embebida: el servidor', () => {
  it('solo escucha en su socket, en una carpeta privada', async () => {
    const [fila] = await consultar(
      base.urlAdministrador,
      `select current_setting('listen_addresses') as tcp`,
    );
    expect(fila).toEqual({ tcp: '' });
    expect(statSync(join(directorio, 'socket')).mode & 0o777).toBe(0o700);
    expect(statSync(join(directorio, 'cluster')).mode & 0o777).toBe(0o700);
  });

  it('guarda en UTF-8, con sumas de comprobación y en UTC', async () => {
    const [fila] = await consultar(
      base.urlAplicacion,
      `select current_setting('server_encoding') as codificacion, current_setting('data_checksums') as sumas,
              current_setting('timezone') as zona`,
    );
    expect(fila).toEqual({ codificacion: 'UTF8', sumas: 'on', zona: 'UTC' });
  });

  it('separa las palabras de los signos del español al buscar', async () => {
    const [fila] = await consultar(
      base.urlAplicacion,
      `select to_tsvector('simple', '¿Cómo pido la «cédula»?')::text as palabras`,
    );
    expect(fila).toEqual({ palabras: "'cédula':4 'cómo':1 'la':3 'pido':2" });
  });

  it('ordena la ñ después de la n con una intercalación ICU', async () => {
    const filas = await consultar(
      base.urlPropietario,
      `create collation espanol (provider = icu, locale = 'es-CO');
       select string_agg(x, '' order by x collate espanol) as orden from unnest(array['o', 'ñ', 'n']) x`,
    );
    expect(filas).toEqual([{ orden: 'nño' }]);
  });
});

describe('base embebida: los roles', () => {
  it('la base es del propietario y la aplicación no es dueña de nada', async () => {
    const filas = await consultar(
      base.urlAplicacion,
      `select current_user as rol, pg_get_userbyid(datdba) as dueno from pg_database where datname = current_database()`,
    );
    expect(filas).toEqual([{ rol: 'autogestion_app', dueno: 'autogestion_propietario' }]);
  });

  it('ninguno de los dos puede crear roles ni bases, ni saltarse la seguridad por filas', async () => {
    const filas = await consultar(
      base.urlAplicacion,
      `select rolname from pg_roles where rolname like 'autogestion%'
        and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)`,
    );
    expect(filas).toEqual([]);
  });

  it('el propietario instala las extensiones de confianza sin ser superusuario', async () => {
    await consultar(
      base.urlPropietario,
      'create extension btree_gist; create extension pg_trgm; create extension unaccent',
    );
    const filas = await consultar(
      base.urlPropietario,
      `select from pg_extension where extname = 'btree_gist'`,
    );
    expect(filas).toHaveLength(1);
  });
});

describe('base embebida: el ciclo de vida', () => {
  it('una orden encuentra el servidor del portal que está en marcha', async () => {
    expect(await buscarEmbebida({ directorio })).toEqual({
      urlAplicacion: base.urlAplicacion,
      urlPropietario: base.urlPropietario,
      urlAdministrador: base.urlAdministrador,
    });
  });

  it('conserva los datos entre un arranque y el siguiente, que tarda menos de dos segundos', async () => {
    await consultar(base.urlPropietario, `create table guardado as select 'sigue aquí' as dato`);
    await base.detener();
    expect(await buscarEmbebida({ directorio })).toBeUndefined();
    const inicio = performance.now();
    base = await iniciar(directorio);
    expect(performance.now() - inicio).toBeLessThan(2_000);
    expect(base.avisos).toEqual([]);
    expect(await consultar(base.urlPropietario, 'select dato from guardado')).toEqual([
      { dato: 'sigue aquí' },
    ]);
  });

  it('se puede detener dos veces, también con una conexión abierta', async () => {
    const efimera = await iniciar(casa.directorio('efimera'));
    const abierta = new Client({ connectionString: efimera.urlAplicacion });
    abierta.on('error', () => undefined);
    await abierta.connect();
    await Promise.all([efimera.detener(), efimera.detener()]);
    await efimera.detener();
    expect(existsSync(join(efimera.directorio, 'cluster', 'postmaster.pid'))).toBe(false);
  });

  it('con una ruta demasiado larga para un socket, lo pone en una carpeta privada de la temporal', async () => {
    const profundo = casa.directorio('p'.repeat(100), 'datos');
    const otra = await iniciar(profundo);
    try {
      const socket = new URL(otra.urlAplicacion).searchParams.get('host') ?? '';
      expect(socket.startsWith(profundo)).toBe(false);
      expect(statSync(socket).mode & 0o777).toBe(0o700);
      expect(await consultar(otra.urlAplicacion, 'select 1 as uno')).toEqual([{ uno: 1 }]);
      await otra.detener();
      expect(existsSync(socket)).toBe(false);
    } finally {
      await otra.detener();
    }
  });

  it('acepta una ruta con espacios y tildes', async () => {
    const otra = await iniciar(casa.directorio('mis trámites ñ'));
    try {
      expect(await consultar(otra.urlAplicacion, 'select 1 as uno')).toEqual([{ uno: 1 }]);
    } finally {
      await otra.detener();
    }
  });
});

describe('base embebida: lo que no puede usar', () => {
  it('datos de otra versión de PostgreSQL: lo dice y no los toca', async () => {
    const ajeno = casa.directorio('otra-version');
    const version = join(ajeno, 'cluster', 'PG_VERSION');
    const primera = await iniciar(ajeno);
    await primera.detener();
    writeFileSync(version, '15\n');
    await expect(iniciar(ajeno)).rejects.toMatchObject({
      codigo: 'version-distinta',
      message: expect.stringContaining('PostgreSQL 15') as string,
    });
    expect(readFileSync(version, 'utf8')).toBe('15\n');
  });

  it('datos dañados: cita lo último que dijo PostgreSQL', async () => {
    const roto = casa.directorio('roto');
    await (await iniciar(roto)).detener();
    writeFileSync(join(roto, 'cluster', 'global', 'pg_control'), '');
    await expect(iniciar(roto)).rejects.toMatchObject({
      codigo: 'servidor-no-arranca',
      message: expect.stringContaining('pg_control') as string,
      remedio: expect.stringContaining('postgres.log') as string,
    });
  });

  it('un intento interrumpido de crear los datos se limpia solo', async () => {
    const interrumpido = casa.directorio('interrumpido');
    const resto = join(interrumpido, 'cluster.nuevo-999999999');
    mkdirSync(resto, { recursive: true });
    const otra = await iniciar(interrumpido);
    await otra.detener();
    expect(existsSync(resto)).toBe(false);
  });
});

async function consultar(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const cliente = new Client({ connectionString: url });
  await cliente.connect();
  try {
    const respuesta: unknown = await cliente.query(sql);
    const ultima = Array.isArray(respuesta) ? (respuesta.at(-1) as unknown) : respuesta;
    return (ultima as { rows: Record<string, unknown>[] }).rows;
  } finally {
    await cliente.end();
  }
}
