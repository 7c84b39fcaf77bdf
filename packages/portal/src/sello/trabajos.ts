import { sellarPdf } from '@autogestion/documentos';
import { sql } from 'kysely';
import { encolar, publicar, trabajo, type Archivos, type Trabajo } from '../plataforma/index.ts';
import type { Autoridad } from './autoridad.ts';
import { documentoInterno, SELLAR } from './documentos.ts';
import { ENTREGAR, entregarDocumento } from './entregar-documento.ts';
import { publicarPuntoDeControl } from './puntos-de-control.ts';
import { TIPOS_DE_DOCUMENTO } from './tipos.ts';

/** Drawing, sealing, sending, finding what lacks its seal, and the day's checkpoint of the audit. */
export function trabajosSello(o: { autoridad: Autoridad; archivos: Archivos }): Trabajo[] {
  const sellar = trabajo<{ id: string }>({
    nombre: SELLAR,
    async ejecutar({ id }, { enTransaccion }) {
      const pendiente = await enTransaccion(async (trx) => {
        const d = await documentoInterno(trx, id);
        if (!d || d.sellado) return undefined;
        const tipo = trx.casa.uno(TIPOS_DE_DOCUMENTO, d.tipo);
        return { d, tipo, cargado: await tipo.cargar(trx, d), ahora: trx.ahora };
      });
      if (!pendiente) return;
      const { d, tipo, cargado, ahora } = pendiente;
      const pdf = await tipo.dibujar(cargado, d, o.autoridad);
      const sellado = Buffer.from(
        await sellarPdf(pdf, {
          material: o.autoridad.material,
          estampador: o.autoridad.estampador,
          instante: ahora,
          razon: `${tipo.nombre} ${d.idPublico}`,
          lugar: 'Colombia',
        }),
      );
      await enTransaccion(async (trx) => {
        // Two workers may have drawn it; the lock lets one of them keep its own.
        await sql`select 1 from sello.documento where id = ${id} for update`.execute(trx.bd);
        if ((await documentoInterno(trx, id))?.sellado) return;
        const archivo = await o.archivos.guardar(trx, {
          persona: d.titular,
          tipo: 'application/pdf',
          contenido: sellado,
        });
        await sql`insert into sello.sellado (documento_id, archivo_id, hash, sellado_en)
          values (${id}, ${archivo.id}, ${archivo.hash}, ${trx.ahora})`.execute(trx.bd);
        await publicar(trx, 'sello.documento-sellado', { id });
      });
    },
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
