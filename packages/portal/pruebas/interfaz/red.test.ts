import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { abrirGaleria, type OficinaDeGaleria } from './oficina-de-galeria.ts';
import type { ServidorDePaginas } from './servidor.ts';

let oficina: OficinaDeGaleria;
let servidor: ServidorDePaginas;
let navegador: Browser;
let contexto: BrowserContext;
let pagina: Page;

beforeAll(async () => {
  oficina = await abrirGaleria();
  ({ servidor, navegador } = oficina);
});

afterAll(() => oficina.cerrar());

beforeEach(async () => {
  servidor.vivo.estado = 200;
  servidor.recibidos.length = 0;
  contexto = await navegador.newContext({ viewport: { width: 360, height: 740 } });
  pagina = await contexto.newPage();
});

afterEach(() => contexto.close());

const escribir = async (): Promise<void> => {
  await pagina.goto(`${servidor.url}/pregunta`);
  await pagina.getByLabel('Su actividad').fill('vendo arepas');
};
const continuar = (): Promise<void> => pagina.getByRole('button', { name: 'Continuar', exact: true }).click();

describe('envío de un formulario', () => {
  it('con red, se envía una sola vez aunque se pulse dos', async () => {
    await escribir();
    await pagina.getByRole('button', { name: 'Continuar', exact: true }).dblclick();
    await pagina.waitForURL('**/confirmacion');
    expect(servidor.recibidos).toEqual(['_csrf=x&_revision=3&actividad=vendo+arepas']);
  });

  it.each([
    ['el servidor corta la conexión', undefined, 'El servidor no responde'],
    ['el servidor responde con una falla', 503, 'El servidor no responde'],
  ])('si %s, se dice y no se pierde lo escrito', async (_caso, estado, titulo) => {
    servidor.vivo.estado = estado;
    await escribir();
    await continuar();
    const alerta = pagina.getByRole('alert');
    await alerta.getByText(titulo).waitFor();
    expect(await alerta.evaluate((nodo) => nodo === document.activeElement)).toBe(true);
    expect(await pagina.getByLabel('Su actividad').inputValue()).toBe('vendo arepas');
    expect(servidor.recibidos).toEqual([]);

    servidor.vivo.estado = 200;
    await pagina.getByRole('button', { name: 'Intentar otra vez' }).click();
    await pagina.waitForURL('**/confirmacion');
    expect(servidor.recibidos).toEqual(['_csrf=x&_revision=3&actividad=vendo+arepas']);
  });

  it('sin conexión, se dice y se puede intentar cuando vuelva', async () => {
    await escribir();
    await contexto.setOffline(true);
    await continuar();
    await pagina.getByRole('alert').getByText('No hay conexión a internet').waitFor();
    await contexto.setOffline(false);
    await pagina.getByRole('button', { name: 'Intentar otra vez' }).click();
    await pagina.waitForURL('**/confirmacion');
    expect(servidor.recibidos).toHaveLength(1);
  });

  it('si la sesión venció, se dice, y al continuar el servidor recibe lo escrito para guardarlo', async () => {
    servidor.vivo.estado = 401;
    await escribir();
    await continuar();
    await pagina.getByRole('alert').getByText('Su sesión venció').waitFor();
    expect(servidor.recibidos).toEqual([]);
    await pagina.getByRole('button', { name: 'Entrar y continuar' }).click();
    await pagina.waitForURL('**/confirmacion');
    expect(servidor.recibidos).toEqual(['_csrf=x&_revision=3&actividad=vendo+arepas']);
  });
});

describe('región que se actualiza sola', () => {
  it('toma su parte de la página nueva y se detiene cuando ya no hay qué esperar', async () => {
    const original = servidor.paginas.get('/contenido') ?? '';
    const lista = original
      .replace('Estamos sellando su documento…', 'Su documento está listo')
      .replace(' data-recargar-cada="1"', '');
    expect(lista).not.toContain('data-recargar-cada');
    let pedidos = 0;
    pagina.on('request', () => (pedidos += 1));
    try {
      await pagina.goto(`${servidor.url}/contenido`);
      servidor.paginas.set('/contenido', lista);
      await pagina.getByText('Su documento está listo').waitFor();
      const hastaAqui = pedidos;
      await pagina.waitForTimeout(1500);
      expect(pedidos).toBe(hastaAqui);
    } finally {
      servidor.paginas.set('/contenido', original);
    }
  });
});
