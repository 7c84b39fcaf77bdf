import type { Page } from 'playwright-core';
import { codigoPara } from './buzon.ts';
import type { Escena } from './escena.ts';
import type { Persona } from './personas.ts';

export const CONTRASENA = 'arepa con 2 quesos';

/** Between two keys to the same address a minute must pass: here it does at once. */
export const pasarUnMinuto = (e: Escena) =>
  e.oficina.sql(`update plataforma.envio_codigo set enviado_en = enviado_en - interval '1 minute'`);

/** Chooses the e-mail, asks for the key and reads the one that arrives. */
export async function pedirClave(e: Escena, pagina: Page, p: Persona): Promise<string> {
  await pasarUnMinuto(e);
  await pagina.getByLabel(/^Correo: /).check();
  await pagina.getByRole('button', { name: 'Enviarme la clave' }).click();
  await pagina.getByLabel('Clave dinámica', { exact: true }).waitFor();
  return codigoPara(e.url, p.correo);
}

/** From the home of the person to the receipt of form 10036. */
export async function obtenerFirma(e: Escena, pagina: Page, p: Persona): Promise<void> {
  await pagina.goto('/mi-firma');
  await pagina.getByRole('link', { name: 'Obtener mi firma' }).click();
  await pagina.getByLabel('Leí el acuerdo y lo acepto').waitFor();
  await pagina.getByRole('button', { name: 'Aceptar y seguir' }).click();
  await pagina.getByText('debe aceptar el acuerdo').first().waitFor();
  await pagina.getByLabel('Leí el acuerdo y lo acepto').check();
  await pagina.getByRole('button', { name: 'Aceptar y seguir' }).click();
  await pagina.getByRole('button', { name: 'Enviarme la clave' }).waitFor();
  const codigo = await pedirClave(e, pagina, p);
  await pagina.getByRole('button', { name: 'Obtener mi firma' }).click();
  await pagina.locator('.govuk-error-summary').waitFor();
  const [anio = '', mes = '', dia = ''] = p.expedicion.split('-');
  await pagina.getByLabel('Día', { exact: true }).fill(dia);
  await pagina.getByLabel('Mes', { exact: true }).fill(mes);
  await pagina.getByLabel('Año', { exact: true }).fill(anio);
  await pagina.getByLabel('Contraseña nueva para su firma').fill(CONTRASENA);
  await pagina.getByLabel('Escríbala otra vez').fill(CONTRASENA);
  await pagina.getByLabel('Clave dinámica', { exact: true }).fill(codigo);
  await pagina.getByRole('button', { name: 'Obtener mi firma' }).click();
  await pagina.getByRole('heading', { name: 'Quedó firmado' }).waitFor();
}

/** Tries the signature: the page, the key, the password. */
export async function probarFirma(
  e: Escena,
  pagina: Page,
  p: Persona,
  contrasena = CONTRASENA,
): Promise<void> {
  await pagina.goto('/mi-firma/prueba');
  await firmarCon(pagina, await pedirClave(e, pagina, p), contrasena);
}

/** Writes both factors on the open page and signs. */
export async function firmarCon(pagina: Page, codigo: string, contrasena = CONTRASENA): Promise<void> {
  await pagina.getByLabel('Contraseña de su firma', { exact: true }).fill(contrasena);
  await pagina.getByLabel('Clave dinámica', { exact: true }).fill(codigo);
  await pagina.getByRole('button', { name: 'Firmar', exact: true }).click();
}
