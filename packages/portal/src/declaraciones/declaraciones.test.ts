import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firmar, obtenerFirma, pedirClave } from '../../pruebas/firma.ts';
import type { Navegador } from '../../pruebas/navegador.ts';
import { deudoraSinDeudas, type Deudora } from '../../pruebas/oficina-con-deudas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const leer = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');

interface Declarante {
  d: Deudora;
  n: Navegador;
  /** `/de/<titular>/declaraciones` */
  base: string;
}

async function declarante(): Promise<Declarante> {
  const d = await deudoraSinDeudas(o);
  const { navegador: n } = await obtenerFirma(o, d.inscrita, d.p);
  return { d, n, base: `/de/${d.inscrita.titular}/declaraciones` };
}

async function empezar({ n, base }: Declarante, anio = 2025): Promise<string> {
  await n.ver(base);
  await n.enviar(base, { formulario: '210', anio: String(anio), periodo: 'anual' });
  return String(n.pagina?.headers.location);
}

const SALARIO = {
  'casilla-32': '120.000.000',
  'casilla-33': '9.600.000',
  'casilla-36': '27.600.000',
};

async function llenar({ n }: Declarante, borrador: string, trabajo: Record<string, string> = SALARIO) {
  await n.ver(`${borrador}/formulario/cedula-general-rentas-de-trabajo`);
  return n.enviar(`${borrador}/formulario/cedula-general-rentas-de-trabajo`, trabajo);
}

async function firmarYPresentar(q: Declarante, borrador: string) {
  await pedirClave(o, q.n, `${borrador}/firmar`);
  const r = await firmar(o, q.n, `${borrador}/firmar`, q.d.p);
  if (r.statusCode !== 303) throw new Error(`firmar: ${r.statusCode} ${leer(r.body).slice(0, 2000)}`);
  await q.n.seguir();
  return q.n.seguir();
}

describe('declaraciones', () => {
  it('del borrador al recibo: lo que se firma es lo que se presenta, y lo que se debe queda en la cuenta', async () => {
    const q = await declarante();
    const borrador = await empezar(q);
    expect((await llenar(q, borrador)).statusCode).toBe(303);
    const { body: revision } = await q.n.ver(`${borrador}/revision`);
    expect(leer(revision)).toContain('Le queda por pagar $');
    const recibo = await firmarYPresentar(q, borrador);
    expect(recibo.statusCode).toBe(200);
    expect(leer(recibo.body)).toMatch(/Presentada Declaración de renta de 2025 Radicado 2026FE\d{9}/);
    const cuanto = /Quedan (\$ [\d.]+) por pagar/.exec(leer(recibo.body))?.[1] ?? 'nada';
    const { body: cuenta } = await q.n.ver(q.d.base);
    expect(leer(cuenta)).toContain(`Debe ${cuanto} de renta de 2025`);
    const lista = leer((await q.n.ver(q.base)).body);
    expect(lista).toContain('Declaración de renta de 2025');
    expect(lista).not.toContain('no está presentado');
  });

  it('la misma declaración dos veces a la vez se presenta una vez, y el borrador ya no se llena', async () => {
    const q = await declarante();
    const borrador = await empezar(q);
    await llenar(q, borrador);
    await firmarYPresentar(q, borrador);
    const { statusCode, body } = await q.n.ver(`${borrador}/firmar`);
    expect([statusCode, leer(body).includes('ya se presentó')]).toEqual([409, true]);
    expect((await llenar(q, borrador)).statusCode).toBe(409);
    await q.n.ver(q.base);
    expect((await q.n.enviar(q.base, { formulario: '210', anio: '2025', periodo: 'anual' })).statusCode).toBe(
      409,
    );
  });

  it('lo que no se puede leer se dice junto a su casilla, y lo demás ya quedó guardado', async () => {
    const q = await declarante();
    const borrador = await empezar(q);
    const r = await llenar(q, borrador, { ...SALARIO, 'casilla-33': 'mucho <b>' });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('value="mucho &lt;b>"');
    expect(leer(r.body)).toContain('Escriba el valor solo con números');
    const { body } = await q.n.ver(`${borrador}/formulario/cedula-general-rentas-de-trabajo`);
    expect(body).toContain('value="120.000.000"');
  });

  it('dos aparatos que llenan cosas distintas no chocan; si es lo mismo, se elige', async () => {
    const q = await declarante();
    const borrador = await empezar(q);
    const camino = `${borrador}/formulario/cedula-general-rentas-de-trabajo`;
    await q.n.ver(camino);
    const vieja = q.n.ocultos()._revision ?? '';
    await q.n.enviar(camino, { 'casilla-32': '10.000.000' });
    expect(
      (await q.n.enviar(camino, { 'casilla-32': '10.000.000', 'casilla-33': '800.000', _revision: vieja }))
        .statusCode,
    ).toBe(303);
    const r = await q.n.enviar(camino, {
      'casilla-32': '11.000.000',
      'casilla-33': '800.000',
      _revision: vieja,
    });
    expect([r.statusCode, leer(r.body).includes('Lo que ya está guardado: $ 10.000.000')]).toEqual([
      409,
      true,
    ]);
    const propuesto = JSON.stringify(['casilla:32', 11_000_000]);
    await q.n.enviar(`${borrador}/choques`, { 'propuesto-0': propuesto, 'elige-0': 'propuesto' });
    expect((await q.n.ver(camino)).body).toContain('value="11.000.000"');
  });

  it('la tardía lleva su sanción y lo dice antes de firmar', async () => {
    const q = await declarante();
    const borrador = await empezar(q, 2024);
    await llenar(q, borrador);
    const texto = leer((await q.n.ver(`${borrador}/revision`)).body);
    expect(texto).toContain('lleva una sanción de $');
    const recibo = leer((await firmarYPresentar(q, borrador)).body);
    expect(recibo).toContain('son sanción');
  });

  it('con algo que no cuadra no se firma, y se dice dónde está', async () => {
    const q = await declarante();
    const borrador = await empezar(q);
    await llenar(q, borrador, { 'casilla-32': '1.000.000', 'casilla-33': '2.000.000' });
    const { body } = await q.n.ver(`${borrador}/revision`);
    expect(leer(body)).toContain('Lo que falta para presentarla');
    expect(leer(body)).not.toContain('Firmar y presentar');
    expect((await q.n.ver(`${borrador}/firmar`)).statusCode).toBe(409);
  });

  it('el borrador de otra persona no está', async () => {
    const [una, otra] = [await declarante(), await declarante()];
    const borrador = await empezar(una);
    const ajeno = borrador.replace(una.d.inscrita.titular, otra.d.inscrita.titular);
    expect((await otra.n.ver(ajeno)).statusCode).toBe(404);
    expect((await otra.n.ver(borrador)).statusCode).toBe(404);
  });
});
