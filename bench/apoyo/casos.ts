import type { EstadoCondicion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { abrirCasa, type Casa } from '../../packages/portal/src/plataforma/index.ts';
import { FLUJO_RUT, tipoDeCaso, TIPOS_DE_CASO } from '../../packages/portal/src/tramites/index.ts';
import type { Base } from './base.ts';

const TIPO = 'medicion.caso';
/** Of every so many cases, one is open: the rest were decided. */
const UNO_ABIERTO_DE = 5;
const TITULARES = 2_000;
export const FUNCIONARIOS = 500;

/** With a kind of case that costs nothing of its own: what is measured is the engine. */
export function casaDeMedicion(): Casa {
  const estado: EstadoCondicion = 'cumple';
  const tipo = tipoDeCaso<{ n: number }>({
    tipo: TIPO,
    nombre: 'Medición',
    serie: 'RU',
    rol: 'mesa-rut',
    flujo: FLUJO_RUT,
    cuatroOjos: false,
    esquema: z.object({ n: z.int() }),
    presentar: () => ({ titulo: 'Medición', secciones: [] }),
    documentos: () => [],
    verificables: [],
    comprobar: async () => ({
      estado,
      condiciones: [{ id: 'x', estado, razon: 'x', articulo: 'x', certeza: 'norma' }],
    }),
    plantilla: () => ({ razones: '', fundamento: '' }),
  });
  return abrirCasa([{ nombre: 'medicion', recibe: [TIPOS_DE_CASO], tipos: TIPOS_DE_CASO.de(tipo) }]);
}

/** Officials with a role and a second factor, as rows. @returns their identifiers */
export async function sembrarFuncionarios(base: Base): Promise<string[]> {
  await base.sql(
    `with f as (
       insert into cuentas.funcionario (id, id_publico, usuario, nombre, correo, tipo_documento, numero_documento, roles, creado_en)
       select gen_random_uuid(), 'f' || lpad(n::text, 25, '0'), 'medicion-' || n, 'Funcionario ' || n, n || '@oficina.example',
         '13', (1990800000 + n)::text, array['mesa-rut'], now() from generate_series(1, $1::int) n returning id)
     insert into cuentas.totp (cuenta_id, secreto_cifrado, creado_en, confirmado_en) select id, '\\x00', now(), now() from f`,
    [FUNCIONARIOS],
  );
  return (await base.sql<{ id: string }>(`select id from cuentas.funcionario`)).map((f) => f.id);
}

/** Taxpayers with the registry of somebody who registered. */
export async function sembrarTitulares(base: Base): Promise<void> {
  await base.sql(
    `with modelo as (select v.* from rut.version v order by v.creada_en limit 1),
     t as (insert into rut.titular (id, id_publico, nit, dv, tipo_contribuyente, tipo_documento, numero_documento, inscrito_en)
       select gen_random_uuid(), 't' || lpad(n::text, 25, '0'), (1991000000 + n)::text, 1, '2', '13', (1991000000 + n)::text, now()
       from generate_series(1, $1::int) n returning id, nit)
     insert into rut.version select gen_random_uuid(), t.id, 1, '009' || lpad(row_number() over ()::text, 9, '0'), '01',
       modelo.registro, '2020RU' || lpad(row_number() over ()::text, 9, '0'), modelo.hash, now() from t, modelo`,
    [TITULARES],
  );
}

/**
 * Adds cases up to so many in all: one of every five is open, with deadlines over the next weeks. They come day after day,
 * with identifiers that grow with time, as the office gives them: those that fall due together lie together on the disk.
 */
export async function sembrarCasos(base: Base, desde: number, hasta: number): Promise<void> {
  for (let n = desde; n < hasta; n += 50_000) {
    const fin = Math.min(hasta, n + 50_000);
    await base.sql(
      `with t as (select array_agg(id order by id_publico) as ids from rut.titular where id_publico like 't%'),
       d as (select n, 39 - 40 * (n - $3::int) / ($4::int - $3::int) as hace from generate_series($1::int, $2::int - 1) n),
       n as (select n, uuidv7(-hace * interval '1 day') as s, uuidv7(-hace * interval '1 day') as c,
               t.ids[1 + n % cardinality(t.ids)] as titular, current_date - hace as dia from d, t),
       s as (insert into tramites.solicitud select s, 's' || lpad(n::text, 25, '0'), '${TIPO}', titular, json_build_object('n', n),
               'medicion:' || n, now() from n),
       c as (insert into tramites.caso select c, '2021RU' || lpad(n::text, 9, '0'), '${TIPO}', titular, 't', s, null,
               decode(repeat('00', 32), 'hex'), false, now(), dia from n),
       e as (insert into tramites.evento
               select c, 1, 'radicada', '{"rol": "mesa-rut"}'::jsonb, 'medicion', null::uuid, now(), dia from n
               union all select c, 2, 'desistida', '{"motivo": ""}'::jsonb, 'medicion', null, now(), dia from n
               where n % ${UNO_ABIERTO_DE} <> 0)
       insert into tramites.pendiente select c, '2021RU' || lpad(n::text, 9, '0'), '${TIPO}', titular, 'mesa-rut', 'oficina',
         'en-verificacion', null, dia, dia + 45 from n where n % ${UNO_ABIERTO_DE} = 0`,
      [n, fin, desde, hasta],
    );
  }
  await base.sql('vacuum analyze');
}
