import { sql } from 'kysely';
import {
  llamar,
  type CarpetaDeIntentos,
  type Entorno,
  type Renglon,
  type Transaccion,
} from '../plataforma/index.ts';

/** How many in one transaction. */
const TRAMO = 200;

type EntornoDeTraer = Pick<Entorno, 'contingencia' | 'comoPropietario' | 'registro'>;

/** Up to which byte of each file this process brought. It may be lost: what is brought twice is there once. */
type Traido = Map<string, number>;

/**
 * Brings to the database the failed attempts that this machine wrote down while there was none, each once whatever happens
 * in between: its number is the key. A file goes when it is all there and nobody writes in it any more.
 * @returns how many are new
 */
export async function traerIntentos(e: EntornoDeTraer, traido: Traido = new Map()): Promise<number> {
  const { carpeta } = e.contingencia;
  let nuevos = 0;
  for (const archivo of await carpeta.archivos()) {
    nuevos += await traerArchivo(e, carpeta, archivo, traido);
    if (!carpeta.terminado(archivo)) continue;
    await carpeta.borrar(archivo);
    traido.delete(archivo);
  }
  return nuevos;
}

async function traerArchivo(
  e: EntornoDeTraer,
  carpeta: CarpetaDeIntentos,
  archivo: string,
  traido: Traido,
): Promise<number> {
  const { renglones, hasta } = await carpeta.leer(archivo, traido.get(archivo) ?? 0);
  let nuevos = 0;
  for (let i = 0; i < renglones.length; i += TRAMO) {
    const tramo = renglones.slice(i, i + TRAMO);
    nuevos += await e.comoPropietario({ tipo: 'sistema', trabajo: 'contingencia.traer' }, async (trx) => {
      let suma = 0;
      for (const r of tramo) suma += await anotarIntento(trx, e, r);
      return suma;
    });
  }
  traido.set(archivo, hasta);
  return nuevos;
}

async function anotarIntento(trx: Transaccion, e: EntornoDeTraer, r: Renglon): Promise<number> {
  const de = e.contingencia.abrir(r.sobre);
  const persona = de && (de.persona ?? (await personaDe(trx, de.sesion)));
  const titular = de?.titular === undefined ? undefined : await titularDe(trx, de.titular);
  const { numAffectedRows } = await sql`
    insert into contingencia.intento (numero, en, que, causa, referencia, huella, persona_id, titular_id, traido_en)
    values (${r.numero}, ${r.en}, ${r.que}, ${r.causa}, ${r.referencia}, ${r.huella ?? null}, ${persona ?? null},
      ${titular ?? persona ?? null}, ${trx.ahora})
    on conflict (numero) do nothing`.execute(trx.bd);
  return Number(numAffectedRows ?? 0n);
}

async function personaDe(trx: Transaccion, sesion: string): Promise<string | undefined> {
  const [f]: { persona_id: string | null }[] = await llamar(trx, 'plataforma.sesion_por_token', {
    hash: Buffer.from(sesion, 'hex'),
  });
  return f?.persona_id ?? undefined;
}

const titularDe = async (trx: Transaccion, idPublico: string): Promise<string | undefined> =>
  (await llamar(trx, 'rut.titular_de_id_publico', { idPublico })) ?? undefined;
