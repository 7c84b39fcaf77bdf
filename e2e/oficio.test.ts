import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { mirador } from './apoyo/accesibilidad.ts';
import { escena } from './apoyo/escena.ts';
import { inscribir } from './apoyo/inscripcion.ts';
import { entrarALaMesa } from './apoyo/mesa.ts';

const e = escena(2);
const PLAZO = { timeout: 300_000 };

/** From the desk's home to the page of an act over that NIT, the first time with everything empty. */
async function abrir(pagina: Page, acto: string, nit: string, mirar: (nombre: string) => Promise<void>) {
  await pagina.goto('/mesa');
  await pagina.getByRole('link', { name: /^Actos de oficio/ }).click();
  await pagina.getByRole('button', { name: 'Abrir' }).click();
  await pagina.locator('.govuk-error-summary').waitFor();
  await mirar('actos, vacío');
  await pagina.getByLabel('NIT', { exact: true }).fill(nit);
  await pagina.getByLabel(acto, { exact: true }).check();
  await pagina.getByRole('button', { name: 'Abrir' }).click();
  await pagina.waitForURL('**/acto');
  await mirar(acto);
  await pagina.getByRole('button', { name: 'Continuar' }).click();
  await pagina.locator('.govuk-error-summary').waitFor();
  await mirar(`${acto}, vacío`);
}

/** From the filled page to the case, through the review. */
async function radicar(pagina: Page, mirar: (nombre: string) => Promise<void>): Promise<string> {
  await pagina.getByRole('button', { name: 'Continuar' }).click();
  await pagina.waitForURL('**/revision');
  await mirar('revisión');
  await pagina.getByRole('button', { name: 'Radicar y asignármelo' }).click();
  await pagina.waitForURL('**/mesa/tramites/*');
  await mirar('caso');
  return pagina.url();
}

async function decidir(pagina: Page, verbo: string, mirar: (nombre: string) => Promise<void>) {
  await pagina.getByRole('link', { name: verbo, exact: true }).click();
  await mirar(`decidir: ${verbo}`);
  await pagina.locator('main form button.govuk-button').first().click();
  await pagina.waitForURL((u) => !u.pathname.includes('/decidir/'));
}

async function confirmar(pagina: Page, caso: string, mirar: (nombre: string) => Promise<void>) {
  await pagina.goto(caso);
  await pagina.getByRole('link', { name: 'Revisar y confirmar' }).click();
  await mirar('confirmar');
  await pagina.getByRole('button', { name: 'Confirmar la decisión' }).click();
  await pagina.waitForURL((u) => !u.pathname.endsWith('/confirmar'));
}

describe.each([
  ['con JavaScript', true],
  ['sin JavaScript', false],
])('%s', (_modo, javaScriptEnabled) => {
  it('suspensión que dos funcionarios deciden, y su levantamiento; la persona lo sigue', PLAZO, async () => {
    const p = e.persona();
    const modo = javaScriptEnabled ? 'js' : 'sinjs';
    const visita = await e.visita({ javaScriptEnabled });
    await inscribir(visita, e.url, p);
    const [{ id: de } = { id: '' }] = await e.oficina.sql<{ id: string }>(
      'select id_publico as id from rut.titular where nit = $1',
      [p.numero],
    );
    const persona = mirador(visita.pagina, javaScriptEnabled);

    const una = await e.visita({ javaScriptEnabled });
    await entrarALaMesa(e, una.pagina, `luz-${modo}`);
    const enUna = mirador(una.pagina, javaScriptEnabled);
    await abrir(una.pagina, 'Suspender', p.numero, enUna.mirar);
    await una.pagina.getByLabel(/^La dirección informada no existe/).check();
    await una.pagina
      .getByLabel('En qué se apoya')
      .fill('Visita del 3 de marzo: en esa dirección no hay nadie.');
    const suspension = await radicar(una.pagina, enUna.mirar);
    await visita.pagina.goto(`/de/${de}/tramites/${suspension.split('/').at(-1) ?? ''}`);
    await visita.pagina.getByText('En preparación').first().waitFor();
    await persona.mirar('actuación abierta');
    await decidir(una.pagina, 'Suspender', enUna.mirar);

    const otra = await e.visita({ javaScriptEnabled });
    await entrarALaMesa(e, otra.pagina, `mar-${modo}`);
    const enOtra = mirador(otra.pagina, javaScriptEnabled);
    await confirmar(otra.pagina, suspension, enOtra.mirar);
    await visita.pagina.reload();
    await visita.pagina.getByText('Su RUT está suspendido').first().waitFor();
    await persona.mirar('suspendida');

    await abrir(otra.pagina, 'Levantar una suspensión', p.numero, enOtra.mirar);
    await otra.pagina.getByLabel(/^La dirección informada no existe/).check();
    await otra.pagina.getByLabel('El titular', { exact: true }).check();
    await otra.pagina
      .getByLabel(/^Por qué se levanta/)
      .fill('Actualizó la dirección y la visita del 9 de marzo lo encontró en ella.');
    const levantamiento = await radicar(otra.pagina, enOtra.mirar);
    await decidir(otra.pagina, 'Levantar', enOtra.mirar);
    await confirmar(una.pagina, levantamiento, enUna.mirar);
    await visita.pagina.goto(`/de/${de}/tramites/${levantamiento.split('/').at(-1) ?? ''}`);
    await visita.pagina.getByText('Su RUT está activo otra vez').first().waitFor();
    await persona.mirar('levantada');
    expect({ ...persona.halladas, ...enUna.halladas, ...enOtra.halladas }).toEqual({});
  });
});
