import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { mirador } from './apoyo/accesibilidad.ts';
import { continuar } from './apoyo/caminar.ts';
import { descargar } from './apoyo/copia.ts';
import { escena } from './apoyo/escena.ts';
import { firmarCon, obtenerFirma, pedirClave } from './apoyo/firma.ts';
import { inscribir } from './apoyo/inscripcion.ts';
import { conCodigos, entrarALaMesa, verificarTodo } from './apoyo/mesa.ts';
import type { Persona } from './apoyo/personas.ts';

const e = escena(5);
const PLAZO = { timeout: 300_000 };
/** Any photograph serves: what it shows is looked at by the official. */
const FOTO = join(import.meta.dirname, '../docs/img/inicio.png');

/** Answers one page after another, each first empty, until the request is on screen. */
async function responder(
  pagina: Page,
  contestar: (slug: string) => Promise<void>,
  mirar: (nombre: string) => Promise<void>,
): Promise<void> {
  for (let i = 0; i < 40; i++) {
    const slug = new URL(pagina.url()).pathname.split('/').at(-1) ?? '';
    await mirar(slug);
    if (!['respuesta', 'revision', 'documentos'].includes(slug) && !slug.startsWith('establecimientos')) {
      await continuar(pagina);
      await pagina.locator('.govuk-error-summary').waitFor();
      await mirar(`${slug} vacío`);
    }
    await contestar(slug);
    const antes = pagina.url();
    await continuar(pagina);
    await pagina.waitForURL((u) => u.href !== antes);
    if (slug === 'revision') return;
  }
  throw new Error('The journey has no end');
}

async function contestarRetiro(pagina: Page, slug: string): Promise<void> {
  if (slug === 'actividad') return pagina.getByLabel('Vendo al detal').check();
  if (/^(ingresos|consignaciones)-/.test(slug)) return pagina.locator('input[name=valor]').fill('48.000.000');
  if (slug.startsWith('lista-contratos')) {
    await pagina.getByLabel('Con quién').first().fill('Colegio San José');
    return pagina.locator('input[name=valor-1]').fill('30.000.000');
  }
  if (slug === 'contratos-anterior') return pagina.getByLabel('Sí', { exact: true }).check();
  if (/^(intangibles|aduanero|contratos)-/.test(slug))
    return pagina.getByLabel('No', { exact: true }).check();
}

async function contestarCese(pagina: Page, slug: string): Promise<void> {
  if (slug === 'cese' || slug === 'nueva-desde') {
    await pagina.getByLabel('Día').fill('15');
    await pagina.getByLabel('Mes').fill('1');
    return pagina.getByLabel('Año').fill('2026');
  }
  if (slug === 'nueva-actividad') return pagina.getByLabel('Su nueva actividad').fill('Cuido a mi familia');
  if (slug === 'numeracion') return pagina.getByLabel('No tengo números de factura').check();
  if (slug !== 'respuesta' && slug !== 'revision') return pagina.getByLabel('No', { exact: true }).check();
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
  it(
    'retiro de IVA: del cuestionario a la copia nueva, con un funcionario que lo aprueba',
    PLAZO,
    async () => {
      const p = e.persona();
      const visita = await e.visita({ javaScriptEnabled });
      const { pagina } = visita;
      await inscribir(visita, e.url, p);
      await obtenerFirma(e, pagina, p);
      await conCodigos(e, p, ['48']);
      const { mirar, halladas } = mirador(pagina, javaScriptEnabled);

      const [{ id: de } = { id: '' }] = await e.oficina.sql<{ id: string }>(
        'select id_publico as id from rut.titular where nit = $1',
        [p.numero],
      );
      await pagina.goto(`/de/${de}`);
      await pagina.getByRole('link', { name: 'Dejar de ser responsable de IVA' }).click();
      await pagina.getByRole('heading', { name: 'Dejar de ser responsable de IVA' }).waitFor();
      await mirar('entrada');
      await pagina.getByRole('button', { name: 'Empezar' }).click();
      await pagina.waitForURL(/\/[0-9a-z]{26}\/[a-z-]+$/);
      await responder(pagina, (slug) => contestarRetiro(pagina, slug), mirar);
      await pagina.getByText('Lo puede pedir').first().waitFor();
      await mirar('solicitud');
      await firmarLaSolicitud(pagina, p);
      await mirar('radicada');
      const caso = pagina.url();

      const oficina = await e.visita({ javaScriptEnabled });
      const enMesa = mirador(oficina.pagina, javaScriptEnabled);
      await entrarALaMesa(e, oficina.pagina, javaScriptEnabled ? 'luz' : 'eva');
      await verificarTodo(oficina.pagina);
      await enMesa.mirar('caso');
      await oficina.pagina.getByRole('link', { name: 'Aprobar' }).click();
      await enMesa.mirar('decidir');
      await oficina.pagina.getByLabel('Razones').fill('');
      await oficina.pagina.getByRole('button', { name: 'Aprobar' }).click();
      await oficina.pagina.locator('.govuk-error-summary').waitFor();
      await enMesa.mirar('decidir sin razones');
      await oficina.pagina
        .getByLabel('Razones')
        .fill('Cumple las condiciones de los dos años (ET 437 par. 3).');
      await oficina.pagina.getByRole('button', { name: 'Aprobar' }).click();
      await oficina.pagina.waitForURL((u) => !u.pathname.includes('/decidir/'));

      await pagina.goto(caso);
      await pagina.getByText('Aprobada').first().waitFor();
      await mirar('aprobada');
      await pagina.goto(`/de/${de}/rut`);
      await pagina.getByText('No responsable de IVA').first().waitFor();
      await pagina.getByRole('button', { name: 'Pedir una copia' }).click();
      const enlace = pagina.getByRole('link', { name: /Descargar el PDF/ });
      await expect.poll(() => enlace.count(), { timeout: 30_000 }).toBeGreaterThan(0);
      expect((await descargar(pagina, /Descargar el PDF/)).subarray(0, 5).toString()).toBe('%PDF-');
      expect({ ...halladas, ...enMesa.halladas }).toEqual({});
    },
  );

  it('cancelación: con un documento, y dos funcionarios que la deciden', PLAZO, async () => {
    const p = e.persona();
    const visita = await e.visita({ javaScriptEnabled });
    const { pagina } = visita;
    await inscribir(visita, e.url, p);
    await obtenerFirma(e, pagina, p);
    const { mirar, halladas } = mirador(pagina, javaScriptEnabled);
    const [{ id: de } = { id: '' }] = await e.oficina.sql<{ id: string }>(
      'select id_publico as id from rut.titular where nit = $1',
      [p.numero],
    );
    await pagina.goto(`/de/${de}/rut/cancelacion`);
    await mirar('entrada');
    await pagina.getByRole('button', { name: 'Empezar' }).click();
    await pagina.waitForURL(/\/[0-9a-z]{26}\/[a-z-]+$/);
    await responder(
      pagina,
      async (slug) => {
        if (slug === 'sujeto') await pagina.getByLabel('Una persona', { exact: true }).check();
        if (slug === 'motivo') await pagina.getByLabel(/^Dos o más NIT/).check();
        if (slug === 'numeracion') await pagina.getByLabel('No tengo números de factura').check();
      },
      mirar,
    );
    await mirar('solicitud');
    await pagina.getByRole('link', { name: 'Adjuntar documentos' }).click();
    await pagina.getByLabel(/^Archivo: Documento de la autoridad/).setInputFiles(FOTO);
    await pagina.getByRole('button', { name: /^Subir/ }).click();
    await pagina.getByText('inicio.png').first().waitFor();
    await mirar('con documento');
    await pagina.getByRole('link', { name: 'Seguir', exact: true }).click();
    await pagina.waitForURL((u) => !u.pathname.endsWith('/documentos'));
    await firmarLaSolicitud(pagina, p);

    const modo = javaScriptEnabled ? 'js' : 'sinjs';
    const una = await e.visita({ javaScriptEnabled });
    await entrarALaMesa(e, una.pagina, `ana-${modo}`);
    await verificarTodo(una.pagina);
    const caso = una.pagina.url();
    await una.pagina.getByRole('link', { name: 'Aprobar' }).click();
    await una.pagina.locator('main form button.govuk-button').first().click();
    await una.pagina.waitForURL((u) => !u.pathname.includes('/decidir/'));

    const otra = await e.visita({ javaScriptEnabled });
    const enMesa = mirador(otra.pagina, javaScriptEnabled);
    await entrarALaMesa(e, otra.pagina, `mar-${modo}`);
    await otra.pagina.goto(caso);
    await enMesa.mirar('por confirmar');
    await otra.pagina.getByRole('link', { name: 'Revisar y confirmar' }).click();
    await enMesa.mirar('confirmar');
    await otra.pagina.getByRole('button', { name: 'Confirmar la decisión' }).click();
    await otra.pagina.waitForURL((u) => !u.pathname.endsWith('/confirmar'));

    await pagina.goto(`/de/${de}/rut/cancelacion`);
    await pagina.getByText('Su RUT está cancelado').first().waitFor();
    await mirar('entrada, ya cancelado');
    expect({ ...halladas, ...enMesa.halladas }).toEqual({});
  });
});

it('cese de IVA: cada pregunta, vacía y respondida, hasta la solicitud por firmar', PLAZO, async () => {
  const p = e.persona();
  const visita = await e.visita();
  const { pagina } = visita;
  const { de } = await inscribir(visita, e.url, p);
  await conCodigos(e, p, ['48']);
  const { mirar, halladas } = mirador(pagina, true);
  await pagina.goto(`${de}/rut`);
  await pagina.getByRole('link', { name: 'Informar que ya no hace nada con IVA' }).click();
  await pagina.getByRole('heading', { name: 'Informar que ya no hace nada con IVA' }).waitFor();
  await mirar('entrada');
  await pagina.getByRole('button', { name: 'Empezar' }).click();
  await pagina.waitForURL(/\/[0-9a-z]{26}\/[a-z-]+$/);
  await responder(pagina, (slug) => contestarCese(pagina, slug), mirar);
  await pagina.getByText('Lo puede pedir').first().waitFor();
  await mirar('solicitud');
  expect(halladas).toEqual({});
});
