import { sql } from 'kysely';
import { encolar, trabajo, type Trabajo } from '../plataforma/index.ts';
import { SELLAR } from './documentos.ts';
import { ENTREGAR, entregarDocumento } from './entregar-documento.ts';
import { publicarPuntoDeControl } from './puntos-de-control.ts';
import { sellarDocumento, type ConQueSeSella } from './sellar.ts';

/** Drawing, sealing, sending, finding what lacks its seal, and the day's checkpoint of the audit. */
export function trabajosSello(o: ConQueSeSella): Trabajo[] {
  const sellar = trabajo<{ id: string }>({
    nombre: SELLAR,
    ejecutar: ({ id }, { enTransaccion }) => sellarDocumento(o, enTransaccion, id),
  });

  const reconciliar = trabajo({
    nombre: 'sello.reconciliar-sellos',
    cron: '*/5 * * * *',
    async ejecutar(_, { enTransaccion, registro }) {
      const n = await enTransaccion(async (trx) => {
        const haceUnMinuto = new Date(trx.ahora.getTime() - 60_000);
        const { rows } = await sql<{ id: string }>`select d.id from sello.documento d
          where d.emitido_en < ${haceUnMinuto} and not exists (select 1 from sello.sellado s where s.documento_id = d.id)
          order by d.emitido_en limit 1000`.execute(trx.bd);
        // The key of the job is the document's: one that already waits is not doubled.
        for (const { id } of rows) await encolar(trx, SELLAR, { id }, { clave: `${SELLAR}:${id}` });
        return rows.length;
      });
      if (n > 0) registro.warn({ documentos: n }, 'documentos sin sello encolados de nuevo');
    },
  });

  const punto = trabajo({
    nombre: 'sello.publicar-punto-de-control',
    cron: '10 5 * * *',
    ejecutar: (_, { enTransaccion }) => enTransaccion((trx) => publicarPuntoDeControl(trx, o.autoridad)),
  });

  const entregar = trabajo<{ id: string; intento: number }>({
    nombre: ENTREGAR,
    ejecutar: (carga, { enTransaccion }) => enTransaccion((trx) => entregarDocumento(trx, carga)),
  });

  return [sellar, reconciliar, entregar, punto];
}
