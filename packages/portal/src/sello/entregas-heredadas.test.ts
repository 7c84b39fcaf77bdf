import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona, type Inscrita } from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { leerMigraciones } from '../plataforma/index.ts';

/** The database as it was when each room delivered its documents by itself. */
const COMO_ERA = `
  drop table sello.entrega;
  create table rut.entrega (documento_id uuid primary key, mensaje_id uuid not null, entregada_en timestamptz not null);
  create table tramites_rut.constancia_entregada
    (documento_id uuid primary key, mensaje_id uuid not null, entregada_en timestamptz not null);`;
const MIGRACIONES = /^20261130100[0-4]-/;

let o: OficinaDePrueba;
let una: Inscrita;
let otra: Inscrita;
beforeAll(async () => {
  o = await abrirOficina();
  una = await inscribirPersona(o);
  await o.trabajar();
  otra = await inscribirPersona(o);
});
afterAll(() => o.cerrar());

const idDe = async (publico: string) =>
  (await o.consultar<{ id: string }>('select id from sello.documento where id_publico = $1', [publico]))[0]
    ?.id;
const correosCon = async (radicado: string) =>
  (
    await o.consultar(
      `select 1 from plataforma.mensaje where texto like '%' || $1 || '%' and adjuntos <> '[]'`,
      [radicado],
    )
  ).length;

describe('al actualizar desde la versión en que cada sala entregaba lo suyo', () => {
  it('lo que se envió no se envía otra vez, y lo que esperaba en la cola sale una', async () => {
    const [enviada, pendiente] = [await idDe(una.copia), await idDe(otra.copia)];
    expect(await correosCon(una.radicado)).toBe(1);
    await o.consultar(COMO_ERA);
    await o.consultar(
      `insert into rut.entrega select $1, id, creado_en from plataforma.mensaje where texto like '%' || $2 || '%' limit 1`,
      [enviada, una.radicado],
    );
    for (const id of [enviada, pendiente])
      await o.consultar(
        `select graphile_worker.add_job('rut.entregar-copia', json_build_object('id', $1::text), job_key => 'rut.entregar-copia:' || $1)`,
        [id],
      );
    for (const { nombre, sql } of await leerMigraciones())
      if (MIGRACIONES.test(nombre)) await o.consultar(sql);
    expect(await o.consultar('select documento_id, intento from sello.entrega')).toEqual([
      { documento_id: enviada, intento: 1 },
    ]);
    expect(
      await o.consultar(`select 1 from graphile_worker.jobs where task_identifier = 'rut.entregar-copia'`),
    ).toEqual([]);
    await o.trabajar();
    expect([await correosCon(una.radicado), await correosCon(otra.radicado)]).toEqual([1, 1]);
  });
});
