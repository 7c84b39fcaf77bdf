import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseVacia, consultarEn } from '../../pruebas/base/index.ts';
import { inscribirPersona, type Inscrita } from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { leerMigraciones, migrar } from '../plataforma/index.ts';

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

describe('cada clase de documento que su sala entregaba', () => {
  const ENTREGAR = 'sello.entregar-documento';
  /** How each was written down when it was sent, and the job that sent it. */
  const CLASES = [
    {
      clase: 'la copia',
      trabajo: 'rut.entregar-copia',
      anotar: `insert into rut.entrega (documento_id, mensaje_id, entregada_en) values ($1, $2, $3)`,
      destino: '',
    },
    {
      clase: 'la constancia',
      trabajo: 'tramites-rut.entregar-constancia',
      anotar: `insert into tramites_rut.constancia_entregada (documento_id, mensaje_id, entregada_en) values ($1, $2, $3)`,
      destino: '',
    },
    ...(['acuse', 'decision'] as const).map((asunto) => ({
      clase: asunto,
      trabajo: 'tramites.entregar-documento',
      anotar: `insert into tramites.entrega (mensaje_id, caso_id, asunto, documento, correo, intento)
        select $2, gen_random_uuid(), '${asunto}', $1::uuid::text, 'l***@ejemplo.co', 1 where $3::timestamptz is not null`,
      destino: 'l***@ejemplo.co',
    })),
  ];
  const EMITIDO = '2026-11-27T15:00:00.000Z';
  const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

  it('pasa al sello: lo enviado, enviado; lo que esperaba, una vez; lo que se pidió otra vez, el segundo intento', async () => {
    const base = await baseVacia();
    // Rows of which only the delivery matters: their cases and persons are not there.
    const sinReglas = new URL(base.urlAdministrador);
    sinReglas.searchParams.set('options', '-c session_replication_role=replica');
    const poner = (texto: string, valores: readonly unknown[]) => consultarEn(sinReglas.href, texto, valores);
    try {
      const antes = (await leerMigraciones()).filter((m) => m.nombre < '202611301000');
      await migrar(base.urlPropietario, base.urlAplicacion, { migraciones: antes });
      const esperado: { entregas: object[]; trabajos: object[] } = { entregas: [], trabajos: [] };
      for (const [i, { trabajo, anotar, destino }] of CLASES.entries()) {
        const [enviado, enCola, otraVez] = [uuid(10 * i + 1), uuid(10 * i + 2), uuid(10 * i + 3)] as const;
        for (const id of [enviado, enCola, otraVez])
          await poner(
            `insert into sello.documento (id, id_publico, tipo, titular_id, publico, contenido, clave, emitido_en)
             values ($1, $1::uuid::text, 'x', $1, '{}', '{}', $1::uuid::text, $2)`,
            [id, EMITIDO],
          );
        for (const id of [enviado, otraVez]) {
          const mensaje = id.replace('-7000-', '-7001-');
          await poner(anotar, [id, mensaje, EMITIDO]);
          esperado.entregas.push({ documento_id: id, intento: 1, mensaje_id: mensaje, destino });
        }
        for (const [id, clave, intento] of [
          [enCola, enCola, 1],
          [otraVez, `${otraVez}:7`, 2],
        ] as const) {
          await poner(
            `select graphile_worker.add_job($1, json_build_object('id', $2::text), job_key => $1 || ':' || $3)`,
            [trabajo, id, clave],
          );
          const otra = intento === 1 ? '' : `:${intento}`;
          esperado.trabajos.push({
            task_identifier: ENTREGAR,
            key: `${ENTREGAR}:${id}${otra}`,
            id,
            intento: String(intento),
          });
        }
      }
      await poner(
        `insert into tramites.entrega (mensaje_id, caso_id, asunto, documento, correo, intento)
         values ($1, $1, 'requerimiento', '3', 'l***@ejemplo.co', 1)`,
        [uuid(99)],
      );
      await migrar(base.urlPropietario, base.urlAplicacion);
      expect(
        await consultarEn(
          base.urlAdministrador,
          `select documento_id, intento, mensaje_id, destino from sello.entrega order by documento_id`,
        ),
      ).toEqual(esperado.entregas);
      expect(
        await consultarEn(base.urlAdministrador, `select distinct entregada_en from sello.entrega`),
      ).toEqual([{ entregada_en: new Date(EMITIDO) }]);
      expect(
        await consultarEn(
          base.urlAdministrador,
          `select t.identifier as task_identifier, j.key, j.payload ->> 'id' as id, j.payload ->> 'intento' as intento
           from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.payload ->> 'id'`,
        ),
      ).toEqual(esperado.trabajos);
      // What is asked of a person is no document: it stays where it was.
      expect(
        await consultarEn(
          base.urlAdministrador,
          `select mensaje_id from tramites.entrega where asunto = 'requerimiento'`,
        ),
      ).toEqual([{ mensaje_id: uuid(99) }]);
    } finally {
      await base.borrar();
    }
  });
});
