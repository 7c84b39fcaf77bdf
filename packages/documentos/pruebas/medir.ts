/** Prints what each operation costs and what each document weighs: `npx tsx packages/documentos/pruebas/medir.ts`. */
import { crearAutoridad, publicar } from '../src/autoridad/index.ts';
import { matrizQr } from '../src/codigos/index.ts';
import { firmarDeclaracion, verificarDeclaracion } from '../src/declaracion/index.ts';
import { renderizarFormulario001 } from '../src/formulario-001/index.ts';
import { sellarPdf } from '../src/sello/index.ts';
import { verificarPdf } from '../src/verificacion/index.ts';
import { AHORA, autoridadDePrueba, DECLARACION, pedidoDePrueba } from './muestras.ts';

const material = await autoridadDePrueba();
const { raiz, jwks } = publicar(material);
const pedido = await pedidoDePrueba();
const pdf = await renderizarFormulario001(pedido);
const sello = { material, instante: AHORA, razon: 'Medición', lugar: 'Bogotá D. C.' };
const sellado = await sellarPdf(pdf, sello);
const token = await firmarDeclaracion(DECLARACION, material);

/** Median of milliseconds, after as many turns to warm up. */
async function mediana(veces: number, hacer: () => Promise<unknown>): Promise<number> {
  const tiempos: number[] = [];
  for (let i = 0; i < 2 * veces; i++) {
    const antes = performance.now();
    await hacer();
    if (i >= veces) tiempos.push(performance.now() - antes);
  }
  return tiempos.sort((a, b) => a - b)[Math.floor(veces / 2)] ?? NaN;
}

const medidas: [string, number, string][] = [
  ['PDF sin sello', pdf.length / 1000, 'kB'],
  ['PDF sellado', sellado.length / 1000, 'kB'],
  [`QR de ${pedido.qr.length} caracteres: versión`, matrizQr(pedido.qr).version, ''],
  ['crear la autoridad', await mediana(10, () => crearAutoridad({ nombre: 'Medición', ahora: AHORA })), 'ms'],
  ['dibujar el formulario', await mediana(40, () => renderizarFormulario001(pedido)), 'ms'],
  ['sellar, con estampa propia', await mediana(100, () => sellarPdf(pdf, sello)), 'ms'],
  ['verificar', await mediana(40, () => verificarPdf(sellado, { raices: [raiz], instante: AHORA })), 'ms'],
  ['firmar una declaración', await mediana(100, () => firmarDeclaracion(DECLARACION, material)), 'ms'],
  ['verificar una declaración', await mediana(100, () => verificarDeclaracion(token, jwks)), 'ms'],
];
for (const [que, cuanto, unidad] of medidas) {
  process.stdout.write(`${que.padEnd(36)} ${cuanto.toFixed(1).padStart(7)} ${unidad}\n`);
}
