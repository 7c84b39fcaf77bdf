import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buscarEmbebida } from '../packages/portal/src/plataforma/base-de-datos/embebida/index.ts';
import { archivoDeRecaudo } from '../packages/portal/pruebas/recaudo.ts';
import { abrirOficina, type Oficina } from './apoyo/oficina.ts';

const LINEAS = 50_000;
/** One line in so many is of a slip of the office's; the others are nobody's. */
const CADA = 250;
const RECIBOS = LINEAS / CADA;

let oficina: Oficina;
beforeAll(async () => {
  oficina = await abrirOficina({}, { embebida: true });
});
afterAll(() => oficina.cerrar());

/** A connection of its own: the database dies in the middle, and with it those that were open. */
async function conectar(): Promise<Client> {
  const base = await buscarEmbebida({ directorio: oficina.directorio });
  if (!base) throw new Error('No PostgreSQL answers');
  const cliente = new Client({ connectionString: base.urlPropietario });
  cliente.on('error', () => undefined);
  await cliente.connect();
  return cliente;
}

async function una<T extends object>(texto: string, valores: unknown[] = []): Promise<T | undefined> {
  const cliente = await conectar();
  try {
    return (await cliente.query<T>(texto, valores)).rows[0];
  } finally {
    await cliente.end();
  }
}

/** Slips of one taxpayer, of one peso more each. @returns their numbers */
async function emitirRecibos(): Promise<string[]> {
  const titular = randomUUID();
  const abierta = await una<{ id: string }>(
    `select obligaciones.abrir(gen_random_uuid(), 'prueba-de-muerte-subita-00', $1, 'renta', 2024, 'anual', now()) as id`,
    [titular],
  );
  const emitidos = await una<{ numeros: string[] }>(
    `select array_agg(obligaciones.emitir_recibo($1, current_date, 0, null, jsonb_build_array(jsonb_build_object(
        'obligacion', $2::text, 'capital', n, 'sancion', 0, 'interes', 0)), 'prueba', now()) order by n) as numeros
     from generate_series(1, $3::int) n`,
    [titular, abierta?.id, RECIBOS],
  );
  return emitidos?.numeros ?? [];
}

const avance = () =>
  una<{ tandas: number; hasta: number }>(
    'select count(*)::int as tandas, coalesce(max(hasta), 0)::int as hasta from obligaciones.recaudo_tanda',
  );

it(
  'kill -9 de la oficina y de la base en medio de un archivo de 50 000 líneas: sigue donde iba, nada se pierde ni se repite',
  { timeout: 400_000 },
  async () => {
    const recibos = await emitirRecibos();
    expect(recibos).toHaveLength(RECIBOS);
    const pagos = Array.from({ length: LINEAS }, (_, i) => ({
      recibo: i % CADA === 0 ? (recibos[i / CADA] ?? '') : `77${i}`,
      valor: i + 1,
    }));
    const archivo = join(oficina.directorio, 'recaudo.txt');
    await writeFile(archivo, archivoDeRecaudo(pagos, { porLote: 5_000 }));

    // Somebody holds a slip in the middle of the file: its batch is being written, and waits, when everything dies.
    const reten = await conectar();
    await reten.query('begin');
    await reten.query('select from obligaciones.recibo where numero = $1 for update', [recibos[RECIBOS / 2]]);
    await oficina.orden('recaudo', 'importar', archivo);
    await expect.poll(async () => (await avance())?.hasta, { timeout: 120_000 }).toBe(24_000);
    await oficina.apagon();
    await oficina.reabrir();

    await expect.poll(async () => (await avance())?.hasta, { timeout: 120_000 }).toBe(LINEAS);
    const total = (BigInt(LINEAS) * BigInt(LINEAS + 1)) / 2n;
    expect(
      await una(`select count(*)::int as pagos, count(distinct (banco, referencia))::int as operaciones,
        sum(valor)::text as total, count(titular_id)::int as de_alguien from obligaciones.pago_recibido`),
    ).toEqual({
      ...{ pagos: LINEAS, operaciones: LINEAS, total: String(total), de_alguien: RECIBOS },
    });
    expect(
      await una(`select count(*)::int as comprobantes, sum(a.valor)::text as total
        from obligaciones.comprobante c join obligaciones.asiento a on a.comprobante = c.numero where a.debe = 'recaudo'`),
    ).toEqual({ comprobantes: LINEAS, total: String(total) });
    expect(
      await una(
        'select sum(puestas)::int as puestas, sum(repetidas)::int as repetidas from obligaciones.recaudo_tanda',
      ),
    ).toEqual({ puestas: LINEAS, repetidas: 0 });
  },
);
