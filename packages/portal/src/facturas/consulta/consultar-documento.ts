import { enCentavos, type Hallazgo, type QrDeFactura } from '@autogestion/normas/factura';
import type { Fecha } from '@autogestion/normas/fechas';
import { llamar, type Transaccion } from '../../plataforma/index.ts';

/** What an electronic document says to whoever holds it on paper. Amounts in hundredths of its currency. */
export interface DocumentoConsultado {
  codigo: string;
  tipo: string;
  numero: string;
  pruebas: boolean;
  fecha: Fecha;
  hora: string;
  emisor: { nit: string; nombre: string };
  adquirente: { tipo: string; numero: string; nombre: string; visto: boolean };
  /** Whoever asks is one of its parties. */
  esParte: boolean;
  moneda: string;
  valores: { bruto: bigint; iva: bigint; inc: bigint; ica: bigint; otros: bigint; total: bigint };
  /** `undefined` when nobody had the key that closes its code. */
  codigoCoincide: boolean | undefined;
  firmanteConocido: boolean;
  hallazgos: readonly Hallazgo[];
  recibidoEn: Date;
  corrige: string | undefined;
  eventos: readonly EventoConsultado[];
  notas: readonly { tipo: string; numero: string; fecha: Fecha; concepto: string; total: bigint }[];
}

interface EventoConsultado {
  evento: string;
  motivo: string | undefined;
  fecha: Fecha;
  hora: string;
  loDijo: 'emisor' | 'adquirente' | 'otro';
}

/**
 * A document of the register by its code.
 * @param adquirente the buyer's document, when whoever asks says it: who bought is shown to them
 */
export async function consultarDocumento(
  trx: Transaccion,
  { codigo, adquirente }: { codigo: string; adquirente: string },
): Promise<DocumentoConsultado | undefined> {
  const [f]: Fila[] = await llamar(trx, 'facturas.consultar_documento', { codigo, adquirente });
  if (!f) return undefined;
  const eventos: FilaDeEvento[] = await llamar(trx, 'facturas.eventos_de_documento', {
    nit: f.nit_emisor,
    codigo,
  });
  const notas: FilaDeNota[] = await llamar(trx, 'facturas.notas_de_documento', { nit: f.nit_emisor, codigo });
  return {
    codigo,
    tipo: f.tipo,
    numero: f.numero,
    pruebas: f.ambiente === '2',
    fecha: f.fecha as Fecha,
    hora: f.hora,
    emisor: { nit: f.nit_emisor, nombre: f.emisor_nombre },
    adquirente: {
      tipo: f.adquirente_tipo ?? '',
      numero: f.adquirente_numero ?? '',
      nombre: f.adquirente_nombre,
      visto: f.adquirente_visto,
    },
    esParte: f.es_parte,
    moneda: f.moneda ?? 'COP',
    valores: {
      bruto: f.bruto,
      iva: f.iva,
      inc: f.inc,
      ica: f.ica,
      otros: f.otros_impuestos,
      total: f.total,
    },
    codigoCoincide: f.codigo_coincide ?? undefined,
    firmanteConocido: f.cadena === 'confiable',
    hallazgos: f.hallazgos as Hallazgo[],
    recibidoEn: f.recibido_en,
    corrige: f.corrige_numero ?? undefined,
    eventos: eventos.map((e) => ({
      evento: e.evento,
      motivo: e.motivo ?? undefined,
      fecha: e.fecha as Fecha,
      hora: e.hora,
      loDijo: e.lo_dijo as EventoConsultado['loDijo'],
    })),
    notas: notas.map((n) => ({
      tipo: n.tipo,
      numero: n.numero,
      fecha: n.fecha as Fecha,
      concepto: n.concepto ?? '',
      total: n.total,
    })),
  };
}

interface Fila {
  nit_emisor: string;
  tipo: string;
  numero: string;
  ambiente: string;
  fecha: string;
  hora: string;
  emisor_nombre: string;
  es_parte: boolean;
  adquirente_visto: boolean;
  adquirente_tipo: string | null;
  adquirente_numero: string | null;
  adquirente_nombre: string;
  moneda: string | null;
  bruto: bigint;
  iva: bigint;
  inc: bigint;
  ica: bigint;
  otros_impuestos: bigint;
  total: bigint;
  codigo_coincide: boolean | null;
  cadena: string;
  hallazgos: unknown;
  recibido_en: Date;
  corrige_numero: string | null;
}
interface FilaDeEvento {
  evento: string;
  motivo: string | null;
  fecha: string;
  hora: string;
  lo_dijo: string;
}
interface FilaDeNota {
  tipo: string;
  numero: string;
  fecha: string;
  concepto: string | null;
  total: bigint;
}

/** What may be otherwise on paper than in the register, a letter each. */
export const DIFERENCIAS = {
  n: 'el número',
  f: 'la fecha',
  e: 'el NIT de quien la expidió',
  i: 'el IVA',
  t: 'el total',
} as const;
type Diferencia = keyof typeof DIFERENCIAS;

/** Where the printed QR and the register do not say the same. What the QR does not say is not a difference. */
export function diferenciasCon(qr: QrDeFactura, d: DocumentoConsultado): string {
  const otras: Record<Diferencia, boolean> = {
    n: qr.numero !== undefined && qr.numero !== d.numero,
    f: qr.fecha !== undefined && qr.fecha !== d.fecha,
    e: qr.nitEmisor !== undefined && qr.nitEmisor !== d.emisor.nit,
    i: qr.iva !== undefined && enCentavos(qr.iva) !== d.valores.iva,
    t: qr.total !== undefined && enCentavos(qr.total) !== d.valores.total,
  };
  return (Object.keys(otras) as Diferencia[]).filter((k) => otras[k]).join('');
}
