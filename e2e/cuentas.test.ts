import { fechaEnBogota, sumarMeses } from '@autogestion/normas/fechas';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { conAutenticador } from './apoyo/autenticador.ts';
import { codigoPara } from './apoyo/buzon.ts';
import { escena } from './apoyo/escena.ts';
import { inscribir } from './apoyo/inscripcion.ts';
import type { Persona } from './apoyo/personas.ts';
import { salir, type Visita } from './apoyo/visita.ts';

const e = escena(9);
const CLAVE = 'cometa molino turpial';

/** Between two codes to the same address a minute must pass: here it does at once. */
const pasarUnMinuto = () =>
  e.oficina.sql(`update plataforma.envio_codigo set enviado_en = enviado_en - interval '1 minute'`);

const boton = (pagina: Page, name: string) => pagina.getByRole('button', { name, exact: true });
const titulo = (pagina: Page, name: string) => pagina.getByRole('heading', { name, level: 1 }).waitFor();

/** Registered and with a password, made after confirming with the code to the e-mail. */
async function conContrasena(visita: Visita): Promise<{ p: Persona; de: string }> {
  const p = e.persona();
  const { de } = await inscribir(visita, e.url, p);
  const { pagina } = visita;
  await pagina.goto('/cuenta/contrasena');
  await titulo(pagina, 'Confirme que es usted');
  await pasarUnMinuto();
  await boton(pagina, 'Enviar un código al correo').click();
  await pagina.getByLabel('Código que llegó al correo').waitFor();
  await pagina.getByLabel('Código que llegó al correo').fill(await codigoPara(e.url, p.correo));
  await boton(pagina, 'Confirmar con el código que llegó').click();
  await titulo(pagina, 'Crear la contraseña');
  await pagina.getByLabel('Contraseña nueva').fill(CLAVE);
  await pagina.getByLabel('Escríbala otra vez').fill(CLAVE);
  await boton(pagina, 'Guardar').click();
  await titulo(pagina, 'Su cuenta');
  return { p, de };
}

async function entrar(pagina: Page, p: Persona, contrasena = CLAVE): Promise<void> {
  await pagina.goto('/entrar');
  await pagina.getByLabel('Número del documento').fill(p.numero);
  await pagina.getByLabel('Contraseña').fill(contrasena);
  await boton(pagina, 'Entrar').click();
}

const codigo = (secreto: string) => new TOTP({ secret: Secret.fromBase32(secreto) }).generate();

/** A code serves once, and the next one would be half a minute away: it is taken back here. That it serves once is a rule of `factores.test.ts`. */
const devolverCodigo = () => e.oficina.sql('update cuentas.totp set ultimo_paso = ultimo_paso - 2');

describe.each([
  ['con JavaScript', true],
  ['sin JavaScript', false],
])('contraseña y aplicación de códigos, %s', (_modo, javaScriptEnabled) => {
  it('crea la contraseña, pone la aplicación, sale y entra con las dos', async () => {
    const visita = await e.visita({ javaScriptEnabled });
    const { pagina } = visita;
    const { p, de } = await conContrasena(visita);
    await pagina.getByRole('link', { name: 'Poner la aplicación de códigos' }).click();
    const secreto = (await pagina.locator('code.huella').innerText()).replaceAll(' ', '');
    await pagina.getByRole('img', { name: /Código QR/ }).waitFor();
    await pagina.getByLabel('Código que muestra la aplicación').fill(codigo(secreto));
    await boton(pagina, 'Poner').click();
    await titulo(pagina, 'Guarde sus códigos de recuperación');
    expect(await pagina.locator('code.huella').count()).toBe(10);
    const recuperacion = await pagina.locator('code.huella').first().innerText();
    await salir(pagina);

    await devolverCodigo();
    await entrar(pagina, p);
    await titulo(pagina, 'Un paso más para entrar');
    await pagina.getByLabel('Código de su aplicación').fill(codigo(secreto));
    await boton(pagina, 'Entrar').click();
    await pagina.waitForURL(`**${de}`);

    await salir(pagina);
    await entrar(pagina, p);
    await pagina.getByLabel('Código de su aplicación').fill(recuperacion);
    await boton(pagina, 'Entrar').click();
    await pagina.waitForURL(`**${de}`);
  });
});

describe('llaves de acceso, con el autenticador virtual del navegador', () => {
  it('pone una, sale y entra solo con ella; sirve para confirmar y no para otra cuenta', async () => {
    const visita = await e.visita();
    const { pagina, contexto } = visita;
    const { p, de } = await conContrasena(visita);
    await conAutenticador(visita);
    await pagina.goto('/cuenta/llaves');
    await pagina.getByLabel('Nombre, para distinguirla').fill('Mi celular');
    await boton(pagina, 'Poner una llave de acceso').click();
    await pagina.getByRole('cell', { name: 'Nombre Mi celular' }).waitFor();
    await salir(pagina);

    await pagina.goto('/entrar');
    await boton(pagina, 'Entrar con llave de acceso').click();
    await pagina.waitForURL(`**${de}`);

    // With the proof gone, the passkey gives it again, and it is a reinforced one.
    await contexto.clearCookies({ name: 'prueba' });
    await pagina.goto('/cuenta/contrasena');
    await titulo(pagina, 'Confirme que es usted');
    await boton(pagina, 'Usar mi llave de acceso').click();
    await titulo(pagina, 'Cambiar la contraseña');
    const [prueba] = await e.oficina.sql<{ reforzada: boolean }>(
      `select bool_or(reforzada_en is not null) as reforzada from plataforma.sesion where cerrada_en is null`,
    );
    expect(prueba?.reforzada).toBe(true);

    // And it is asked for after the password.
    await salir(pagina);
    await entrar(pagina, p);
    await titulo(pagina, 'Un paso más para entrar');
    await boton(pagina, 'Usar mi llave de acceso').click();
    await pagina.waitForURL(`**${de}`);
  });

  it('la misma respuesta, otra vez o en otra sesión, no entra', async () => {
    const otra = await e.visita();
    const { pagina } = otra;
    const quien = await conContrasena(otra);
    await conAutenticador(otra);
    await pagina.goto('/cuenta/llaves');
    await pagina.getByLabel('Nombre, para distinguirla').fill('Portátil');
    await boton(pagina, 'Poner una llave de acceso').click();
    await pagina.getByRole('cell', { name: 'Nombre Portátil' }).waitFor();
    await salir(pagina);
    await pagina.goto('/entrar');
    const [envio] = await Promise.all([
      pagina.waitForRequest((r) => r.method() === 'POST' && r.url().endsWith('/entrar/llave')),
      boton(pagina, 'Entrar con llave de acceso').click(),
    ]);
    await pagina.waitForURL(`**${quien.de}`);
    const respuesta = new URLSearchParams(envio.postData() ?? '').get('respuesta') ?? '';
    expect(respuesta).not.toBe('');

    const ladrona = await e.visita();
    await ladrona.pagina.goto('/entrar');
    await ladrona.pagina
      .locator('ag-llave input[name="respuesta"]')
      .evaluate((campo: HTMLInputElement, valor) => (campo.value = valor), respuesta);
    // The page that answers is another one with the same title: going on before it comes would be cut by it.
    await Promise.all([
      ladrona.pagina.waitForEvent('load'),
      boton(ladrona.pagina, 'Entrar con llave de acceso').click(),
    ]);
    await expect.poll(() => ladrona.pagina.title()).toMatch(/Entrar/);
    await ladrona.pagina.goto(quien.de);
    expect(new URL(ladrona.pagina.url()).pathname).toBe('/entrar');
  });
});

describe('actuar por otra persona', () => {
  it.each([
    ['con JavaScript', true],
    ['sin JavaScript', false],
  ])(
    'autoriza a quien le ayuda, que actúa con el aviso a la vista, y lo termina, %s',
    async (_m, javaScriptEnabled) => {
      const [suya, ajena] = [await e.visita({ javaScriptEnabled }), await e.visita({ javaScriptEnabled })];
      const [duena, ayuda] = [await conContrasena(suya), await conContrasena(ajena)];
      await suya.pagina.goto(`${duena.de}/autorizados`);
      await suya.pagina.getByLabel('Número del documento').fill(ayuda.p.numero);
      await suya.pagina.getByLabel('Consultar').check();
      // The office counts days by Colombia's clock, not by the one of the machine.
      const hoy = fechaEnBogota(new Date());
      for (const [grupo, dia] of [
        ['¿Desde qué día?', hoy],
        ['¿Hasta qué día?', sumarMeses(hoy, 6)],
      ] as const) {
        const g = suya.pagina.getByRole('group', { name: grupo });
        const partes = dia.split('-');
        for (const [i, rotulo] of ['Año', 'Mes', 'Día'].entries())
          await g.getByLabel(rotulo, { exact: true }).fill(String(Number(partes[i])));
      }
      await boton(suya.pagina, 'Continuar').click();
      await suya.pagina.getByRole('heading', { name: '¿Es esta la persona?' }).waitFor();
      await suya.pagina.getByRole('button', { name: /Sí, autorizar a/ }).click();
      await suya.pagina.getByRole('button', { name: /Terminar ya/ }).waitFor();

      await ajena.pagina.goto('/actuar');
      await ajena.pagina.locator(`a[href="${duena.de}"]`).click();
      await ajena.pagina.getByText('Usted actúa por').waitFor();
      await ajena.pagina.goto(`${duena.de}/rut`);
      await ajena.pagina.getByText('Usted actúa por').waitFor();

      await suya.pagina.goto(`${duena.de}/autorizados`);
      await suya.pagina.getByRole('button', { name: /Terminar ya/ }).click();
      await suya.pagina.getByRole('button', { name: /Terminar ya/ }).waitFor({ state: 'detached' });
      expect((await ajena.pagina.goto(duena.de))?.status()).toBe(403);
      await suya.pagina.goto(`${duena.de}/actividad`);
      await suya.pagina.getByText('en su nombre').first().waitFor();
    },
  );
});
