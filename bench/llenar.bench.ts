/** Form 210 while it is written, in a browser four times slower: from a key to the page laid out again. */
import type { Locator, Page } from 'playwright-core';
import { abrirNavegador } from '../packages/portal/pruebas/interfaz/navegador.ts';
import { enEscena } from './apoyo/escena.ts';
import { percentil } from './apoyo/estadistica.ts';
import { enJson, nota, RAPIDA } from './apoyo/informe.ts';
import { abrirPortal } from './apoyo/portal.ts';
import { caminarHastaElFinal, cargarIdentidades, terminar } from './apoyo/viaje.ts';

const VECES_MAS_LENTO = 4;
const TECLAS = RAPIDA ? 20 : 400;
/** Those with most computed boxes, and a box of each that is written. */
const SECCIONES = [
  ['cedula-general-rentas-de-trabajo', '32'],
  ['cedula-general-rentas-no-laborales', '74'],
  ['liquidacion-privada-saldo', '132'],
] as const;

await enEscena(async (base, abrir) => {
  await cargarIdentidades(base, 0, 1);
  const portal = await abrir(abrirPortal(base, { trabajadores: 1 }));
  const { titular, token } = await terminar(portal.url, await caminarHastaElFinal(portal.url, base, 0));
  const navegador = await abrirNavegador();
  try {
    const contexto = await navegador.newContext({ viewport: { width: 360, height: 740 } });
    await contexto.addCookies([{ name: 'sesion', value: token, url: portal.url }]);
    const pagina = await contexto.newPage();
    await pagina.goto(`${portal.url}/de/${titular}/declaraciones`);
    await pagina.locator('form:has(input[value="210"]):has(input[value="2025"]) button').first().click();
    await pagina.waitForURL(/declaraciones\/[0-9a-z]{26}$/);
    const borrador = pagina.url();
    const medidas: Record<string, Medida> = {};
    for (const [seccion, casilla] of SECCIONES) {
      await pagina.goto(`${borrador}/formulario/${seccion}`);
      const medida = await medir(pagina, casilla);
      medidas[seccion] = medida;
      const cifras = [medida.p50, medida.p95, medida.maximo].map((n) => n.toFixed(1)).join(', ');
      nota(`${seccion}, casilla ${casilla}, ${medida.calculadas} calculadas: p50, p95 y máximo ${cifras} ms`);
      nota(`  sin calcular, solo escribir y acomodar la página: p50 ${medida.sinCalcular.toFixed(1)} ms`);
    }
    nota(`Meta: 16 ms con el procesador ${VECES_MAS_LENTO} veces más lento`);
    enJson('llenar', { vecesMasLento: VECES_MAS_LENTO, teclas: TECLAS, ...medidas });
  } finally {
    await navegador.close();
  }
});

interface Medida {
  calculadas: number;
  p50: number;
  p95: number;
  maximo: number;
  /** The same keys in a page whose figures do not follow: what the browser takes by itself. */
  sinCalcular: number;
}

async function medir(pagina: Page, casilla: string): Promise<Medida> {
  const cdp = await pagina.context().newCDPSession(pagina);
  const campo = pagina.locator(`#campo-casilla-${casilla}`);
  const lento = (rate: number) => cdp.send('Emulation.setCPUThrottlingRate', { rate });
  await lento(VECES_MAS_LENTO);
  const solas = await teclear(campo, TECLAS);
  await lento(1);
  await campo.focus();
  // The engine has come when what is typed moves the result.
  const saldo = await pagina.locator('.en-vivo__saldo').textContent();
  await pagina.waitForFunction(
    ([id, antes]) => {
      const c = document.getElementById(id ?? '') as HTMLInputElement;
      c.value = '900000000';
      c.dispatchEvent(new Event('input', { bubbles: true }));
      return document.querySelector('.en-vivo__saldo')?.textContent !== antes;
    },
    [`campo-casilla-${casilla}`, saldo],
  );
  await lento(VECES_MAS_LENTO);
  const tiempos = (await teclear(campo, TECLAS)).toSorted((a, b) => a - b);
  await lento(1);
  const calculadas = await pagina.locator('output[data-vacio]').count();
  return {
    calculadas,
    p50: percentil(tiempos, 0.5),
    p95: percentil(tiempos, 0.95),
    maximo: tiempos.at(-1) ?? 0,
    sinCalcular: percentil(
      solas.toSorted((a, b) => a - b),
      0.5,
    ),
  };
}

/** Milliseconds of each key: what the page does with it, and being laid out again. */
function teclear(campo: Locator, teclas: number): Promise<number[]> {
  return campo.evaluate((entrada, cuantas) => {
    const c = entrada as HTMLInputElement;
    return Array.from({ length: cuantas }, (_, i) => {
      const desde = performance.now();
      c.value = String(90_000_000 + i * 1_234_000);
      c.dispatchEvent(new Event('input', { bubbles: true }));
      document.body.getBoundingClientRect();
      return performance.now() - desde;
    });
  }, teclas);
}
