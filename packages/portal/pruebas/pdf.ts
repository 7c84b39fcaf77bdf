import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the QR of a PDF's first page says, as poppler draws it and zbar reads it. */
export async function textoDelQr(pdf: Uint8Array): Promise<string> {
  const carpeta = await mkdtemp(join(tmpdir(), 'autogestion-qr-'));
  try {
    const archivo = join(carpeta, 'copia.pdf');
    await writeFile(archivo, pdf);
    correr('pdftoppm', 'poppler-utils', [
      '-r',
      '150',
      '-gray',
      '-png',
      '-singlefile',
      archivo,
      join(carpeta, 'hoja'),
    ]);
    const leido = correr('zbarimg', 'zbar-tools', ['-q', join(carpeta, 'hoja.png')]);
    return /^QR-Code:(.+)$/m.exec(leido)?.[1] ?? '';
  } finally {
    await rm(carpeta, { recursive: true });
  }
}

function correr(programa: string, paquete: string, argumentos: string[]): string {
  const hecho = spawnSync(programa, argumentos, { encoding: 'utf8' });
  if (hecho.error)
    throw new Error(`No se pudo ejecutar ${programa}. Instálelo con: apt-get install -y ${paquete}`, {
      cause: hecho.error,
    });
  return hecho.stdout;
}

/** What a PDF says, as poppler reads it, in one line. */
export async function textoDePdf(pdf: Uint8Array): Promise<string> {
  const carpeta = await mkdtemp(join(tmpdir(), 'autogestion-pdf-'));
  try {
    const archivo = join(carpeta, 'documento.pdf');
    await writeFile(archivo, pdf);
    return correr('pdftotext', 'poppler-utils', [archivo, '-']).replace(/\s+/g, ' ');
  } finally {
    await rm(carpeta, { recursive: true });
  }
}

/** What other programs find in a PDF: its seal (pdfsig), the names of what it carries inside, and the codes of its first page. */
export async function revisado(
  pdf: Uint8Array,
): Promise<{ sello: string; adjuntos: string; codigos: string }> {
  const carpeta = await mkdtemp(join(tmpdir(), 'autogestion-pdf-'));
  try {
    const archivo = join(carpeta, 'documento.pdf');
    await writeFile(archivo, pdf);
    correr('pdftoppm', 'poppler-utils', [
      '-r',
      '150',
      '-gray',
      '-png',
      '-singlefile',
      archivo,
      join(carpeta, 'hoja'),
    ]);
    return {
      sello: correr('pdfsig', 'poppler-utils', ['-nocert', archivo]),
      adjuntos: correr('pdfdetach', 'poppler-utils', ['-list', archivo]),
      codigos: correr('zbarimg', 'zbar-tools', ['-q', join(carpeta, 'hoja.png')]),
    };
  } finally {
    await rm(carpeta, { recursive: true });
  }
}
