import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { faltasDe } from './apoyo/accesibilidad.ts';
import { codigoPara } from './apoyo/buzon.ts';
import { continuar } from './apoyo/caminar.ts';
import { escena } from './apoyo/escena.ts';
import {
  avanzar,
  borradorEn,
  empezar,
  inscribir,
  pasoAbierto,
  responder,
  respuestaDe,
} from './apoyo/inscripcion.ts';
import { persona } from './apoyo/personas.ts';
import { enviar, pedir } from './apoyo/visita.ts';

const menor = persona(900, { nacimiento: '2015-02-01' });
const fallecida = persona(901, { fallecida: '2020-01-01' });
const e = escena(20, [menor, fallecida]);

/** What was found on each page looked at by the test under way. */
let halladas: Record<string, string[]> = {};
afterEach(() => {
  const todas = halladas;
  halladas = {};
  expect(todas).toEqual({});
});

async function mirar(pagina: Page, nombre: string): Promise<void> {
  const faltas = await faltasDe(pagina);
  if (faltas.length > 0) halladas[nombre] = faltas;
}

/** Presses the main button. @returns the status of the answer. */
async function enviarPagina(pagina: Page): Promise<number> {
  const [respuesta] = await Promise.all([
    pagina.waitForResponse((r) => r.request().method() === 'POST'),
    pagina.waitForEvent('load'),
    continuar(pagina),
  ]);
  return respuesta.status();
}

/** What nobody should write there: into every text box; and a value outside the list into every choice. */
async function escribirDisparates(pagina: Page): Promise<void> {
  for (const caja of await pagina
    .locator('main form input:is([type=text], [type=search], [type=email], [type=tel])')
    .all()) {
    await caja.fill(`<b>'; drop table rut.titular; -- \u{1F984} ${'x'.repeat(80)}`);
    // Leaving the box closes its list, which would lie over the button.
    await caja.blur();
  }
  await pagina.evaluate(() => {
    const opciones = document.querySelectorAll<HTMLInputElement>(
      'main input[type=radio], main input[type=checkbox]',
    );
    for (const opcion of opciones) [opcion.value, opcion.checked] = ['fuera-de-la-lista', true];
    for (const lista of document.querySelectorAll<HTMLSelectElement>('main select')) {
      lista.add(new Option('x', 'fuera-de-la-lista', true, true));
    }
  });
}

async function esPaginaConErrores(pagina: Page, nombre: string): Promise<void> {
  expect([nombre, await pagina.title()]).toEqual([nombre, expect.stringMatching(/^Error: /)]);
  const resumen = pagina.locator('.govuk-error-summary');
  expect([nombre, await resumen.evaluate((nodo) => nodo === document.activeElement)]).toEqual([nombre, true]);
  // Each message of the summary leads to a control that is there.
  for (const enlace of await resumen.getByRole('link').all()) {
    const destino = (await enlace.getAttribute('href')) ?? '';
    expect([nombre, destino, await pagina.locator(destino).count()]).toEqual([nombre, destino, 1]);
  }
}

async function buscarEnVano(pagina: Page): Promise<void> {
  await pagina.getByLabel('Su actividad, en sus palabras').fill('zxqw');
  await pagina.getByRole('button', { name: 'Buscar' }).click();
  await pagina.getByText('No encontramos actividades con esas palabras').waitFor();
  await mirar(pagina, 'actividad, sin resultados');
}

describe('la inscripción entera cumple WCAG 2.2 AA', () => {
  it('cada pregunta: al abrirla, enviada vacía y enviada con disparates', { timeout: 300_000 }, async () => {
    const visita = await e.visita();
    const { pagina } = visita;
    const p = e.persona();
    await pagina.goto('/');
    await mirar(pagina, 'portada');
    await pagina.goto('/rut/inscripcion');
    await mirar(pagina, 'inscripcion');
    const base = await empezar(visita);
    const vistas = new Set<string>();
    const recorrer = async () => {
      for (let slug = await pasoAbierto(visita, base); slug !== 'revision';) {
        await pagina.goto(`${base}/${slug}`);
        await mirar(pagina, slug);
        // The number of establishments and the second activity start filled when one comes back to them.
        if (!vistas.has(slug)) {
          expect([slug, await enviarPagina(pagina)]).toEqual([slug, 422]);
          await esPaginaConErrores(pagina, slug);
          await mirar(pagina, `${slug}, vacía`);
          await escribirDisparates(pagina);
          expect([slug, await enviarPagina(pagina)]).toEqual([slug, 422]);
          await esPaginaConErrores(pagina, slug);
          await mirar(pagina, `${slug}, con disparates`);
        }
        if (slug === 'actividad') await buscarEnVano(pagina);
        vistas.add(slug);
        const r = await responder(visita, base, slug, await respuestaDe(e.url, slug, p));
        expect([slug, r.estado]).toEqual([slug, 303]);
        slug = await pasoAbierto(visita, base);
      }
    };
    await recorrer();
    await responder(visita, base, 'tipo-direccion', { tipo: 'sin-nomenclatura' });
    await recorrer();
    await responder(visita, base, 'otra-actividad', { tiene: 'si' });
    await recorrer();
    expect([...vistas]).toEqual(
      expect.arrayContaining(['direccion', 'direccion-libre', 'actividad-secundaria', 'responsabilidades']),
    );

    await pagina.goto(`${base}/revision`);
    await mirar(pagina, 'revision');
    await continuar(pagina);
    await pagina.getByRole('link', { name: 'Descargar la copia en PDF' }).waitFor();
    await mirar(pagina, 'acuse');
    await pagina.getByRole('link', { name: 'Ir a su RUT' }).click();
    await pagina.getByRole('heading', { name: 'Copias', exact: true }).waitFor();
    await mirar(pagina, 'su RUT');
    await pagina.getByRole('link', { name: 'Inicio' }).click();
    await mirar(pagina, 'su oficina');
  });

  it('la misma respuesta en dos ventanas: la página del conflicto', async () => {
    const visita = await e.visita();
    const base = await borradorEn(visita, e.url, e.persona(), 'municipio');
    const { ocultos } = await pedir(visita, `${base}/nombres`);
    const nombres = { primerApellido: 'Uno', primerNombre: 'Dos' };
    await visita.pagina.goto(`${base}/nombres`);
    await enviar(visita, `${base}/nombres`, { ...ocultos, ...nombres });
    await visita.pagina.getByLabel('Primer apellido').fill('Tres');
    expect(await enviarPagina(visita.pagina)).toBe(409);
    await mirar(visita.pagina, 'conflicto');
  });
});

describe('lo que se dice a quien no puede seguir aquí', () => {
  const casos = [
    ['ya inscrita', 'Usted ya está en el RUT'],
    ['fallecida', 'Este documento figura como de una persona fallecida'],
    ['menor de edad', 'La inscripción en línea es para mayores de 18 años'],
    ['con el correo de otra', 'Ese correo ya es de otra persona'],
  ] as const;
  it.each(casos)('persona %s: «%s»', async (caso, titulo) => {
    const inscrita = e.persona();
    const otra = e.persona();
    if (caso === 'ya inscrita' || caso === 'con el correo de otra') {
      await inscribir(await e.visita(), e.url, inscrita);
      await e.oficina.sql(`update plataforma.envio_codigo set enviado_en = enviado_en - interval '1 minute'`);
    }
    const p = {
      'ya inscrita': { ...inscrita, correo: 'otro.correo@pruebas.example' },
      fallecida,
      'menor de edad': menor,
      'con el correo de otra': { ...otra, correo: inscrita.correo },
    }[caso];
    const visita = await e.visita();
    const base = await borradorEn(visita, e.url, p, 'fecha-expedicion');
    await visita.pagina.goto(`${base}/fecha-expedicion`);
    const [anio = '', mes = '', dia = ''] = p.expedicion.split('-');
    await visita.pagina.getByLabel('Día').fill(dia);
    await visita.pagina.getByLabel('Mes').fill(mes);
    await visita.pagina.getByLabel('Año').fill(anio);
    await continuar(visita.pagina);
    await visita.pagina.getByRole('heading', { level: 1, name: titulo }).waitFor();
    await mirar(visita.pagina, caso);
  });

  it('a la tercera identidad fallida queda una solicitud con radicado, y se dice qué sigue', async () => {
    const visita = await e.visita();
    const { pagina } = visita;
    const base = await borradorEn(visita, e.url, e.persona(), 'fecha-expedicion');
    await pagina.goto(`${base}/fecha-expedicion`);
    for (const resto of ['Le quedan 2 intentos', 'Le queda un intento', undefined]) {
      await pagina.getByLabel('Día').fill('1');
      await pagina.getByLabel('Mes').fill('1');
      await pagina.getByLabel('Año').fill('2000');
      await continuar(pagina);
      if (!resto) break;
      await pagina.locator('.govuk-error-message').getByText(resto).waitFor();
      await mirar(pagina, resto);
    }
    await pagina
      .getByRole('heading', { name: 'Un funcionario terminará su inscripción con usted' })
      .waitFor();
    await mirar(pagina, 'solicitud asistida');
    const radicado = await pagina.getByText(/^\s*\d{4}RA\d{9}\s*$/).textContent();
    const [fila] = await e.oficina.sql(
      'select correo from tramites_rut.solicitud_asistida where radicado = $1',
      [radicado?.trim()],
    );
    expect(fila).toBeDefined();
  });
});

describe('las demás páginas', () => {
  it('retomar: el correo, el código y la elección entre varias', async () => {
    const visita = await e.visita();
    const { pagina } = visita;
    const p = e.persona();
    await borradorEn(visita, e.url, p, 'telefono');
    await e.oficina.sql(`update plataforma.envio_codigo set enviado_en = enviado_en - interval '1 minute'`);
    await borradorEn(visita, e.url, p, 'telefono');
    await e.oficina.sql(`update plataforma.envio_codigo set enviado_en = enviado_en - interval '1 minute'`);
    const anterior = await codigoPara(e.url, p.correo);

    await pagina.goto('/rut/inscripcion/retomar');
    await mirar(pagina, 'retomar');
    expect(await enviarPagina(pagina)).toBe(422);
    await esPaginaConErrores(pagina, 'retomar');
    await mirar(pagina, 'retomar, vacía');
    await pagina.goto('/rut/inscripcion/retomar?vencida=si');
    await mirar(pagina, 'retomar, sesión vencida');
    await pagina.getByLabel('Correo electrónico').fill(p.correo);
    await continuar(pagina);
    await pagina.getByRole('heading', { name: 'Escriba el código' }).waitFor();
    await mirar(pagina, 'código para retomar');
    expect(await enviarPagina(pagina)).toBe(422);
    await mirar(pagina, 'código para retomar, vacío');
    let codigo = anterior;
    while (codigo === anterior) codigo = await codigoPara(e.url, p.correo);
    await pagina.getByLabel('Código').fill(codigo);
    await continuar(pagina);
    await pagina.getByRole('heading', { name: 'Tiene varias inscripciones sin terminar' }).waitFor();
    await mirar(pagina, 'elegir borrador');
  });

  it('entrar, verificar y consultar: con aciertos y con errores', { timeout: 300_000 }, async () => {
    const visita = await e.visita();
    const { pagina } = visita;
    const p = e.persona();
    await inscribir(visita, e.url, p);
    const [copia] = await e.oficina.sql<{ id: string }>(
      'select id_publico as id from sello.documento order by emitido_en desc limit 1',
    );
    for (const camino of ['/entrar', '/verificar', '/rut/estado']) {
      await pagina.goto(camino);
      await mirar(pagina, camino);
      expect([camino, await enviarPagina(pagina)]).toEqual([camino, 422]);
      await esPaginaConErrores(pagina, camino);
      await mirar(pagina, `${camino}, vacía`);
    }
    await pagina.getByLabel('NIT o número de cédula').fill(p.numero);
    await continuar(pagina);
    await pagina.getByText('REGISTRO ACTIVO').waitFor();
    await mirar(pagina, 'estado hallado');

    await pagina.goto('/entrar');
    await pagina.getByLabel('Tipo de documento').selectOption({ label: 'Cédula de ciudadanía' });
    await pagina.getByLabel('Número del documento').fill('1990577777');
    await pagina.getByRole('button', { name: 'Enviarme un código' }).click();
    await pagina.getByRole('heading', { name: 'Escriba el código' }).waitFor();
    await mirar(pagina, 'código para entrar');
    expect(await enviarPagina(pagina)).toBe(422);
    await mirar(pagina, 'código para entrar, vacío');

    await pagina.goto(`/verificar/${copia?.id}`);
    await mirar(pagina, 'documento verdadero');
    await pagina.goto('/verificar');
    await pagina.getByLabel('Archivo PDF').setInputFiles({
      name: 'x.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%%EOF'),
    });
    await pagina.getByRole('button', { name: 'Verificar el archivo' }).click();
    await pagina.getByRole('heading', { name: /no tiene el sello/ }).waitFor();
    await mirar(pagina, 'archivo sin sello');
  });

  it('las que solo se leen y las de error', { timeout: 300_000 }, async () => {
    const visita = await e.visita();
    const base = await borradorEn(visita, e.url, e.persona(), 'correo');
    const esperado = [
      ['/estado', 200],
      ['/ayuda', 200],
      ['/accesibilidad', 200],
      ['/datos-personales', 200],
      ['/codigo', 200],
      ['/operacion/buzon', 200],
      ['/no-existe', 404],
      ['/verificar/0123456789abcdefghjkmnpqrs', 404],
      [`${base}/paso-que-no-existe`, 404],
    ] as const;
    for (const [camino, estado] of esperado) {
      const respuesta = await visita.pagina.goto(camino);
      expect([camino, respuesta?.status()]).toEqual([camino, estado]);
      await mirar(visita.pagina, camino);
    }
    await visita.pagina.goto(`${base}/correo`);
    await visita.pagina.locator('[name=_csrf]').evaluate((i: HTMLInputElement) => (i.value = 'otro'));
    expect(await enviarPagina(visita.pagina)).toBe(403);
    await mirar(visita.pagina, 'formulario ajeno');
    await visita.pagina.goto(`${base}/correo`);
    await visita.pagina.getByLabel('Correo electrónico').fill('x'.repeat(70_000));
    expect(await enviarPagina(visita.pagina)).toBe(413);
    await mirar(visita.pagina, 'demasiado grande');
    await avanzar(visita, e.url, base, e.persona(), 'telefono');
  });
});
