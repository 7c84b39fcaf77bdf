import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { mirador } from './apoyo/accesibilidad.ts';
import { codigoPara, leerBuzon } from './apoyo/buzon.ts';
import { contestar, continuar } from './apoyo/caminar.ts';
import { escena } from './apoyo/escena.ts';
import { borradorEn, responder as responderFormulario, respuestaDe } from './apoyo/inscripcion.ts';
import { conCodigos, entrarALaMesa } from './apoyo/mesa.ts';
import { persona, type Persona } from './apoyo/personas.ts';

const e = escena(1);
const PLAZO = { timeout: 300_000 };

const boton = (pagina: Page, name: string | RegExp) => pagina.getByRole('button', { name });
type Mirar = (que: string) => Promise<void>;

/** Somebody whom the identity registry does not know: after three attempts a request waits for an official. */
async function dejarSolicitud(p: Persona): Promise<void> {
  const ciudadana = await e.visita();
  const base = await borradorEn(ciudadana, e.url, p, 'fecha-expedicion');
  const campos = await respuestaDe(e.url, 'fecha-expedicion', p);
  for (let i = 0; i < 3; i++) await responderFormulario(ciudadana, base, 'fecha-expedicion', campos);
}

/** What the desk is asked and the citizen is not; the rest, as in the registration. */
async function responder(pagina: Page, slug: string, p: Persona): Promise<void> {
  switch (slug) {
    case 'tratamiento-datos':
      return pagina.getByLabel('Sí, lo autoriza').check();
    case 'lugar-expedicion':
      return;
    case 'identidad-vista':
      await pagina.getByLabel(/^Vi el documento original/).check();
      await pagina.getByLabel('Día').fill('4');
      await pagina.getByLabel('Mes').fill('5');
      return pagina.getByLabel('Año').fill('1990');
    default:
      return contestar(pagina, e.url, slug, p);
  }
}

async function quitar(pagina: Page, slug: string): Promise<void> {
  if (slug === 'codigos') return pagina.getByLabel(/^52,/).check();
  if (slug === 'motivo') return pagina.getByLabel('Motivo').fill('Cerró el negocio; mostró el acta.');
}

async function cancelar(pagina: Page, slug: string): Promise<void> {
  if (slug === 'sujeto') return pagina.getByLabel('Una persona', { exact: true }).check();
  if (slug === 'motivo') return pagina.getByLabel(/^Dos o más NIT/).check();
  if (slug === 'numeracion') return pagina.getByLabel('No tengo números de factura').check();
  if (slug === 'a-la-vista') return pagina.getByLabel(/^Documento de la autoridad/).check();
}

/** Opens an act for that person. */
async function atender(pagina: Page, que: string, p: Persona): Promise<void> {
  await boton(pagina, 'Atender a otra persona')
    .or(pagina.getByRole('link', { name: 'Atender a otra persona' }))
    .click();
  await pagina.getByLabel(que).check();
  await pagina.getByLabel('Número del documento').fill(p.numero);
  await boton(pagina, 'Atender').first().click();
  await pagina.waitForURL(/\/[0-9a-z]{26}\/[a-z-]+$/);
}

type Contestar = (slug: string) => Promise<void>;

/** From the first question to what is presented, looking at every page, and at one of them with nothing written. */
async function presentar(
  pagina: Page,
  contestarla: Contestar,
  mirar: Mirar,
  conError: string,
): Promise<void> {
  for (let i = 0; i < 50; i++) {
    const slug = new URL(pagina.url()).pathname.split('/').at(-1) ?? '';
    await mirar(slug);
    if (slug === conError) {
      await continuar(pagina);
      await pagina.locator('.govuk-error-summary').waitFor();
      await mirar(`${slug} vacío`);
    }
    await contestarla(slug);
    const antes = pagina.url();
    await continuar(pagina);
    await pagina.waitForURL((u) => u.href !== antes);
    if (slug === 'revision') return;
  }
  throw new Error('The journey has no end');
}

/** A code that is not, and then the one that the person dictates. */
async function aceptar(pagina: Page, correo: string, mirar: Mirar): Promise<void> {
  await mirar('lo que se presenta');
  await boton(pagina, /^Enviar el código/).click();
  await pagina.getByText(`Enviamos el código a ${correo}.`).waitFor();
  const campo = pagina.getByLabel('Código que le dictó la persona');
  await campo.fill('000000');
  await boton(pagina, 'La persona acepta').click();
  await pagina.locator('.govuk-error-summary').waitFor();
  await mirar('un código que no es');
  await campo.fill(await codigoPara(e.url, correo));
  await boton(pagina, 'La persona acepta').click();
  await pagina.getByText('La constancia sellada llega al correo').waitFor();
  await mirar('lo que quedó hecho');
}

describe.each([
  ['con JavaScript', true, 1],
  ['sin JavaScript', false, 2],
])('trámites asistidos, %s', (_modo, javaScriptEnabled, n) => {
  it(
    'se inscribe a quien dejó una solicitud, se le quita una responsabilidad y pide cancelar; cada página cumple WCAG',
    PLAZO,
    async () => {
      const p = persona(700 + n);
      await dejarSolicitud(p);
      const { pagina } = await e.visita({ javaScriptEnabled });
      const copia = javaScriptEnabled ? undefined : (await e.visita()).pagina;
      const { mirar, halladas } = mirador(pagina, javaScriptEnabled, copia);
      await entrarALaMesa(e, pagina, javaScriptEnabled ? 'luz' : 'eva');
      await pagina.goto('/mesa/asistidos');
      await mirar('inicio');
      await boton(pagina, 'Atender').first().click();
      await pagina.locator('.govuk-error-summary').waitFor();
      await mirar('inicio con error');

      await boton(pagina, /^Atender \d{4}RA/).click();
      await pagina.waitForURL(/\/inscripcion\/[0-9a-z]{26}\/tratamiento-datos$/);
      await presentar(pagina, (slug) => responder(pagina, slug, p), mirar, 'identidad-vista');
      await aceptar(pagina, p.correo, mirar);
      await expect
        .poll(() => leerBuzon(e.url, p.correo), { timeout: 30_000 })
        .toContain('Quedó hecho: Inscripción en el RUT');

      await conCodigos(e, p, ['05', '52']);
      await atender(pagina, 'Quitar responsabilidades de la casilla 53', p);
      await presentar(pagina, (slug) => quitar(pagina, slug), mirar, 'codigos');
      await aceptar(pagina, p.correo, mirar);
      const [version] = await e.oficina.sql<{ codigos: string[] }>(
        `select registro #> '{clasificacion,responsabilidades}' as codigos from rut.versiones where nit = $1 and vigente`,
        [p.numero],
      );
      expect(version?.codigos).toEqual(['05']);

      await atender(pagina, 'Cancelación del RUT, sin firma electrónica', p);
      await presentar(pagina, (slug) => cancelar(pagina, slug), mirar, 'a-la-vista');
      await pagina.getByText('Documentos que el funcionario tuvo a la vista').waitFor();
      await aceptar(pagina, p.correo, mirar);
      expect(halladas).toEqual({});
    },
  );
});
