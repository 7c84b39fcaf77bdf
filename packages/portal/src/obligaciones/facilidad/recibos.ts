import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';
import type { Facilidad } from './consultas.ts';

/** Names the slip of an instalment: it is issued once. */
export const claveDeRecibo = (f: Pick<Facilidad, 'idPublico'>, cuota: number): string =>
  `facilidad:${f.idPublico}:${cuota}`;

/** The slips of a facility that whoever acts may see, by the number of the instalment. */
export async function recibosDeFacilidad(
  trx: Transaccion,
  f: Pick<Facilidad, 'idPublico' | 'cuotas'>,
): Promise<ReadonlyMap<number, string>> {
  const porClave = new Map(f.cuotas.map((c) => [claveDeRecibo(f, c.numero), c.numero]));
  const { rows } = await sql<{
    clave: string | null;
    numero: string;
  }>`select clave, numero from obligaciones.recibo
    where clave = any (${[...porClave.keys()]}::text[])`.execute(trx.bd);
  return new Map(
    rows.flatMap((r) => {
      const cuota = porClave.get(r.clave ?? '');
      return cuota === undefined ? [] : [[cuota, r.numero] as const];
    }),
  );
}
