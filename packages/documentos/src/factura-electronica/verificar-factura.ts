import { definidos } from '@autogestion/normas/definidos';
import { codigoDeRegla, compararCodigo, revisarDocumento } from '@autogestion/normas/factura';
import type { Claves, DocumentoElectronico, Hallazgo } from '@autogestion/normas/factura';
import { examinarFactura } from './examinar-factura.ts';
import type { Examen } from './examinar-factura.ts';
import type { VeredictoDeFirma } from './firma.ts';

export interface VeredictoDeFactura {
  tipo: string | null;
  numero: string | null;
  codigo: string | null;
  /** `null` when the key that closes the code was not given. */
  codigoCoincide: boolean | null;
  firma: VeredictoDeFirma['estado'];
  hallazgos: Hallazgo[];
}

/** A verdict with what the document says, out of the tree that was digested; nothing of what could not be read. */
export interface FacturaLeida {
  veredicto: VeredictoDeFactura;
  documento?: DocumentoElectronico;
}

/**
 * The verdict on any bytes, without a network and without trusting what they say of themselves. Never throws
 * for what the bytes are.
 */
export const verificarFactura = (bytes: Uint8Array, claves: Claves = {}): VeredictoDeFactura =>
  concluir(examinarFactura(bytes), claves);

/** The same, with what the document says. */
export function leerFactura(bytes: Uint8Array, claves: Claves = {}): FacturaLeida {
  const examen = examinarFactura(bytes);
  return { veredicto: concluir(examen, claves), ...definidos({ documento: examen.documento }) };
}

/** What is made of an examination once the keys that close its code are known. Pure. */
export function concluir(examen: Examen, claves: Claves): VeredictoDeFactura {
  const { documento, firma, delContenedor } = examen;
  const hallazgos: Hallazgo[] = [...examen.hallazgos];
  if (!documento) {
    hallazgos.push(...delContenedor);
    return { tipo: null, numero: null, codigo: null, codigoCoincide: null, firma, hallazgos };
  }
  const codigo = compararCodigo(documento, claves);
  if (codigo.coincide === false) {
    hallazgos.push({
      regla: codigoDeRegla(documento, 'AD06'),
      tipo: 'rechazo',
      mensaje: `El ${codigo.clase.slice(0, 4)} no es el de este documento. ${codigo.causa}`,
    });
  } else if (codigo.coincide && codigo.segunSubtotal) {
    hallazgos.push({
      regla: codigoDeRegla(documento, 'AD06'),
      tipo: 'notificacion',
      mensaje: 'El código se calculó con el primer subtotal del IVA y no con su total.',
    });
  }
  hallazgos.push(...revisarDocumento(documento, claves.pin), ...delFirmante(documento, examen));
  hallazgos.push(...delContenedor);
  return {
    tipo: documento.tipo ?? null,
    numero: documento.numero ?? null,
    codigo: documento.codigo ?? null,
    codigoCoincide: codigo.coincide,
    firma,
    hallazgos,
  };
}

/** What the signature says that the document must agree with: the day, and whose certificate it is. */
function delFirmante(documento: DocumentoElectronico, { firmante }: Examen): Hallazgo[] {
  if (!firmante) return [];
  const hallazgos: Hallazgo[] = [];
  const dia = firmante.momento?.slice(0, 10);
  if (dia !== documento.fecha && documento.raiz !== 'ApplicationResponse') {
    hallazgos.push({
      regla: codigoDeRegla(documento, 'AD09e'),
      tipo: 'rechazo',
      mensaje: `La fecha de emisión (${documento.fecha ?? ''}) no es la de la firma (${dia ?? ''}).`,
    });
  }
  const nit = quienExpide(documento)?.numero;
  const numeros = firmante.asunto.match(/[0-9]{5,}/g) ?? [];
  // A provider of the technology signs with its own and says so: «third party».
  const porTercero = firmante.papeles.some((p) => /third|tercero/i.test(p));
  if (nit && !porTercero && !numeros.some((n) => n.startsWith(nit) && n.length <= nit.length + 1)) {
    hallazgos.push({
      regla: 'ZE03',
      tipo: 'notificacion',
      mensaje: `El certificado que firmó no dice el NIT ${nit} del emisor: no se sabe si firmó el emisor.`,
    });
  }
  return hallazgos;
}

/** Who makes and signs a document: who sells, but of a documento soporte and its notes, who buys. */
export const quienExpide = (d: DocumentoElectronico): DocumentoElectronico['emisor'] =>
  d.tipo === '05' || d.tipo === '95' ? d.adquirente : d.emisor;
