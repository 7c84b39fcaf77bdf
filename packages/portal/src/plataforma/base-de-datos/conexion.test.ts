import { describe, expect, it } from 'vitest';
import { baseDePrueba } from '../../../pruebas/base/index.ts';
import { cerrarPool, poolDe } from './conexion.ts';

describe('cerrar un pool', () => {
  it('cuando termina no queda ninguna conexión abierta, ni de las ociosas ni de las prestadas', async () => {
    const base = await baseDePrueba();
    const pool = poolDe({ connectionString: base.urlPropietario, max: 6 });
    const clientes = await Promise.all(Array.from({ length: 6 }, () => pool.connect()));
    const cerradas: boolean[] = [];
    for (const cliente of clientes) cliente.on('end', () => cerradas.push(true));
    const [prestado, ...ociosos] = clientes;
    for (const cliente of ociosos) cliente.release();
    const cierre = cerrarPool(pool);
    prestado?.release();
    await cierre;
    expect(cerradas).toHaveLength(6);
    await base.borrar();
  });

  it('una conexión que el servidor corta no acaba con el proceso, esté ociosa o en una mano', async () => {
    const base = await baseDePrueba();
    const pool = poolDe({ connectionString: base.urlPropietario, max: 2 });
    const [una, otra] = await Promise.all([pool.connect(), pool.connect()]);
    una.release();
    await base.borrar();
    await expect(otra.query('select 1')).rejects.toThrow();
    otra.release(true);
    await cerrarPool(pool);
  });
});
