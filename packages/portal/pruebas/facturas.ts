import { deflateRawSync, crc32 } from 'node:zlib';
import {
  crearCertificadora,
  emitirDocumento,
  emitirRespuesta,
  firmarDocumento,
  type Certificadora,
  type DocumentoPorEmitir,
} from '@autogestion/documentos/factura-electronica';
import { confiarEnEmisor } from '../src/facturas/index.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { SISTEMA } from './transacciones.ts';

/** The public range of tests and a PIN that opens nothing. */
const CLAVES = { claveTecnica: 'fc8eac422eba16e22ffd8c6f94b3f40a6e38162c', pin: '12345' };
const SOFTWARE = '00000000-0000-4000-8000-000000000001';
const NUMERACION = {
  ...{ autorizacion: '18760000001', desde: '2019-01-19', hasta: '2030-01-19', prefijo: 'SETP' },
  ...{ primero: '990000000', ultimo: '995000000' },
};

export interface QuienFactura {
  numero: string;
  tipo: string;
  nombre: string;
  certificado: Awaited<ReturnType<Certificadora['certificar']>>;
}

/** Whom the offices of a file trust, and who signs with what it certifies. */
export async function certificadoraDePrueba(): Promise<Certificadora> {
  return crearCertificadora('CERTIFICADORA DE PRUEBA', new Date('2026-01-01T00:00:00Z'));
}

export const confiarEn = (o: OficinaDePrueba, { raiz }: Certificadora): Promise<string> =>
  o.oficina.comoPropietario(SISTEMA, (trx) => confiarEnEmisor(trx, Buffer.from(raiz)));

export async function quienFactura(
  c: Certificadora,
  { nit, nombre = `EMISORA ${nit}` }: { nit: string; nombre?: string },
): Promise<QuienFactura> {
  const certificado = await c.certificar({ nombre: `NIT ${nit}`, organizacion: nombre });
  return { numero: nit, tipo: '31', nombre, certificado };
}

/** `2026-03-10T10:00:00-05:00` of the office's clock. */
export const momentoDe = (o: OficinaDePrueba): string =>
  `${new Date(o.reloj.ahora().getTime() - 5 * 3_600_000).toISOString().slice(0, 19)}-05:00`;

let siguiente = 990_000_000;

/** A signed document of somebody; each has the next number of the range of tests. */
export function documentoFirmado(
  de: QuienFactura,
  d: Partial<DocumentoPorEmitir> & Pick<DocumentoPorEmitir, 'momento' | 'adquirente'>,
): { xml: string; codigo: string; numero: string } {
  const clase = d.clase ?? 'factura';
  const nota = clase.startsWith('nota');
  const numero = d.numero ?? (nota ? `NC${(siguiente += 1)}` : `SETP${(siguiente += 1)}`);
  const { xml, codigo } = emitirDocumento({
    ...{ clase, numero, ambiente: '2', emisor: de, claves: CLAVES, softwareId: SOFTWARE },
    lineas: [{ descripcion: 'Cuaderno', cantidad: 2, valor: 10_000_000n, iva: 19 }],
    ...(!nota && { numeracion: NUMERACION }),
    ...d,
  });
  return { xml: firmar(de, xml, d.momento), codigo, numero };
}

/** A signed event of an invoice. */
export function eventoFirmado(
  de: QuienFactura,
  o: {
    para: QuienFactura;
    codigo: string;
    momento: string;
    factura: { numero: string; codigo: string };
    motivo?: string;
  },
): string {
  const { xml } = emitirRespuesta({
    ...{ numero: `EV${(siguiente += 1)}`, ambiente: '2', de, descripcion: 'Evento', softwareId: SOFTWARE },
    ...{ para: o.para, codigo: o.codigo, momento: o.momento, pin: CLAVES.pin },
    ...(o.motivo !== undefined && { motivo: o.motivo }),
    documento: { ...o.factura, tipo: '01' },
  });
  return firmar(de, xml, o.momento);
}

const firmar = (
  { certificado: { llave, certificado } }: QuienFactura,
  xml: string,
  momento: string,
): string => firmarDocumento(xml, { llave, certificados: [certificado.raw], momento });

/** The container in which a document is sent. */
export const contenedor = (xml: string, numero: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?><AttachedDocument xmlns="urn:oasis:names:specification:ubl:schema:xsd:AttachedDocument-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">' +
  `<cbc:ParentDocumentID>${numero}</cbc:ParentDocumentID><cac:Attachment><cac:ExternalReference><cbc:Description><![CDATA[${xml}]]></cbc:Description></cac:ExternalReference></cac:Attachment></AttachedDocument>`;

/** A zip as any program makes it. */
export function zip(archivos: readonly { nombre: string; contenido: string | Buffer }[]): Buffer {
  const locales: Buffer[] = [];
  const centrales: Buffer[] = [];
  let lugar = 0;
  for (const { nombre, contenido } of archivos) {
    const abierto = Buffer.from(contenido);
    const dentro = deflateRawSync(abierto);
    const nombreEnBytes = Buffer.from(nombre);
    const comun = Buffer.alloc(26);
    comun.writeUInt16LE(20, 0);
    comun.writeUInt16LE(0x0800, 2);
    comun.writeUInt16LE(8, 4);
    comun.writeUInt32LE(crc32(abierto), 10);
    comun.writeUInt32LE(dentro.length, 14);
    comun.writeUInt32LE(abierto.length, 18);
    comun.writeUInt16LE(nombreEnBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), comun, nombreEnBytes, dentro]);
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 'latin1');
    central.writeUInt16LE(20, 4);
    comun.copy(central, 6);
    central.writeUInt32LE(lugar, 42);
    centrales.push(central, nombreEnBytes);
    locales.push(local);
    lugar += local.length;
  }
  const directorio = Buffer.concat(centrales);
  const fin = Buffer.alloc(22);
  fin.write('PK\x05\x06', 'latin1');
  fin.writeUInt16LE(archivos.length, 8);
  fin.writeUInt16LE(archivos.length, 10);
  fin.writeUInt32LE(directorio.length, 12);
  fin.writeUInt32LE(lugar, 16);
  return Buffer.concat([...locales, directorio, fin]);
}

interface RespuestaDeEntrega {
  estado: number;
  cabeceras: Record<string, unknown>;
  cuerpo: {
    id: string;
    veredicto: string;
    numero: string | null;
    codigo: string | null;
    hallazgos: { regla: string; tipo: string; mensaje: string }[];
    respuesta: { codigo: string; enlace: string };
  };
}

/** Delivers by the API, with somebody's token. */
export async function entregarPorApi(
  o: OficinaDePrueba,
  { titular, token }: { titular: string; token: string },
  contenido: string | Buffer,
  nombre = 'factura.xml',
): Promise<RespuestaDeEntrega> {
  const linde = '----prueba';
  const r = await o.oficina.servidor.inject({
    method: 'POST',
    url: `/api/v1/de/${titular}/facturas`,
    headers: { authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${linde}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${linde}\r\ncontent-disposition: form-data; name="archivo"; filename="${nombre}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(contenido),
      Buffer.from(`\r\n--${linde}--\r\n`),
    ]),
  });
  return { estado: r.statusCode, cabeceras: r.headers, cuerpo: r.json() };
}
