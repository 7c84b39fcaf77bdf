import type { Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import type { Escena } from './escena.ts';
import type { Persona } from './personas.ts';

const CLAVE = 'cometa molino turpial';
let siguiente = 0;

/** An official of the RUT's desk, from the invitation of the command to an authenticator app, in the browser. */
export async function entrarALaMesa(e: Escena, pagina: Page, usuario: string): Promise<void> {
  const salida = await e.oficina.orden(
    ...['funcionario', 'crear', '--usuario', usuario, '--nombre', `Funcionaria ${usuario}`],
    ...['--correo', `${usuario}@oficina.example`, '--documento', `13:${1_990_900_000 + siguiente++}`],
    ...['--rol', 'mesa-rut', '--json'],
  );
  const { invitacion } = JSON.parse(salida) as { invitacion: string };
  await pagina.goto(new URL(invitacion).pathname);
  await pagina.getByLabel('Elija su contraseña').fill(CLAVE);
  await pagina.getByRole('button', { name: 'Guardar', exact: true }).click();
  await pagina.waitForURL((u) => !u.pathname.includes('/activar/'));
  await pagina.goto('/mesa/entrar');
  await pagina.getByLabel('Usuario').fill(usuario);
  await pagina.getByLabel('Contraseña', { exact: true }).fill(CLAVE);
  await pagina.getByRole('button', { name: 'Entrar', exact: true }).click();
  await pagina.getByRole('link', { name: 'Poner una aplicación de códigos' }).click();
  const secreto = (await pagina.locator('code.huella').innerText()).replaceAll(' ', '');
  const codigo = new TOTP({ secret: Secret.fromBase32(secreto) }).generate();
  await pagina.getByLabel('Código que muestra la aplicación').fill(codigo);
  await pagina.getByRole('button', { name: 'Poner', exact: true }).click();
  await pagina.getByRole('heading', { name: 'Guarde sus códigos de recuperación' }).waitFor();
  // The next code of the app would be half a minute away: that it is asked for again is tried elsewhere.
  await e.oficina.sql('update plataforma.sesion set reforzada_en = now() where probada_en is not null');
}

/** Takes the next case and writes that nothing was found of each thing that has to be verified. */
export async function verificarTodo(pagina: Page): Promise<void> {
  await pagina.goto('/mesa/tramites');
  await pagina.getByRole('button', { name: 'Tomar el siguiente' }).click();
  await pagina.getByRole('heading', { name: 'Anotar una verificación' }).waitFor();
  const cuantas = await pagina.getByLabel('Qué verificó').locator('option[value]:not([value=""])').count();
  for (let i = 0; i < cuantas; i++) {
    const opcion = pagina.getByLabel('Qué verificó').locator('option[value]:not([value=""])').nth(i);
    await pagina.getByLabel('Qué verificó').selectOption((await opcion.getAttribute('value')) ?? '');
    await pagina.getByLabel('No hay', { exact: true }).check();
    await pagina.getByLabel('Dónde lo buscó y qué vio').fill('Se buscó y no hay.');
    await pagina.getByRole('button', { name: 'Anotar' }).click();
    await pagina.getByText('(no hay)').nth(i).waitFor({ state: 'attached' });
  }
}

/** Box 53 as an official would have left it. */
export const conCodigos = (e: Escena, p: Persona, codigos: string[]) =>
  e.oficina.sql(
    `select rut.insertar_version(gen_random_uuid(), v.titular_id, rut.nuevo_formulario(), '13',
       jsonb_set(v.registro, '{clasificacion,responsabilidades}', $2::jsonb), 'PRUEBA' || v.id, v.hash, now())
     from rut.versiones v where v.nit = $1 and v.vigente`,
    [p.numero, JSON.stringify(codigos)],
  );
