import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comoPersona } from '../../../pruebas/tramites.ts';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { idPublico, llamar, uuidv7, type Actor } from '../../plataforma/index.ts';
import { sembrarEntrega } from './index.ts';

let t: TransaccionesDePrueba;
interface Inscrita {
  actor: Actor;
  nit: string;
}
let ana: Inscrita;
let luis: Inscrita;
beforeAll(async () => {
  t = await abrirTransacciones();
  const inscribir = async (nit: string): Promise<Inscrita> => {
    const id = uuidv7(t.reloj.ahora());
    await t.consultar(
      `insert into rut.titular (id, id_publico, nit, dv, tipo_contribuyente, tipo_documento, numero_documento, inscrito_en)
       values ($1, $2, $3, 1, '2', '13', $3, now())`,
      [id, idPublico(), nit],
    );
    return { actor: comoPersona(id), nit };
  };
  [ana, luis] = [await inscribir('1990000101'), await inscribir('1990000102')];
});
afterAll(() => t.cerrar());

describe('registros de terceros', () => {
  it('de cada persona se lee en su año lo que está en vigor, y solo lo suyo', async () => {
    const de = (c: Inscrita, pago: number, anio = 2025) =>
      t.dueno(SISTEMA, (trx) =>
        sembrarEntrega(trx, {
          informante: { nit: '900111222', nombre: 'FICTICIA' },
          formato: '1001',
          anio,
          registros: [{ tipo: '13', numero: c.nit, concepto: '5002', campos: { pago } }],
        }),
      );
    await de(ana, 100);
    await de(ana, 7, 2024);
    await de(luis, 200);
    const leer = (c: Inscrita) =>
      t.app(c.actor, (trx) => llamar(trx, 'terceros.reportado_de_mi', { anio: 2025 }));
    expect((await leer(ana)).map((r) => r.campos)).toEqual([{ pago: 100 }]);
    expect((await leer(luis)).map((r) => r.campos)).toEqual([{ pago: 200 }]);
    expect(
      await t.consultar(`select registros, total from terceros.entrega where anio = 2025`),
    ).toMatchObject([{ registros: 2, total: '300' }]);
  });

  it('un registro presentado no se cambia ni se borra', async () => {
    for (const que of [`update terceros.registro set concepto = '5003'`, 'delete from terceros.registro'])
      await expect(t.consultar(que)).rejects.toMatchObject({ code: '23514' });
  });

  it('la búsqueda de una persona en un año toca una sola partición, por su índice', async () => {
    const plan = await t.consultar<{ 'QUERY PLAN': string }>(
      `explain select * from terceros.registro where anio = 2025 and numero = '1' and tipo = '31'`,
    );
    const texto = plan.map((f) => f['QUERY PLAN']).join('\n');
    expect(texto.match(/on registro_2025_\d/g)).toHaveLength(1);
  });

  it('quien no es del reporte no lee la tabla', async () => {
    expect(
      await t.app(ana.actor, async (trx) => {
        return (await sql`select 1 as x from terceros.registro`.execute(trx.bd)).rows;
      }),
    ).toEqual([]);
  });
});
