import { setTimeout as esperar } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { abrirPool, cerrarPool } from '../base-de-datos/index.ts';
import { crearRegistro } from '../registro/index.ts';
import { ANONIMO } from '../transaccion/index.ts';
import { abrirCasa } from '../casa/index.ts';
import { encolar, iniciarTrabajadores, publicar, trabajo, type Trabajo } from './index.ts';

let t: TransaccionesDePrueba;
beforeAll(async () => {
  t = await abrirTransacciones();
});
afterAll(() => t.cerrar());

const enCola = async (tarea: string) =>
  (
    await t.consultar<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
      [tarea],
    )
  ).map((f) => f.payload);

async function conTrabajadores(trabajos: Trabajo[], obra: () => Promise<void>): Promise<string[]> {
  const lineas: string[] = [];
  const pool = abrirPool({ url: t.base.urlPropietario, maximo: 4, nombre: 'prueba' });
  const corredor = await iniciarTrabajadores({
    pool,
    trabajos,
    concurrencia: 2,
    enTransaccion: t.dueno,
    registro: crearRegistro('debug', { write: (l: string) => void lineas.push(l) }),
  });
  try {
    await obra();
  } finally {
    await corredor.stop();
    await cerrarPool(pool);
  }
  return lineas;
}

async function hasta(condicion: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await condicion()) return;
    await esperar(25);
  }
  throw new Error('It did not come about in five seconds');
}

describe('trabajos', () => {
  it('existe si y solo si se confirmó la transacción que lo encoló', async () => {
    await t.app(ANONIMO, (trx) => encolar(trx, 'prueba.confirmado', { id: 'a' }));
    await t
      .app(ANONIMO, async (trx) => {
        await encolar(trx, 'prueba.deshecho', { id: 'b' });
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await enCola('prueba.confirmado')).toEqual([{ id: 'a' }]);
    expect(await enCola('prueba.deshecho')).toEqual([]);
  });

  it('con la misma clave hay uno', async () => {
    for (let i = 0; i < 3; i++)
      await t.app(ANONIMO, (trx) => encolar(trx, 'prueba.clave', { id: 'a' }, { clave: 'una' }));
    expect(await enCola('prueba.clave')).toHaveLength(1);
  });

  it('publicar un hecho es un trabajo por suscriptor, una vez por identificador', async () => {
    const trabajos = ['prueba.uno', 'prueba.dos'];
    const casa = abrirCasa([
      {
        nombre: 'prueba',
        trabajos: trabajos.map((nombre) => trabajo({ nombre, ejecutar: async () => undefined })),
        cuando: { 'prueba.hecho': [...trabajos, 'prueba.dos'] },
      },
    ]);
    const sePublica = (hecho: string, id: string) =>
      t.app(ANONIMO, (trx) => publicar({ ...trx, casa }, hecho, { id }));
    await sePublica('prueba.hecho', 'x');
    await sePublica('prueba.hecho', 'x');
    await sePublica('prueba.hecho', 'y');
    await sePublica('prueba.nadie-escucha', 'x');
    expect(await enCola('prueba.uno')).toEqual([{ id: 'x' }, { id: 'y' }]);
    expect(await enCola('prueba.dos')).toEqual([{ id: 'x' }, { id: 'y' }]);
  });

  it('el trabajador lo toma, actúa como el sistema con el nombre del trabajo, y lo retira', async () => {
    const hecho: string[] = [];
    const t1 = trabajo<{ id: string }>({
      nombre: 'prueba.actuar',
      ejecutar: ({ id }, { enTransaccion }) =>
        enTransaccion(async (trx) => {
          hecho.push(`${id} ${JSON.stringify(trx.actor)}`);
        }),
    });
    await conTrabajadores([t1], async () => {
      await t.app(ANONIMO, (trx) => encolar(trx, 'prueba.actuar', { id: 'z' }));
      await hasta(() => hecho.length > 0);
      await hasta(async () => (await enCola('prueba.actuar')).length === 0);
    });
    expect(hecho).toEqual(['z {"tipo":"sistema","trabajo":"prueba.actuar"}']);
  });

  it('si falla se reintenta después, y el registro dice cuál sin repetir lo que dijo el error', async () => {
    const t1 = trabajo({
      nombre: 'prueba.fallar',
      ejecutar: async () => {
        throw new Error('550 <persona@ejemplo.co> rechazada');
      },
    });
    const lineas = await conTrabajadores([t1], async () => {
      await t.app(ANONIMO, (trx) => encolar(trx, 'prueba.fallar', { id: 'w' }));
      await hasta(async () => {
        const [f] = await t.consultar<{ attempts: number; locked_at: Date | null }>(
          `select attempts, locked_at from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id where identifier = 'prueba.fallar'`,
        );
        return f?.attempts === 1 && f.locked_at === null;
      });
    });
    expect(lineas.some((l) => l.includes('prueba.fallar') && l.includes('"level":50'))).toBe(true);
    expect(lineas.join('')).not.toContain('persona@ejemplo.co');
  });

  it('al detenerse espera lo que está en curso', async () => {
    let termino = false;
    let empezo = false;
    const t1 = trabajo({
      nombre: 'prueba.demorar',
      ejecutar: async () => {
        empezo = true;
        await esperar(300);
        termino = true;
      },
    });
    await conTrabajadores([t1], async () => {
      await t.app(ANONIMO, (trx) => encolar(trx, 'prueba.demorar', {}));
      await hasta(() => empezo);
    });
    expect(termino).toBe(true);
  });

  it('quien encola es la aplicación, que por sí misma no toca la cola', async () => {
    await expect(
      t.poolApp.query(`select graphile_worker.add_job('prueba.directo', '{}'::json)`),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(t.dueno(SISTEMA, (trx) => encolar(trx, 'prueba.dueno', {}))).resolves.toBeUndefined();
  });
});
