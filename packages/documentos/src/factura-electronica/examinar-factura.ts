import { codigoDeRegla } from '@autogestion/normas/factura';
import type { DocumentoElectronico, Hallazgo } from '@autogestion/normas/factura';
import type { XmlElement } from 'libxml2-wasm';
import { abrirArbol, XmlRechazado } from './arbol.ts';
import type { Arbol } from './arbol.ts';
import { hijos, NS, textoDe, unico } from './elemento.ts';
import { verificarFirma } from './firma.ts';
import type { VeredictoDeFirma } from './firma.ts';
import { leerDocumento, raizDe } from './leer-documento.ts';

/** Who signed, as plain data: certificates in DER, the signer's first. */
export interface Firmante {
  certificados: readonly Uint8Array[];
  /** The subject of the certificate, as OpenSSL writes it. */
  asunto: string;
  momento: string | undefined;
  papeles: readonly string[];
  /** SHA-256 of the canonical form of what is signed: two files with the same one are the same document. */
  huella: Uint8Array;
}

/** All that the bytes say by themselves, before anybody brings a key: it can travel between threads. */
export interface Examen {
  /** Absent when no document could be read. */
  documento: DocumentoElectronico | undefined;
  firma: VeredictoDeFirma['estado'];
  firmante: Firmante | undefined;
  /** What is wrong with the file, its signature and its form, the gravest first. */
  hallazgos: readonly Hallazgo[];
  /** What is wrong with the container in which it came, when there was one. */
  delContenedor: readonly Hallazgo[];
}

/** ZA01 of the annexes: a document has at most 500 KB. A container holds two. */
const BYTES_DE_UN_DOCUMENTO = 500 * 1024;

/** Reads any bytes, from the one tree that is parsed and digested. Never throws for what the bytes are. */
export function examinarFactura(bytes: Uint8Array): Examen {
  return abrir(bytes, (arbol) => {
    const raiz = raizDe(arbol.raiz);
    if (raiz === 'AttachedDocument') return examinarContenedor(arbol);
    return examinarDocumento(arbol, bytes.length);
  });
}

function abrir(bytes: Uint8Array, leer: (arbol: Arbol) => Examen): Examen {
  let arbol: Arbol;
  try {
    arbol = abrirArbol(bytes);
  } catch (error) {
    if (!(error instanceof XmlRechazado)) throw error;
    // Somebody may have signed it: nobody can say that the signature is good.
    const firmado = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('SignatureValue');
    return sinLeer(firmado ? 'invalida' : 'ausente', rechazo('ZB01', error.message));
  }
  try {
    return leer(arbol);
  } finally {
    arbol.documento.dispose();
  }
}

function sinLeer(firma: VeredictoDeFirma['estado'], ...hallazgos: Hallazgo[]): Examen {
  return { documento: undefined, firma, firmante: undefined, hallazgos, delContenedor: [] };
}

function rechazo(regla: string, mensaje: string): Hallazgo {
  return { regla, tipo: 'rechazo', mensaje };
}

function examinarDocumento(arbol: Arbol, tamano: number): Examen {
  const raiz = raizDe(arbol.raiz);
  const firma = verificarFirma(arbol);
  if (raiz === undefined || raiz === 'AttachedDocument') {
    return sinLeer(
      firma.estado,
      rechazo('ZB01', 'El archivo no es un documento electrónico que se conozca.'),
    );
  }
  const documento = leerDocumento(arbol.raiz, raiz);
  const hallazgos: Hallazgo[] = [...firma.fallas];
  if (firma.estado === 'ausente')
    hallazgos.push(rechazo(codigoDeRegla(documento, 'AC'), 'El documento no está firmado.'));
  if (tamano > BYTES_DE_UN_DOCUMENTO) hallazgos.push(rechazo('ZA01', 'El documento pasa de 500 KB.'));
  hallazgos.push(...deLaForma(arbol));
  return { documento, firma: firma.estado, firmante: datosDe(firma), hallazgos, delContenedor: [] };
}

function datosDe({ firmante }: VeredictoDeFirma): Firmante | undefined {
  if (!firmante) return undefined;
  const { certificado, otros, momento, papeles, huella } = firmante;
  return {
    certificados: [certificado, ...otros].map((c) => new Uint8Array(c.raw)),
    asunto: certificado.subject,
    momento,
    papeles,
    huella,
  };
}

/** Shapes that say one thing to the eye and another to a careless reader. */
function deLaForma({ conComentario, conCdata }: Arbol): Hallazgo[] {
  const hallazgos = conComentario.map((nombre) =>
    rechazo('ZB01', `Hay un comentario dentro del valor de ${nombre}.`),
  );
  const delCodigo = conCdata.filter((nombre) => DEL_CODIGO.has(nombre));
  return [
    ...hallazgos,
    ...delCodigo.map((nombre) => rechazo('ZB01', `${nombre} entra en el código único y no va en CDATA.`)),
  ];
}

const DEL_CODIGO = new Set([
  'ID',
  'UUID',
  'IssueDate',
  'IssueTime',
  'LineExtensionAmount',
  'TaxAmount',
  'PayableAmount',
  'CompanyID',
  'ProfileExecutionID',
]);

/** The container that the buyer receives: the document inside is what is judged; its own signature, apart. */
function examinarContenedor(arbol: Arbol): Examen {
  const propia = verificarFirma(arbol);
  const dentro = contenido(arbol.raiz);
  if (dentro === undefined) {
    return sinLeer(
      propia.estado,
      ...propia.fallas,
      rechazo('ZB01', 'El contenedor no trae ningún documento.'),
    );
  }
  // Inside it is text already: whatever encoding its declaration says, these are its characters.
  const bytes = Buffer.from(dentro.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"']*["']/, '$1'));
  const examen = abrir(bytes, (interior) =>
    raizDe(interior.raiz) === 'AttachedDocument'
      ? sinLeer('ausente', rechazo('ZB01', 'El contenedor trae otro contenedor.'))
      : examinarDocumento(interior, bytes.length),
  );
  const fallas = propia.fallas.map((f) => ({ ...f, mensaje: `Contenedor: ${f.mensaje}` }));
  const padre = textoDe(unico(arbol.raiz, 'ParentDocumentID', NS.cbc))?.trim();
  const numero = examen.documento?.numero;
  if (padre !== undefined && numero !== undefined && padre !== numero) {
    fallas.push(rechazo('ZB01', `Contenedor: dice traer el documento ${padre} y trae el ${numero}.`));
  }
  return { ...examen, delContenedor: fallas };
}

function contenido(raiz: XmlElement): string | undefined {
  const referencia = unico(unico(raiz, 'Attachment', NS.cac), 'ExternalReference', NS.cac);
  const [descripcion] = referencia ? hijos(referencia, 'Description', NS.cbc) : [];
  const texto = textoDe(descripcion)?.trim();
  return texto === '' ? undefined : texto;
}
