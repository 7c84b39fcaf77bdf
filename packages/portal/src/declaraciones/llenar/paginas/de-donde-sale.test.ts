import { casillasDe } from '@autogestion/normas/formularios/motor';
import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  declarante,
  empezar,
  firmarYPresentar,
  llenar,
  reciboDe,
  type Declarante,
} from '../../../../pruebas/declaraciones.ts';
import { leido } from '../../../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
let q: Declarante;
beforeAll(async () => {
  o = await abrirOficina();
  q = await declarante(o);
});
afterAll(() => o.cerrar());

it('de dónde sale el impuesto y cómo cambió frente al año pasado: en la revisión y en lo presentado', async () => {
  const pasada = await empezar(q, { anio: 2024 });
  await llenar(q, pasada, { 'casilla-32': '100.000.000', 'casilla-33': '8.000.000' });
  expect(leido((await q.n.ver(`${pasada}/revision`)).body)).toContain(
    'no hay una declaración de renta de 2023 con qué comparar',
  );
  await firmarYPresentar(o, q, pasada);

  const borrador = await empezar(q, { anio: 2025 });
  await llenar(q, borrador);
  // The return of the year before suggests something for this one.
  const { body: reportado } = await q.n.ver(`${borrador}/lo-reportado`);
  const sugeridas = new Set(reportado.match(/es-s-[0-9a-f]{20}/g));
  await q.n.enviar(`${borrador}/lo-reportado`, Object.fromEntries([...sugeridas].map((s) => [s, 'no'])));
  const revision = (await q.n.ver(`${borrador}/revision`)).body;
  await firmarYPresentar(o, q, borrador);
  const recibo = (await q.n.ver(reciboDe(q))).body;
  for (const body of [revision, recibo]) {
    const texto = leido(body);
    expect(texto).toContain('Lo que recibió Casilla 32 $ 120.000.000');
    expect(texto).toMatch(/No es renta Casilla 33 [-−]\$ 9\.600\.000/);
    expect(texto).toContain('De 1.090 a 1.700 UVT 19 %');
    expect(texto).toMatch(
      /32\. Ingresos brutos de las rentas de trabajo \$ 100\.000\.000 \$ 120\.000\.000 Sube \$ 20\.000\.000/,
    );
    expect(body).toContain('Las cifras están en la tabla que sigue.');
  }
});

it('cada casilla calculada dice por qué: una frase primero, y lo que no suma nada plegado', async () => {
  const borrador = await empezar(q, { anio: 2023 });
  await llenar(q, borrador);
  for (const { clave, clase } of casillasDe(FORMULARIO_210).filter((c) => c.formula)) {
    const { statusCode, body } = await q.n.ver(`${borrador}/casilla/${clave}`);
    expect([clave, clase, statusCode]).toEqual([clave, clase, 200]);
    const dentro = /<div class="explicacion">(.*?)<\/div>/s.exec(body)?.[1] ?? '';
    expect([clave, /^<p class="govuk-body">\p{Lu}[^<]+\.<\/p>/u.test(dentro)]).toEqual([clave, true]);
    const sinPlegar = dentro.split('<details')[0] ?? '';
    expect([clave, /: \$\u00a00</.test(sinPlegar)]).toEqual([clave, false]);
  }
  const { body } = await q.n.ver(`${borrador}/formulario/cedula-general-rentas-de-trabajo`);
  expect(body.match(/¿Por qué este valor\?/g)?.length).toBe(body.match(/<output[^>]*data-vacio/g)?.length);
});
