import type { Locator, Page } from 'playwright-core';
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
  const { invitacion, codigo: deInvitacion } = JSON.parse(salida) as { invitacion: string; codigo: string };
  await pagina.goto(new URL(invitacion).pathname);
  await pagina.getByLabel('Código de la invitación').fill(deInvitacion);
  await pagina.getByLabel('Elija su contraseña').fill(CLAVE);
  await pagina.getByRole('button', { name: 'Guardar', exact: true }).click();
  await pagina.waitForURL((u) => !u.pathname.includes('/activar'));
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

/** Counts what somebody does at the desk: each press, mark and thing written, and each page that comes. */
interface Manos {
  readonly acciones: number;
  readonly paginas: number;
  /** A button or a link, and what only the page to which it leads has. */
  pulsar(cual: Locator, llega: Locator): Promise<void>;
  marcar(cual: Locator): Promise<void>;
  escribir(cual: Locator, texto: string): Promise<void>;
}

export function manos(): Manos {
  let [acciones, paginas] = [0, 0];
  return {
    get acciones() {
      return acciones;
    },
    get paginas() {
      return paginas;
    },
    async pulsar(cual, llega) {
      acciones++;
      paginas++;
      await cual.click();
      await llega.waitFor();
    },
    async marcar(cual) {
      acciones++;
      await cual.check();
    },
    async escribir(cual, texto) {
      acciones++;
      await cual.fill(texto);
    },
  };
}

/** Takes the next case of the queue on screen, and marks that there was nothing of each thing that has to be verified. */
export async function verificarTodo(pagina: Page, m: Manos): Promise<void> {
  const noHay = pagina.getByRole('radio', { name: /^No hay/ });
  await m.pulsar(pagina.getByRole('button', { name: 'Tomar el siguiente' }), noHay.first());
  for (const cual of await noHay.all()) await m.marcar(cual);
  await m.escribir(pagina.getByLabel('Dónde lo buscó y qué vio'), 'Se buscó y no hay.');
}

/** Box 53 as an official would have left it. */
export const conCodigos = (e: Escena, p: Persona, codigos: string[]) =>
  e.oficina.sql(
    `select rut.insertar_version(gen_random_uuid(), v.titular_id, rut.nuevo_formulario(), '13',
       jsonb_set(v.registro, '{clasificacion,responsabilidades}', $2::jsonb), 'PRUEBA' || v.id, v.hash, now())
     from rut.versiones v where v.nit = $1 and v.vigente`,
    [p.numero, JSON.stringify(codigos)],
  );
