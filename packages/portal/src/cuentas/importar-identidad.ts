import { Readable } from 'node:stream';
import { analizarNumeroDocumento } from '@autogestion/normas/documentos-identidad';
import { nombreEscrito, textoEscrito } from '@autogestion/normas/texto';
import { CsvError, parse } from 'csv-parse';
import { sql } from 'kysely';
import { z } from 'zod';
import { ArchivoConFaltas, renglonesUtf8, type Transaccion } from '../plataforma/index.ts';

const vacio = (v: unknown) => (v === '' ? null : v);
const NOMBRE = z
  .string()
  .transform(nombreEscrito)
  .refine((v) => v.length <= 60, { error: 'tiene más de 60 letras' })
  .refine((v) => !v.includes('\ufffd'), { error: 'perdió una letra al guardarse (�)' });
const obligado = NOMBRE.refine((v) => v !== '', { error: 'está vacío' });
const DIA = z
  .string()
  .transform(textoEscrito)
  .pipe(z.iso.date({ error: 'no es una fecha AAAA-MM-DD' }));
const codigo = (largo: number) =>
  z.preprocess(
    vacio,
    z
      .string()
      .regex(new RegExp(`^\\d{${largo}}$`), { error: `no tiene ${largo} números` })
      .nullable(),
  );
const Fila = z
  .object({
    tipo_documento: z.string().regex(/^\d{2}$/, { error: 'no tiene 2 números' }),
    numero: z.string(),
    primer_apellido: obligado,
    segundo_apellido: NOMBRE.transform((v) => v || null),
    primer_nombre: obligado,
    otros_nombres: NOMBRE.transform((v) => v || null),
    fecha_expedicion: DIA,
    municipio_expedicion: codigo(5),
    pais_expedicion: codigo(3),
    fecha_nacimiento: DIA,
    fallecida_en: z.preprocess(vacio, DIA.nullable()),
  })
  // The same reading as of what a person types: otherwise the two numbers would not meet.
  .transform((f, ctx) => {
    const numero = analizarNumeroDocumento(f.tipo_documento, f.numero);
    if (numero.ok) return { ...f, numero: numero.valor };
    ctx.addIssue({ code: 'custom', message: numero.mensaje, path: ['numero'] });
    return z.NEVER;
  });
export type FilaIdentidad = z.output<typeof Fila>;

const COLUMNAS = [
  'tipo_documento',
  'numero',
  'primer_apellido',
  'segundo_apellido',
  'primer_nombre',
  'otros_nombres',
  'fecha_expedicion',
  'municipio_expedicion',
  'pais_expedicion',
  'fecha_nacimiento',
  'fallecida_en',
] as const;
const LOTE = 5_000;
/** Faults that are told at once. */
const FALTAS = 10;

/**
 * Loads a file of the identity registry (CSV in UTF-8, separated by commas, semicolons or tabs, with a header of the
 * column names of `cuentas.registro_identidad`). Names and numbers are read as those that a person types. All or nothing:
 * what is at fault, or twice in the file, is told with its line, the first ten at once. Keeps the numbers in memory: some
 * 100 MB a million.
 * @returns number of rows loaded or updated.
 * @throws ArchivoConFaltas a sentence with each line and what is wrong.
 */
export async function importarIdentidad(trx: Transaccion, archivo: string): Promise<number> {
  const faltas: string[] = [];
  const vistas = new Map<string, number>();
  let lote: FilaIdentidad[] = [];
  let total = 0;
  for await (const { linea, celdas } of filasDe(archivo)) {
    const leida = Fila.safeParse(celdas);
    const falta = leida.success ? yaEstaba(vistas, leida.data, linea) : enUnaFrase(leida.error);
    if (falta !== undefined) faltas.push(`Fila ${linea}: ${falta}`);
    if (faltas.length === FALTAS) break;
    if (!leida.success || faltas.length > 0) continue;
    lote.push(leida.data);
    if (lote.length === LOTE) {
      total += await guardarIdentidades(trx, lote);
      lote = [];
    }
  }
  if (faltas.length > 0) throw new ArchivoConFaltas(`No se cargó ninguna persona. ${faltas.join('; ')}.`);
  return total + (await guardarIdentidades(trx, lote));
}

const enUnaFrase = ({ issues: [i] }: z.ZodError): string => `${i?.path.join('.') ?? ''}: ${i?.message ?? ''}`;

function yaEstaba(vistas: Map<string, number>, f: FilaIdentidad, linea: number): string | undefined {
  const clave = `${f.tipo_documento}-${f.numero}`;
  const antes = vistas.get(clave);
  if (antes === undefined) vistas.set(clave, linea);
  return antes === undefined ? undefined : `numero: es el mismo documento de la fila ${antes}`;
}

interface FilaDeArchivo {
  /** Counted from one, header included. */
  linea: number;
  celdas: Record<string, string>;
}

/** @throws ArchivoConFaltas when the columns are others, or the quotes do not close */
async function* filasDe(archivo: string): AsyncGenerator<FilaDeArchivo> {
  const fuente = Readable.from(renglonesUtf8(archivo));
  const lector = parse({
    delimiter: [',', ';', '\t'],
    trim: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  // A pipe does not hand on what is wrong with its source.
  fuente.on('error', (error) => lector.destroy(error)).pipe(lector);
  let cabeza: string[] | undefined;
  try {
    for await (const { record, info } of lector as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (cabeza === undefined) {
        cabeza = record.map((c) => textoEscrito(c).toLowerCase());
        const faltan = COLUMNAS.filter((c) => !cabeza?.includes(c));
        if (faltan.length > 0)
          throw new ArchivoConFaltas(
            `Fila 1: ${faltan.length === 1 ? 'falta la columna' : 'faltan las columnas'} ${faltan.join(', ')}.`,
          );
        continue;
      }
      if (record.length !== cabeza.length)
        throw new ArchivoConFaltas(
          `Fila ${info.lines}: tiene ${record.length} columnas y la primera fila tiene ${cabeza.length}. ¿Un nombre lleva una coma sin comillas?`,
        );
      yield { linea: info.lines, celdas: Object.fromEntries(cabeza.map((c, i) => [c, record[i] ?? ''])) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const fila = typeof error.lines === 'number' ? ` en la fila ${error.lines}` : '';
    throw new ArchivoConFaltas(`Las comillas no están bien cerradas${fila}.`);
  }
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
