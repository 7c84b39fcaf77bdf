import { codigoDeRegla, compararCodigo, revisarDocumento } from '@autogestion/normas/factura';
import type { Claves, DocumentoElectronico, Hallazgo } from '@autogestion/normas/factura';
import type { XmlElement } from 'libxml2-wasm';
import { abrirArbol, XmlRechazado } from './arbol.ts';
import type { Arbol } from './arbol.ts';
import { hijos, NS, textoDe, unico } from './elemento.ts';
import { verificarFirma } from './firma.ts';
import type { VeredictoDeFirma } from './firma.ts';
import { leerDocumento, raizDe } from './leer-documento.ts';

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

/** ZA01 of the annexes: a document has at most 500 KB. A container holds two. */
const BYTES_DE_UN_DOCUMENTO = 500 * 1024;

/**
 * The verdict on any bytes, without a network and without trusting what they say of themselves. Never throws
 * for what the bytes are.
 */
export const verificarFactura = (bytes: Uint8Array, claves: Claves = {}): VeredictoDeFactura =>
  leerFactura(bytes, claves).veredicto;

/** The same, with what the document says. */
export function leerFactura(bytes: Uint8Array, claves: Claves = {}): FacturaLeida {
  return abrir(bytes, (arbol) => {
    const raiz = raizDe(arbol.raiz);
    if (raiz === 'AttachedDocument') return verificarContenedor(arbol, claves);
    return verificarDocumento(arbol, bytes.length, claves);
  });
}

function abrir(bytes: Uint8Array, leer: (arbol: Arbol) => FacturaLeida): FacturaLeida {
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

function sinLeer(firma: VeredictoDeFirma['estado'], ...hallazgos: Hallazgo[]): FacturaLeida {
  return {
    veredicto: { tipo: null, numero: null, codigo: null, codigoCoincide: null, firma, hallazgos },
  };
}

function rechazo(regla: string, mensaje: string): Hallazgo {
  return { regla, tipo: 'rechazo', mensaje };
}

function verificarDocumento(arbol: Arbol, tamano: number, claves: Claves): FacturaLeida {
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
  const codigo = compararCodigo(documento, claves);
  if (codigo.coincide === false) {
    hallazgos.push(
      rechazo(
        codigoDeRegla(documento, 'AD06'),
        `El ${codigo.clase.slice(0, 4)} no es el de este documento. ${codigo.causa}`,
      ),
    );
  } else if (codigo.coincide && codigo.segunSubtotal) {
    hallazgos.push({
      regla: codigoDeRegla(documento, 'AD06'),
      tipo: 'notificacion',
      mensaje: 'El código se calculó con el primer subtotal del IVA y no con su total.',
    });
  }
  hallazgos.push(...revisarDocumento(documento, claves.pin), ...delFirmante(documento, firma));
  return {
    documento,
    veredicto: {
      tipo: documento.tipo ?? null,
      numero: documento.numero ?? null,
      codigo: documento.codigo ?? null,
      codigoCoincide: codigo.coincide,
      firma: firma.estado,
      hallazgos,
    },
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

/** What the signature says that the document must agree with: the day, and whose certificate it is. */
function delFirmante(documento: DocumentoElectronico, { firmante }: VeredictoDeFirma): Hallazgo[] {
  if (!firmante) return [];
  const hallazgos: Hallazgo[] = [];
  const dia = firmante.momento?.slice(0, 10);
  if (dia !== documento.fecha && documento.raiz !== 'ApplicationResponse') {
    hallazgos.push(
      rechazo(
        codigoDeRegla(documento, 'AD09e'),
        `La fecha de emisión (${documento.fecha ?? ''}) no es la de la firma (${dia ?? ''}).`,
      ),
    );
  }
  const nit = documento.emisor?.numero;
  const numeros = firmante.certificado.subject.match(/[0-9]{5,}/g) ?? [];
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

/** The container that the buyer receives: the document inside is what is judged; its own signature, apart. */
function verificarContenedor(arbol: Arbol, claves: Claves): FacturaLeida {
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
  const leida = abrir(bytes, (interior) =>
    raizDe(interior.raiz) === 'AttachedDocument'
      ? sinLeer('ausente', rechazo('ZB01', 'El contenedor trae otro contenedor.'))
      : verificarDocumento(interior, bytes.length, claves),
  );
  const fallas = propia.fallas.map((f) => ({ ...f, mensaje: `Contenedor: ${f.mensaje}` }));
  const { veredicto } = leida;
  const padre = textoDe(unico(arbol.raiz, 'ParentDocumentID', NS.cbc))?.trim();
  if (padre !== undefined && veredicto.numero !== null && padre !== veredicto.numero) {
    fallas.push(
      rechazo('ZB01', `Contenedor: dice traer el documento ${padre} y trae el ${veredicto.numero}.`),
    );
  }
  return { ...leida, veredicto: { ...veredicto, hallazgos: [...veredicto.hallazgos, ...fallas] } };
}

function contenido(raiz: XmlElement): string | undefined {
  const referencia = unico(unico(raiz, 'Attachment', NS.cac), 'ExternalReference', NS.cac);
  const [descripcion] = referencia ? hijos(referencia, 'Description', NS.cbc) : [];
  const texto = textoDe(descripcion)?.trim();
  return texto === '' ? undefined : texto;
}
