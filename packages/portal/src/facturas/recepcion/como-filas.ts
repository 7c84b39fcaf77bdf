import type { Examen } from '@autogestion/documentos/factura-electronica';
import type { DocumentoElectronico } from '@autogestion/normas/factura';
import type { Entrega } from './entrega.ts';
import type { Cifras } from './lo-que-dice.ts';

interface LoDemas {
  entrega: Entrega;
  coincide: boolean | null;
  hash: Buffer;
  cifras: Cifras;
  firmante: NonNullable<Examen['firmante']>;
  cadena: 'confiable' | 'sin-emisores';
}

/** A document as the row of the register that `facturas.inscribir` writes: names and types of its columns. */
export function comoDocumento(d: DocumentoElectronico, o: LoDemas): object {
  const { cifras: c, entrega } = o;
  const dichos = (valores: (string | undefined)[]) => [
    ...new Set(valores.filter((v) => v !== undefined && v !== '')),
  ];
  return {
    ...{ nit_emisor: d.emisor?.numero, codigo: d.codigo, id: entrega.id, raiz: d.raiz, tipo: d.tipo },
    ...{ numero: d.numero, ambiente: d.ambiente, fecha: d.fecha, hora: d.hora },
    emisor_tipo: d.emisor?.tipoDeDocumento ?? '31',
    emisor_nombre: d.emisor?.nombre ?? '',
    adquirente_tipo: d.adquirente?.tipoDeDocumento ?? null,
    adquirente_numero: d.adquirente?.numero ?? null,
    adquirente_nombre: d.adquirente?.nombre ?? '',
    moneda: d.moneda ?? null,
    ...{ bruto: String(c.bruto), total: String(c.total), iva: String(c.iva), inc: String(c.inc) },
    ...{ ica: String(c.ica), otros_impuestos: String(c.otros) },
    formas_de_pago: dichos(d.pagos.map((p) => p.forma)),
    medios_de_pago: dichos(d.pagos.map((p) => p.medio)),
    corrige_codigo: d.corrige?.codigo ?? null,
    corrige_numero: d.corrige?.numero ?? null,
    concepto: d.corrige?.concepto ?? d.evento?.codigo ?? null,
    autorizacion: d.extension?.numeracion?.autorizacion ?? null,
    prefijo: d.extension?.numeracion?.prefijo ?? null,
    software: d.extension?.softwareId ?? null,
    codigo_coincide: o.coincide,
    firmante: o.firmante.asunto.replaceAll('\n', ', ').slice(0, 300),
    firmado_en: o.firmante.momento ?? null,
    cadena: o.cadena,
    hallazgos: entrega.hallazgos,
    ...{ archivo: entrega.archivo, respuesta: entrega.respuesta, entrega: entrega.id },
    hash: `\\x${o.hash.toString('hex')}`,
    recibido_en: entrega.recibidaEn.toISOString(),
  };
}

/** What an event says of its invoice; `null` of what is none. */
export function comoEvento(
  d: DocumentoElectronico,
  { ahora, emisorDe }: { ahora: Date; emisorDe: string | undefined },
): object | null {
  if (!d.evento || emisorDe === undefined) return null;
  return {
    documento_nit: emisorDe,
    documento_codigo: d.evento.codigoDelDocumento,
    evento: d.evento.codigo,
    motivo: d.evento.motivo ?? null,
    ...{ fecha: d.fecha, hora: d.hora },
    emisor_nombre: d.emisor?.nombre ?? '',
    receptor_nombre: d.adquirente?.nombre ?? '',
    recibido_en: ahora.toISOString(),
  };
}
