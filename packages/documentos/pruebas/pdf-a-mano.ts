import { deflateSync } from 'node:zlib';

/** A PDF written object by object: what a library would not let a test write. */
interface PdfAMano {
  /** Objects from number 1 on. The first is the catalogue. */
  objetos: (string | Buffer)[];
  trailer?: string;
  /** What comes before the header and after the end. */
  antes?: string;
  despues?: string;
}

export function armarPdf({ objetos, trailer = '', antes = '', despues = '' }: PdfAMano): Buffer {
  const partes = [Buffer.from(`${antes}%PDF-1.7\n`, 'latin1')];
  const lugares: number[] = [];
  const largo = () => partes.reduce((suma, parte) => suma + parte.length, 0);
  objetos.forEach((objeto, i) => {
    lugares.push(largo());
    partes.push(Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(objeto), Buffer.from('\nendobj\n'));
  });
  const tabla = largo();
  const filas = lugares.map((lugar) => `${String(lugar).padStart(10, '0')} 00000 n \n`).join('');
  partes.push(
    Buffer.from(
      `xref\n0 ${objetos.length + 1}\n0000000000 65535 f \n${filas}trailer\n<< /Size ${objetos.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${tabla}\n%%EOF\n${despues}`,
    ),
  );
  return Buffer.concat(partes);
}

/** A stream compressed with Flate. */
export function flujo(contenido: Buffer | string, diccionario = ''): Buffer {
  return flujoCrudo(deflateSync(contenido, { level: 9 }), `/Filter /FlateDecode ${diccionario}`);
}

export const flujoCrudo = (bytes: Buffer, diccionario: string): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${diccionario} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);

/** One page that says something. `catalogo` and `pagina` are added to their dictionaries; `otros` come from object 5 on. */
export const unaPagina = (
  o: { catalogo?: string; pagina?: string; otros?: (string | Buffer)[]; contenido?: Buffer } & Omit<
    PdfAMano,
    'objetos'
  > = {},
): Buffer =>
  armarPdf({
    ...o,
    objetos: [
      `<< /Type /Catalog /Pages 2 0 R ${o.catalogo ?? ''} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> ${o.pagina ?? ''} >>`,
      o.contenido ?? flujo('0 0 m 100 100 l S'),
      ...(o.otros ?? []),
    ],
  });
