import { createHash } from 'node:crypto';

/** A document as the register has it, without its original: for what only reads the register. */
export interface Registrada {
  id: string;
  nit_emisor: string;
  codigo: string;
  numero: string;
  fecha: string;
  total: number;
  iva: number;
}

/** What of an office it takes to register. */
interface DondeRegistrar {
  consultar<T extends object>(texto: string, valores?: unknown[]): Promise<T[]>;
  reloj: { ahora(): Date; hoy(): string };
}

let siguiente = 0;

/** Puts a document in the register as if it had been delivered. @param cambios columns of `facturas.documento` */
export async function registrar(
  o: DondeRegistrar,
  cambios: Record<string, unknown> = {},
): Promise<Registrada> {
  const n = ++siguiente;
  const huella = createHash('sha384').update(`documento ${n}`).digest('hex');
  const numero = `FE${n}`;
  const [id] = await o.consultar<{ id: string }>('select gen_random_uuid() as id');
  const documento = {
    nit_emisor: '900000101',
    codigo: huella,
    id: id?.id ?? '',
    raiz: 'Invoice',
    tipo: '01',
    numero,
    ambiente: '1',
    fecha: '2026-02-10',
    hora: '10:04:35-05:00',
    emisor_tipo: '31',
    emisor_nombre: 'FACTURADOR FICTICIO SAS',
    adquirente_tipo: '13',
    adquirente_numero: '1000000101',
    adquirente_nombre: 'COMPRADOR FICTICIO',
    moneda: 'COP',
    bruto: 10_000_000,
    total: 11_900_000,
    iva: 1_900_000,
    inc: 0,
    ica: 0,
    otros_impuestos: 0,
    formas_de_pago: ['1'],
    medios_de_pago: ['48'],
    firmante: 'FACTURADOR FICTICIO SAS',
    cadena: 'confiable',
    codigo_coincide: true,
    hallazgos: [],
    archivo: id?.id,
    respuesta: id?.id,
    entrega: id?.id,
    hash: `\\x${huella.slice(0, 64)}`,
    recibido_en: o.reloj.ahora().toISOString(),
    ...cambios,
  };
  const [{ claves } = { claves: [] }] = await o.consultar<{ claves: string[] }>(
    `select facturas.inscribir($1::jsonb, $2::jsonb, $3::date) as claves`,
    [JSON.stringify(documento), null, o.reloj.hoy()],
  );
  if (claves.length === 0) throw new Error('The document was not registered');
  return documento;
}

/** An event of an invoice, with the ApplicationResponse that says it. */
export async function registrarEvento(
  o: DondeRegistrar,
  de: Registrada,
  evento: string,
  cambios: Record<string, unknown> = {},
): Promise<void> {
  const r = await registrar(o, {
    raiz: 'ApplicationResponse',
    tipo: '96',
    nit_emisor: '1000000101',
    emisor_tipo: '13',
    emisor_nombre: 'COMPRADOR FICTICIO',
    adquirente_tipo: '31',
    adquirente_numero: '900000101',
    adquirente_nombre: 'FACTURADOR FICTICIO SAS',
    total: 0,
    iva: 0,
    bruto: 0,
    ...cambios,
  });
  await o.consultar(
    `insert into facturas.evento (documento_nit, documento_codigo, evento, nit_emisor, codigo, fecha, hora, emisor_clave,
       emisor_nombre, receptor_clave, receptor_nombre, recibido_en)
     select $1, $2, $3, d.nit_emisor, d.codigo, d.fecha, d.hora, d.emisor_clave, d.emisor_nombre, d.adquirente_clave,
       d.adquirente_nombre, d.recibido_en from facturas.documento d where d.codigo = $4`,
    [de.nit_emisor, de.codigo, evento, r.codigo],
  );
}
