import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { codigoPara, leerBuzon } from './apoyo/buzon.ts';
import { contestar, continuar } from './apoyo/caminar.ts';
import { escena } from './apoyo/escena.ts';
import { borradorEn, responder as responderFormulario, respuestaDe } from './apoyo/inscripcion.ts';
import { conCodigos, entrarALaMesa } from './apoyo/mesa.ts';
import { persona, type Persona } from './apoyo/personas.ts';

const e = escena(1);
const PLAZO = { timeout: 300_000 };

const boton = (pagina: Page, name: string | RegExp) => pagina.getByRole('button', { name });

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
      await pagina.getByLabel('Día', { exact: true }).fill('4');
      await pagina.getByLabel('Mes', { exact: true }).fill('5');
      return pagina.getByLabel('Año', { exact: true }).fill('1990');
    default:
      return contestar(pagina, e.url, slug, p);
  }
}

async function quitar(pagina: Page, slug: string): Promise<void> {
  if (slug === 'codigos') return pagina.getByLabel(/^52,/).check();
  if (slug === 'motivo') return pagina.getByLabel('Motivo').fill('Cerró el negocio; mostró el acta.');
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

/** From the first question to what is presented. */
async function presentar(pagina: Page, contestarla: Contestar): Promise<void> {
  for (let i = 0; i < 50; i++) {
    const slug = new URL(pagina.url()).pathname.split('/').at(-1) ?? '';
    await contestarla(slug);
    const antes = pagina.url();
    await continuar(pagina);
    await pagina.waitForURL((u) => u.href !== antes);
    if (slug === 'revision') return;
  }
  throw new Error('The journey has no end');
}

/** A code that is not, and then the one that the person dictates. */
async function aceptar(pagina: Page, correo: string): Promise<void> {
  await boton(pagina, /^Enviar el código/).click();
  await pagina.getByText(`Enviamos el código a ${correo}.`).waitFor();
  const campo = pagina.getByLabel('Código que le dictó la persona');
  await campo.fill('000000');
  await boton(pagina, 'La persona acepta').click();
  await pagina.locator('.govuk-error-summary').waitFor();
  await campo.fill(await codigoPara(e.url, correo));
  await boton(pagina, 'La persona acepta').click();
  await pagina.getByText('La constancia sellada llega al correo').waitFor();
}

it(
  'trámites asistidos: se inscribe a quien dejó una solicitud y se le quita una responsabilidad',
  PLAZO,
  async () => {
    const p = persona(701);
    await dejarSolicitud(p);
    const { pagina } = await e.visita();
    await entrarALaMesa(e, pagina, 'luz');
    await pagina.goto('/mesa/asistidos');
    await boton(pagina, 'Atender').first().click();
    await pagina.locator('.govuk-error-summary').waitFor();

    await boton(pagina, /^Atender \d{4}RA/).click();
    await pagina.waitForURL(/\/inscripcion\/[0-9a-z]{26}\/tratamiento-datos$/);
    await presentar(pagina, (slug) => responder(pagina, slug, p));
    await aceptar(pagina, p.correo);
    await expect
      .poll(() => leerBuzon(e.url, p.correo), { timeout: 30_000 })
      .toContain('Quedó hecho: Inscripción en el RUT');

    await conCodigos(e, p, ['05', '52']);
    await atender(pagina, 'Quitar responsabilidades de la casilla 53', p);
    await presentar(pagina, (slug) => quitar(pagina, slug));
    await aceptar(pagina, p.correo);
    const [version] = await e.oficina.sql<{ codigos: string[] }>(
      `select registro #> '{clasificacion,responsabilidades}' as codigos from rut.versiones where nit = $1 and vigente`,
      [p.numero],
    );
    expect(version?.codigos).toEqual(['05']);
  },
);
