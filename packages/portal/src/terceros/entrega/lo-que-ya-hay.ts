import type { Hallazgo } from '@autogestion/normas/exogena';
import { sql } from 'kysely';
import type { Transaccion } from '../../plataforma/index.ts';
import type { Validado } from '../validar-archivo.ts';

interface LeidaAhora extends Validado {
  id: string;
  titular_id: string;
  anio: number;
  reemplaza_id: string | null;
  huella: Buffer;
}

/** A delivery against those of its reporter that stand. @param trx of the owner's role */
export async function contraLoPresentado(trx: Transaccion, e: LeidaAhora): Promise<Hallazgo[]> {
  const hallazgos: Hallazgo[] = [];
  const di = (codigo: string, mensaje: string) =>
    void hallazgos.push({ fila: 0, campo: '', codigo, mensaje });
  const { rows } = await sql<{
    id: string;
    formato: string | null;
    radicado: string | null;
    igual: boolean | null;
  }>`
    select id, formato, radicado, huella = ${e.huella} as igual from terceros.vigentes
    where titular_id = ${e.titular_id} and anio = ${e.anio}`.execute(trx.bd);
  const reemplazada = rows.find((v) => v.id === e.reemplaza_id);
  if (e.reemplaza_id !== null && !reemplazada)
    di('no-se-reemplaza', 'La entrega que quería reemplazar ya no está en firme: otra la reemplazó.');
  if (reemplazada && e.formato !== null && reemplazada.formato !== e.formato)
    di(
      'otro-formato',
      `La entrega que quiere reemplazar es del formato ${reemplazada.formato}, y este archivo es del ${e.formato}.`,
    );
  const igual = rows.find((v) => v.igual === true);
  if (igual)
    di(
      'archivo-repetido',
      `Este archivo ya se presentó, con el radicado ${igual.radicado ?? 'de la demostración'}.`,
    );
  else if (e.reemplaza_id === null && rows.some((v) => v.formato === e.formato))
    di(
      'sospecha-otra-entrega',
      `Ya hay una entrega en firme del formato ${e.formato} y de este año. Esta se suma a ella: si la corrige, empiece otra vez y elija reemplazarla.`,
    );
  return hallazgos;
}
