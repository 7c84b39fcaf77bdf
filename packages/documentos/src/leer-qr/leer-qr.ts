import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp, { type OutputInfo } from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A picture of a phone has up to 50 million; a code is found as well in one that is made small. */
const PIXELES_MAXIMOS = 60_000_000;
/** Side of what is looked at: a code that takes a tenth of the picture keeps its modules, and it is read in tenths of a second. */
const LADO = 1_600;
const TEXTO_MAXIMO = 8_000;
const FORMATOS: readonly string[] = ['jpeg', 'png', 'webp', 'gif', 'heif'];

export type QrLeido =
  | { ok: true; textos: string[] }
  /** `imagen`: it is no picture that can be read; `sin-codigo`: there is no QR in it. */
  | { ok: false; falta: 'imagen' | 'sin-codigo' };

let preparado: Promise<unknown> | undefined;

/** The reader's program comes with its package: otherwise it would be fetched from somebody else's address. */
async function preparar(): Promise<void> {
  const ruta = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = await readFile(ruta);
  const wasmBinary = new Uint8Array(bytes).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** The texts of the QR codes of a picture (JPEG, PNG, WebP…), whatever its bytes are. */
export async function leerQrDeImagen(bytes: Uint8Array): Promise<QrLeido> {
  await (preparado ??= preparar());
  let gris: { data: Buffer; info: OutputInfo };
  const abrir = () => sharp(bytes, { limitInputPixels: PIXELES_MAXIMOS, failOn: 'error' });
  try {
    // A drawing (SVG) is a program, and no camera makes one.
    if (!FORMATOS.includes((await abrir().metadata()).format ?? '')) return { ok: false, falta: 'imagen' };
    gris = await abrir()
      .timeout({ seconds: 10 })
      .rotate()
      .resize({ width: LADO, height: LADO, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch {
    return { ok: false, falta: 'imagen' };
  }
  const { data, info } = gris;
  const leidos = await readBarcodes(
    {
      data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength),
      width: info.width,
      height: info.height,
      colorSpace: 'srgb',
    } as ImageData,
    { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: true, maxNumberOfSymbols: 4 },
  );
  const textos = leidos.filter((l) => l.isValid).map((l) => l.text.slice(0, TEXTO_MAXIMO));
  return textos.length > 0 ? { ok: true, textos } : { ok: false, falta: 'sin-codigo' };
}
