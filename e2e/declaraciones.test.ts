import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { codigoPara } from './apoyo/buzon.ts';
import { escena } from './apoyo/escena.ts';
import { pasarUnMinuto } from './apoyo/firma.ts';
import { inscribir } from './apoyo/inscripcion.ts';
import type { Persona } from './apoyo/personas.ts';
import { enviar, pedir, type Visita } from './apoyo/visita.ts';

const e = escena(4);

/** Somebody new with a return begun, at its section of work. */
async function conBorrador(): Promise<{ visita: Visita; p: Persona; trabajo: string }> {
  const visita = await e.visita({ javaScriptEnabled: true });
  const p = e.persona();
  const { de } = await inscribir(visita, e.url, p);
  const { ocultos } = await pedir(visita, `${de}/declaraciones`);
  const { a } = await enviar(visita, `${de}/declaraciones`, {
    ...ocultos,
    ...{ formulario: '210', anio: '2025', periodo: 'anual' },
  });
  const trabajo = `${a}/formulario/cedula-general-rentas-de-trabajo`;
  await visita.pagina.goto(trabajo);
  return { visita, p, trabajo };
}

const casilla = (pagina: Page, clave: string) => pagina.locator(`#campo-casilla-${clave}`);
const dicho = (pagina: Page, que: string | RegExp) => pagina.getByRole('status').filter({ hasText: que });
const guardado = async (visita: Visita, trabajo: string, valor: string) =>
  expect((await pedir(visita, trabajo)).html).toContain(`value="${valor}"`);

it('lo que se escribe cambia el resultado bajo el dedo, y al pasar a la otra casilla ya quedó guardado', async () => {
  const { visita, trabajo } = await conBorrador();
  const { pagina } = visita;
  await casilla(pagina, '32').focus();
  await pagina.keyboard.type('$ 120 000 000');
  // Not sent yet: it was computed here.
  await pagina.locator('#campo-casilla-34', { hasText: '120.000.000' }).waitFor();
  await pagina.locator('#campo-casilla-34-de-donde-sale', { hasText: 'casilla 32' }).waitFor();
  const saldo = await pagina.locator('.en-vivo__saldo').textContent();
  expect(saldo).toMatch(/^Por pagar \$\s[1-9]/);
  await pagina.keyboard.press('Enter');
  expect(await pagina.evaluate(() => document.activeElement?.id)).toBe('campo-casilla-33');
  await dicho(pagina, /^Con esto lo que debe pagar sube \$\s[\d.]+\. Guardado a las? \d/).waitFor();
  expect(await casilla(pagina, '32').inputValue()).toBe('120.000.000');
  expect(await pagina.locator('.en-vivo__saldo').textContent()).toBe(saldo);
  await guardado(visita, trabajo, '120.000.000');

  // What cannot be read is told beside its box, and stays as it was typed.
  await pagina.keyboard.type('mucho');
  await pagina.keyboard.press('Enter');
  await dicho(pagina, 'Sin guardar: revise lo que está marcado.').waitFor();
  expect(await pagina.locator('#campo-casilla-33-error').textContent()).toContain('solo con números');
  expect(await casilla(pagina, '33').inputValue()).toBe('mucho');
  await casilla(pagina, '33').fill('9.600.000');
  await pagina.keyboard.press('Tab');
  await dicho(pagina, /lo que debe pagar baja/).waitFor();
  expect(await pagina.locator('#campo-casilla-33-error').count()).toBe(0);

  // Somebody faster than the network: what is on its way arrives first, and the page is not taken for another device's.
  let soltar: () => void = () => undefined;
  const suelta = new Promise<void>((listo) => (soltar = listo));
  await pagina.route(`**${trabajo}`, async (ruta) => {
    if (ruta.request().headers().accept === 'application/json') await suelta;
    await ruta.continue();
  });
  await casilla(pagina, '32').fill('80.000.000');
  await pagina.keyboard.press('Tab');
  await casilla(pagina, '32').fill('81.000.000');
  await pagina.getByRole('button', { name: 'Guardar y seguir' }).click();
  soltar();
  await pagina.waitForURL('**/formulario/cedula-general-rentas-de-trabajo-con-costos');
  await guardado(visita, trabajo, '81.000.000');
});

it('la entrevista también: un renglón nuevo se guarda a medias, y lo que sigue es del mismo renglón', async () => {
  const { visita, trabajo } = await conBorrador();
  const { pagina } = visita;
  const tema = trabajo.replace(/formulario\/.*/, 'tema/arriendos');
  await pagina.goto(`${tema}/nuevo`);
  await pagina.getByLabel(/Lo que gastó en lo arrendado/).fill('1.000.000');
  await pagina.keyboard.press('Tab');
  await dicho(pagina, 'Guardado').waitFor();
  await pagina.getByLabel(/Arriendos del año/).fill('240.000.000');
  await pagina.keyboard.press('Tab');
  await dicho(pagina, /lo que debe pagar sube/).waitFor();
  expect((await pedir(visita, `${tema}/0`)).html).toContain('value="240.000.000"');
  expect((await pedir(visita, `${tema}/1`)).estado).toBe(404);
  await pagina.getByRole('button', { name: 'Guardar', exact: true }).click();
  await pagina.waitForURL(`**${tema}`);
});

it('sin red toma el foco y dice por qué; al volver la red se guarda solo', async () => {
  const { visita, trabajo } = await conBorrador();
  const { pagina, contexto } = visita;
  // What outlives its page may pass by the browser's own switch: it is cut here too.
  const cortar = (ruta: Route) => ruta.abort('internetdisconnected');
  await pagina.route(`**${trabajo}`, cortar);
  await contexto.setOffline(true);
  await casilla(pagina, '32').fill('50000000');
  await pagina.keyboard.press('Tab');
  await pagina.getByRole('alert').filter({ hasText: 'No hay conexión a internet' }).waitFor();
  expect(await pagina.evaluate(() => document.activeElement?.className)).toBe('envio-fallido');
  expect(await casilla(pagina, '32').inputValue()).toBe('50000000');
  await pagina.unroute(`**${trabajo}`, cortar);
  await contexto.setOffline(false);
  await dicho(pagina, 'Guardado a la').waitFor();
  expect(await pagina.getByRole('alert').count()).toBe(0);
  await guardado(visita, trabajo, '50.000.000');
  visita.quejas.splice(0, visita.quejas.length, ...visita.quejas.filter((q) => !/ERR_INTERNET/.test(q)));
});

it('con la sesión vencida se entra otra vez y se vuelve a la misma página con lo escrito; lo que cambió otro aparato se elige', async () => {
  const { visita, p, trabajo } = await conBorrador();
  const { pagina } = visita;
  const { ocultos } = await pedir(visita, trabajo);
  await casilla(pagina, '32').fill('70.000.000');
  await pagina.keyboard.press('Tab');
  await dicho(pagina, 'Guardado').waitFor();

  await e.oficina.sql(`update plataforma.sesion set usada_en = usada_en - interval '2 hours'`);
  await casilla(pagina, '33').fill('5.600.000');
  await pagina.keyboard.press('Tab');
  await pagina.getByRole('alert').filter({ hasText: 'Su sesión venció' }).waitFor();
  await pagina.getByRole('button', { name: 'Entrar y volver aquí' }).click();
  await pagina.waitForURL('**/entrar**');
  await pasarUnMinuto(e);
  await pagina.getByLabel('Número del documento').fill(p.numero);
  const anterior = await codigoPara(e.url, p.correo);
  await pagina.getByRole('button', { name: 'Enviarme un código' }).click();
  await pagina.getByLabel(/^Código/).waitFor();
  let codigo = anterior;
  while (codigo === anterior) codigo = await codigoPara(e.url, p.correo);
  await pagina.getByLabel(/^Código/).fill(codigo);
  await pagina.getByRole('button', { name: /Entrar|Continuar/ }).click();
  await pagina.waitForURL(`**${trabajo}`);
  expect(await casilla(pagina, '33').inputValue()).toBe('5.600.000');
  await dicho(pagina, 'Guardado').waitFor();
  await guardado(visita, trabajo, '5.600.000');

  // Another device answers the same meanwhile.
  const fresco = await pedir(visita, trabajo);
  const otro = { ...fresco.ocultos, 'casilla-32': '71.000.000' };
  expect(ocultos._revision).not.toBe(fresco.ocultos._revision);
  expect((await enviar(visita, trabajo, otro)).estado).toBe(303);
  await casilla(pagina, '32').fill('72.000.000');
  await pagina.keyboard.press('Tab');
  await pagina.getByRole('alert').filter({ hasText: 'Esto cambió en otro aparato' }).waitFor();
  await guardado(visita, trabajo, '71.000.000');
  await pagina.getByRole('button', { name: 'Ver las dos y elegir' }).click();
  await pagina.getByLabel(/Lo que escribió aquí: \$\s72\.000\.000/).waitFor();
  await pagina.getByLabel(/Lo que ya está guardado: \$\s71\.000\.000/).check();
});
