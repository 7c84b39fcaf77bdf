import type { Client } from 'pg';
import { ErrorBaseEmbebida } from './errores.ts';

/** Key of the advisory lock "a portal uses this cluster". Any constant would do; this spells "autog". */
const CLAVE = 0x6175746f67n;

/**
 * Takes the cluster for this process, as long as `cliente` stays connected. The lock lives in the database
 * session, so that the kernel gives it back the moment its holder dies, by kill -9 included.
 *
 * @throws ErrorBaseEmbebida `directorio-en-uso`
 */
export async function tomarCerrojo(cliente: Client, directorio: string): Promise<void> {
  // The session of a portal killed a moment ago may take an instant to notice.
  for (let intento = 0; intento < 20; intento++) {
    const { rows } = await cliente.query<{ tomado: boolean }>('select pg_try_advisory_lock($1) as tomado', [
      CLAVE,
    ]);
    if (rows[0]?.tomado === true) return;
    await new Promise((listo) => setTimeout(listo, 50));
  }
  const dueno = await duenoDelCerrojo(cliente);
  throw new ErrorBaseEmbebida(
    'directorio-en-uso',
    `Otro portal${dueno === undefined ? '' : ` (proceso ${dueno})`} ya usa los datos de ${directorio}.`,
    'Detenga ese portal, o dé a este un directorio propio con DATA_DIR. Para atender con varios portales a la vez, use DATABASE_URL.',
  );
}

async function duenoDelCerrojo(cliente: Client): Promise<string | undefined> {
  const { rows } = await cliente.query<{ proceso: string }>(
    `select substring(a.application_name from '^autogestion (\\d+)$') as proceso
       from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and (l.classid::bigint << 32 | l.objid::bigint) = $1`,
    [CLAVE],
  );
  return rows[0]?.proceso;
}
