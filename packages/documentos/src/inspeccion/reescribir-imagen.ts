import { bien, falla, type Resultado } from '@autogestion/normas/resultado';
import sharp from 'sharp';

export type CodigoImagen = 'imagen-ilegible' | 'imagen-desmedida';

/** House rules. A page of 600 dots per inch is 35 million pixels; of a phone's camera, at most 200. */
const LIMITES_IMAGEN = { pixeles: 80_000_000, lado: 16_000, segundos: 20 };

const ILEGIBLE =
  'No pudimos leer esta imagen: puede estar dañada o incompleta. Tome la foto otra vez, o guárdela de nuevo, y súbala.';
const DESMEDIDA =
  'Esta imagen es demasiado grande al abrirla. Guárdela a menor tamaño, o tome la foto con menor resolución, y súbala otra vez.';

// One image at a time for each processor is enough, and what was decoded must not stay in memory.
sharp.cache(false);

/**
 * The picture written anew: only its pixels come through, turned as the camera said. Place, device and anything behind
 * the end of the file stay out. In the thread pool.
 */
export async function reescribirImagen(
  bytes: Uint8Array,
  tipo: 'image/jpeg' | 'image/png',
): Promise<Resultado<Buffer, CodigoImagen>> {
  const abrir = () =>
    sharp(bytes, { limitInputPixels: LIMITES_IMAGEN.pixeles, failOn: 'truncated', sequentialRead: true });
  try {
    const { width, height, format } = await abrir().metadata();
    if (format !== (tipo === 'image/png' ? 'png' : 'jpeg')) return falla('imagen-ilegible', ILEGIBLE);
    if (Math.max(width, height) > LIMITES_IMAGEN.lado || width * height > LIMITES_IMAGEN.pixeles)
      return falla('imagen-desmedida', DESMEDIDA);
    const derecha = abrir().autoOrient().timeout({ seconds: LIMITES_IMAGEN.segundos });
    const escrita =
      tipo === 'image/png'
        ? derecha.png({ compressionLevel: 6 })
        : derecha.jpeg({ quality: 88, chromaSubsampling: '4:4:4' });
    return bien(await escrita.toBuffer());
  } catch (error) {
    const desmedida = error instanceof Error && /pixel limit|timeout/i.test(error.message);
    return desmedida ? falla('imagen-desmedida', DESMEDIDA) : falla('imagen-ilegible', ILEGIBLE);
  }
}
