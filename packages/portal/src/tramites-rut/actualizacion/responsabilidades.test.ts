import { fecha } from '@autogestion/normas/fechas';
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
import { actualizarRut } from '../../../pruebas/verificados.ts';

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

  it('a una entidad, para quien no es el cuestionario, se le muestra la lista, y no se le habla de ingresos', async () => {
    const { n, empresa } = await conEmpresa(o);
    const base = await empezar(n, empresa);
    expect((await n.ver(`${base}/que-cambia`)).body).not.toContain('Sus ingresos subieron');
    expect((await n.enviar(`${base}/que-cambia`, { cambios: 'ingresos' })).statusCode).toBe(422);
    await responder(n, base, [['que-cambia', { cambios: 'responsabilidades' }]]);
    expect((await n.ver(base)).headers.location).toBe(`${base}/codigos`);
    expect(cajas((await n.ver(`${base}/codigos`)).body).todas).toContain('07');
  });
});

/** What is answered of who sells arepas and earned more. */
const PASO_LA_SUMA: Paso[] = [
  ['tope-3500', { respuesta: 'si' }],
  ['franquicia', { respuesta: 'no' }],
  ['usuario-aduanero', { respuesta: 'no' }],
  ['debe-declarar-renta', { respuesta: 'si' }],
];
const NO_LA_PASO: Paso[] = PASO_LA_SUMA.map(([slug]) => [slug, { respuesta: 'no' }]);

describe('ingresos que subieron', () => {
  it('se puede decir sin que cambie otra cosa: se responde, y las que faltan entran con su razón', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    expect((await n.ver(`${base}/que-cambia`)).body).toContain('Sus ingresos subieron');
    await responder(n, base, [['que-cambia', { cambios: 'ingresos' }], ...PASO_LA_SUMA]);
    const { body } = await n.ver(`${base}/codigos`);
    expect(cajas(body).marcadas).toEqual(['05', '33', '52']);
    expect(body).toContain('href="que-cambia"');
    await responder(n, base, [['codigos', { agrega: '05' }], SIN_DIA]);
    // What was answered and was left out is said, and where to mend it.
    const revision = (await n.ver(`${base}/revision`)).body;
    expect(revision).toContain('es responsable del impuesto al consumo, y su RUT dice que no (código 50).');
    expect(revision).toContain('href="codigos"');
    await n.ver(`${base}/codigos`);
    await n.enviar(`${base}/codigos`, { agrega: ['05', '33', '52'], vistas: n.ocultos().vistas ?? '' });
    expect((await n.ver(`${base}/revision`)).body).not.toContain('su RUT dice que no');
    expect((await terminar(n, base)).headers.location).toContain('/actualizado/');
    const { clasificacion } = (await versiones(o, titular)).at(-1)?.registro ?? {};
    expect(clasificacion?.responsabilidades).toEqual(['05', '33', '49', '52']);
  });

  it('si no llegan a la suma, la revisión dice que por ellos no hay nada que agregar', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await responder(n, base, [['que-cambia', { cambios: 'ingresos' }], ...NO_LA_PASO, SIN_DIA]);
    const { body } = await n.ver(`${base}/revision`);
    expect(body).toContain('Por sus ingresos no tiene nada que agregar aquí');
    expect(body).toContain('No cambió ningún dato.');
  });

  it('con otra actividad se pregunta si subieron; con «no» se sigue, con «sí» se responde', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await responder(n, base, [
      ['que-cambia', { cambios: 'actividad-secundaria' }],
      ['otra-actividad', { tiene: 'si' }],
      ['actividad-secundaria', { actividad: '9602' }],
      ['inicio-secundaria', fechaEnCampos('2026-03-01')],
    ]);
    expect((await n.ver(base)).headers.location).toBe(`${base}/ingresos-con-el-cambio`);
    await responder(n, base, [['ingresos-con-el-cambio', { suben: 'no' }]]);
    expect((await n.ver(base)).headers.location).toBe(`${base}/cuando`);
    await responder(n, base, [
      ['ingresos-con-el-cambio', { suben: 'si' }],
      ['vende-gravado', { respuesta: 'si' }],
      ['tope-3500', { respuesta: 'si' }],
      ['franquicia', { respuesta: 'no' }],
      ['usuario-aduanero', { respuesta: 'no' }],
    ]);
    const { body } = await n.ver(`${base}/codigos`);
    expect(cajas(body).marcadas).toEqual(['05', '33', '48', '52']);
    expect(body).toContain('href="ingresos-con-el-cambio"');
  });

  it('a quien está en el SIMPLE se le pregunta cuánto recibió en total, y el 48 se le dice por confirmar', async () => {
    const { n, titular } = await alguien(o);
    await actualizarRut(o, { titular }, () => ({
      actividadPrincipal: { codigo: '6910', desde: fecha('2020-01-02') },
      responsabilidades: ['47', '49'],
    }));
    const base = await empezar(n, titular);
    await responder(n, base, [
      ['que-cambia', { cambios: 'ingresos' }],
      ['vende-gravado', { respuesta: 'si' }],
    ]);
    expect((await n.ver(`${base}/tope-3500`)).body).toContain('Cuente todo lo que recibió');
    await responder(n, base, [
      ['tope-3500', { respuesta: 'si' }],
      ['usuario-aduanero', { respuesta: 'no' }],
    ]);
    const { body } = await n.ver(`${base}/codigos`);
    expect(cajas(body).marcadas).toEqual(['48', '52']);
    expect(body).toContain('(ET 437 par. 3 y 4). Por confirmar');
  });
});
