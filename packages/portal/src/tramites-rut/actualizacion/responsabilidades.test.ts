import { RESPONSABILIDADES } from '@autogestion/normas/rut';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  alguien,
  conEmpresa,
  empezar,
  responder,
  SIN_DIA,
  terminar,
  versiones,
  type Paso,
} from '../../../pruebas/actualizacion.ts';
import { fechaEnCampos } from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

/** Who sold arepas opens a shop whose sales pay IVA. */
async function conTienda(n: Navegador, base: string): Promise<void> {
  await n.ver(`${base}/que-cambia`);
  await n.enviar(`${base}/que-cambia`, { cambios: ['actividad-principal', 'responsabilidades'] });
  await responder(n, base, [
    ['actividad', { actividad: '4711' }],
    ['inicio-actividad', fechaEnCampos('2026-03-01')],
    ['codigos-como', { como: 'preguntas' }],
  ]);
}
const RESPONDE: Paso[] = [
  ['vende-gravado', { respuesta: 'si' }],
  ['tope-3500', { respuesta: 'si' }],
  ['usuario-aduanero', { respuesta: 'no' }],
];
/** Codes whose boxes are on the page, and those that are ticked. */
const cajas = (html: string) => {
  const todas = [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([caja]) => ({
    codigo: /value="(\d+)"/.exec(caja)?.[1] ?? '',
    nombre: /name="(\w+)"/.exec(caja)?.[1] ?? '',
    marcada: / checked/.test(caja),
  }));
  return { todas: todas.map((c) => c.codigo), marcadas: todas.filter((c) => c.marcada).map((c) => c.codigo) };
};

describe('responsabilidades por preguntas', () => {
  it('de lo que empezó salen las que faltan, cada una con su razón y su artículo; el 48 ocupa el lugar del 49', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await conTienda(n, base);
    await responder(n, base, RESPONDE);
    const { body } = await n.ver(`${base}/codigos`);
    expect(cajas(body).marcadas).toEqual(['05', '42', '48', '52']);
    expect(body).toContain('usted recibió, contrató o consignó 3.500 UVT o más. (ET 437 par. 3');
    expect(body).toContain('Ocupa el lugar de la 49, que sale.');
    expect(body).toContain('Por confirmar: es criterio de esta oficina.');
    const r = await n.enviar(`${base}/codigos`, { agrega: ['05', '48', '52'] });
    expect(r.headers.location).toBe(`${base}/cuando`);
    await responder(n, base, [SIN_DIA]);
    expect((await terminar(n, base)).headers.location).toContain('/actualizado/');
    const { clasificacion } = (await versiones(o, titular)).at(-1)?.registro ?? {};
    expect(clasificacion?.responsabilidades).toEqual(['05', '48', '50', '52']);
  });

  it('nunca se ofrece una que ya tiene, ni una que solo da la DIAN', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await conTienda(n, base);
    await responder(n, base, RESPONDE);
    const { todas } = cajas((await n.ver(`${base}/codigos`)).body);
    const prohibidas = [
      '49',
      '50',
      ...RESPONSABILIDADES.filter((r) => r.soloPorActo !== false).map((r) => r.codigo),
    ];
    expect(todas.filter((c) => prohibidas.includes(c))).toEqual([]);
    expect(new Set(todas).size).toBe(todas.length);
  });

  it('otra respuesta es otra propuesta, y se vuelve a mirar antes de terminar', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await conTienda(n, base);
    await responder(n, base, RESPONDE);
    await n.ver(`${base}/codigos`);
    const { vistas = '' } = n.ocultos();
    expect(vistas).toBe('05 42 48 52');
    await n.enviar(`${base}/codigos`, { agrega: ['48'], vistas });
    await responder(n, base, [
      SIN_DIA,
      ['tope-3500', { respuesta: 'no' }],
      ['franquicia', { respuesta: 'no' }],
      ['debe-declarar-renta', { respuesta: 'si' }],
    ]);
    expect((await n.ver(base)).headers.location).toBe(`${base}/codigos`);
    expect(cajas((await n.ver(`${base}/codigos`)).body).marcadas).toEqual(['05']);
  });

  it('si no le falta ninguna se dice, con el camino de vuelta, y queda la lista', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await responder(n, base, [
      ['que-cambia', { cambios: 'responsabilidades' }],
      ['codigos-como', { como: 'preguntas' }],
      ['tope-3500', { respuesta: 'no' }],
      ['franquicia', { respuesta: 'no' }],
      ['usuario-aduanero', { respuesta: 'no' }],
      ['debe-declarar-renta', { respuesta: 'no' }],
    ]);
    const { body } = await n.ver(`${base}/codigos`);
    expect(body).toContain('no hay otra que pueda agregar aquí');
    expect(body).toContain('href="que-cambia"');
    expect(cajas(body).marcadas).toEqual([]);
    expect((await n.enviar(`${base}/codigos`)).statusCode).toBe(422);
    await n.ver(`${base}/codigos`);
    expect((await n.enviar(`${base}/codigos`, { agrega: '22' })).statusCode).toBe(303);
  });

  it('a una entidad, para quien no es el cuestionario, se le muestra la lista', async () => {
    const { n, empresa } = await conEmpresa(o);
    const base = await empezar(n, empresa);
    await responder(n, base, [['que-cambia', { cambios: 'responsabilidades' }]]);
    expect((await n.ver(base)).headers.location).toBe(`${base}/codigos`);
    expect(cajas((await n.ver(`${base}/codigos`)).body).todas).toContain('07');
  });
});
