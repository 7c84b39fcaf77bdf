import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a PDF as a file, in a folder that is there meanwhile, to whoever looks into it. */
async function conArchivo<T>(
  pdf: Uint8Array,
  mirar: (archivo: string, primeraHoja: () => string) => T,
): Promise<T> {
  const carpeta = await mkdtemp(join(tmpdir(), 'autogestion-pdf-'));
  try {
    const archivo = join(carpeta, 'documento.pdf');
    await writeFile(archivo, pdf);
    return mirar(archivo, () => {
      const hoja = join(carpeta, 'hoja');
      correr('pdftoppm', 'poppler-utils', ['-r', '150', '-gray', '-png', '-singlefile', archivo, hoja]);
      return `${hoja}.png`;
    });
  } finally {
    await rm(carpeta, { recursive: true });
  }
}

/** What the QR of a PDF's first page says, as poppler draws it and zbar reads it. */
export const textoDelQr = (pdf: Uint8Array): Promise<string> =>
  conArchivo(pdf, (_, primeraHoja) => {
    const leido = correr('zbarimg', 'zbar-tools', ['-q', primeraHoja()]);
    return /^QR-Code:(.+)$/m.exec(leido)?.[1] ?? '';
  });

function correr(programa: string, paquete: string, argumentos: string[]): string {
  const hecho = spawnSync(programa, argumentos, { encoding: 'utf8' });
  if (hecho.error)
    throw new Error(`No se pudo ejecutar ${programa}. Instálelo con: apt-get install -y ${paquete}`, {
      cause: hecho.error,
    });
  return hecho.stdout;
}

/** What a PDF says, as poppler reads it, in one line. */
export const textoDePdf = (pdf: Uint8Array): Promise<string> =>
  conArchivo(pdf, (archivo) => correr('pdftotext', 'poppler-utils', [archivo, '-']).replace(/\s+/g, ' '));

/** What other programs find in a PDF: its seal (pdfsig), the names of what it carries inside, and the codes of its first page. */
export const revisado = (pdf: Uint8Array): Promise<{ sello: string; adjuntos: string; codigos: string }> =>
  conArchivo(pdf, (archivo, primeraHoja) => ({
    sello: correr('pdfsig', 'poppler-utils', ['-nocert', archivo]),
    adjuntos: correr('pdfdetach', 'poppler-utils', ['-list', archivo]),
    codigos: correr('zbarimg', 'zbar-tools', ['-q', primeraHoja()]),
  }));
