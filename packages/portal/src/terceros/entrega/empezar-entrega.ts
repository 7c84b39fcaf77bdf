import { anioDe } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { auditar, errores, idPublico, titularDe, uuidv7, type Transaccion } from '../../plataforma/index.ts';
import { nombreDe, versionVigente } from '../../rut/index.ts';
import { erroresDeTerceros } from '../errores.ts';
import { BYTES_MAXIMOS } from '../lectura/abrir-archivo.ts';

/** House rule: how many years back a delivery may be of. The law sets none for the formats that were read. */
const ANIOS_HACIA_ATRAS = 5;

/** The taxable years of which one may report now: those that ended, the last one first. */
export const aniosQueSeReportan = ({ hoy }: Pick<Transaccion, 'hoy'>): number[] =>
  Array.from({ length: ANIOS_HACIA_ATRAS }, (_, i) => anioDe(hoy) - 1 - i);

interface Empezada {
  anio: number;
  /** Public identifier of the delivery whose place it takes; without it, it is one more. */
  reemplaza?: string;
  archivo: string;
  /** Bytes that will come. */
  bytes: number;
}

/**
 * Opens a delivery, whose bytes come afterwards.
 * @returns its public identifier
 * @throws ErrorDominio `terceros.anio-no-se-reporta`, `terceros.no-se-reemplaza`
 */
export async function empezarEntrega(trx: Transaccion, e: Empezada): Promise<string> {
  if (!aniosQueSeReportan(trx).includes(e.anio)) throw erroresDeTerceros.anioNoSeReporta();
  if (e.bytes > BYTES_MAXIMOS) throw errores.muyGrande();
  const version = await versionVigente(trx, titularDe(trx));
  if (!version) throw errores.noEncontrado();
  const reemplaza = e.reemplaza === undefined ? null : await enFirme(trx, e.reemplaza, e.anio);
  const [id, publico] = [uuidv7(trx.ahora), idPublico()];
  const { registro } = version;
  await sql`insert into terceros.entrega (id, id_publico, titular_id, informante_nit, informante, ficticia, archivo, bytes,
      anio, reemplaza_id, empezada_en)
    values (${id}, ${publico}, ${titularDe(trx)}, ${registro.nit}, ${nombreDe(registro)}, false,
      ${nombreLimpio(e.archivo)}, ${e.bytes}, ${e.anio}, ${reemplaza}, ${trx.ahora})`.execute(trx.bd);
  await auditar(trx, {
    accion: 'terceros.empezar-entrega',
    objeto: `entrega:${id}`,
    datos: { anio: e.anio },
  });
  return publico;
}

async function enFirme(trx: Transaccion, idPublico: string, anio: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`select e.id from terceros.entrega e
    join terceros.vigentes v on v.id = e.id
    where e.id_publico = ${idPublico} and e.titular_id = plataforma.actor_titular() and e.anio = ${anio}`.execute(
    trx.bd,
  );
  if (!rows[0]) throw erroresDeTerceros.noSeReemplaza();
  return rows[0].id;
}

/** Whoever brings it reads the name to know it again: without folders nor what a screen does not show. */
const nombreLimpio = (nombre: string): string =>
  nombre
    .replace(/^.*[\\/]/, '')
    .replace(/\p{C}/gu, '')
    .slice(0, 120) || 'archivo';
