import { X509Certificate } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  cifrar,
  completarAutoridad,
  comprobarAutoridad,
  crearAutoridad,
  descifrar,
  estampadorHttp,
  estampadorPropio,
  publicar as partePublica,
  renovarAutoridad,
  type AutoridadPublica,
  type Estampador,
  type MaterialAutoridad,
} from '@autogestion/documentos';
import { sql } from 'kysely';
import {
  auditar,
  ErrorDeArranque,
  llamar,
  uuidv7,
  type Claves,
  type Logger,
  type Reloj,
  type Transaccion,
} from '../plataforma/index.ts';

/** The office's certificates and keys, open in memory, and its timestamp authority. */
export interface Autoridad {
  material: MaterialAutoridad;
  publica: AutoridadPublica;
  estampador: Estampador;
}

interface OpcionesAutoridad {
  claves: Claves;
  reloj: Reloj;
  registro: Logger;
  urlEstampado?: string | undefined;
  /** Where the public part is left for offline verifiers. */
  directorioPublico: string;
}

const CONTEXTO = 'sello.autoridad';
/** Two nodes that start at once on an empty database must not make two authorities. */
const CANDADO = 7_201_957;

/**
 * Opens the authority in use, or makes it on first start. Runs as the owner, at boot.
 * @throws ErrorDeArranque when a certificate is missing, expired or does not match its key: the office does not start.
 */
export async function abrirAutoridad(trx: Transaccion, o: OpcionesAutoridad): Promise<Autoridad> {
  await sql`select pg_advisory_xact_lock(${CANDADO})`.execute(trx.bd);
  const material = (await leer(trx, o.claves)) ?? (await crear(trx, o.claves));
  for (const f of await exigirSana(material, trx.ahora))
    o.registro.warn({ pieza: f.pieza, codigo: f.codigo }, `${f.texto} ${f.remedio}`);
  const publica = partePublica(material);
  await dejarPublica(o.directorioPublico, publica);
  const estampador = o.urlEstampado
    ? estampadorHttp(o.urlEstampado)
    : estampadorPropio(material, () => o.reloj.ahora());
  return { material, publica, estampador };
}

/**
 * New seal, timestamping and statement keys, kept and in use from the next start. What was sealed until then verifies.
 * @returns until when the new seal serves.
 * @throws ErrorDeArranque when there is no authority yet, or what vouches for the new keys does not serve either.
 */
export async function renovarLaAutoridad(trx: Transaccion, claves: Claves): Promise<Date> {
  await sql`select pg_advisory_xact_lock(${CANDADO})`.execute(trx.bd);
  const actual = await leer(trx, claves);
  if (!actual)
    throw new ErrorDeArranque(
      'Esta oficina no tiene todavía una autoridad que renovar.',
      'Se hace sola la primera vez que se abre: npm start.',
    );
  const nueva = await renovarAutoridad(actual, { ahora: trx.ahora });
  await exigirSana(nueva, trx.ahora);
  await guardar(trx, nueva, claves);
  await auditar(trx, { accion: 'sello.renovar-autoridad', objeto: 'autoridad' });
  return new Date(new X509Certificate(nueva.sello.certificado).validTo);
}

/** @returns what somebody must look at soon. @throws ErrorDeArranque with everything that is wrong and its remedies. */
async function exigirSana(material: MaterialAutoridad, ahora: Date) {
  const faltas = await comprobarAutoridad(material, ahora);
  const graves = faltas.filter((f) => f.gravedad === 'falla');
  if (graves.length > 0)
    throw new ErrorDeArranque(
      graves.map((f) => f.texto).join('\n'),
      [...new Set(graves.map((f) => f.remedio))].join('\n'),
    );
  return faltas;
}

async function leer(trx: Transaccion, claves: Claves): Promise<MaterialAutoridad | undefined> {
  const { rows } = await sql<{ material_cifrado: Buffer }>`
    select material_cifrado from sello.autoridad where retirada_en is null`.execute(trx.bd);
  const cifrado = rows[0]?.material_cifrado;
  if (!cifrado) return undefined;
  let claro: Uint8Array;
  try {
    claro = descifrar(cifrado, claves.derivar(CONTEXTO), CONTEXTO);
  } catch (causa) {
    throw new ErrorDeArranque(
      'Las llaves de la oficina no se abren: la clave maestra no es la que las cifró.',
      'Ponga la que tenía esta base de datos: en MASTER_KEY, o en el archivo clave-maestra de DATA_DIR.',
      causa,
    );
  }
  const guardado = JSON.parse(Buffer.from(claro).toString()) as MaterialAutoridad;
  const material = await completarAutoridad(guardado, trx.ahora);
  if (material !== guardado) await guardar(trx, material, claves);
  return material;
}

async function guardar(trx: Transaccion, material: MaterialAutoridad, claves: Claves): Promise<void> {
  await sql`update sello.autoridad set material_cifrado = ${cerrar(material, claves)},
    publico = ${JSON.stringify(partePublica(material))}::jsonb where retirada_en is null`.execute(trx.bd);
}

const cerrar = (material: MaterialAutoridad, claves: Claves): Buffer =>
  Buffer.from(cifrar(Buffer.from(JSON.stringify(material)), claves.derivar(CONTEXTO), CONTEXTO));

async function crear(trx: Transaccion, claves: Claves): Promise<MaterialAutoridad> {
  const material = await crearAutoridad({ nombre: 'Autogestión', ahora: trx.ahora });
  await sql`insert into sello.autoridad (id, material_cifrado, publico, creada_en) values (${uuidv7(trx.ahora)},
    ${cerrar(material, claves)}, ${JSON.stringify(partePublica(material))}::jsonb, ${trx.ahora})`.execute(
    trx.bd,
  );
  return material;
}

/** Public parts of every authority there has been, newest first. */
export async function autoridadesPublicas(trx: Transaccion): Promise<AutoridadPublica[]> {
  const rows: { publico: AutoridadPublica }[] = await llamar(trx, 'sello.autoridades_publicas', {});
  return rows.map((r) => r.publico);
}

async function dejarPublica(directorio: string, publica: AutoridadPublica): Promise<void> {
  try {
    await mkdir(directorio, { recursive: true });
    await writeFile(join(directorio, 'autoridad.pem'), publica.certificados);
    await writeFile(join(directorio, 'llaves.json'), `${JSON.stringify(publica.jwks, null, 2)}\n`);
  } catch (causa) {
    throw new ErrorDeArranque(
      `No se pueden dejar los certificados públicos en ${directorio} (${(causa as NodeJS.ErrnoException).code ?? 'sin motivo'}).`,
      'Debe ser un directorio del usuario que inicia el portal, con espacio: corrija el dueño (chown), libere espacio o defina DATA_DIR.',
      causa,
    );
  }
}
