import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Independent verifiers, by the Debian package that has them. */
const PAQUETES = {
  pdfsig: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfdetach: 'poppler-utils',
  certutil: 'libnss3-tools',
  zbarimg: 'zbar-tools',
  qpdf: 'qpdf',
  openssl: 'openssl',
  xmlsec1: 'xmlsec1',
} as const;

interface Salida {
  codigo: number;
  texto: string;
  error: string;
}

/**
 * Runs a verifier and gives what it said, whatever its exit status.
 * @throws when it is not installed, with the remedy: a document that nobody else checked proves nothing
 */
export function ejecutar(herramienta: keyof typeof PAQUETES, argumentos: string[]): Salida {
  const hecho = spawnSync(herramienta, argumentos, { encoding: 'utf8', maxBuffer: 32_000_000 });
  if (hecho.error) {
    throw new Error(
      `No se pudo ejecutar ${herramienta}. Instálelo con: apt-get install -y ${PAQUETES[herramienta]}`,
      { cause: hecho.error },
    );
  }
  return { codigo: hecho.status ?? -1, texto: hecho.stdout, error: hecho.stderr };
}

/** A directory of its own for the files of a test. */
export class Carpeta {
  readonly ruta = mkdtempSync(join(tmpdir(), 'documentos-'));

  /** Writes a file and gives its path. */
  guardar(nombre: string, contenido: Uint8Array | string): string {
    const ruta = join(this.ruta, nombre);
    writeFileSync(ruta, contenido);
    return ruta;
  }
}

/** An NSS database that trusts that root, for `pdfsig -nssdir`. */
export function almacenNss(carpeta: Carpeta, raizPem: string): string {
  const raiz = carpeta.guardar('raiz.pem', raizPem);
  const base = `sql:${carpeta.ruta}`;
  for (const argumentos of [
    ['-N', '-d', base, '--empty-password'],
    ['-A', '-d', base, '-n', 'raiz', '-t', 'CT,C,C', '-i', raiz],
  ]) {
    const { codigo, error } = ejecutar('certutil', argumentos);
    if (codigo !== 0) throw new Error(`certutil falló: ${error}`);
  }
  return carpeta.ruta;
}
