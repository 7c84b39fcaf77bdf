import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { continuar } from './apoyo/caminar.ts';
import { escena } from './apoyo/escena.ts';
import { firmarCon, obtenerFirma, pedirClave } from './apoyo/firma.ts';
import { inscribir } from './apoyo/inscripcion.ts';
import { entrarALaMesa, manos, verificarTodo } from './apoyo/mesa.ts';
import type { Persona } from './apoyo/personas.ts';

const e = escena(2);
const PLAZO = { timeout: 300_000 };
/** Any photograph serves: what it shows is looked at by the official. */
const FOTO = join(import.meta.dirname, '../docs/img/inicio.png');

/** Answers one page after another, each first empty, until the request is on screen. */
async function responder(pagina: Page, contestar: (slug: string) => Promise<void>): Promise<void> {
  for (let i = 0; i < 40; i++) {
    const slug = new URL(pagina.url()).pathname.split('/').at(-1) ?? '';
    if (!['respuesta', 'revision', 'documentos'].includes(slug) && !slug.startsWith('establecimientos')) {
      await continuar(pagina);
      await pagina.locator('.govuk-error-summary').waitFor();
    }
    await contestar(slug);
    const antes = pagina.url();
    await continuar(pagina);
    await pagina.waitForURL((u) => u.href !== antes);
    if (slug === 'revision') return;
  }
  throw new Error('The journey has no end');
}

/** From the page of the request to its radicado. */
async function firmarLaSolicitud(pagina: Page, p: Persona): Promise<void> {
  await pagina.getByRole('link', { name: 'Leer y firmar' }).click();
  await firmarCon(pagina, await pedirClave(e, pagina, p));
  await pagina.waitForURL('**/tramites/*');
}

describe.each([
  ['con JavaScript', true],
  ['sin JavaScript', false],
])('%s', (_modo, javaScriptEnabled) => {
  it('cancelación: con un documento, y dos funcionarios que la deciden', PLAZO, async () => {
    const p = e.persona();
    const visita = await e.visita({ javaScriptEnabled });
    const { pagina } = visita;
    await inscribir(visita, e.url, p);
    await obtenerFirma(e, pagina, p);
    const [{ id: de } = { id: '' }] = await e.oficina.sql<{ id: string }>(
      'select id_publico as id from rut.titular where nit = $1',
      [p.numero],
    );
    await pagina.goto(`/de/${de}/rut/cancelacion`);
    await pagina.getByRole('button', { name: 'Empezar' }).click();
    await pagina.waitForURL(/\/[0-9a-z]{26}\/[a-z-]+$/);
    await responder(pagina, async (slug) => {
      if (slug === 'sujeto') await pagina.getByLabel('Una persona', { exact: true }).check();
      if (slug === 'motivo')
        await pagina
          .getByLabel(/^Dos o más NIT/)
          .first()
          .check();
      if (slug === 'numeracion') await pagina.getByLabel('No tengo números de factura').check();
    });
    await pagina.getByRole('link', { name: 'Adjuntar documentos' }).click();
    await pagina.getByLabel(/^Archivo: Documento de la autoridad/).setInputFiles(FOTO);
    await pagina.getByRole('button', { name: /^Subir/ }).click();
    await pagina.getByText('inicio.png').first().waitFor();
    await pagina.getByRole('link', { name: 'Seguir', exact: true }).click();
    await pagina.waitForURL((u) => !u.pathname.endsWith('/documentos'));
    await firmarLaSolicitud(pagina, p);

    const modo = javaScriptEnabled ? 'js' : 'sinjs';
    const una = await e.visita({ javaScriptEnabled });
    await entrarALaMesa(e, una.pagina, `ana-${modo}`);
    await una.pagina.goto('/mesa/tramites');
    const deUna = manos();
    await verificarTodo(una.pagina, deUna);
    await deUna.pulsar(
      una.pagina.getByRole('button', { name: 'Anotar y pasar a confirmación', exact: true }),
      una.pagina.getByText('Decisión preparada'),
    );

    const otra = await e.visita({ javaScriptEnabled });
    await entrarALaMesa(e, otra.pagina, `mar-${modo}`);
    await otra.pagina.goto('/mesa/tramites');
    const deOtra = manos();
    const confirmar = otra.pagina.getByRole('button', { name: 'Confirmar la decisión' });
    await deOtra.pulsar(otra.pagina.locator('[data-renglon] a').first(), confirmar);
    await deOtra.pulsar(confirmar, otra.pagina.getByText('Aprobada', { exact: true }).first());
    // Seven things are verified and two officials decide.
    expect(deUna.acciones + deOtra.acciones).toBeLessThanOrEqual(14);
    expect(deUna.paginas + deOtra.paginas).toBeLessThanOrEqual(4);

    await pagina.goto(`/de/${de}/rut/cancelacion`);
    await pagina.getByText('Su RUT está cancelado').first().waitFor();
  });
});
