import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const CUADRA = {
  29: 100_000_000,
  30: 20_000_000,
  31: 80_000_000,
  32: 91_237_000,
  33: 7_000_000,
  34: 84_237_000,
};
const API = '/api/v1/declaraciones/210/validar';
const pedir = (payload: object | string, url = API) =>
  o.oficina.servidor.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });

describe('POST /api/v1/declaraciones/{formulario}/validar', () => {
  it('la que cuadra no tiene desviaciones, y nadie tiene que entrar', async () => {
    const r = await pedir({ anio: 2025, casillas: CUADRA });
    expect([r.statusCode, r.json<object>()]).toEqual([200, expect.objectContaining({ desviaciones: [] })]);
  });

  it('dice la casilla, lo recibido, lo calculado, la diferencia y por qué', async () => {
    const r = await pedir({ anio: 2025, casillas: { ...CUADRA, 34: 84_238_000 } });
    expect(r.json<{ desviaciones: object[] }>().desviaciones[0]).toMatchObject({
      ruta: '34',
      recibido: 84_238_000,
      calculado: 84_237_000,
      diferencia: 1_000,
      tipo: 'calculo',
      mensaje: expect.stringContaining('la casilla 34 da') as string,
    });
  });

  it.each([
    ['un año sin parámetros', { anio: 2031, casillas: {} }, 422],
    ['sin año', { casillas: {} }, 422],
    ['lo que no es de una declaración', { anio: 2025, nombre: 'x' }, 422],
    ['casillas que no son un objeto', { anio: 2025, casillas: [] }, 422],
    ['lo que no es JSON', '{"anio":', 400],
    ['uno enorme', { anio: 2025, casillas: { 29: 'x'.repeat(300_000) } }, 413],
  ])('%s se rechaza', async (_, cuerpo, estado) => {
    expect((await pedir(cuerpo)).statusCode).toBe(estado);
  });

  it('de un formulario que no es de una declaración no hay nada', async () => {
    expect((await pedir({ anio: 2025 }, '/api/v1/declaraciones/490/validar')).statusCode).toBe(404);
  });

  it('el registro de la oficina no lleva ninguna cifra ni dato de lo enviado', async () => {
    const antes = o.registro.length;
    await pedir({ anio: 2025, casillas: { ...CUADRA, 5: '900123456', 34: 84_239_000, 35: 'veintiochomil' } });
    await pedir({ anio: 2025, casillas: { ...CUADRA, 34: 84_239_000 } });
    await pedir(`{"anio":2025,"casillas":{"29":77665544,`);
    const lineas = o.registro.slice(antes).join('\n');
    expect(lineas).toContain('/api/v1/declaraciones/:formulario/validar');
    expect(lineas).not.toMatch(
      /91237000|91\.237\.000|84239000|84\.239\.000|900123456|veintiochomil|77665544/,
    );
  });

  it('nada de lo enviado queda en la base', async () => {
    await pedir({ anio: 2025, casillas: { ...CUADRA, 34: 84_239_000 } });
    const { n } =
      (await o.consultar<{ n: string }>(`select count(*) n from declaraciones.borrador`))[0] ?? {};
    expect(n).toBe('0');
  });
});

describe('la página «Probar sin presentar»', () => {
  const pegar = (declaracion: string, otros: Record<string, string> = {}) =>
    o.navegador().enviar('/declaraciones/probar', { formulario: '210', anio: '2025', declaracion, ...otros });

  it('dice que no se guarda y que no es presentar', async () => {
    const r = await o.navegador().ver('/declaraciones/probar');
    expect(r.body).toContain('esto no es presentar');
    expect(r.body).toContain('guardamos nada');
  });

  it.each([
    ['CSV con punto y coma', 'casilla;valor\n32;90000000\n33;7000000\n34;84000000'],
    ['CSV con puntos de miles', '32;90.000.000\n33;7.000.000\n34;84.000.000'],
    ['JSON', '{"anio":2025,"casillas":{"32":90000000,"33":7000000,"34":84000000}}'],
  ])('%s: la casilla que no cuadra, con lo que debería dar', async (_, texto) => {
    const r = await pegar(texto);
    expect(r.statusCode).toBe(200);
    expect(r.body).toContain('Casilla 34');
    expect(r.body).toMatch(/83\.000\.000/);
    expect(r.body).toContain('No se presentó ni se guardó nada');
  });

  it('filas de municipios por su ruta, con el código que empieza por cero', async () => {
    const r = await pegar(
      'municipios.1.codigo;05001\nmunicipios.1.grupo;1\nmunicipios.1.ingresos;10000000\nmunicipios.1.tarifaPorMil;7\n39;11000000',
      { formulario: '2593' },
    );
    expect(r.body).toMatch(/Casilla 39/);
    expect(r.body).toMatch(/10\.000\.000/);
  });

  it.each([
    ['nada', '', 'Pegue su declaración'],
    ['JSON roto', '{"casillas":', 'El JSON no se puede leer'],
    ['CSV con tres columnas', '32;90;000', 'hay más de dos columnas'],
    ['una casilla dos veces', '32;1\n32;2', 'se repite la casilla 32'],
    ['una fila que se salta', 'dividendos.3.base;1', 'se salta una fila'],
    ['otro año', '{"anio":2024}', 'dice otro año'],
  ])('%s se dice junto al campo, y lo pegado no se pierde', async (_, texto, dicho) => {
    const r = await pegar(texto);
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain(dicho);
    if (texto !== '') expect(r.body).toContain(texto.split('\n')[0]?.replaceAll('"', '&quot;').slice(0, 8));
  });
});
