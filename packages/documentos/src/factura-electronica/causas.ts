import { createHash } from 'node:crypto';
import type { XmlDocument, XmlElement } from 'libxml2-wasm';
import { formaCanonica } from './canonica.ts';

/** Beyond it nobody looks for what happened: each guess digests the whole. */
const BYTES_QUE_SE_BUSCAN = 1024 * 1024;
const ALREDEDOR = 20;

interface Resumen {
  /** Canonical form of what came. */
  contenido: string;
  algoritmo: string;
  /** What the signature says. */
  esperado: Buffer;
}

/**
 * Why a digest is not the one that was signed, where it can be known: what issuers are known to do to their documents is
 * undone, and where that gives the digest of the signature it is what happened, and the first byte that differs is told.
 */
export function causaDelResumen(nodo: XmlElement | XmlDocument, r: Resumen): string {
  if (r.contenido.length <= BYTES_QUE_SE_BUSCAN) {
    for (const [causa, hacer] of CAUSAS) {
      const firmado = Buffer.from(intentar(() => hacer(r.contenido, nodo)));
      if (createHash(r.algoritmo).update(firmado).digest().equals(r.esperado)) {
        return `${causa} ${dondeDifieren(Buffer.from(r.contenido), firmado)}`;
      }
    }
  }
  return 'Se cambió después de firmar.';
}

type Cambio = (contenido: string, nodo: XmlElement | XmlDocument) => string | Buffer;

const CAUSAS: readonly [string, Cambio][] = [
  [
    'Se resumió con canonicalización exclusiva y la firma dice inclusiva.',
    (_, nodo) => formaCanonica(nodo, { exclusiva: true }),
  ],
  [
    'Se resumió con los comentarios, y esta canonicalización los quita.',
    (_, nodo) => formaCanonica(nodo, { conComentarios: true }),
  ],
  [
    'Después de firmar le pusieron renglones y espacios entre los elementos.',
    (c) => c.replace(/>\n[ \t]+</g, '><'),
  ],
  [
    'Después de firmar le pusieron renglones y espacios entre los elementos.',
    (c) => c.replace(/>\s+</g, '><'),
  ],
  [
    'Después de firmar le pusieron espacios dentro de los valores.',
    (c) => c.replace(/>\s+/g, '>').replace(/\s+</g, '<'),
  ],
  [
    'Se resumió con los finales de renglón de Windows (CRLF), que al leer un XML son LF.',
    (c) => c.replaceAll('\n', '&#xD;\n'),
  ],
  [
    'Después de firmar se dañaron las tildes: texto en UTF-8 leído como ISO-8859-1.',
    (c) => Buffer.from(c, 'latin1').toString(),
  ],
  ['Se resumió como ISO-8859-1 lo que va en UTF-8.', (c) => Buffer.from(c, 'latin1')],
  [
    'Se firmó con las tildes dañadas: texto en UTF-8 leído como ISO-8859-1.',
    (c) => Buffer.from(Buffer.from(c).toString('latin1')),
  ],
  [
    'Se resumió antes de poner la extensión (ext:UBLExtension) de la firma.',
    (c) =>
      c.replace(
        /\s*<ext:UBLExtension>\s*<ext:ExtensionContent>\s*<\/ext:ExtensionContent>\s*<\/ext:UBLExtension>/,
        '',
      ),
  ],
  [
    'Se resumió con la declaración <?xml …?>, que no es de la forma canónica.',
    (c) => `<?xml version="1.0" encoding="UTF-8"?>\n${c}`,
  ],
  [
    'Se resumió sin los espacios de nombres que hereda del documento.',
    (c) => c.replace(/^(<[^\s>]+)(?:\s+xmlns(?::\w+)?="[^"]*")+/, '$1'),
  ],
  [
    'Se resumió solo con el espacio de nombres de ds, sin los demás que hereda del documento.',
    (c) => soloCon(c, 'ds'),
  ],
];

function soloCon(contenido: string, prefijo: string): string {
  return contenido.replace(
    /^(<[^\s>]+)((?:\s+xmlns(?::\w+)?="[^"]*")+)/,
    (_, inicio: string, todos: string) => {
      const suyo = new RegExp(`\\sxmlns:${prefijo}="[^"]*"`).exec(todos)?.[0] ?? '';
      return inicio + suyo;
    },
  );
}

function intentar(hacer: () => string | Buffer): string | Buffer {
  try {
    return hacer();
  } catch {
    return '';
  }
}

function dondeDifieren(aqui: Buffer, firmado: Buffer): string {
  let n = 0;
  while (n < aqui.length && aqui[n] === firmado[n]) n++;
  const trozo = (de: Buffer) =>
    JSON.stringify(de.subarray(Math.max(0, n - ALREDEDOR / 2), n + ALREDEDOR).toString());
  return `El primer byte que difiere en la forma canónica es el ${n + 1}: el archivo trae ${trozo(aqui)} y se firmó ${trozo(firmado)}.`;
}
