import { esFecha, type Fecha } from '@autogestion/normas/fechas';
import { leerEntrada } from '@autogestion/normas/formularios/motor';
import { sql } from 'kysely';
import { z } from 'zod';
import { ArchivoConFaltas, renglonesUtf8, type Transaccion } from '../../plataforma/index.ts';
import { clasesDeDeclaracion } from '../clases/index.ts';
import { guardarDeAntes, type DeAntesEntera } from './guardar-de-antes.ts';

const Renglon = z.strictObject({
  nit: z.string().regex(/^\d{5,15}$/, { error: 'no es un NIT sin dígito de verificación' }),
  formulario: z.string(),
  anio: z.int().min(1990).max(2100),
  periodo: z.string().default('anual'),
  numero: z.string().regex(/^\d{10,16}$/, { error: 'no tiene entre 10 y 16 números' }),
  presentada: z.string().refine(esFecha, { error: 'no es una fecha AAAA-MM-DD' }),
  casillas: z.record(z.string(), z.union([z.string().max(200), z.int()])),
  hechos: z.record(z.string(), z.unknown()).default({}),
});
type Renglon = z.output<typeof Renglon>;

const LOTE = 2_000;
/** Faults that are told at once. */
const FALTAS = 10;

/**
 * Loads returns that were filed before this office kept them: a JSON object a line, with the boxes by their number. All or
 * nothing: what is at fault is told with its line, the first ten at once. A number that is here already is left as it is.
 * @param trx of the owner's role
 * @returns how many were new
 * @throws ArchivoConFaltas
 */
export async function importarDeAntes(trx: Transaccion, archivo: string): Promise<number> {
  const faltas: string[] = [];
  const anotar = (linea: number, falta: string) => faltas.push(`Renglón ${linea}: ${falta}`);
  let lote: { linea: number; d: Renglon }[] = [];
  let nuevas = 0;
  const guardar = async () => {
    const titulares = await titularesDe(trx, [...new Set(lote.map(({ d }) => d.nit))]);
    const declaraciones: DeAntesEntera[] = [];
    for (const { linea, d } of lote) {
      const titular = titulares.get(d.nit);
      if (titular) declaraciones.push({ ...d, titular, presentada: d.presentada });
      else anotar(linea, `nit: ${d.nit} no está en el RUT de esta oficina`);
    }
    if (faltas.length === 0) nuevas += await guardarDeAntes(trx, { ficticias: false, declaraciones });
    lote = [];
  };
  let linea = 0;
  for await (const renglon of renglonesUtf8(archivo)) {
    linea += 1;
    if (renglon.trim() === '') continue;
    const leido = leer(renglon, trx.hoy);
    if (typeof leido === 'string') anotar(linea, leido);
    else lote.push({ linea, d: leido });
    if (faltas.length >= FALTAS) break;
    if (lote.length === LOTE) await guardar();
  }
  await guardar();
  if (faltas.length > 0)
    throw new ArchivoConFaltas(`No se cargó ninguna declaración. ${faltas.slice(0, FALTAS).join('; ')}.`);
  return nuevas;
}

/** @returns what the line says, or what is wrong with it */
function leer(renglon: string, hoy: Fecha): Renglon | string {
  let json: unknown;
  try {
    json = JSON.parse(renglon);
  } catch {
    return 'no es JSON';
  }
  const { data: d, error } = Renglon.safeParse(json);
  if (!d) {
    const [i] = error.issues;
    return `${i?.path.join('.') ?? ''}: ${i?.message ?? ''}`;
  }
  const clase = clasesDeDeclaracion().find((c) => c.formulario.codigo === d.formulario);
  if (!clase) return `formulario: esta oficina no conoce el ${d.formulario}`;
  if (!clase.periodos.includes(d.periodo)) return `periodo: no es de este formulario: ${d.periodo}`;
  if (d.presentada > hoy) return 'presentada: es una fecha que no ha llegado';
  const [falta] = leerEntrada(
    clase.formulario,
    { casillas: d.casillas, hechos: d.hechos },
    { permitirFijar: true },
  ).faltas;
  return falta ? `${falta.casilla}: ${falta.mensaje}` : d;
}

async function titularesDe(trx: Transaccion, nits: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ nit: string; titular: string }>`select distinct nit, titular_id as titular
    from rut.versiones where nit = any(${nits}::text[])`.execute(trx.bd);
  return new Map(rows.map((f) => [f.nit, f.titular]));
}
