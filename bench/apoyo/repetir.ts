import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { idPublico, uuidv7 } from '../../packages/portal/src/plataforma/ids/index.ts';
import {
  abre,
  cierra,
  type Guion,
  type Instruccion,
  type Parametro,
  type Plantilla,
  type Sentencia,
} from './guion.ts';

/** What the slots hold for one person. */
export type Ranuras = (string | Buffer)[];

/** Slots for somebody else: what is known from outside, and identifiers made anew. */
export function ranurasPara(guion: Guion, externos: Record<string, string | Buffer>): Ranuras {
  const ranuras: Ranuras = new Array<string>(guion.ranuras).fill('');
  for (const [nombre, ranura] of Object.entries(guion.externos)) {
    const valor = externos[nombre];
    if (valor === undefined) throw new RangeError(`The script needs ${nombre}`);
    ranuras[ranura] = valor;
  }
  const ahora = new Date();
  for (const { ranura, clase, largo } of guion.nuevos) {
    if (clase === 'bytes') ranuras[ranura] = randomBytes(largo);
    else ranuras[ranura] = clase === 'uuid' ? uuidv7(ahora) : idPublico();
  }
  return ranuras;
}

/** Sends again the statements of one request. @throws Error when the database answers no row where it did. */
export async function repetir(
  pool: pg.Pool,
  instrucciones: readonly Instruccion[],
  ranuras: Ranuras,
): Promise<void> {
  const ahora = Date.now();
  let conexion: pg.PoolClient | undefined;
  try {
    for (const { texto, valores, guarda } of instrucciones) {
      const sentencia = llenar(texto, ranuras);
      if (abre(sentencia)) conexion = await pool.connect();
      // Outside a transaction too the office sends some: who comes is asked in one message.
      const { rows } = await (conexion ?? pool).query<Record<string, string>>(
        sentencia,
        valores.map((v) => valorDe(v, ranuras, ahora)),
      );
      for (const { columna, ranura } of guarda) {
        const valor = rows[0]?.[columna];
        if (valor === undefined) throw new Error(`No row answers: ${sentencia}`);
        ranuras[ranura] = valor;
      }
      if (cierra(sentencia)) {
        conexion?.release();
        conexion = undefined;
      }
    }
  } finally {
    conexion?.release(true);
  }
}

/** Statements that only read, to be sent again as they were, with the values that they had. */
export function comoFue(pool: pg.Pool, sentencias: readonly Sentencia[]): () => Promise<void> {
  const listas = sentencias.map(({ texto, valores }) => ({ texto, valores: valores.map(tal) }));
  return async () => {
    let conexion: pg.PoolClient | undefined;
    try {
      for (const { texto, valores } of listas) {
        if (abre(texto)) conexion = await pool.connect();
        await (conexion ?? pool).query(texto, valores);
        if (cierra(texto)) {
          conexion?.release();
          conexion = undefined;
        }
      }
    } finally {
      conexion?.release(true);
    }
  };
}

function tal(v: Sentencia['valores'][number]): unknown {
  if (typeof v !== 'object' || v === null) return v;
  if ('hex' in v) return Buffer.from(v.hex, 'hex');
  return 'ms' in v ? new Date(v.ms) : v.json;
}

function valorDe(p: Parametro, ranuras: Ranuras, ahora: number): unknown {
  switch (p.tipo) {
    case 'texto':
      return llenar(p.plantilla, ranuras);
    case 'bytes':
      return ranuras[p.ranura];
    case 'fecha':
      return new Date(ahora + p.desfase);
    case 'fijo':
      return p.valor;
  }
}

function llenar(plantilla: Plantilla, ranuras: Ranuras): string {
  let texto = '';
  for (const trozo of plantilla) texto += typeof trozo === 'string' ? trozo : comoTexto(ranuras[trozo]);
  return texto;
}

/** Hashes also travel inside texts, in hexadecimal. */
const comoTexto = (valor: string | Buffer | undefined): string =>
  typeof valor === 'string' ? valor : (valor?.toString('hex') ?? '');
