import type { EntradaDeZip } from '@autogestion/documentos';
import { sql } from 'kysely';
import {
  auditar,
  encolar,
  idPublico,
  leerAparte,
  nombreDelActor,
  sha256,
  trabajo,
  uuidv7,
  type Trabajo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { erroresDeFacturas } from '../errores.ts';
import type { EntornoDeRecepcion } from './entorno.ts';
import type { ArchivoEntregado, QuienEntrega } from './entrega.ts';
import { recibirDocumento } from './recibir-documento.ts';

/** A batch, as the DIAN's service takes it (SendBillAsync): technical annex 1.9. */
export const LIMITES = {
  /** Of one document, its container or a zip, compressed. */
  bytesDeUno: 5 * 1024 * 1024,
  bytesDeLote: 50 * 1024 * 1024,
  documentosPorLote: 50,
  entregasPorMinuto: 120,
} as const;

const PROCESAR_LOTE = 'facturas.procesar-lote';

export const esZip = (contenido: Buffer): boolean => contenido.subarray(0, 2).toString('latin1') === 'PK';

/**
 * Keeps a batch, and leaves to a job what it brings: each document has its own verdict. The same zip again is the same batch.
 * @returns its public identifier
 * @throws ErrorDominio 422 when it is no zip that is read, 503 when too many are
 */
export async function recibirLote(
  e: Pick<EntornoDeRecepcion, 'archivos' | 'aparte'>,
  quien: QuienEntrega,
  { nombre, contenido }: ArchivoEntregado,
): Promise<string> {
  const topes = { entradas: LIMITES.documentosPorLote, bytesDeCada: LIMITES.bytesDeUno };
  const leido = await leerAparte(() => e.aparte.hacer('leerZip', new Uint8Array(contenido), topes));
  if (!leido || 'falta' in leido)
    throw erroresDeFacturas.ilegible(leido?.falta ?? 'El ZIP no se puede leer. Hágalo otra vez.');
  const hash = sha256(contenido);
  return quien.enTransaccion(async (trx) => {
    const antes = await loteConHash(trx, hash, quien);
    if (antes) return antes;
    const [id, publico] = [uuidv7(trx.ahora), idPublico()];
    const persona = quien.titular === undefined ? {} : { persona: quien.titular };
    const archivo = await e.archivos.guardar(trx, { ...persona, tipo: 'application/zip', contenido });
    await sql`insert into facturas.lote (id, id_publico, titular_id, funcionario_id, actor, nombre, hash, archivo, contenido,
        cuantos, recibido_en)
      values (${id}, ${publico}, ${quien.titular ?? null}, ${quien.funcionario ?? null}, ${nombreDelActor(trx.actor)},
        ${
          nombre
            .replace(/^.*[\\/]/, '')
            .replace(/\p{C}/gu, '')
            .slice(0, 120) || 'lote.zip'
        }, ${hash}, ${archivo.id},
        ${JSON.stringify(leido.entradas)}::jsonb, ${leido.entradas.length}, ${trx.ahora})`.execute(trx.bd);
    await auditar(trx, {
      accion: 'facturas.recibir-lote',
      objeto: `lote:${id}`,
      ...persona,
      datos: { documentos: leido.entradas.length },
    });
    await encolar(trx, PROCESAR_LOTE, { id }, { clave: `${PROCESAR_LOTE}:${id}` });
    return publico;
  });
}

async function loteConHash(
  trx: Transaccion,
  hash: Buffer,
  { titular, funcionario }: QuienEntrega,
): Promise<string | undefined> {
  const { rows } = await sql<{ id_publico: string }>`select id_publico from facturas.lote where hash = ${hash}
    and titular_id is not distinct from ${titular ?? null}::uuid
    and funcionario_id is not distinct from ${funcionario ?? null}::uuid limit 1`.execute(trx.bd);
  return rows[0]?.id_publico;
}

interface PorProcesar {
  titular_id: string | null;
  funcionario_id: string | null;
  archivo: string;
  contenido: unknown;
  hechas: number[];
}

/** Judges the documents of a batch that nobody judged yet, one after the other: whatever kills it, the next run goes on. */
export const trabajoProcesarLote = (e: EntornoDeRecepcion): Trabajo =>
  trabajo({
    nombre: PROCESAR_LOTE,
    async ejecutar({ id }: { id: string }, { enTransaccion }) {
      const abierto = await enTransaccion(async (trx) => {
        const { rows } = await sql<PorProcesar>`select l.titular_id, l.funcionario_id, l.archivo, l.contenido,
            array(select x.posicion from facturas.entrega x where x.lote = l.id)::int[] as hechas
          from facturas.lote l where l.id = ${id}`.execute(trx.bd);
        const [lote] = rows;
        return lote && { lote, zip: await e.archivos.leer(trx, lote.archivo) };
      });
      if (!abierto) return;
      const { lote, zip } = abierto;
      const quien: QuienEntrega = {
        enTransaccion,
        comoPropietario: true,
        ...(lote.titular_id !== null && { titular: lote.titular_id }),
        ...(lote.funcionario_id !== null && { funcionario: lote.funcionario_id }),
      };
      for (const [i, entrada] of (lote.contenido as EntradaDeZip[]).entries()) {
        if (lote.hechas.includes(i + 1)) continue;
        const sacado = await leerAparte(() =>
          e.aparte.hacer('sacarDeZip', new Uint8Array(zip.contenido), entrada),
        );
        // What does not open is judged as it came: an empty document, which is none.
        const contenido = Buffer.from(sacado && 'contenido' in sacado ? sacado.contenido : ILEGIBLE);
        await recibirDocumento(e, quien, {
          nombre: entrada.nombre,
          contenido: contenido.length > 0 ? contenido : Buffer.from(ILEGIBLE),
          lote: { id, posicion: i + 1 },
        });
      }
    },
  });

const ILEGIBLE = '(este archivo del ZIP no se pudo abrir)';
