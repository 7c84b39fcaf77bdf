import { quienExpide } from '@autogestion/documentos/factura-electronica';
import type { DocumentoElectronico } from '@autogestion/normas/factura';
import { sql } from 'kysely';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { cifrasDe } from './lo-que-dice.ts';
import type { QuienEntrega } from './entrega.ts';
import type { EventoAnotado, LoQueYaHay } from './revisar-en-el-registro.ts';

/** What the register has around a document, as far as whoever delivers it may see. */
export async function loQueYaHay(
  trx: Transaccion,
  o: { documento: DocumentoElectronico; quien: QuienEntrega; huella: Uint8Array | undefined },
): Promise<LoQueYaHay & { nitDeLaFactura: string | undefined }> {
  const { documento: d } = o;
  const deQueHabla = await facturaDe(trx, d);
  return {
    mismo: await elMismo(trx, d, o.huella),
    ...{ deQueHabla, nitDeLaFactura: deQueHabla?.nit },
    loEntrega: await quienLoEntrega(trx, d, o.quien),
    ahora: trx.ahora,
    hoy: trx.hoy,
  };
}

async function quienLoEntrega(
  trx: Transaccion,
  d: DocumentoElectronico,
  { titular, comoPropietario }: QuienEntrega,
): Promise<LoQueYaHay['loEntrega']> {
  if (titular === undefined) return undefined;
  const expide = quienExpide(d);
  const parte = { tipo: expide?.tipoDeDocumento ?? '31', numero: expide?.numero ?? '' };
  const suyo = comoPropietario
    ? await llamar(trx, 'facturas.es_de', { titular, ...parte })
    : await llamar(trx, 'facturas.es_mio', parte);
  return suyo ? 'quien-lo-expide' : 'otro';
}

async function elMismo(
  trx: Transaccion,
  d: DocumentoElectronico,
  huella: Uint8Array | undefined,
): Promise<LoQueYaHay['mismo']> {
  const { rows } = await sql<{
    hash: Buffer;
    numero: string;
    fecha: string;
    hora: string;
    total: bigint;
    adquirente_numero: string | null;
    adquirente_nombre: string;
    emisor_nombre: string;
  }>`select hash, numero, fecha::text as fecha, hora, total, adquirente_numero, adquirente_nombre, emisor_nombre
    from facturas.documento where nit_emisor = ${d.emisor?.numero ?? ''} and codigo = ${d.codigo ?? ''}`.execute(
    trx.bd,
  );
  const [hay] = rows;
  if (!hay) return undefined;
  const comparados: [string, unknown, unknown][] = [
    ['el número', hay.numero, d.numero],
    ['la fecha', hay.fecha, d.fecha],
    ['la hora', hay.hora, d.hora],
    ['el valor a pagar', hay.total, cifrasDe(d).total],
    ['la identificación de quien compra', hay.adquirente_numero, d.adquirente?.numero ?? null],
    ['el nombre de quien compra', hay.adquirente_nombre, d.adquirente?.nombre ?? ''],
    ['el nombre de quien expide', hay.emisor_nombre, d.emisor?.nombre ?? ''],
  ];
  return {
    igual: huella !== undefined && hay.hash.equals(huella),
    difieren: comparados.flatMap(([que, a, b]) => (a === b ? [] : [que])),
  };
}

async function facturaDe(
  trx: Transaccion,
  d: DocumentoElectronico,
): Promise<(NonNullable<LoQueYaHay['deQueHabla']> & { nit: string }) | undefined> {
  const codigo = d.evento?.codigoDelDocumento ?? d.corrige?.codigo;
  if (!codigo || !/^[0-9a-f]{96}$/.test(codigo)) return undefined;
  const { rows } = await sql<{ nit_emisor: string; numero: string; adquirente_numero: string | null }>`
    select nit_emisor, numero, adquirente_numero from facturas.documento where codigo = ${codigo} limit 1`.execute(
    trx.bd,
  );
  const [factura] = rows;
  if (!factura) return undefined;
  const eventos = await sql<EventoAnotado>`select evento, fecha::text as fecha from facturas.evento
    where documento_nit = ${factura.nit_emisor} and documento_codigo = ${codigo} order by recibido_en`.execute(
    trx.bd,
  );
  const quien = d.emisor?.numero;
  const esParte =
    quien === factura.nit_emisor ? 'emisor' : quien === factura.adquirente_numero ? 'adquirente' : 'ninguna';
  return { nit: factura.nit_emisor, numero: factura.numero, esParte, eventos: eventos.rows };
}
