import { crc32, inflateRawSync } from 'node:zlib';
import { XmlDocument } from 'libxml2-wasm';

/** As APPNOTE says that it is read: from the end, by the central directory. */
export function descomprimir(zip: Buffer): Map<string, string> {
  const partes = new Map<string, string>();
  let en = zip.readUInt32LE(zip.length - 6);
  for (let i = zip.readUInt16LE(zip.length - 12); i > 0; i--) {
    const [suma, comprimido, tamano] = [16, 20, 24].map((d) => zip.readUInt32LE(en + d)) as [
      number,
      number,
      number,
    ];
    const [largo, extra, comentario] = [28, 30, 32].map((d) => zip.readUInt16LE(en + d)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(en + 42);
    const desde = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const dentro = inflateRawSync(zip.subarray(desde, desde + comprimido));
    if (dentro.length !== tamano || crc32(dentro) !== suma)
      throw new Error('What was compressed is not what is there');
    partes.set(zip.toString('utf8', en + 46, en + 46 + largo), dentro.toString('utf8'));
    en += 46 + largo + extra + comentario;
  }
  return partes;
}

/** By their place, what a reader of XML finds in the cells of the first sheet: `A1` → `inlineStr:…`, `n:5`. */
export function celdas(zip: Buffer): Record<string, string> {
  const partes = descomprimir(zip);
  for (const xml of partes.values()) XmlDocument.fromString(xml).dispose();
  const doc = XmlDocument.fromString(partes.get('xl/worksheets/sheet1.xml') ?? '');
  try {
    return Object.fromEntries(
      doc.find('//*[local-name()="c"]').map((c) => {
        const valor = (c.get('*') ?? c).content;
        const de = (atributo: string) => c.get(`@${atributo}`)?.content ?? '';
        return [de('r'), `${de('t') || 'n'}:${valor}`];
      }),
    );
  } finally {
    doc.dispose();
  }
}
