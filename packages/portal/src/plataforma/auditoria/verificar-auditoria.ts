import canonicalize from 'canonicalize';
import { sql } from 'kysely';
import { sha256 } from '../ids/index.ts';
import type { Transaccion } from '../transaccion/index.ts';
import { HASH_INICIAL, hashDeEslabon, type EntradaEncadenable } from './eslabon.ts';

export interface InformeAuditoria {
  eslabones: number;
  /** Committed entries that the sealer has not reached. */
  sinSellar: number;
  /** First link that does not hold, with the reason. */
  falla?: { eslabon: string; motivo: string };
  /** Hash of the last link, hexadecimal: what a checkpoint signs. */
  cabeza: string;
}

type Fila = EntradaEncadenable & { eslabon: bigint; hash: Buffer; datos: unknown; existe: boolean };

/**
 * Recomputes the whole chain, in batches, and the hash of the data that has not expired. Whoever rewrites the whole
 * chain is found by comparing `cabeza` with a signed checkpoint kept elsewhere.
 */
export async function verificarAuditoria(trx: Transaccion, lote = 5_000): Promise<InformeAuditoria> {
  let desde = 0n;
  let previo: Buffer = HASH_INICIAL;
  let eslabones = 0;
  const falla = (f: Fila, motivo: string) => ({ falla: { eslabon: f.eslabon.toString(), motivo } });
  const informe = async (resto: object): Promise<InformeAuditoria> => {
    const { rows } = await sql<{
      n: bigint;
    }>`select count(*) as n from plataforma.auditoria_pendiente`.execute(trx.bd);
    return { eslabones, sinSellar: Number(rows[0]?.n ?? 0), cabeza: previo.toString('hex'), ...resto };
  };
  // Entries outside the chain that nobody announced: the last links were removed, or they came in by another way.
  const sobrantes = async () => {
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from plataforma.auditoria a
      where not exists (select from plataforma.auditoria_cadena c where c.id = a.id)
        and not exists (select from plataforma.auditoria_pendiente p where p.id = a.id)`.execute(trx.bd);
    const n = rows[0]?.n ?? 0n;
    const motivo = `hay ${n} entradas que no están en la cadena ni por entrar`;
    return n > 0n ? { falla: { eslabon: (desde + 1n).toString(), motivo } } : {};
  };
  for (;;) {
    const { rows } = await sql<Fila>`
      select c.eslabon, c.hash, c.id, c.ocurrio_en, a.actor, a.persona_id, a.accion, a.objeto, a.datos_hash, a.datos,
             a.id is not null as existe
      from plataforma.auditoria_cadena c
      left join plataforma.auditoria a on a.id = c.id and a.ocurrio_en = c.ocurrio_en
      where c.eslabon > ${desde} order by c.eslabon limit ${lote}`.execute(trx.bd);
    if (rows.length === 0) return informe(await sobrantes());
    for (const f of rows) {
      if (f.eslabon !== desde + 1n) return informe(falla(f, 'falta el eslabón anterior'));
      if (!f.existe) return informe(falla(f, 'la entrada no existe'));
      if (f.datos !== null && !sha256(canonicalize(f.datos) ?? '').equals(f.datos_hash)) {
        return informe(falla(f, 'los datos no corresponden a su resumen'));
      }
      const esperado = hashDeEslabon(previo, f);
      if (!esperado.equals(f.hash)) return informe(falla(f, 'la entrada cambió después de sellada'));
      previo = esperado;
      desde = f.eslabon;
      eslabones += 1;
    }
  }
}
