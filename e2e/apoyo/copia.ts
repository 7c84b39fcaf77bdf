import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { almacenNss, Carpeta, ejecutar } from '../../packages/documentos/pruebas/herramientas.ts';

/** Presses the link of a copy and gives what the browser downloaded. */
export async function descargar(pagina: Page, enlace: string | RegExp): Promise<Buffer> {
  const [descarga] = await Promise.all([
    pagina.waitForEvent('download'),
    pagina.getByRole('link', { name: enlace }).first().click(),
  ]);
  return readFile(await descarga.path());
}

/** Lends a folder to whoever needs the copy as a file, and removes it. */
function conArchivo<T>(pdf: Uint8Array, hacer: (archivo: string, carpeta: Carpeta) => T): T {
  const carpeta = new Carpeta();
  try {
    return hacer(carpeta.guardar('copia.pdf', pdf), carpeta);
  } finally {
    rmSync(carpeta.ruta, { recursive: true, force: true });
  }
}

/** What a camera reads on the paper: the page drawn at 200 dpi and its QR decoded, by others' tools. */
export function textoDelQr(pdf: Uint8Array): string {
  return conArchivo(pdf, (archivo) => {
    ejecutar('pdftoppm', ['-r', '200', '-png', '-f', '1', '-l', '1', archivo, archivo]);
    const soloQr = ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable'];
    return ejecutar('zbarimg', [...soloQr, `${archivo}-1.png`]).texto.trim();
  });
}

/** What `pdfsig` says of the signature, trusting only the root of that PEM (root first, then intermediate). */
export function segunPdfsig(pdf: Uint8Array, autoridad: string): string {
  const [raiz = ''] = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n?/.exec(autoridad) ?? [];
  return conArchivo(
    pdf,
    (archivo, carpeta) => ejecutar('pdfsig', ['-nssdir', almacenNss(carpeta, raiz), archivo]).texto,
  );
}

/** The same file with one byte changed, in its middle. */
export function alterado(pdf: Buffer): Buffer {
  const otro = Buffer.from(pdf);
  const donde = Math.floor(pdf.length / 2);
  otro[donde] = (otro[donde] ?? 0) ^ 1;
  return otro;
}

/** The same text with the character at `donde` changed for another of the same alphabet. */
export function otroCaracter(texto: string, donde: number): string {
  const nuevo = texto[donde] === '7' ? '8' : '7';
  return texto.slice(0, donde) + nuevo + texto.slice(donde + 1);
}
