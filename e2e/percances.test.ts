import { describe, expect, it } from 'vitest';
import { codigoPara, leerBuzon } from './apoyo/buzon.ts';
import { caminar, contestar, continuar } from './apoyo/caminar.ts';
import { escena } from './apoyo/escena.ts';
import {
  avanzar,
  borradorEn,
  empezar,
  mensajeDe,
  pasoAbierto,
  responder,
  respuestaDe,
  valorDe,
} from './apoyo/inscripcion.ts';
import type { Persona } from './apoyo/personas.ts';
import { enviar, pedir, type Visita } from './apoyo/visita.ts';

const e = escena(30);

const modos = [
  ['con JavaScript', true],
  ['sin JavaScript', false],
] as const;

const pasarUnMinuto = () =>
  e.oficina.sql(`update plataforma.envio_codigo set enviado_en = enviado_en - interval '1 minute'`);

/** The session of a visit has not been used for longer than it lives. */
async function vencerSesion(visita: Visita): Promise<void> {
  const cookies = await visita.contexto.cookies();
  const token = cookies.find((c) => c.name === 'sesion')?.value ?? '';
  const filas = await e.oficina.sql(
    `update plataforma.sesion set usada_en = usada_en - interval '2 hours'
     where token_hash = sha256($1::bytea) returning id`,
    [Buffer.from(token)],
  );
  expect(filas.length).toBe(1);
}

/** From the page that asks for the e-mail to the draft, as whoever only has that e-mail. */
async function retomar({ pagina }: Visita, p: Persona): Promise<void> {
  await pasarUnMinuto();
  const anterior = await codigoPara(e.url, p.correo);
  await pagina.getByLabel('Correo electrónico').fill(p.correo);
  await pagina.getByRole('button', { name: 'Enviarme un código' }).click();
  await pagina.getByRole('heading', { name: 'Escriba el código' }).waitFor();
  let codigo = anterior;
  while (codigo === anterior) codigo = await codigoPara(e.url, p.correo);
  await pagina.getByLabel('Código').fill(codigo);
  await continuar(pagina);
}

/** What the browser says of a network that the test itself cut. */
function perdonar({ quejas }: Visita, cual: RegExp): void {
  quejas.splice(0, quejas.length, ...quejas.filter((q) => !cual.test(q)));
}

const rutDe = async (p: Persona) =>
  e.oficina.sql(
    'select v.radicado from rut.titular t join rut.version v on v.titular_id = t.id where t.nit = $1',
    [p.numero],
  );

describe('lo mismo enviado dos veces', () => {
  it('cada pregunta y el final, dos envíos a la vez: sirven los dos y queda un solo RUT', async () => {
    const visita = await e.visita();
    const p = e.persona();
    const base = await empezar(visita);
    for (let slug = await pasoAbierto(visita, base); slug !== 'revision';) {
      const { ocultos } = await pedir(visita, `${base}/${slug}`);
      const campos = { ...ocultos, ...(await respuestaDe(e.url, slug, p)) };
      const dos = await Promise.all([
        enviar(visita, `${base}/${slug}`, campos),
        enviar(visita, `${base}/${slug}`, campos),
      ]);
      expect([slug, ...dos.map((r) => r.estado)]).toEqual([slug, 303, 303]);
      slug = await pasoAbierto(visita, base);
    }
    const { ocultos } = await pedir(visita, `${base}/revision`);
    const finales = await Promise.all([1, 2, 3].map(() => enviar(visita, `${base}/revision`, ocultos)));
    expect(finales.map((r) => [r.estado, r.a])).toEqual(finales.map(() => [303, finales[0]?.a]));
    expect(await rutDe(p)).toHaveLength(1);
    expect((await pedir(visita, finales[0]?.a ?? '')).estado).toBe(200);
    const copias = await e.oficina.sql(
      'select 1 from sello.documento d join rut.titular t on t.id = d.titular_id where t.nit = $1',
      [p.numero],
    );
    expect(copias).toHaveLength(1);
  });

  it.each(modos)(
    'dos clics seguidos en «Terminar», %s: un solo RUT y el mismo acuse',
    async (_m, javaScriptEnabled) => {
      const visita = await e.visita({ javaScriptEnabled });
      const p = e.persona();
      const base = await borradorEn(visita, e.url, p, 'revision');
      await visita.pagina.goto(`${base}/revision`);
      await visita.pagina.getByRole('button', { name: 'Terminar la inscripción' }).dblclick();
      await visita.pagina.getByRole('heading', { name: 'Ya está en el RUT', exact: true }).waitFor();
      expect(await rutDe(p)).toHaveLength(1);
      // Going back afterwards leads to the receipt again, and not to a second registration.
      const acuse = visita.pagina.url();
      await visita.pagina.goto(`${base}/revision`);
      expect(visita.pagina.url()).toBe(acuse);
    },
  );

  it('dos personas con el mismo documento terminan a la vez: una queda inscrita y la otra lo sabe', async () => {
    const p = e.persona();
    const otra = { ...p, correo: 'otro@pruebas.example', telefono: '3009999999' };
    const visitas = [await e.visita(), await e.visita()] as const;
    const bases = [
      await borradorEn(visitas[0], e.url, p, 'revision'),
      await borradorEn(visitas[1], e.url, otra, 'revision'),
    ] as const;
    const fines = await Promise.all([
      responder(visitas[0], bases[0], 'revision', {}),
      responder(visitas[1], bases[1], 'revision', {}),
    ]);
    expect(fines.map((r) => r.estado).sort()).toEqual([303, 409]);
    expect(fines.find((r) => r.estado === 409)?.html).toContain('Usted ya está en el RUT');
    expect(await rutDe(p)).toHaveLength(1);
  });
});

describe('recargar', () => {
  it('recargar cada página del trámite deja en la misma pregunta y no estorba', async () => {
    const visita = await e.visita();
    const { pagina } = visita;
    const p = e.persona();
    await pagina.goto('/rut/inscripcion');
    await pagina.getByRole('button', { name: 'Empezar' }).click();
    await pagina.waitForURL('**/tratamiento-datos');
    await caminar(pagina, e.url, p, async (slug) => {
      await pagina.reload();
      expect(new URL(pagina.url()).pathname.split('/').at(-1)).toBe(slug);
    });
    await pagina.reload();
    await pagina.getByRole('heading', { name: 'Ya está en el RUT', exact: true }).waitFor();
    expect(await rutDe(p)).toHaveLength(1);
  });
});

describe.each(modos)('dos ventanas responden distinto la misma pregunta, %s', (_modo, javaScriptEnabled) => {
  it.each([
    ['Usar la que escribí ahora', 'button', 'Bermúdez'],
    ['Dejar la guardada', 'link', 'Arango'],
  ] as const)('se muestran las dos y «%s» funciona', async (eleccion, rol, queda) => {
    const visita = await e.visita({ javaScriptEnabled });
    const base = await borradorEn(visita, e.url, e.persona(), 'fecha-expedicion');
    const otra = await visita.contexto.newPage();
    for (const pagina of [visita.pagina, otra]) await pagina.goto(`${base}/nombres`);
    await visita.pagina.getByLabel('Primer apellido').fill('Arango');
    await continuar(visita.pagina);
    await visita.pagina.waitForURL('**/fecha-expedicion');

    await otra.getByLabel('Primer apellido').fill('Bermúdez');
    const [respuesta] = await Promise.all([
      otra.waitForResponse((r) => r.request().method() === 'POST'),
      continuar(otra),
    ]);
    expect(respuesta.status()).toBe(409);
    await otra.getByRole('heading', { name: '¿Con cuál respuesta se queda?' }).waitFor();
    const tabla = await otra.getByRole('table').innerText();
    expect(tabla).toContain('Arango');
    expect(tabla).toContain('Bermúdez');
    await otra.getByRole(rol, { name: eleccion }).click();
    await otra.waitForURL(rol === 'link' ? '**/nombres' : '**/fecha-expedicion');
    expect(valorDe((await pedir(visita, `${base}/nombres`)).html, 'primerApellido')).toBe(queda);
  });
});

describe.each(modos)('la sesión vence a mitad del trámite, %s', (_modo, javaScriptEnabled) => {
  it('se retoma con un código y se devuelve lo que se acababa de escribir', async () => {
    const visita = await e.visita({ javaScriptEnabled });
    const { pagina } = visita;
    const p = e.persona();
    const base = await borradorEn(visita, e.url, p, 'nombres');
    await pagina.goto(`${base}/nombres`);
    await pagina.getByLabel('Primer apellido').fill('Ñáñez «con comillas»');
    await pagina.getByLabel('Primer nombre').fill('María');
    await vencerSesion(visita);
    await continuar(pagina);
    const entrar = pagina.getByRole('button', { name: 'Entrar y continuar' });
    const cerrada = pagina.getByRole('heading', { name: 'Su sesión se cerró por seguridad' });
    await entrar.or(cerrada).waitFor();
    if (await entrar.isVisible()) await entrar.click();
    await cerrada.waitFor();
    await retomar(visita, p);
    await pagina.waitForURL(`**${base}/nombres`);
    await pagina.getByText('Conservamos lo que escribió').waitFor();
    expect(await pagina.getByLabel('Primer apellido').inputValue()).toBe('Ñáñez «con comillas»');
    expect(await pagina.getByLabel('Primer nombre').inputValue()).toBe('María');
    await contestar(pagina, e.url, 'nombres', p);
    await continuar(pagina);
    await pagina.waitForURL('**/fecha-expedicion');
  });

  it('desde otro dispositivo, con el código que llega al correo, se sigue en la pregunta que faltaba', async () => {
    const p = e.persona();
    const base = await borradorEn(await e.visita(), e.url, p, 'departamento');
    const otro = await e.visita({ javaScriptEnabled });
    await otro.pagina.goto('/');
    await otro.pagina.getByRole('link', { name: /Seguir una inscripción/ }).click();
    await retomar(otro, p);
    await otro.pagina.waitForURL(`**${base}/departamento`);
    await avanzar(otro, e.url, base, p, 'revision');
    await otro.pagina.goto(`${base}/revision`);
    expect(await otro.pagina.locator('main').innerText()).toContain(p.correo);
  });
});

describe('códigos', () => {
  it('retomar con un correo sin inscripciones muestra lo mismo y no envía nada', async () => {
    const { pagina } = await e.visita();
    await pagina.goto('/rut/inscripcion/retomar');
    await pagina.getByLabel('Correo electrónico').fill('nadie@pruebas.example');
    await pagina.getByRole('button', { name: 'Enviarme un código' }).click();
    await pagina.getByRole('heading', { name: 'Escriba el código' }).waitFor();
    expect(await leerBuzon(e.url, 'nadie@pruebas.example')).toContain('No hay mensajes');
  });

  it('cinco equivocados agotan el código; otro se puede pedir pasado un minuto, y sirve', async () => {
    const visita = await e.visita({ javaScriptEnabled: false });
    const { pagina } = visita;
    const p = e.persona();
    const base = await borradorEn(visita, e.url, p, 'codigo-correo');
    const agotado = await codigoPara(e.url, p.correo);
    for (let i = 1; i <= 5; i++) {
      const r = await responder(visita, base, 'codigo-correo', { codigo: 'ZZZZZZ' });
      expect([r.estado, mensajeDe(r.html, 'codigo')]).toEqual([
        422,
        expect.stringContaining(i < 5 ? 'no coincide' : 'ya no sirve'),
      ]);
    }
    const tarde = await responder(visita, base, 'codigo-correo', { codigo: agotado });
    expect([tarde.estado, await pasoAbierto(visita, base)]).toEqual([422, 'codigo-correo']);

    await pagina.goto(`${base}/codigo-correo`);
    await pagina.getByRole('button', { name: 'Enviar otro código' }).click();
    await pagina.getByText(/Para volver a pedir espere \d+ segundo/).waitFor();
    await pasarUnMinuto();
    await pagina.getByRole('button', { name: 'Enviar otro código' }).click();
    await pagina.getByText('Le enviamos un código nuevo').waitFor();
    let nuevo = agotado;
    while (nuevo === agotado) nuevo = await codigoPara(e.url, p.correo);
    // As people copy it: in small letters and with a space.
    await pagina.getByLabel('Código').fill(`${nuevo.slice(0, 3)} ${nuevo.slice(3)}`.toLowerCase());
    await continuar(pagina);
    await pagina.waitForURL('**/telefono');
  });
});

describe('la red se cae al enviar, con JavaScript', () => {
  it('se avisa, lo escrito sigue ahí y al volver la red se envía', async () => {
    const visita = await e.visita();
    const { pagina, contexto } = visita;
    const base = await borradorEn(visita, e.url, e.persona(), 'nombres');
    await pagina.goto(`${base}/nombres`);
    await pagina.getByLabel('Primer apellido').fill('Quimbaya');
    await pagina.getByLabel('Primer nombre').fill('Luz');
    await contexto.setOffline(true);
    await continuar(pagina);
    const alerta = pagina.getByRole('alert');
    await alerta.getByText('Parece que no hay conexión a internet').waitFor();
    expect(await alerta.evaluate((nodo) => nodo === document.activeElement)).toBe(true);
    expect(await pagina.getByLabel('Primer apellido').inputValue()).toBe('Quimbaya');
    await contexto.setOffline(false);
    await alerta.getByRole('button', { name: 'Intentar otra vez' }).click();
    await pagina.waitForURL('**/fecha-expedicion');
    expect(valorDe((await pedir(visita, `${base}/nombres`)).html, 'primerApellido')).toBe('Quimbaya');
    perdonar(visita, /ERR_INTERNET_DISCONNECTED/);
  });

  it('lo que el navegador cree de la red no estorba, y lo que estorba a la pregunta no estorba al envío', async () => {
    const visita = await e.visita();
    const { pagina } = visita;
    const base = await borradorEn(visita, e.url, e.persona(), 'nombres');
    // A VPN: connected, and the browser says that it is not.
    await pagina.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }));
    await pagina.goto(`${base}/nombres`);
    await pagina.getByLabel('Primer apellido').fill('Cuervo');
    await pagina.getByLabel('Primer nombre').fill('Inés');
    await continuar(pagina);
    await pagina.waitForURL('**/fecha-expedicion');

    // A filter that lets pages through and nothing else: the second press sends.
    await pagina.route('**/vivo', (ruta) => ruta.abort('blockedbyclient'));
    await pagina.goto(`${base}/nombres`);
    await pagina.getByLabel('Primer apellido').fill('Caro');
    await continuar(pagina);
    await pagina.getByRole('alert').waitFor();
    await continuar(pagina);
    await pagina.waitForURL('**/fecha-expedicion');
    expect(valorDe((await pedir(visita, `${base}/nombres`)).html, 'primerApellido')).toBe('Caro');
    perdonar(visita, /ERR_BLOCKED_BY_CLIENT/);
  });

  it('si se corta cuando el envío ya iba en camino, recargar lo envía con todo lo escrito', async () => {
    const visita = await e.visita();
    const { pagina } = visita;
    const base = await borradorEn(visita, e.url, e.persona(), 'nombres');
    await pagina.goto(`${base}/nombres`);
    await pagina.getByLabel('Primer apellido').fill('Tunjano');
    await pagina.getByLabel('Primer nombre').fill('Nubia');
    let cortados = 0;
    await pagina.route('**/nombres', (ruta) => {
      if (ruta.request().method() !== 'POST' || cortados++ > 0) return ruta.fallback();
      return ruta.abort('connectionreset');
    });
    const caida = pagina.waitForEvent('requestfailed', (r) => r.method() === 'POST');
    await continuar(pagina);
    await caida;
    await expect.poll(() => pagina.url()).toMatch(/^chrome-error:/);
    // The browser says the address of its error page before that page is there to be reloaded.
    const recargar = () =>
      pagina.reload().then(
        () => true,
        (error: unknown) => {
          if (/Not attached to an active page/.test(String(error))) return false;
          throw error;
        },
      );
    await expect.poll(recargar, { timeout: 30_000 }).toBe(true);
    await pagina.waitForURL('**/fecha-expedicion');
    expect(valorDe((await pedir(visita, `${base}/nombres`)).html, 'primerApellido')).toBe('Tunjano');
    perdonar(visita, /ERR_CONNECTION_RESET/);
  });
});

describe('la sesión se va a cerrar, con JavaScript', () => {
  it('se avisa antes y se alarga con un botón; a quien escribe se le alarga sin decir nada', async () => {
    const visita = await e.visita();
    const { pagina } = visita;
    const base = await borradorEn(visita, e.url, e.persona(), 'nombres');
    await pagina.clock.install();
    await pagina.goto(`${base}/nombres`);
    const alargada = () => pagina.waitForResponse('**/sesion');
    const aviso = pagina.locator('.fin-de-sesion');
    await pagina.clock.runFor(54 * 60_000);
    expect(await aviso.count()).toBe(0);
    await pagina.clock.runFor(2 * 60_000);
    await aviso.getByText('Su sesión se cierra en 4 minutos').waitFor();
    const respuesta = alargada();
    await aviso.getByRole('button', { name: 'Seguir aquí' }).click();
    await respuesta;
    await aviso.waitFor({ state: 'detached' });

    await pagina.getByLabel('Primer apellido').fill('Pombo');
    const otra = alargada();
    await pagina.clock.runFor(56 * 60_000);
    await otra;
    expect(await aviso.count()).toBe(0);
    expect(await pagina.getByLabel('Primer apellido').inputValue()).toBe('Pombo');
  });
});
