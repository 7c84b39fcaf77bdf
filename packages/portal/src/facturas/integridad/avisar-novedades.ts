import { sql } from 'kysely';
import { encolar, trabajo, type Claves, type Trabajo, type Transaccion } from '../../plataforma/index.ts';
import { AVISAR_NOVEDADES } from './avisos.ts';
import type { Novedad } from './consultas.ts';
import { novedadEnJson } from './en-json.ts';
import { AvisoFallido, cabecerasDelAviso, enviarAviso } from './enviar-aviso.ts';
import { secretoDe } from './suscripciones.ts';

/** Things told in one notice, and notices of one run: more than that waits for the next. */
const POR_AVISO = 100;
const AVISOS_POR_VEZ = 10;
/** House rules: the wait doubles with each failure up to six hours, and after forty nobody is called any more. */
const ESPERA = { primeraMs: 30_000, maximaMs: 6 * 3_600_000, fallas: 40 } as const;

interface PorAvisar {
  id: string;
  id_publico: string;
  clave: string;
  url: string;
  secreto: Buffer;
  avisada: bigint;
  fallas: number;
  intentada_en: Date | null;
  retirada_en: Date | null;
}

/**
 * Tells a program of a taxpayer what is new, in order and from where it was left. A notice that was not taken is sent again,
 * later and later; whoever hears the same one twice knows it by its numbers.
 */
export const trabajoAvisarNovedades = (e: { claves: Claves; permitidas: readonly string[] }): Trabajo =>
  trabajo({
    nombre: AVISAR_NOVEDADES,
    async ejecutar({ id }: { id: string }, { enTransaccion }) {
      for (let vez = 0; vez < AVISOS_POR_VEZ; vez++) {
        const aviso = await enTransaccion((trx) => prepararAviso(trx, id));
        if (!aviso) return;
        const { suscripcion, novedades, ahora } = aviso;
        const cuerpo = JSON.stringify({
          suscripcion: suscripcion.id_publico,
          desde: Number(suscripcion.avisada),
          novedades: novedades.map(novedadEnJson),
        });
        const falla = await enviarAviso({
          ...{ url: suscripcion.url, cuerpo, permitidas: e.permitidas },
          cabeceras: cabecerasDelAviso(secretoDe(e.claves, suscripcion), cuerpo, ahora),
        }).catch((error: unknown) => {
          if (error instanceof AvisoFallido) return error;
          throw error;
        });
        await enTransaccion((trx) =>
          falla
            ? anotarFalla(trx, suscripcion, falla.message)
            : anotarAvisado(trx, id, novedades.at(-1)?.n ?? 0n),
        );
        if (falla) return;
      }
      await enTransaccion((trx) =>
        encolar(trx, AVISAR_NOVEDADES, { id }, { clave: `${AVISAR_NOVEDADES}:${id}` }),
      );
    },
  });

/** What there is to tell now; undefined when nothing, or when it is not time yet to call again who did not answer. */
async function prepararAviso(
  trx: Transaccion,
  id: string,
): Promise<{ suscripcion: PorAvisar; novedades: Novedad[]; ahora: Date } | undefined> {
  const { rows } =
    await sql<PorAvisar>`select id, id_publico, clave, url, secreto, avisada, fallas, intentada_en, retirada_en
    from facturas.suscripcion where id = ${id}`.execute(trx.bd);
  const [suscripcion] = rows;
  if (!suscripcion || suscripcion.retirada_en) return undefined;
  const cuando = proxima(suscripcion);
  if (cuando > trx.ahora.getTime()) {
    await otraVez(trx, id, cuando);
    return undefined;
  }
  const novedades =
    await sql<Novedad>`select n, dia::text as dia, papel, tipo, nit_emisor, codigo, total, huella
    from facturas.novedad where clave = ${suscripcion.clave} and n > ${suscripcion.avisada}
    order by novedad.n limit ${POR_AVISO}`.execute(trx.bd);
  return novedades.rows.length === 0
    ? undefined
    : { suscripcion, novedades: novedades.rows, ahora: trx.ahora };
}

const proxima = ({ fallas, intentada_en }: PorAvisar): number =>
  fallas === 0 || !intentada_en
    ? 0
    : intentada_en.getTime() + Math.min(ESPERA.maximaMs, ESPERA.primeraMs * 2 ** (fallas - 1));

async function anotarAvisado(trx: Transaccion, id: string, hasta: bigint): Promise<void> {
  await sql`update facturas.suscripcion set avisada = greatest(avisada, ${hasta}), fallas = 0, falla = null,
    intentada_en = ${trx.ahora} where id = ${id}`.execute(trx.bd);
}

async function anotarFalla(trx: Transaccion, s: PorAvisar, falla: string): Promise<void> {
  const fallas = s.fallas + 1;
  const retirada = fallas >= ESPERA.fallas ? trx.ahora : null;
  await sql`update facturas.suscripcion set fallas = ${fallas}, falla = ${falla.slice(0, 200)}, intentada_en = ${trx.ahora},
    retirada_en = ${retirada} where id = ${s.id}`.execute(trx.bd);
  if (!retirada) await otraVez(trx, s.id, proxima({ ...s, fallas, intentada_en: trx.ahora }));
}

const otraVez = (trx: Transaccion, id: string, cuando: number): Promise<void> =>
  encolar(trx, AVISAR_NOVEDADES, { id }, { clave: `${AVISAR_NOVEDADES}:${id}`, desde: new Date(cuando) });
