import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';
import type { Libro } from '../libro/index.ts';
import { cambiarReciboDe, emitirReciboDe, reciboDe, totalDelRecibo } from '../pagos/index.ts';
import type { CuotaConcedida, Facilidad } from './consultas.ts';
import { loQueQueda, seguir, sumaDe } from './seguimiento.ts';

/** Names the slip of an instalment: it is issued once. */
export const claveDeRecibo = (f: Pick<Facilidad, 'idPublico'>, cuota: number): string =>
  `facilidad:${f.idPublico}:${cuota}`;

const laUltima = (f: Facilidad): CuotaConcedida | undefined => f.cuotas.at(-1);

/**
 * The slips of a facility that whoever acts may see, by the number of the instalment: of the last one, whose figures may
 * have changed, the one that stands.
 */
export async function recibosDeFacilidad(
  trx: Transaccion,
  f: Facilidad,
): Promise<ReadonlyMap<number, string>> {
  const porClave = new Map(f.cuotas.map((c) => [claveDeRecibo(f, c.numero), c.numero]));
  const fin = laUltima(f)?.numero ?? 0;
  const { rows } = await sql<{
    clave: string | null;
    numero: string;
  }>`select r.clave, r.numero from obligaciones.recibo r
    where r.titular_id = ${f.titular}
      and (r.clave = any (${[...porClave.keys()]}::text[]) or starts_with(r.clave, ${`${claveDeRecibo(f, fin)}:`}))
      and not exists (select from obligaciones.recibo_anulado a where a.recibo = r.numero)
    order by r.emitido_en, r.numero`.execute(trx.bd);
  return new Map(rows.map((r) => [porClave.get(r.clave ?? '') ?? fin, r.numero] as const));
}

/** The slips of the instalments whose figures are settled: all but the last. As the owner. */
export async function emitirRecibosDelPlan(trx: Transaccion, f: Facilidad): Promise<void> {
  for (const c of f.cuotas.slice(0, -1))
    await emitirReciboDe(trx, {
      titular: f.titular,
      paraEl: c.fecha,
      corte: f.corte,
      clave: claveDeRecibo(f, c.numero),
      renglones: c.abonos.map(({ obligacion, impuesto, sancion, interes }) => ({
        obligacion,
        capital: impuesto,
        sancion,
        interes,
        ...(c.numero > 0 && { cuota: c.numero }),
      })),
    });
}

/**
 * The slip of the last instalment, once the others are paid: for what the ledger says is left on its day. When that is
 * another figure than its slip has (a rate was certified, a payment was taken back), another slip takes its place. As the
 * owner, with the ledger of its taxpayer.
 */
export async function emitirElUltimoRecibo(trx: Transaccion, f: Facilidad, libro: Libro): Promise<void> {
  const ultima = laUltima(f);
  if (!ultima || ultima.fecha < trx.hoy) return;
  const { proxima } = seguir(libro, f, trx.hoy);
  if (proxima?.numero !== ultima.numero) return;
  const restos = loQueQueda(libro, f, trx.hoy);
  const hecho = (await recibosDeFacilidad(trx, f)).get(ultima.numero);
  const antes = hecho === undefined ? undefined : await reciboDe(trx, hecho);
  if (antes && totalDelRecibo(antes) === sumaDe(restos)) return;
  const nuevo = {
    titular: f.titular,
    paraEl: ultima.fecha,
    corte: libro.corte,
    clave: `${claveDeRecibo(f, ultima.numero)}:${libro.corte}`,
    renglones: restos.map((r) => ({ ...r, ...(ultima.numero > 0 && { cuota: ultima.numero }) })),
  };
  if (antes) await cambiarReciboDe(trx, antes.numero, nuevo);
  else await emitirReciboDe(trx, nuevo);
}
