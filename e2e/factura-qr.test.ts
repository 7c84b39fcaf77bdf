import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registrar, type Registrada } from '../packages/portal/pruebas/facturas-registradas.ts';
import { abrirNavegador } from '../packages/portal/pruebas/interfaz/navegador.ts';
import { abrirOficina, type Oficina } from './apoyo/oficina.ts';
import { visitar } from './apoyo/visita.ts';

let oficina: Oficina;
let navegador: Browser;
let carpeta: string;
let factura: Registrada;

/** The QR on a sheet of paper, as a camera sees it. */
const enPapel = async (texto: string): Promise<Buffer> =>
  sharp({ create: { width: 1280, height: 720, channels: 3, background: '#cfc8b8' } })
    .composite([{ input: await QRCode.toBuffer(texto, { width: 520 }), left: 380, top: 100 }])
    .jpeg({ quality: 85 })
    .toBuffer();

beforeAll(async () => {
  carpeta = await mkdtemp(join(tmpdir(), 'autogestion-camara-'));
  oficina = await abrirOficina();
  const hoy = new Date();
  factura = await registrar({
    consultar: (texto, valores) => oficina.sql(texto, valores),
    reloj: { ahora: () => hoy, hoy: () => hoy.toISOString().slice(0, 10) },
  });
  const cuadro = await enPapel(
    `NumFac: ${factura.numero} CUFE: ${factura.codigo}\nhttps://catalogo-vpfe.dian.gov.co/document/searchqr?documentkey=${factura.codigo}`,
  );
  // A film of two frames, which Chromium's camera shows for ever.
  const pelicula = join(carpeta, 'camara.mjpeg');
  await writeFile(pelicula, Buffer.concat([cuadro, cuadro]));
  await writeFile(join(carpeta, 'foto.jpg'), cuadro);
  navegador = await abrirNavegador([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${pelicula}`,
  ]);
});
afterAll(async () => {
  await navegador?.close();
  await oficina?.cerrar();
  await rm(carpeta, { recursive: true, force: true });
});

it('con la cámara: se apunta al código QR y sale la factura', async () => {
  const v = await visitar(navegador, oficina.url);
  await v.pagina.goto('/facturas/consultar');
  await v.pagina.getByRole('button', { name: 'Abrir la cámara' }).click();
  await v.pagina.getByRole('heading', { name: 'Está registrada' }).waitFor();
  expect(await v.pagina.locator('main').innerText()).toContain(factura.numero);
  expect(v.pagina.url()).not.toContain(factura.codigo);
  expect(v.quejas).toEqual([]);
  await v.cerrar();
});

it('sin JavaScript: con una foto del código', async () => {
  const v = await visitar(navegador, oficina.url, { javaScriptEnabled: false });
  await v.pagina.goto('/facturas/consultar');
  await v.pagina.getByLabel('Foto o captura del código QR').setInputFiles(join(carpeta, 'foto.jpg'));
  await v.pagina.getByRole('button', { name: 'Leer la foto' }).click();
  await v.pagina.getByRole('heading', { name: 'Está registrada' }).waitFor();
  expect(v.quejas).toEqual([]);
  await v.cerrar();
});
