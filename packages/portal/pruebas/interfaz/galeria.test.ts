import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faltasDeAxe } from './axe.ts';
import { galeria } from './galeria.tsx';
import { abrirGaleria, type OficinaDeGaleria } from './oficina-de-galeria.ts';
import type { ServidorDePaginas } from './servidor.ts';

const RUTAS = Object.keys(galeria());
const TELEFONO = { width: 360, height: 740 };
const ESCRITORIO = { width: 1280, height: 900 };

let directorio: string;
let oficina: OficinaDeGaleria;
let servidor: ServidorDePaginas;
let navegador: Browser;

beforeAll(async () => {
  oficina = await abrirGaleria();
  ({ directorio, servidor, navegador } = oficina);
});

afterAll(() => oficina.cerrar());

/** Opens a page of the gallery, does something with it, and fails if the console complained meanwhile. */
async function con(
  ruta: string,
  opciones: BrowserContextOptions,
  hacer: (pagina: Page) => Promise<void>,
): Promise<void> {
  const contexto = await navegador.newContext({ viewport: TELEFONO, reducedMotion: 'reduce', ...opciones });
  const quejas: string[] = [];
  try {
    const pagina = await contexto.newPage();
    pagina.on('console', (mensaje) => {
      if (mensaje.type() === 'error' || /content security policy/i.test(mensaje.text()))
        quejas.push(mensaje.text());
    });
    pagina.on('pageerror', (error) => quejas.push(error.message));
    await pagina.goto(servidor.url + ruta);
    await hacer(pagina);
    expect(quejas).toEqual([]);
  } finally {
    await contexto.close();
  }
}

// The error pages differ in their words alone: all of them on one screen, one of them on the others.
const DISTINTAS = RUTAS.filter((ruta) => !ruta.startsWith('/error-') || ruta === '/error-500');

const pantallas = [
  { nombre: 'teléfono', viewport: TELEFONO, colorScheme: 'light', rutas: RUTAS },
  { nombre: 'escritorio', viewport: ESCRITORIO, colorScheme: 'light', rutas: DISTINTAS },
  { nombre: 'teléfono, esquema oscuro', viewport: TELEFONO, colorScheme: 'dark', rutas: DISTINTAS },
] as const;

describe.each(pantallas)('accesibilidad en $nombre', ({ viewport, colorScheme, rutas }) => {
  it.each(rutas)('%s: axe no halla faltas', async (ruta) => {
    await con(ruta, { viewport, colorScheme }, async (pagina) => {
      expect(await faltasDeAxe(pagina, { rules: { 'target-size': { enabled: true } } })).toEqual([]);
    });
  });
});

it('axe dice lo que halla: un campo al que se le quitó su etiqueta', async () => {
  await con('/campos', {}, async (pagina) => {
    await pagina
      .locator('label')
      .first()
      .evaluate((etiqueta) => etiqueta.remove());
    expect(await faltasDeAxe(pagina)).toContainEqual(expect.stringMatching(/^label: <input/));
  });
});

describe('a 320 px de ancho', () => {
  it.each(DISTINTAS)('%s: no hay que desplazarse a los lados', async (ruta) => {
    await con(ruta, { viewport: { width: 320, height: 600 } }, async (pagina) => {
      expect(await pagina.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });
});

describe('sin JavaScript', () => {
  it('todos los campos se ven y se pueden usar', async () => {
    await con('/campos', { javaScriptEnabled: false }, async (pagina) => {
      const ocultos = await pagina
        .locator('form:has(#campo-nombre) :is(input:not([type=hidden]), select, textarea)')
        .all();
      expect(ocultos.length).toBeGreaterThan(20);
      for (const campo of ocultos) expect(await campo.isVisible()).toBe(true);
    });
  });

  it('se envía lo mismo que con JavaScript', async () => {
    const desde = servidor.recibidos.length;
    for (const javaScriptEnabled of [true, false]) {
      await con('/campos', { javaScriptEnabled }, async (pagina) => {
        await pagina.getByRole('button', { name: 'Guardar y continuar' }).click();
        await pagina.waitForURL('**/confirmacion');
      });
    }
    const [conScript, sinScript] = servidor.recibidos.slice(desde).map(campos);
    expect(conScript).toEqual(sinScript);
    expect(conScript).toMatchObject({
      nombre: 'Ana "la mona" <script>alert(1)</script>',
      municipio: '05001',
      'expedicion-mes': '13',
      _accion: 'guardar',
      _csrf: '"><script>alert(2)</script>',
    });
  });

  it('una página que espera se recarga sola', () => {
    const { paginas } = servidor;
    expect(paginas.get('/confirmacion')).toContain(
      '<noscript><meta http-equiv="refresh" content="5"/></noscript>',
    );
  });
});

/** The fields of a multipart body, in the order in which they came; the boundary differs in each sending. */
function campos(cuerpo: string): Record<string, string> {
  const partes = cuerpo.matchAll(
    /name="([^"]+)"(?:; filename="")?\r\n(?:Content-Type.*\r\n)?\r\n([\s\S]*?)\r\n--/g,
  );
  return Object.fromEntries(Array.from(partes, ([, nombre = '', valor = '']) => [nombre, valor]));
}

describe('resumen de errores', () => {
  it('recibe el foco al llegar, y cada enlace lleva a su campo', async () => {
    await con('/campos-con-error', {}, async (pagina) => {
      const enfocado = (): Promise<string> =>
        pagina.evaluate(() => document.activeElement?.className || document.activeElement?.id || '');
      expect(await enfocado()).toBe('govuk-error-summary');
      const nombres = {
        'El mes debe estar entre 1 y 12': 'expedicion-mes',
        'Elija su tipo de documento': 'documento',
      };
      for (const [mensaje, nombre] of Object.entries(nombres)) {
        await pagina.getByRole('link', { name: mensaje }).click();
        expect(await pagina.evaluate(() => document.activeElement?.getAttribute('name'))).toBe(nombre);
      }
    });
  });
});

describe('teclado', () => {
  it('lo primero es saltar al contenido', async () => {
    await con('/', {}, async (pagina) => {
      await pagina.keyboard.press('Tab');
      expect(await pagina.locator(':focus').textContent()).toBe('Saltar al contenido');
      await pagina.keyboard.press('Enter');
      expect(await pagina.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    });
  });
});

describe('radios', () => {
  it('los campos de una opción se ven solo mientras está elegida', async () => {
    await con('/campos', {}, async (pagina) => {
      const permiso = pagina.getByLabel('Número del permiso');
      expect(await permiso.isVisible()).toBe(true);
      await pagina.getByLabel('Cédula de ciudadanía').check();
      expect(await permiso.isVisible()).toBe(false);
      await pagina.getByLabel('Permiso por protección temporal').check();
      expect(await permiso.inputValue()).toBe('1234567');
    });
  });
});

describe('casillas', () => {
  it('«Ninguna de las anteriores» quita las demás', async () => {
    await con('/campos', {}, async (pagina) => {
      await pagina.getByLabel('Ninguna de las anteriores').check();
      expect(await pagina.locator('input[name=responsabilidades]:checked').count()).toBe(1);
    });
  });
});

describe('selector con búsqueda', () => {
  it('se elige con el teclado solo, y se envía el valor de la lista', async () => {
    await con('/campos', {}, async (pagina) => {
      const caja = pagina.getByRole('combobox', { name: 'Municipio' });
      await caja.focus();
      await pagina.keyboard.press('Control+A');
      await pagina.keyboard.type('gua san');
      expect(await pagina.getByRole('listbox').getByRole('option').allTextContents()).toEqual([
        'San José del Guaviare',
      ]);
      await pagina.keyboard.press('ArrowDown');
      const activa = await caja.getAttribute('aria-activedescendant');
      expect(await pagina.locator(`#${activa ?? ''}`).textContent()).toBe('San José del Guaviare');
      await pagina.keyboard.press('Enter');
      expect(await caja.inputValue()).toBe('San José del Guaviare');
      expect(await caja.getAttribute('aria-expanded')).toBe('false');
      expect(await pagina.locator('select[name=municipio]').inputValue()).toBe('95001');
      expect(pagina.url()).toContain('/campos'); // Enter chose; it did not send the form.
    });
  });

  it('Escape cierra la lista y después borra; abajo y arriba dan la vuelta', async () => {
    await con('/campos', {}, async (pagina) => {
      const caja = pagina.getByRole('combobox', { name: 'Municipio' });
      await caja.focus();
      await pagina.keyboard.press('ArrowUp');
      expect(await pagina.locator('[role=option][aria-selected=true]').textContent()).toBe('Ipiales');
      await pagina.keyboard.press('ArrowDown');
      expect(await pagina.locator('[role=option][aria-selected=true]').textContent()).toBe('Medellín');
      await pagina.keyboard.press('Escape');
      expect(await pagina.getByRole('listbox').count()).toBe(0);
      expect(await caja.inputValue()).toBe('Medellín');
      await pagina.keyboard.press('Escape');
      expect(await caja.inputValue()).toBe('');
      expect(await pagina.locator('select[name=municipio]').inputValue()).toBe('');
    });
  });

  it('lo que no está en la lista no se envía como otra respuesta, y se dice', async () => {
    await con('/campos', {}, async (pagina) => {
      const caja = pagina.getByRole('combobox', { name: 'Municipio' });
      await caja.fill('Macondo');
      await pagina.keyboard.press('Enter');
      expect(pagina.url()).toContain('/campos');
      await pagina.keyboard.press('Tab');
      expect(await pagina.locator('select[name=municipio]').inputValue()).toBe('');
      expect(await caja.inputValue()).toBe('');
      await pagina.getByText('«Macondo» no está en la lista').waitFor();
    });
  });

  it('lo que solo una opción contiene es esa opción, al salir', async () => {
    await con('/campos', {}, async (pagina) => {
      const caja = pagina.getByRole('combobox', { name: 'Municipio' });
      await caja.fill('gua san');
      await pagina.keyboard.press('Tab');
      expect(await caja.inputValue()).toBe('San José del Guaviare');
      expect(await pagina.locator('select[name=municipio]').inputValue()).toBe('95001');
    });
  });

  it('abierto no tapa lo que sigue, y oprimir lo que sigue sirve', async () => {
    await con('/campos', {}, async (pagina) => {
      await pagina.getByRole('combobox', { name: 'Municipio' }).fill('an');
      const caja = await pagina.getByRole('listbox').boundingBox();
      const boton = pagina.locator('.ag-selector ~ *, button[type=submit], .govuk-button').last();
      const suya = await boton.boundingBox();
      expect(suya?.y ?? 0).toBeGreaterThanOrEqual((caja?.y ?? 0) + (caja?.height ?? 0));
      // The press closes the list, which moves the button: the release is still on it.
      await boton.evaluate((nodo) => {
        nodo.addEventListener('click', (clic) => {
          clic.preventDefault();
          document.body.dataset.oprimido = 'si';
        });
      });
      await boton.click();
      expect(await pagina.locator('body').getAttribute('data-oprimido')).toBe('si');
      await pagina.getByRole('listbox').waitFor({ state: 'detached' });
    });
  });

  it('abierto, axe no halla faltas', async () => {
    await con('/campos', {}, async (pagina) => {
      await pagina.getByRole('combobox', { name: 'Municipio' }).fill('an');
      await pagina.keyboard.press('ArrowDown');
      expect(await faltasDeAxe(pagina)).toEqual([]);
    });
  });

  it('se puede elegir con el dedo', async () => {
    await con('/campos', { hasTouch: true }, async (pagina) => {
      await pagina.getByRole('combobox', { name: 'Municipio' }).tap();
      await pagina.getByRole('option', { name: 'Envigado' }).tap();
      expect(await pagina.locator('select[name=municipio]').inputValue()).toBe('05266');
      expect(await pagina.getByRole('listbox').count()).toBe(0);
    });
  });
});

describe('tamaño', () => {
  const comprimido = (extension: string): number => {
    const html = servidor.paginas.get('/') ?? '';
    const archivos = [...html.matchAll(/\/recursos\/([\w./-]+)/g)].map(([, archivo = '']) => archivo);
    const propios = [...new Set(archivos)].filter((archivo) => archivo.endsWith(extension));
    expect(propios.length).toBeGreaterThan(0);
    return propios.reduce(
      (suma, archivo) => suma + gzipSync(readFileSync(join(directorio, archivo))).length,
      0,
    );
  };

  it('la hoja de estilos pesa menos de 20 kB', () => {
    expect(comprimido('.css')).toBeLessThan(20_000);
  });

  it('todo el script de la primera carga pesa menos de 25 kB', () => {
    expect(comprimido('.js')).toBeLessThan(25_000);
  });
});
