import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { codigoPara } from './apoyo/buzon.ts';
import { descargar } from './apoyo/copia.ts';
import { escena } from './apoyo/escena.ts';
import { inscribir } from './apoyo/inscripcion.ts';
import type { Persona } from './apoyo/personas.ts';
import { salir, type Visita } from './apoyo/visita.ts';

const e = escena(2);
let ana: Persona;
let beto: Persona;
/** Address of each person's pages. */
let deAna: string;
let deBeto: string;

beforeAll(async () => {
  [ana, beto] = [e.persona(), e.persona()];
  deAna = (await inscribir(await e.visita(), e.url, ana)).de;
  deBeto = (await inscribir(await e.visita(), e.url, beto)).de;
});

/** Between two codes to the same address a minute must pass: here it does at once. */
const pasarUnMinuto = () =>
  e.oficina.sql(`update plataforma.envio_codigo set enviado_en = enviado_en - interval '1 minute'`);

/** Asks for a code with the document and reads the one that arrives. */
async function recibirCodigo(pagina: Page, p: Persona): Promise<string> {
  await pasarUnMinuto();
  const anterior = await codigoPara(e.url, p.correo);
  await pedirCodigo(pagina, p.numero);
  for (;;) {
    const codigo = await codigoPara(e.url, p.correo);
    if (codigo !== anterior) return codigo;
  }
}

async function pedirCodigo(pagina: Page, numero: string): Promise<void> {
  await pagina.getByLabel('Número del documento').fill(numero);
  await pagina.getByRole('button', { name: 'Enviarme un código' }).click();
  await pagina.getByRole('heading', { name: 'Escriba el código' }).waitFor();
}

async function escribirCodigo(pagina: Page, codigo: string): Promise<void> {
  await pagina.getByLabel('Código').fill(codigo);
  // Of two wrong codes the page before says the same as the next one: what it says is read of the one that came.
  const siguiente = pagina.waitForEvent('load');
  await pagina.getByRole('button', { name: 'Entrar' }).click();
  await siguiente;
}

/** From wherever the sign-in page was reached to the page that follows it. */
async function entrar({ pagina }: Visita, p: Persona): Promise<void> {
  await escribirCodigo(pagina, await recibirCodigo(pagina, p));
  await pagina.waitForURL('**/de/**');
}

describe.each([
  ['con JavaScript', true],
  ['sin JavaScript', false],
])('entrar con el documento y un código, %s', (_modo, javaScriptEnabled) => {
  it('una persona inscrita entra, pide otra copia, la descarga y sale', async () => {
    const visita = await e.visita({ javaScriptEnabled });
    const { pagina } = visita;
    await pagina.goto('/');
    await pagina.getByRole('link', { name: 'Ya tengo RUT: entrar' }).click();
    await entrar(visita, ana);
    expect(new URL(pagina.url()).pathname).toBe(deAna);
    await pagina.getByRole('link', { name: 'Su RUT', exact: true }).click();

    const enlaces = pagina.getByRole('link', { name: /Descargar el PDF/ });
    const filas = pagina.locator('#copias li');
    const antes = await filas.count();
    await pagina.getByRole('button', { name: 'Pedir una copia' }).click();
    // The address does not change: what tells that the page is the next one is the new row.
    await expect.poll(() => filas.count()).toBe(antes + 1);
    await expect.poll(() => enlaces.count(), { timeout: 20_000 }).toBe(antes + 1);
    const pdf = await descargar(pagina, /Descargar el PDF/);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    await salir(pagina);
    await pagina.goto(`${deAna}/rut`);
    expect(new URL(pagina.url()).pathname).toBe('/entrar');
  });

  it('quien llega sin sesión a una página suya entra y vuelve a esa página', async () => {
    const visita = await e.visita({ javaScriptEnabled });
    await visita.pagina.goto(`${deAna}/rut`);
    expect(new URL(visita.pagina.url()).pathname).toBe('/entrar');
    await entrar(visita, ana);
    expect(new URL(visita.pagina.url()).pathname).toBe(`${deAna}/rut`);
  });

  it('después de entrar con otro documento no se llega a la página ajena que se pidió', async () => {
    const visita = await e.visita({ javaScriptEnabled });
    await visita.pagina.goto(`${deAna}/rut`);
    await entrar(visita, beto);
    expect(new URL(visita.pagina.url()).pathname).toBe(deBeto);
  });
});

describe('cada quien ve solo lo suyo', () => {
  it('para otra persona, y para nadie, las páginas de una persona no existen', async () => {
    const ajena = await e.visita();
    await ajena.pagina.goto('/entrar');
    await entrar(ajena, beto);
    const [copia] = await e.oficina.sql<{ id_publico: string; radicado: string }>(
      `select d.id_publico, v.radicado from sello.documento d join rut.version v on v.titular_id = d.titular_id
       join rut.titular t on t.id = v.titular_id where t.id_publico = $1`,
      [deAna.split('/').at(-1)],
    );
    const suyas = ['', '/rut', `/rut/copias/${copia?.id_publico}`, `/rut/inscripcion/${copia?.radicado}`];
    for (const camino of suyas) {
      const respuesta = await ajena.pagina.goto(deAna + camino);
      expect([camino, respuesta?.status()]).toEqual([camino, 404]);
      await ajena.pagina.getByRole('heading', { name: 'No encontramos esta página' }).waitFor();
    }
    // The same copy under one's own address is not theirs either.
    const robada = await ajena.pagina.goto(`${deBeto}/rut/copias/${copia?.id_publico}`);
    expect(robada?.status()).toBe(404);

    const anonima = await e.visita();
    for (const camino of suyas) {
      await anonima.pagina.goto(deAna + camino);
      expect([camino, new URL(anonima.pagina.url()).pathname]).toEqual([camino, '/entrar']);
    }
  });

  it('pedir una copia ajena con la propia sesión no crea nada', async () => {
    const ajena = await e.visita();
    await ajena.pagina.goto('/entrar');
    await entrar(ajena, beto);
    const cuenta = () => e.oficina.sql<{ n: string }>('select count(*)::text as n from sello.documento');
    const antes = await cuenta();
    await ajena.pagina.goto(`${deBeto}/rut`);
    await ajena.pagina
      .locator('form[action$="/copias"]')
      .evaluate((f: HTMLFormElement, accion) => f.setAttribute('action', accion), `${deAna}/rut/copias`);
    await ajena.pagina.getByRole('button', { name: 'Pedir una copia' }).click();
    await ajena.pagina.getByRole('heading', { name: 'No encontramos esta página' }).waitFor();
    expect(await cuenta()).toEqual(antes);
  });
});

describe('entrar no dice quién está en el RUT', () => {
  it('un documento sin RUT recibe la misma página, y ningún código', async () => {
    const { pagina } = await e.visita();
    await pagina.goto('/entrar');
    await pedirCodigo(pagina, '1990599999');
    const sinRut = await pagina.locator('main').innerText();
    await pasarUnMinuto();
    await pagina.goto('/entrar');
    await pedirCodigo(pagina, beto.numero);
    expect(await pagina.locator('main').innerText()).toBe(sinRut);
    const mensajes = await e.oficina.sql(`select 1 from plataforma.mensaje where destino like '%sin-rut%'`);
    expect(mensajes).toEqual([]);
  });

  it('cinco códigos equivocados acaban con el código, y el bueno ya no sirve', async () => {
    const { pagina } = await e.visita();
    await pagina.goto('/entrar');
    const bueno = await recibirCodigo(pagina, beto);
    for (let i = 1; i <= 5; i++) {
      await escribirCodigo(pagina, 'ZZZZZZ');
      await pagina
        .locator('.govuk-error-message')
        .getByText(i < 5 ? 'El código no coincide' : 'ya no sirve')
        .waitFor();
    }
    await escribirCodigo(pagina, bueno);
    await pagina.locator('.govuk-error-message').getByText('ya no sirve').waitFor();
  });
});

it('el formulario de entrada responde 403 sin el testigo de la página, y no envía ningún código', async () => {
  await pasarUnMinuto();
  const antes = await codigoPara(e.url, ana.correo);
  const { contexto } = await e.visita();
  const respuesta = await contexto.request.post('/entrar', {
    form: { tipo: '13', numero: ana.numero },
    headers: { origin: 'https://otro.example' },
  });
  expect(respuesta.status()).toBe(403);
  expect(await codigoPara(e.url, ana.correo)).toBe(antes);
});
