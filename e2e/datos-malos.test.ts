import { describe, expect, it } from 'vitest';
import { continuar } from './apoyo/caminar.ts';
import { escena } from './apoyo/escena.ts';
import {
  borradorEn,
  mensajeDe,
  pasoAbierto,
  responder,
  respuestaDe,
  valorDe,
  type Campos,
} from './apoyo/inscripcion.ts';
import { enviar, pedir, type Visita } from './apoyo/visita.ts';

const e = escena(40);

const MALOS = {
  'de 10 000 letras': 'a'.repeat(10_000),
  'con emoji': 'Ana \u{1F984}\u{1F1E8}\u{1F1F4}',
  'con caracteres de control': 'A\u0001n\u0007a\u202E\u200B',
  'con SQL': "x'; drop table rut.titular; --",
  'con HTML': '"><img src=x onerror=alert(1)><script>alert(2)</script>',
};

/** Text fields that have a form of their own, by question: nothing of the above can be an answer. */
const CAMPOS: [slug: string, campos: string[]][] = [
  ['correo', ['correo']],
  ['codigo-correo', ['codigo']],
  ['telefono', ['telefono']],
  ['documento', ['numero']],
  ['nombres', ['primerApellido', 'segundoApellido', 'primerNombre', 'otrosNombres']],
  ['fecha-expedicion', ['fecha-dia', 'fecha-mes', 'fecha-anio']],
  ['direccion', ['generadora', 'placa', 'letra']],
  ['inicio-actividad', ['fecha-dia', 'fecha-anio']],
  ['establecimientos', ['cuantos']],
];

describe('lo que nadie debería escribir se rechaza junto a su campo y se devuelve como se escribió', () => {
  it.each(CAMPOS)('«%s»: %j', async (slug, campos) => {
    const visita = await e.visita();
    const p = e.persona();
    const base = await borradorEn(visita, e.url, p, slug);
    const buenas = slug === 'codigo-correo' ? { codigo: 'ABC234' } : await respuestaDe(e.url, slug, p);
    for (const campo of campos) {
      for (const [cual, valor] of Object.entries(MALOS)) {
        const caso = `${campo} ${cual}`;
        if (ACEPTABLES.has(caso)) continue;
        const r = await responder(visita, base, slug, { ...buenas, [campo]: valor });
        expect([caso, r.estado]).toEqual([caso, 422]);
        expect([caso, valorDe(r.html, campo)]).toEqual([caso, valor]);
        expect([caso, mensajeDe(r.html, campo)]).toEqual([caso, expect.stringMatching(/\w{3}.*\.$/)]);
        expect(r.html).not.toContain('<img src=x');
        expect(r.html).not.toContain('<script>alert');
      }
    }
    expect(await pasoAbierto(visita, base)).toBe(slug);
  });
});

/** Control characters are left out of a name and a letter, and what remains is a good answer. */
const ACEPTABLES = new Set([
  'primerApellido con caracteres de control',
  'segundoApellido con caracteres de control',
  'primerNombre con caracteres de control',
  'otrosNombres con caracteres de control',
]);

describe('una dirección sin placas es texto libre', () => {
  const RARA = 'Vereda \u{1F984} «Ñandú» 中 & "La Unión"\'; drop table rut.titular; --';
  it('con SQL o con letras que la fuente no tiene se guarda, se ve como texto y la copia se sella', async () => {
    const visita = await e.visita();
    const { pagina } = visita;
    const base = await borradorEn(visita, e.url, e.persona(), 'revision', {
      'tipo-direccion': { tipo: 'sin-nomenclatura' },
      'direccion-libre': { direccion: RARA },
    });
    await pagina.goto(`${base}/revision`);
    expect((await pagina.locator('main').innerText()).toLowerCase()).toContain('drop table rut.titular');
    await continuar(pagina);
    await pagina.getByRole('link', { name: 'Descargar la copia en PDF' }).waitFor();
  });

  it.each(['de 10 000 letras', 'con HTML'] as const)('%s, se rechaza', async (cual) => {
    const visita = await e.visita();
    const base = await borradorEn(visita, e.url, e.persona(), 'direccion-libre', {
      'tipo-direccion': { tipo: 'sin-nomenclatura' },
    });
    const r = await responder(visita, base, 'direccion-libre', { direccion: MALOS[cual] });
    expect([r.estado, valorDe(r.html, 'direccion')]).toEqual([422, MALOS[cual]]);
    expect(mensajeDe(r.html, 'direccion')).toMatch(/\w/);
  });
});

it('en el navegador, el HTML escrito en un nombre se ve escrito y no se ejecuta', async () => {
  const visita = await e.visita();
  const { pagina } = visita;
  const base = await borradorEn(visita, e.url, e.persona(), 'nombres');
  await pagina.goto(`${base}/nombres`);
  const mal = MALOS['con HTML'];
  await pagina.getByLabel('Primer apellido').fill(mal);
  await pagina.getByLabel('Primer nombre').fill('Ana');
  await continuar(pagina);
  await pagina.locator('.govuk-error-summary').waitFor();
  expect(await pagina.getByLabel('Primer apellido').inputValue()).toBe(mal);
  expect(await pagina.getByLabel('Primer nombre').inputValue()).toBe('Ana');
  expect(await pagina.locator('main img').count()).toBe(0);
});

describe('lo que el formulario no tiene', () => {
  const opciones: [slug: string, campos: Campos][] = [
    ['tratamiento-datos', { acepta: 'tal vez' }],
    ['documento', { tipo: '99', numero: '1990500001' }],
    ['departamento', { departamento: '00' }],
    ['municipio', { municipio: '05001' }],
    ['tipo-direccion', { tipo: 'otra' }],
    ['direccion', { via: 'XX', numero: '13', generadora: '5', placa: '20' }],
    ['actividad', { buscar: 'arepas', actividad: '99999' }],
    ['otra-actividad', { tiene: 'quizá' }],
    ['responsabilidades', { confirma: 'no' }],
  ];
  it('una opción fuera de la lista se rechaza en cada pregunta', async () => {
    const visita = await e.visita();
    const p = e.persona();
    const base = await borradorEn(visita, e.url, p, 'tratamiento-datos');
    const probadas: string[] = [];
    for (let slug = await pasoAbierto(visita, base); slug !== 'revision';) {
      const fuera = opciones.find(([s]) => s === slug)?.[1];
      const buena = await respuestaDe(e.url, slug, p);
      const mala = fuera ?? ('respuesta' in buena ? { respuesta: 'quizá' } : undefined);
      if (mala) {
        const r = await responder(visita, base, slug, mala);
        expect([slug, r.estado, await pasoAbierto(visita, base)]).toEqual([slug, 422, slug]);
        probadas.push(slug);
      }
      await responder(visita, base, slug, buena);
      slug = await pasoAbierto(visita, base);
    }
    expect(probadas).toEqual(expect.arrayContaining(opciones.map(([slug]) => slug)));
  });

  it.each(['x', '-1', '1e99', '99999999999999999999', "1'; --", ''])(
    'una revisión falseada (%j) ni falla ni impide guardar',
    async (_revision) => {
      const visita = await e.visita();
      const base = await borradorEn(visita, e.url, e.persona(), 'correo');
      const r = await responder(visita, base, 'tratamiento-datos', { acepta: 'si', _revision });
      expect([r.estado, r.a]).toEqual([303, `${base}/correo`]);
    },
  );

  it('sin el testigo de la página, o con otro, la respuesta es 403 y nada se guarda', async () => {
    const visita = await e.visita();
    const base = await borradorEn(visita, e.url, e.persona(), 'tratamiento-datos');
    for (const _csrf of ['', 'A'.repeat(43), 'x'.repeat(5_000)]) {
      const r = await responder(visita, base, 'tratamiento-datos', { acepta: 'si', _csrf });
      expect(r.estado).toBe(403);
      expect(r.html).toContain('No pudimos comprobar que este envío salió de nuestra página');
    }
    expect(await pasoAbierto(visita, base)).toBe('tratamiento-datos');
  });

  it('los hechos que establece la oficina no se pueden escribir con campos de más', async () => {
    const visita = await e.visita();
    const p = e.persona();
    const base = await borradorEn(visita, e.url, p, 'codigo-correo');
    await responder(visita, base, 'correo', {
      correo: p.correo,
      correoConfirmado: p.correo,
      'hechos[correoConfirmado]': p.correo,
      __proto__x: 'y',
      constructor: 'z',
      identidad: '{}',
    });
    expect(await pasoAbierto(visita, base)).toBe('codigo-correo');
    const r = await responder(visita, base, 'codigo-correo', { correoConfirmado: p.correo });
    expect([r.estado, await pasoAbierto(visita, base)]).toEqual([422, 'codigo-correo']);
  });

  it('un campo repetido no es una respuesta', async () => {
    const visita = await e.visita();
    const base = await borradorEn(visita, e.url, e.persona(), 'correo');
    const { ocultos } = await pedir(visita, `${base}/correo`);
    const datos = new URLSearchParams(ocultos);
    datos.append('correo', 'uno@pruebas.example');
    datos.append('correo', 'dos@pruebas.example');
    const r = await visita.contexto.request.post(`${base}/correo`, {
      data: datos.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      maxRedirects: 0,
    });
    expect(r.status()).toBe(422);
    expect(await pasoAbierto(visita, base)).toBe('correo');
  });
});

describe('el orden del trámite', () => {
  it('no se puede responder una pregunta antes de la anterior', async () => {
    const visita = await e.visita();
    const p = e.persona();
    const base = await borradorEn(visita, e.url, p, 'correo');
    for (const slug of ['telefono', 'documento', 'responsabilidades', 'revision']) {
      expect(await pedirUrl(visita, `${base}/${slug}`)).toBe(`${base}/correo`);
      const { ocultos } = await pedir(visita, `${base}/correo`);
      const r = await enviar(visita, `${base}/${slug}`, {
        ...ocultos,
        ...(await respuestaDe(e.url, slug, p)),
      });
      expect([slug, r.estado, r.a]).toEqual([slug, 303, `${base}/correo`]);
    }
    expect(await pasoAbierto(visita, base)).toBe('correo');
  });

  it('el borrador de otra persona no existe, ni para leer ni para escribir', async () => {
    const duena = await e.visita();
    const ajena = await e.visita();
    const base = await borradorEn(duena, e.url, e.persona(), 'telefono');
    const propio = await borradorEn(ajena, e.url, e.persona(), 'correo');
    expect((await pedir(ajena, `${base}/correo`)).estado).toBe(404);
    const { ocultos } = await pedir(ajena, `${propio}/correo`);
    const r = await enviar(ajena, `${base}/correo`, { ...ocultos, correo: 'ladron@pruebas.example' });
    expect(r.estado).toBe(404);
    expect(await pasoAbierto(duena, base)).toBe('telefono');
  });
});

async function pedirUrl(visita: Visita, camino: string): Promise<string> {
  return new URL((await pedir(visita, camino)).url).pathname;
}
