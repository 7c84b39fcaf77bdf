import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  conEmpresa,
  empezar,
  noMas,
  responder,
  SIN_DIA,
  terminar,
  versiones,
  type Paso,
  type Quien,
} from '../../../pruebas/actualizacion.ts';
import { fechaEnCampos } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { textoDePdf } from '../../../pruebas/pdf.ts';

let o: OficinaDePrueba;
let q: Quien & { empresa: string };
let base: string;
beforeAll(async () => {
  o = await abrirOficina();
  q = await conEmpresa(o);
});
beforeEach(async () => {
  base = await empezar(q.n, q.empresa);
});
afterAll(() => o.cerrar());

const enviar = async (slug: string, campos: Record<string, string>) => {
  await q.n.ver(`${base}/${slug}`);
  return q.n.enviar(`${base}/${slug}`, campos);
};
const CONSTITUCION: Paso[] = [
  ['acto-cual', { cual: 'constitucion' }],
  ['acto-documento', { numero: '1234', ...fechaEnCampos('2020-01-02') }],
  ['acto-notaria', { notaria: '5' }],
  ['acto-registro', { entidad: 'Cámara de Comercio', ...fechaEnCampos('2020-01-10') }],
  ['acto-matricula', { matricula: '000111', municipio: '11001' }],
  ['acto-vigencia', { 'desde-dia': '2', 'desde-mes': '1', 'desde-anio': '2020' }],
];
const CAPITAL: Paso = [
  'capital',
  { nacionalPublico: '0', nacionalPrivado: '66,67', extranjeroPublico: '0', extranjeroPrivado: '33,33' },
];

describe('la hoja 2 de una entidad', () => {
  it('constitución, reforma, capital y matriz entran en una versión, y se ven en la página y en la copia', async () => {
    // Its copy is newer than that of the registration.
    o.reloj.avanzar(60_000);
    await q.n.ver(`${base}/que-cambia`);
    await q.n.enviar(`${base}/que-cambia`, { cambios: ['constitucion', 'capital', 'vinculacion'] });
    await responder(q.n, base, [
      ...CONSTITUCION,
      ['acto-otra-vez', { otra: 'si', despuesDe: '1' }],
      ['acto-cual.2', { cual: 'reforma' }],
      ['acto-documento.2', { numero: 'Acta 7', ...fechaEnCampos('2025-05-06') }],
      ['acto-notaria.2', { notaria: '' }],
      ['acto-registro.2', {}],
      ['acto-matricula.2', { matricula: '', municipio: '' }],
      ['acto-vigencia.2', {}],
    ]);
    const cierre = (await q.n.ver(`${base}/acto-otra-vez`)).body;
    expect(cierre).toContain('La última reforma: documento Acta 7, del 6 de mayo de 2025');
    expect(cierre).not.toContain('type="radio"');
    await responder(q.n, base, [
      noMas('acto', 2),
      CAPITAL,
      ['vinculacion-hay', { hay: 'si' }],
      ['vinculacion-grupo', { grupo: 'Grupo Ficticio' }],
      ['vinculacion-matriz', { nit: '899.999.034-1', nombre: 'Matriz Ficticia' }],
      SIN_DIA,
    ]);
    expect((await terminar(q.n, base)).headers.location).toContain('/actualizado/');
    expect((await versiones(o, q.empresa)).at(-1)?.registro.organizacion).toEqual({
      constitucion: {
        numero: '1234',
        fecha: '2020-01-02',
        notaria: '5',
        entidadDeRegistro: 'CÁMARA DE COMERCIO',
        fechaDeRegistro: '2020-01-10',
        matricula: '000111',
        municipio: '11001',
        vigenteDesde: '2020-01-02',
      },
      reforma: { numero: 'Acta 7', fecha: '2025-05-06' },
      capital: { nacionalPublico: 0, nacionalPrivado: 6667, extranjeroPublico: 0, extranjeroPrivado: 3333 },
      vinculacion: {
        tiene: true,
        grupo: 'GRUPO FICTICIO',
        matriz: { nit: '899999034', nombre: 'MATRIZ FICTICIA' },
      },
    });
    await o.trabajar();
    const { body } = await q.n.ver(`/de/${q.empresa}/rut/formulario`);
    for (const titulo of [
      'Constitución',
      'Última reforma',
      'Composición del capital',
      'Vinculación económica',
    ])
      expect(body).toContain(`Hoja 2. ${titulo}`);
    const tarjeta = (await q.n.ver(`/de/${q.empresa}/rut`)).body;
    const [copia = ''] = /\/de\/[^"]+\/rut\/copias\/[^"]+/.exec(tarjeta) ?? [];
    const texto = await textoDePdf((await q.n.ver(copia)).rawPayload);
    for (const casilla of ['hoja 2', 'CONSTITUCIÓN', '1234', '66,67', 'MATRIZ FICTICIA'])
      expect(texto).toContain(casilla);
  });

  it('la constitución se corrige sobre lo que dice el RUT, y la reforma empieza vacía', async () => {
    await responder(q.n, base, [
      ['que-cambia', { cambios: 'constitucion' }],
      ['acto-cual', { cual: 'constitucion' }],
    ]);
    const documento = (await q.n.ver(`${base}/acto-documento`)).body;
    expect(documento).toMatch(/name="numero"[^>]*value="1234"|value="1234"[^>]*name="numero"/);
    expect(documento).toMatch(/name="fecha-anio"[^>]*value="2020"|value="2020"[^>]*name="fecha-anio"/);
    await responder(q.n, base, [['acto-cual', { cual: 'reforma' }]]);
    expect((await q.n.ver(`${base}/acto-documento`)).body).not.toContain('value="Acta 7"');
  });

  it.each<[string, Record<string, string>, string]>([
    ['capital', { ...CAPITAL[1], nacionalPrivado: '50' }, 'suman 83,33 %'],
    ['capital', { ...CAPITAL[1], nacionalPrivado: 'mucho' }, 'porcentaje entre 0 y 100'],
    ['vinculacion-matriz', { nit: '899.999.034-2', nombre: 'X' }, 'dígito de verificación 2 no corresponde'],
    ['vinculacion-matriz', { nit: '899999034', nombre: 'X' }, 'con su dígito de verificación'],
    ['vinculacion-matriz', { nit: '999.900.001-4', nombre: 'X' }, 'su propia matriz'],
    ['vinculacion-matriz', { nit: '', nombre: '' }, 'nombre del grupo o quién es la matriz'],
    ['acto-documento', { numero: '', ...fechaEnCampos('2020-01-02') }, 'Escriba el número'],
    ['acto-documento', { numero: '1' }, 'La fecha del documento es necesaria'],
    ['acto-documento', { numero: '1', ...fechaEnCampos('2030-01-02') }, 'La fecha del documento'],
    ['acto-notaria', { notaria: 'quinta' }, 'número de la notaría'],
    ['acto-registro', { entidad: 'Cámara' }, 'Escriba la fecha de registro'],
    ['acto-registro', fechaEnCampos('2020-01-10'), 'Escriba dónde se registró'],
    ['acto-matricula', { matricula: '1', municipio: '99999' }, 'Elija el municipio'],
    [
      'acto-vigencia',
      {
        'desde-dia': '2',
        'desde-mes': '1',
        'desde-anio': '2020',
        'hasta-dia': '1',
        'hasta-mes': '1',
        'hasta-anio': '2020',
      },
      'No puede terminar antes de empezar',
    ],
  ])('%s con %j dice qué corregir, y deja lo escrito', async (slug, escrito, dice) => {
    const cosa = slug.startsWith('acto')
      ? 'constitucion'
      : slug.startsWith('vinculacion')
        ? 'vinculacion'
        : 'capital';
    const antes: Paso[] = [
      ...CONSTITUCION.slice(
        0,
        CONSTITUCION.findIndex(([s]) => s === slug),
      ),
      ['vinculacion-hay', { hay: 'si' }],
      ['vinculacion-grupo', { grupo: '' }],
    ];
    const suyos = antes.filter(([s]) => s.startsWith(cosa === 'constitucion' ? 'acto' : cosa) && s !== slug);
    await responder(q.n, base, [['que-cambia', { cambios: cosa }], ...suyos]);
    const r = await enviar(slug, escrito);
    expect([r.statusCode, r.body]).toEqual([422, expect.stringContaining(dice)]);
    for (const valor of Object.values(escrito).filter((v) => v !== '' && v !== '99999'))
      expect(r.body).toContain(`value="${valor}"`);
  });
});
