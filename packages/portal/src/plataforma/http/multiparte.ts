import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { ErrorDominio, errores } from '../errores/index.ts';
import type { Carga } from './cargas.ts';
import type { ArchivoRecibido, Formulario } from './ruta.ts';

/** What a form with files brings besides them: its fields and the frame of its parts, bytes. */
const RESTO = 65_536;

interface ReglasDeMultiparte {
  /** Files in one body. */
  archivos: number;
  /** Bytes of a file that are kept. Of a larger one the rest is dropped and it says `excede`. */
  maximo: number;
  /** Asked before the first byte of a file is kept, with the fields that came until then; throws to read no further. */
  antesDeArchivos: (campos: Formulario) => void;
  carga: Carga;
}

/**
 * Bytes of a body that are read at most: twice what its files may be, so that whoever chose one too large is told so
 * beside the field and not by a cut connection.
 */
export const topeDelCuerpo = (archivos: number, maximo: number): number => 2 * archivos * maximo + RESTO;

/**
 * Reads a form with files. Whatever is wrong with the bytes themselves is a 400, and nothing more of them is read.
 * @throws ErrorDominio 400, 413, or what `antesDeArchivos` and the load throw
 */
export function leerMultiparte(
  req: IncomingMessage,
  r: ReglasDeMultiparte,
): Promise<{ campos: Formulario; archivos: ArchivoRecibido[] }> {
  const tope = topeDelCuerpo(r.archivos, r.maximo);
  return new Promise((resolver, rechazar) => {
    const campos = new Map<string, string[]>();
    const archivos: ArchivoRecibido[] = [];
    let leido = 0;
    let cortado = false;

    const cortar = (error: unknown): void => {
      if (cortado) return;
      cortado = true;
      if (lector) req.unpipe(lector);
      req.off('data', contar).pause();
      rechazar(error instanceof Error ? error : errores.solicitudInvalida(400));
    };
    const ilegible = (): void => cortar(errores.solicitudInvalida(400));
    const excesivo = (): void => cortar(errores.muyGrande());
    const contar = (trozo: Buffer): void => {
      if ((leido += trozo.length) > tope) excesivo();
    };

    const lector = lectorDe(req, r);
    if (!lector) return ilegible();
    if (Number(req.headers['content-length'] ?? 0) > tope) return excesivo();

    lector.on('field', (campo, valor, _nombreCortado, cortada) => {
      if (cortada) return excesivo();
      campos.set(campo ?? '', [...(campos.get(campo ?? '') ?? []), valor]);
    });
    lector.on('file', (campo, flujo, nombre) => {
      flujo.on('error', ilegible);
      try {
        if (!cortado) r.antesDeArchivos(comoCampos(campos));
      } catch (error) {
        cortar(error);
      }
      const trozos: Buffer[] = [];
      flujo.on('data', (trozo: Buffer) => {
        if (cortado) return;
        try {
          r.carga.sumar(trozo.length);
          trozos.push(trozo);
        } catch (error) {
          trozos.length = 0;
          cortar(error);
        }
      });
      flujo.on('end', () => {
        const contenido = Buffer.concat(trozos);
        // A browser sends a nameless part of nothing for a field in which no file was chosen.
        if (cortado || (contenido.length === 0 && !nombre)) return;
        const excede = flujo.truncated && ({ excede: true } as const);
        archivos.push({ campo: campo ?? '', nombre: nombre ?? '', contenido, ...excede });
      });
    });
    lector.on('partsLimit', excesivo);
    lector.on('fieldsLimit', excesivo);
    lector.on('filesLimit', () => cortar(errores.demasiadosArchivos(r.archivos)));
    lector.on('error', ilegible);
    lector.on('finish', () => {
      if (!cortado) resolver({ campos: comoCampos(campos), archivos });
      cortado = true;
    });
    // Whoever left is told nothing: there is nobody to tell.
    req.on('close', () => {
      if (!req.readableEnded) ilegible();
    });
    req.on('error', (error) =>
      cortar(error instanceof ErrorDominio ? error : errores.solicitudInvalida(400)),
    );
    req.on('data', contar).pipe(lector);
  });
}

/** Nothing when the header does not say how its parts are told from one another. */
function lectorDe(req: IncomingMessage, r: ReglasDeMultiparte): BusboyInstance | undefined {
  try {
    return new Busboy({
      headers: { ...req.headers, 'content-type': req.headers['content-type'] ?? '' },
      limits: {
        files: r.archivos,
        fileSize: r.maximo,
        fields: 100,
        fieldSize: RESTO,
        parts: 100 + r.archivos,
        headerPairs: 20,
        headerSize: 8_192,
      },
    });
  } catch {
    return undefined;
  }
}

/** A field that comes more than once is several, as in any other form. */
const comoCampos = (campos: ReadonlyMap<string, string[]>): Formulario =>
  Object.fromEntries([...campos].map(([campo, v]) => [campo, v.length === 1 ? (v[0] ?? '') : v]));
