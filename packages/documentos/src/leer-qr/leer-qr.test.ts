import QRCode from 'qrcode';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { leerQrDeImagen } from './leer-qr.ts';

const TEXTO = `NumFac: SETP990000002\nCUFE: ${'a1'.repeat(48)}\nhttps://catalogo-vpfe.dian.gov.co/document/searchqr?documentkey=${'a1'.repeat(48)}`;
const qr = (texto = TEXTO, width = 400) => QRCode.toBuffer(texto, { width, errorCorrectionLevel: 'M' });
/** A photograph of a page: small, turned, on grey, blurred and as a phone compresses it. */
const foto = async (grados: number) =>
  sharp({ create: { width: 1600, height: 2200, channels: 3, background: '#d8d2c4' } })
    .composite([
      {
        input: await sharp(await qr())
          .rotate(grados, { background: '#ffffff' })
          .png()
          .toBuffer(),
        left: 300,
        top: 700,
      },
    ])
    .blur(1)
    .jpeg({ quality: 60 })
    .toBuffer();

describe('leer el QR de una imagen', () => {
  it('derecho, girado, borroso y comprimido como lo deja un celular', async () => {
    for (const grados of [0, 17, 90, 200])
      expect(await leerQrDeImagen(await foto(grados)), String(grados)).toEqual({ ok: true, textos: [TEXTO] });
  });

  it('un QR de otra cosa se lee igual: decir qué es no es de quien lee', async () => {
    expect(await leerQrDeImagen(await qr('https://otro.example/'))).toEqual({
      ok: true,
      textos: ['https://otro.example/'],
    });
  });

  it('sin código, y lo que no es una imagen, se dice', async () => {
    const lisa = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await leerQrDeImagen(lisa)).toEqual({ ok: false, falta: 'sin-codigo' });
    for (const bytes of [Buffer.from('hola'), Buffer.alloc(0), lisa.subarray(0, 40)])
      expect(await leerQrDeImagen(bytes)).toEqual({ ok: false, falta: 'imagen' });
  });
});
