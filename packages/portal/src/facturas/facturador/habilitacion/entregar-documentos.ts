import type { Aparte } from '@autogestion/documentos';
import {
  claseDePrueba,
  revisarDocumentoDePrueba,
  SET_DE_PRUEBA,
  type Hallazgo,
} from '@autogestion/normas/factura';
import { sql } from 'kysely';
import {
  auditar,
  leerAparte,
  sha256,
  titularDe,
  uuidv7,
  type ArchivoRecibido,
  type Claves,
  type Transaccion,
} from '../../../plataforma/index.ts';
import { identificacionDe } from '../../../rut/index.ts';
import { erroresDelFacturador } from '../errores.ts';
import { abrirSecreto } from '../secretos.ts';
import { habilitacionDe, type DocumentoDePrueba, type Habilitacion } from './consultas.ts';

/** House rules: documents of a set in a day, files of one delivery, and bytes of each. ZA01: a document has 500 KB. */
const POR_DIA = 200;
export const ARCHIVOS_POR_ENTREGA = 10;
export const BYTES_POR_ARCHIVO = 600 * 1024;

type Juzgado = Omit<DocumentoDePrueba, 'recibidoEn'>;

/** What a set judges with: whose it is, its software and its keys. */
interface Vara {
  nit: string;
  softwareId: string;
  pin: string;
}

/**
 * Judges what was delivered to a set and keeps each verdict. Files are read in a thread apart and without a transaction
 * open. The same document delivered again is the same.
 * @throws ErrorDominio 409 when the set ended or its day is full
 */
export async function entregarDocumentos(
  e: {
    aparte: Aparte;
    claves: Claves;
    enTransaccion: <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>;
  },
  publico: string,
  archivos: readonly Pick<ArchivoRecibido, 'nombre' | 'contenido' | 'excede'>[],
): Promise<void> {
  const vara = await e.enTransaccion(async (trx) => {
    const h = await abierta(trx, publico);
    await exigirQueQuepan(trx, h, archivos.length);
    return varaDe(trx, e.claves, h);
  });
  const juzgados: Juzgado[] = [];
  for (const a of archivos) juzgados.push(await juzgar(e.aparte, vara, a));
  await e.enTransaccion(async (trx) => {
    const h = await abierta(trx, publico);
    await exigirQueQuepan(trx, h, archivos.length);
    for (const j of juzgados) await guardar(trx, h, j);
    await auditar(trx, {
      accion: 'facturas.entregar-documentos-de-prueba',
      objeto: `habilitacion:${publico}`,
      datos: {
        entregados: String(juzgados.length),
        aceptados: String(juzgados.filter((j) => j.aceptado).length),
      },
    });
  });
}

async function abierta(trx: Transaccion, publico: string): Promise<Habilitacion> {
  const h = await habilitacionDe(trx, publico);
  if (h.hecha) throw erroresDelFacturador.yaHabilitado();
  return h;
}

async function exigirQueQuepan(trx: Transaccion, h: Habilitacion, cuantos: number): Promise<void> {
  const desde = new Date(trx.ahora.getTime() - 86_400_000);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from facturas.documento_de_prueba
    where habilitacion = ${h.id} and recibido_en > ${desde}`.execute(trx.bd);
  if ((rows[0]?.n ?? 0) + cuantos > POR_DIA) throw erroresDelFacturador.setLleno(POR_DIA);
}

export async function varaDe(trx: Transaccion, claves: Claves, h: Habilitacion): Promise<Vara> {
  const quien = await identificacionDe(trx, titularDe(trx));
  if (!quien) throw new Error('Who delivers a test set has a RUT');
  const { softwareId, idPublico, pin } = h.software;
  return { nit: quien.nit, softwareId, pin: abrirSecreto(claves, 'pin', idPublico, pin) };
}

const rechazo = (regla: string, mensaje: string): Hallazgo => ({ regla, tipo: 'rechazo', mensaje });

async function juzgar(
  aparte: Aparte,
  vara: Vara,
  { nombre, contenido, excede }: Pick<ArchivoRecibido, 'nombre' | 'contenido' | 'excede'>,
): Promise<Juzgado> {
  // Taken before the bytes are handed over.
  const huella = sha256(contenido).toString('hex');
  const archivo = nombreCorto(nombre);
  const sinLeer = (h: Hallazgo): Juzgado => ({
    ...{ archivo, clase: undefined, numero: undefined, codigo: undefined, huella },
    ...{ aceptado: false, hallazgos: [h] },
  });
  if (excede) return sinLeer(rechazo('ZA01', 'El documento pasa de 500 KB.'));
  const leida = await leerAparte(() =>
    aparte.hacer('leerFactura', contenido, { claveTecnica: SET_DE_PRUEBA.claveTecnica, pin: vara.pin }),
  );
  if (!leida)
    return sinLeer(rechazo('ZB01', 'Leer este archivo pide más tiempo o memoria que cualquier documento.'));
  const { veredicto: v, documento } = leida;
  const hallazgos = [
    ...v.hallazgos,
    ...(documento ? revisarDocumentoDePrueba(documento, vara) : []),
    ...(v.firma === 'invalida' && !v.hallazgos.some((h) => h.tipo === 'rechazo')
      ? [rechazo('ZE02', 'La firma del documento no es válida.')]
      : []),
  ];
  const codigo = v.codigo !== null && /^[0-9a-f]{96}$/.test(v.codigo) ? v.codigo : undefined;
  const clase = claseDePrueba(v.tipo);
  return {
    archivo,
    clase,
    numero: v.numero?.slice(0, 60) ?? undefined,
    codigo,
    huella,
    aceptado:
      v.firma === 'valida' &&
      v.codigoCoincide === true &&
      codigo !== undefined &&
      clase !== undefined &&
      v.numero !== null &&
      !hallazgos.some((h) => h.tipo === 'rechazo'),
    hallazgos: hallazgos.slice(0, 40).map((h) => ({ ...h, mensaje: h.mensaje.slice(0, 500) })),
  };
}

/** What its file was called, as it can be shown: a stranger wrote it. */
const nombreCorto = (nombre: string): string =>
  nombre
    .split(/[/\\]/)
    .at(-1)
    // eslint-disable-next-line no-control-regex -- a stranger's text
    ?.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .slice(0, 100)
    .trim() || 'documento.xml';

async function guardar(trx: Transaccion, h: Habilitacion, juzgado: Juzgado): Promise<void> {
  const j = juzgado.aceptado ? await sinRepetir(trx, h, juzgado) : juzgado;
  await sql`insert into facturas.documento_de_prueba (id, habilitacion, titular_id, archivo, clase, numero, codigo, hash,
      aceptado, hallazgos, recibido_en)
    values (${uuidv7(trx.ahora)}, ${h.id}, ${titularDe(trx)}, ${j.archivo}, ${j.clase ?? null}, ${j.numero ?? null},
      ${j.codigo ?? null}, ${Buffer.from(j.huella, 'hex')}, ${j.aceptado}, ${JSON.stringify(j.hallazgos)}::jsonb,
      ${trx.ahora})
    on conflict do nothing`.execute(trx.bd);
}

/** Other bytes under a code that the set has already are not another document. */
async function sinRepetir(trx: Transaccion, h: Habilitacion, j: Juzgado): Promise<Juzgado> {
  const { rows } = await sql`select from facturas.documento_de_prueba
    where habilitacion = ${h.id} and aceptado and codigo = ${j.codigo ?? ''} and hash <> ${Buffer.from(j.huella, 'hex')}`.execute(
    trx.bd,
  );
  if (rows.length === 0) return j;
  const repetido = rechazo('90', `El documento ${j.numero ?? ''} ya se aceptó en este set.`);
  return { ...j, aceptado: false, hallazgos: [...j.hallazgos, repetido] };
}
