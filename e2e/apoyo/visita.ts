import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const TELEFONO = { width: 360, height: 740 };

/** Somebody in front of a screen: cookies of their own and an address of their own. */
export interface Visita {
  contexto: BrowserContext;
  pagina: Page;
  /** What the browser complained of: blocked by the policy, thrown, logged as an error, not found. */
  quejas: string[];
  cerrar(): Promise<void>;
}

let vistos = 0;

export async function visitar(
  navegador: Browser,
  url: string,
  opciones: BrowserContextOptions = {},
): Promise<Visita> {
  vistos++;
  const contexto = await navegador.newContext({
    baseURL: url,
    viewport: TELEFONO,
    locale: 'es-CO',
    timezoneId: 'America/Bogota',
    // One address each: the limits by address are for one person, not for a whole suite.
    extraHTTPHeaders: { 'x-forwarded-for': `10.0.${vistos >> 8}.${vistos & 255}` },
    ...opciones,
  });
  // Two journeys share the machine: slow is no fault.
  contexto.setDefaultTimeout(45_000);
  const quejas: string[] = [];
  contexto.on('page', (pagina) => vigilar(pagina, quejas));
  const pagina = await contexto.newPage();
  return { contexto, pagina, quejas, cerrar: () => contexto.close() };
}

function vigilar(pagina: Page, quejas: string[]): void {
  pagina.on('pageerror', (error) => quejas.push(`${pagina.url()}: ${error.message}`));
  pagina.on('console', (mensaje) => {
    if (mensaje.type() !== 'error' && !/Content Security Policy/.test(mensaje.text())) return;
    // Chromium logs a page answered with 4xx: those are the error pages under test, not a missing resource.
    if (
      /responded with a status of 4\d\d/.test(mensaje.text()) &&
      !/\/recursos\//.test(mensaje.location().url)
    )
      return;
    quejas.push(`${pagina.url()}: ${mensaje.text()}`);
  });
}

/** Signs out and waits for the page that follows: asking for another one meanwhile would cut the way out. */
export async function salir(pagina: Page): Promise<void> {
  await pagina.getByRole('button', { name: 'Salir', exact: true }).click();
  await pagina.waitForURL((url) => url.pathname === '/');
  await pagina.getByRole('button', { name: 'Salir', exact: true }).waitFor({ state: 'detached' });
}

/** A page asked without a browser yet with the visit's cookies: its text and its forms' hidden fields. */
export async function pedir(
  visita: Visita,
  camino: string,
): Promise<{ url: string; estado: number; html: string; ocultos: Record<string, string> }> {
  const r = await visita.contexto.request.get(camino);
  const html = await r.text();
  return { url: r.url(), estado: r.status(), html, ocultos: ocultosDe(html) };
}

/** Posts a form as a browser without script would; redirections are not followed. */
export async function enviar(
  visita: Visita,
  camino: string,
  form: Record<string, string>,
): Promise<{ estado: number; a: string; html: string }> {
  const r = await visita.contexto.request.post(camino, { form, maxRedirects: 0 });
  return { estado: r.status(), a: r.headers().location ?? '', html: await r.text() };
}

function ocultosDe(html: string): Record<string, string> {
  const formulario = /<main[\s\S]*?<form method="post"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const ocultos = formulario.matchAll(/<input type="hidden" name="(_[^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...ocultos].map(([, nombre, valor]) => [nombre ?? '', valor ?? '']));
}
