import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Transaccion } from '../plataforma/index.ts';

const vacio = (v: unknown) => (v === '' ? null : v);
const Fila = z.object({
  tipo_documento: z.string().regex(/^\d{2}$/),
  numero: z.string().regex(/^[A-Z0-9]{3,20}$/),
  primer_apellido: z.string().min(1).max(60),
  segundo_apellido: z.preprocess(vacio, z.string().max(60).nullable()),
  primer_nombre: z.string().min(1).max(60),
  otros_nombres: z.preprocess(vacio, z.string().max(60).nullable()),
  fecha_expedicion: z.iso.date(),
  municipio_expedicion: z.preprocess(
    vacio,
    z
      .string()
      .regex(/^\d{5}$/)
      .nullable(),
  ),
  pais_expedicion: z.preprocess(
    vacio,
    z
      .string()
      .regex(/^\d{3}$/)
      .nullable(),
  ),
  fecha_nacimiento: z.iso.date(),
  fallecida_en: z.preprocess(vacio, z.iso.date().nullable()),
});
export type FilaIdentidad = z.output<typeof Fila>;

const LOTE = 5_000;

/**
 * Loads a file of the identity registry (CSV, UTF-8, header with the column names of
 * `cuentas.registro_identidad`). All or nothing: a row at fault stops it and is named.
 * @returns number of rows loaded or updated.
 * @throws Error with the line and what is wrong.
 */
export async function importarIdentidad(trx: Transaccion, archivo: string): Promise<number> {
  const lector = createReadStream(archivo).pipe(parse({ columns: true, bom: true, trim: true }));
  let lote: FilaIdentidad[] = [];
  let total = 0;
  for await (const cruda of lector) {
    const leida = Fila.safeParse(cruda);
    if (!leida.success) {
      const [i] = leida.error.issues;
      throw new Error(`Fila ${total + lote.length + 2}: ${i?.path.join('.')}: ${i?.message}`);
    }
    lote.push(leida.data);
    if (lote.length === LOTE) {
      total += await guardarIdentidades(trx, lote);
      lote = [];
    }
  }
  return total + (await guardarIdentidades(trx, lote));
}

/** Inserts or updates people of the registry, in one statement. */
export async function guardarIdentidades(trx: Transaccion, filas: readonly FilaIdentidad[]): Promise<number> {
  if (filas.length === 0) return 0;
  await sql`insert into cuentas.registro_identidad (tipo_documento, numero, primer_apellido, segundo_apellido,
      primer_nombre, otros_nombres, fecha_expedicion, municipio_expedicion, pais_expedicion, fecha_nacimiento, fallecida_en)
    select tipo_documento, numero, primer_apellido, segundo_apellido, primer_nombre, otros_nombres, fecha_expedicion,
      municipio_expedicion, pais_expedicion, fecha_nacimiento, fallecida_en from jsonb_to_recordset(${JSON.stringify(filas)}::jsonb) as f (tipo_documento text, numero text,
      primer_apellido text, segundo_apellido text, primer_nombre text, otros_nombres text, fecha_expedicion date,
      municipio_expedicion text, pais_expedicion text, fecha_nacimiento date, fallecida_en date)
    on conflict (tipo_documento, numero) do update set primer_apellido = excluded.primer_apellido,
      segundo_apellido = excluded.segundo_apellido, primer_nombre = excluded.primer_nombre,
      otros_nombres = excluded.otros_nombres, fecha_expedicion = excluded.fecha_expedicion,
      municipio_expedicion = excluded.municipio_expedicion, pais_expedicion = excluded.pais_expedicion,
      fecha_nacimiento = excluded.fecha_nacimiento, fallecida_en = excluded.fallecida_en`.execute(trx.bd);
  return filas.length;
}
