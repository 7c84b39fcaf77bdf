import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseDePrueba, type BaseDePrueba } from './index.ts';

describe('base de prueba', () => {
  let una: BaseDePrueba;
  let otra: BaseDePrueba;

  beforeAll(async () => {
    una = await baseDePrueba();
    otra = await baseDePrueba();
  });
  afterAll(async () => {
    await una.borrar();
    await otra.borrar();
  });

  it('viene migrada', async () => {
    const filas = await consultar(una.urlPropietario, 'select nombre from plataforma.migracion');
    expect(filas.length).toBeGreaterThan(0);
  });

  it('lo que se escribe en una no se ve en otra', async () => {
    await consultar(una.urlPropietario, 'create table solo_de_una (dato text)');
    const filas = await consultar(otra.urlPropietario, `select to_regclass('solo_de_una') as tabla`);
    expect(filas).toEqual([{ tabla: null }]);
  });

  it('la aplicación entra con un rol que no es dueño de nada y al que se aplica la seguridad por filas', async () => {
    const filas = await consultar(
      una.urlAplicacion,
      `select current_user as rol, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (select count(*)::int from pg_class where relowner = r.oid) as tablas
         from pg_roles r where rolname = current_user`,
    );
    expect(filas).toEqual([
      {
        rol: 'autogestion_app',
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        tablas: 0,
      },
    ]);
  });

  it('se borra aunque quede una conexión abierta', async () => {
    const efimera = await baseDePrueba();
    const abierta = new Client({ connectionString: efimera.urlAplicacion });
    abierta.on('error', () => undefined);
    await abierta.connect();
    await efimera.borrar();
    await expect(consultar(efimera.urlAplicacion, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});

async function consultar(url: string, sql: string): Promise<unknown[]> {
  const cliente = new Client({ connectionString: url });
  await cliente.connect();
  try {
    return (await cliente.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await cliente.end();
  }
}
