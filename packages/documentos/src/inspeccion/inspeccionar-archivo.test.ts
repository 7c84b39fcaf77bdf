import sharp from 'sharp';
import { deflateSync, crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unaPagina } from '../../pruebas/pdf-a-mano.ts';
import { inspeccionarArchivo } from './inspeccionar-archivo.ts';

const color = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
const png = await color(40, 20).png().toBuffer();
const conLugar = await color(40, 20)
  .withExif({
    IFD0: { Make: 'CAMARA-FICTICIA' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '4/1 36/1 0/1',
      GPSLongitudeRef: 'W',
      GPSLongitude: '74/1 5/1 0/1',
    },
  })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer();

async function codigoDe(bytes: Uint8Array): Promise<string> {
  const r = await inspeccionarArchivo(bytes);
  return r.ok ? r.valor.media : r.codigo;
}

/** A chunk of a PNG. */
function trozo(tipo: string, datos: Buffer): Buffer {
  const cuerpo = Buffer.concat([Buffer.from(tipo), datos]);
  const [largo, suma] = [Buffer.alloc(4), Buffer.alloc(4)];
  largo.writeUInt32BE(datos.length);
  suma.writeUInt32BE(crc32(cuerpo));
  return Buffer.concat([largo, cuerpo, suma]);
}

/** A picture of one colour, so large that it compresses to almost nothing. */
function bomba(lado: number): Buffer {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(lado, 0);
  ihdr.writeUInt32BE(lado, 4);
  ihdr[8] = 1;
  const filas = Buffer.alloc((lado / 8 + 1) * lado);
  const cabeza = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    cabeza,
    trozo('IHDR', ihdr),
    trozo('IDAT', deflateSync(filas)),
    trozo('IEND', Buffer.alloc(0)),
  ]);
}

describe('el tipo es el de adentro', () => {
  it.each([
    ['PDF', unaPagina(), 'application/pdf'],
    ['PNG', png, 'image/png'],
    ['JPG', conLugar, 'image/jpeg'],
    ['página de internet', Buffer.from('<!doctype html><script>alert(1)</script>'), 'archivo-otro-tipo'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'archivo-otro-tipo'],
    ['ZIP', Buffer.from('PK\x03\x04aaaa'), 'archivo-otro-tipo'],
    ['nada', Buffer.alloc(0), 'archivo-otro-tipo'],
    ['página que luego es PDF', unaPagina({ antes: '<script>alert(1)</script>\n' }), 'archivo-otro-tipo'],
    ['PNG sin imagen', png.subarray(0, 8), 'imagen-ilegible'],
  ])('%s', async (_, bytes, esperado) => {
    expect(await codigoDe(bytes)).toBe(esperado);
  });
});

describe('las imágenes se escriben de nuevo', () => {
  it('sin el lugar, la cámara ni el giro, que queda hecho', async () => {
    const antes = await sharp(conLugar).metadata();
    expect([antes.orientation, antes.width, antes.height]).toEqual([6, 40, 20]);
    expect(conLugar.includes('CAMARA-FICTICIA')).toBe(true);
    const r = await inspeccionarArchivo(conLugar);
    if (!r.ok) throw new Error(r.codigo);
    const despues = await sharp(r.valor.contenido).metadata();
    expect([despues.width, despues.height]).toEqual([20, 40]);
    expect([despues.exif, despues.xmp, despues.orientation]).toEqual([undefined, undefined, undefined]);
    expect(r.valor.contenido.includes('CAMARA-FICTICIA')).toBe(false);
  });

  it('de un PNG que además es PDF o página solo queda la imagen', async () => {
    const doble = Buffer.concat([png, unaPagina(), Buffer.from('<script>alert(1)</script>')]);
    const r = await inspeccionarArchivo(doble);
    if (!r.ok) throw new Error(r.codigo);
    expect(r.valor.contenido.includes('%PDF')).toBe(false);
    expect(r.valor.contenido.includes('<script>')).toBe(false);
  });

  it('la que está cortada no se recibe', async () => {
    const ruido = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: 'gray',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    })
      .jpeg()
      .toBuffer();
    expect(await codigoDe(ruido)).toBe('image/jpeg');
    expect(await codigoDe(ruido.subarray(0, ruido.length / 2))).toBe('imagen-ilegible');
  });

  it('una bomba de 100 millones de puntos en unos kilobytes se rechaza sin abrirla', async () => {
    const b = bomba(16_000);
    expect(b.length).toBeLessThan(100_000);
    expect(await codigoDe(b)).toBe('imagen-desmedida');
  });
});
