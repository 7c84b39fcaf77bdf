import { PDF, PdfArray, PdfDict, PdfNumber, type Signer } from '@libpdf/core';
import type { MaterialAutoridad } from '../autoridad/material.ts';
import { cargarFirmante, firmarCms, sha256, type Firmante } from '../cms/firmar.ts';
import { resumir } from '../cms/resumir.ts';
import type { Estampador } from '../estampado/estampador.ts';
import { estampadorPropio } from '../estampado/propio.ts';
import { leerSello, mencionesDeFirma } from '../pdf/rangos.ts';

interface OpcionesSello {
  material: MaterialAutoridad;
  /** When it is sealed: claimed time of the signature, and of the timestamp where that is the office's own. */
  instante: Date;
  /** Why, as PDF readers show it: «Copia del RUT expedida por la oficina». */
  razon: string;
  /** Where, as PDF readers show it. */
  lugar: string;
  /** The office's own when absent. */
  estampador?: Estampador;
}

/** Signature, certificates and attributes without the timestamp: some 1.8 kB. */
const RESERVA_CMS = 3072;
/** SignaturesExist and AppendOnly (ISO 32000-1 table 219). */
const SOLO_AGREGAR = 3;

/**
 * Seals a PDF with the office's certificate: PAdES B-T (ETSI EN 319 142-1), `ETSI.CAdES.detached`, one invisible
 * signature field, as an incremental update that leaves the structure tree as it was.
 *
 * @libpdf/core writes the field and the placeholder. Its CMS always carries signing-time, which the PAdES
 * baseline forbids, so the one that goes into the placeholder is made here.
 *
 * @returns the sealed PDF
 * @throws ErrorDeEstampado when there is no timestamp; Error when `pdf` is not a PDF
 */
export async function sellarPdf(pdf: Uint8Array, opciones: OpcionesSello): Promise<Uint8Array> {
  const { material, instante, estampador = estampadorPropio(material, () => instante) } = opciones;
  const firmante = await cargarFirmante(material.sello, material.intermedia);
  const bytes = await reservarFirma(pdf, {
    ...opciones,
    firmante,
    reserva: RESERVA_CMS + estampador.reserva,
  });

  const reservado = leerSello(bytes);
  if (!reservado) throw new Error('El PDF preparado no tiene el lugar de la firma.');
  const cms = await firmarCms({
    firmante,
    contenido: { resumen: resumir('SHA-256', reservado.cubierto) },
    estampar: async (firma) => estampador.estampar(await sha256(firma)),
  });
  return escribirFirma(bytes, reservado.contenido, cms);
}

interface Reserva extends OpcionesSello {
  firmante: Firmante;
  /** Bytes. */
  reserva: number;
}

async function reservarFirma(pdf: Uint8Array, reserva: Reserva): Promise<Uint8Array> {
  const documento = await PDF.load(pdf);
  const catalogo = documento.getCatalog();
  if (!catalogo.has('AcroForm')) {
    // Left to itself the library adds a form that names Helvetica, which is not embedded, as PDF/A asks.
    catalogo.set('AcroForm', PdfDict.of({ Fields: new PdfArray([]), SigFlags: PdfNumber.of(SOLO_AGREGAR) }));
  }
  const { bytes } = await documento.sign({
    signer: firmanteDeRelleno(reserva.firmante),
    subFilter: 'ETSI.CAdES.detached',
    fieldName: `Sello${mencionesDeFirma(pdf) + 1}`,
    reason: sinEscapes(reserva.razon),
    location: sinEscapes(reserva.lugar),
    signingTime: reserva.instante,
    estimatedSize: reserva.reserva,
  });
  return bytes;
}

/** The library escapes these twice and readers would show the backslashes. */
function sinEscapes(texto: string): string {
  return texto.replaceAll('(', '[').replaceAll(')', ']').replaceAll('\\', '/');
}

/** The library only ends its update by signing; what this signer gives is overwritten. */
function firmanteDeRelleno({ certificado }: Firmante): Signer {
  return {
    certificate: certificado,
    keyType: 'EC',
    signatureAlgorithm: 'ECDSA',
    sign: () => Promise.resolve(new Uint8Array(0)),
  };
}

function escribirFirma(
  bytes: Uint8Array,
  { inicio, fin }: { inicio: number; fin: number },
  cms: Uint8Array,
): Uint8Array {
  const hex = Buffer.from(cms).toString('hex');
  const lugar = fin - inicio;
  if (hex.length > lugar)
    throw new Error(`La firma ocupa ${cms.length} bytes y había lugar para ${lugar / 2}.`);
  const sellado = new Uint8Array(bytes);
  sellado.set(Buffer.from(hex.padEnd(lugar, '0'), 'latin1'), inicio);
  return sellado;
}
