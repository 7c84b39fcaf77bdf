import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leido } from '../../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { COMPARAR } from '../elegibilidad/index.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const TIENDA = { 'grupo-1': '200.000.000', costos: '60.000.000', ica: '5,5', dependientes: '0' };
async function comparar(campos: Record<string, string>) {
  const n = o.navegador();
  await n.ver(COMPARAR);
  return n.enviar(COMPARAR, campos);
}

describe('¿me conviene el SIMPLE?', () => {
  it('dice cuál cuesta menos y por cuánto, lo dibuja, lo da por partes y dice lo que queda por fuera', async () => {
    const r = await comparar(TIENDA);
    const texto = leido(r.body);
    expect(texto).toMatch(/El SIMPLE le cuesta \$ [\d.]+ menos al año/);
    expect(r.body).toContain('<svg viewBox="0 0 340');
    expect(texto).toMatch(
      /Por partes .*Impuesto de la Nación \$ [\d.]+ \$ 1\.300\.000 .*ICA de los municipios \$ 1\.100\.000 \$ 1\.100\.000/,
    );
    expect(texto).toContain('El SIMPLE cobra 1,2 % de todo lo que recibe');
    expect(texto).toContain('− Costos y gastos, con el ICA $ 61.100.000');
    expect(texto).toContain('Las tarifas y la UVT son las de 2025.');
    expect(texto).toContain('No cuenta el IVA');
    expect(r.body).toContain('value="200.000.000"');
  });

  it('con poco margen cuesta menos el ordinario', async () => {
    const texto = leido((await comparar({ ...TIENDA, costos: '170.000.000' })).body);
    expect(texto).toContain('El régimen ordinario le cuesta $ 1.300.000 menos al año');
    expect(texto).toContain('En el SIMPLE, el impuesto de la Nación es $ 1.300.000 más.');
  });

  it('lo que pasa del límite se dice', async () => {
    const texto = leido((await comparar({ ...TIENDA, 'grupo-1': '4.979.900.000' })).body);
    expect(texto).toContain('ya no cabe en el SIMPLE');
  });

  it.each([
    ['sin ingresos', { 'grupo-1': '' }, 'Escriba lo que recibe, al menos en una actividad.'],
    ['con letras', { costos: 'hartos' }, 'value="hartos"'],
    [
      'más con tarjeta que en total',
      { electronicos: '300.000.000' },
      'No puede ser más que todo lo que recibe.',
    ],
    ['una tarifa imposible', { ica: '966' }, 'Escriba una tarifa por mil entre 0 y 99'],
    ['ceros de más', { aportes: '9'.repeat(15) }, 'Revise el valor'],
  ])('%s: se dice junto a su campo, y lo demás sigue escrito', async (_, cambios, dice) => {
    const r = await comparar({ ...TIENDA, ...cambios });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain(dice);
    expect(r.body).toContain('name="dependientes" type="radio" value="0" checked');
  });

  it('la API da lo mismo, con el grupo que no existe dicho', async () => {
    const pedir = (ingresos: object) =>
      o.api().pedir<object>('POST', '/declaraciones/simple/comparacion', {
        ingresos,
        costos: 170_000_000,
        icaPorMil: '5.5',
      });
    expect((await pedir({ '1': 200_000_000 })).cuerpo).toMatchObject({
      ...{ anio: 2025, masBarato: 'ordinario', diferencia: 1_300_000 },
      simple: { tarifa: '1,2 %', cabe: true, partes: { nacional: 1_300_000, ica: 1_100_000, consumo: 0 } },
      deDonde: { nacional: -1_300_000, ica: 0, consumo: 0 },
    });
    expect(JSON.stringify((await pedir({ '4': 1_000 })).cuerpo)).toContain(
      'Los grupos son 1, 2, 3, 3 (sic), 6.',
    );
  });
});
