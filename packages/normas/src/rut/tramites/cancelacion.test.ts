import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bienDicha, buscar, sinHechos } from '../../../pruebas/tramites.ts';
import { CAUSALES_CANCELACION, causalesPara, DOCUMENTOS_CANCELACION, evaluarCancelacion } from './index.ts';
import type { HechosCancelacion, SujetoDelRut } from './index.ts';

const BIEN: HechosCancelacion = {
  sujeto: 'persona-juridica',
  causal: 'a',
  documentos: { '1': true },
  circunstancias: { 'sin-animo-de-lucro': false },
  solicitante: { calidad: 'representante', acreditado: true },
  estado: 'activo',
  actualizado: true,
  numeracion: 'inhabilitada',
  deudas: 'no-hay',
  deberes: 'no-hay',
  procesosAdministrativos: 'no-hay',
  procesosJudiciales: 'no-hay',
  beneficiariosFinales: 'reportados',
};
const evaluar = (cambio: Partial<HechosCancelacion>) => evaluarCancelacion({ ...BIEN, ...cambio });

describe('causales de cancelación (DUR 1.6.1.2.18, Decreto 678 de 2022)', () => {
  it('a petición, de la a a la n; de oficio, de la a a la i', () => {
    const letras = (modo: string) => [
      ...new Set(CAUSALES_CANCELACION.filter((c) => c.modo === modo).map((c) => c.codigo)),
    ];
    expect(letras('parte').join('')).toBe('abcdefghijklmn');
    expect(letras('oficio').join('')).toBe('abcdefghi');
  });

  it('el fallecimiento y la liquidación no están entre las de oficio', () => {
    const nombres = CAUSALES_CANCELACION.filter((c) => c.modo === 'oficio').map((c) => c.nombre);
    expect(nombres.some((n) => /falleci|liquidad/i.test(n))).toBe(false);
  });

  it('cada documento que una causal pide existe, y cada documento sirve a alguna', () => {
    const pedidos = new Set(CAUSALES_CANCELACION.flatMap((c) => c.alternativas.flat()));
    expect([...pedidos].sort()).toEqual(DOCUMENTOS_CANCELACION.map((d) => d.id).sort());
  });

  it.each<[SujetoDelRut, string[]]>([
    ['persona-natural', ['e', 'n']],
    ['sucesion', ['b']],
    ['persona-juridica', ['a', 'n']],
    ['entidad-publica', ['a', 'm']],
    ['consorcio', ['c']],
    ['prestador-desde-el-exterior', ['j', 'k', 'l']],
  ])('a %s le sirven %j', (sujeto, letras) => {
    expect(causalesPara(sujeto).map((c) => c.codigo)).toEqual(letras);
  });

  it('dejar de trabajar no es causal para una persona natural, y se le dice qué hacer', () => {
    const e = evaluar({ sujeto: 'persona-natural', causal: 'g' });
    expect(e.estado).toBe('no-cumple');
    expect(buscar(e, 'causal')?.razon).toContain('no cancela el RUT de una persona natural');
    bienDicha(e);
  });
});

describe('cancelación a petición (DUR 1.6.1.2.18, .19, .28 y .29)', () => {
  it('una sociedad liquidada, con todo verificado, puede', () => {
    const e = evaluar({});
    expect(e.estado).toBe('cumple');
    bienDicha(e);
  });

  it.each<[string, Partial<HechosCancelacion>, string]>([
    ['con deudas', { deudas: 'hay' }, 'deudas'],
    ['con deberes pendientes', { deberes: 'hay' }, 'deberes'],
    ['con un proceso ante la DIAN', { procesosAdministrativos: 'hay' }, 'procesos-administrativos'],
    ['con un proceso ante los jueces', { procesosJudiciales: 'hay' }, 'procesos-judiciales'],
    ['sin el reporte de beneficiarios', { beneficiariosFinales: 'sin-reportar' }, 'beneficiarios-finales'],
    ['con numeración sin usar', { numeracion: 'sin-inhabilitar' }, 'numeracion'],
    ['con el RUT suspendido', { estado: 'suspendido' }, 'rut-activo'],
    ['con el RUT desactualizado', { actualizado: false }, 'rut-actualizado'],
    ['sin el documento', { documentos: { '1': false } }, 'documentos'],
    ['por la causal de otro', { causal: 'b' }, 'causal'],
    ['por una causal que no existe', { causal: 'z' }, 'causal'],
    ['si lo pide un tercero', { solicitante: { calidad: 'tercero', acreditado: true } }, 'solicitante'],
    [
      'si lo pide un heredero de nadie',
      { solicitante: { calidad: 'heredero', acreditado: true } },
      'solicitante',
    ],
    [
      'sin acreditar la representación',
      { solicitante: { calidad: 'apoderado', acreditado: false } },
      'solicitante',
    ],
  ])('no procede %s', (_, cambio, id) => {
    const e = evaluar(cambio);
    expect(e.estado).toBe('no-cumple');
    expect(buscar(e, id)?.estado).toBe('no-cumple');
    bienDicha(e);
  });

  it('lo que se buscó y lo que no se ha buscado no son lo mismo', () => {
    expect(evaluar({ deudas: 'no-verificado' }).estado).toBe('no-se-sabe');
    expect(buscar(evaluar({ deudas: 'no-verificado' }), 'deudas')?.razon).toBe(
      'Falta verificar que no tenga deudas con la DIAN.',
    );
  });

  it.each<keyof HechosCancelacion>([
    'causal',
    'circunstancias',
    'solicitante',
    'estado',
    'actualizado',
    'numeracion',
    'deudas',
    'deberes',
    'procesosAdministrativos',
    'procesosJudiciales',
    'beneficiariosFinales',
  ])('sin %s no se puede decir que sí', (clave) => {
    const e = evaluarCancelacion(sinHechos(BIEN, [clave]));
    expect(e.estado).toBe('no-se-sabe');
    bienDicha(e);
  });

  it('una entidad sin ánimo de lucro trae además el acta del remanente', () => {
    const esal = { circunstancias: { 'sin-animo-de-lucro': true } };
    expect(evaluar({ ...esal, documentos: { '1': true, '1-remanente': false } }).estado).toBe('no-cumple');
    expect(
      buscar(evaluar({ ...esal, documentos: { '1': true, '1-remanente': false } }), 'documentos')?.razon,
    ).toBe('Falta: Acta final que diga cómo se adjudicó el remanente.');
    expect(evaluar({ ...esal, documentos: { '1': true, '1-remanente': true } }).estado).toBe('cumple');
  });

  it('una sucesión: con la escritura, o con la manifestación de que no hubo bienes; la piden los herederos', () => {
    const sucesion: Partial<HechosCancelacion> = {
      sujeto: 'sucesion',
      causal: 'b',
      solicitante: { calidad: 'heredero', acreditado: true },
    };
    expect(evaluar({ ...sucesion, documentos: { '6.1': true } }).estado).toBe('cumple');
    expect(evaluar({ ...sucesion, documentos: { '6.2': true, '6.1': false } }).estado).toBe('cumple');
    const sinNinguno = evaluar({ ...sucesion, documentos: { '6.1': false, '6.2': false } });
    expect(buscar(sinNinguno, 'documentos')).toMatchObject({
      estado: 'no-cumple',
      razon: expect.stringContaining('. O bien: ') as string,
    });
    expect(sinNinguno.documentos).toHaveLength(2);
    bienDicha(sinNinguno);
  });

  it('un consorcio: acta de terminación, y la de finalización si la liquidación es obligatoria, o la constancia de que no se ejecutó', () => {
    const estado = (documentos: Record<string, boolean>, obligatoria?: boolean) =>
      buscar(
        evaluar({
          sujeto: 'consorcio',
          causal: 'c',
          documentos,
          circunstancias: { 'liquidacion-obligatoria': obligatoria },
        }),
        'documentos',
      )?.estado;
    expect(estado({ '5.1': true }, false)).toBe('cumple');
    expect(estado({ '5.1': true, '5.3': false }, true)).toBe('no-se-sabe');
    expect(estado({ '5.1': true, '5.2': false, '5.3': false }, true)).toBe('no-cumple');
    expect(estado({ '5.1': true, '5.2': true }, true)).toBe('cumple');
    expect(estado({ '5.1': true, '5.2': true })).toBe('cumple');
    expect(estado({ '5.1': true, '5.2': false, '5.3': false })).toBe('no-se-sabe');
    expect(estado({ '5.3': true }, true)).toBe('cumple');
    expect(estado({ '5.1': false, '5.3': false }, false)).toBe('no-cumple');
  });

  it('dos NIT de una misma persona: la jurídica no trae más documento', () => {
    expect(evaluar({ causal: 'n', documentos: {} }).estado).toBe('cumple');
    expect(
      buscar(evaluar({ sujeto: 'persona-natural', causal: 'n', documentos: {} }), 'documentos')?.estado,
    ).toBe('no-se-sabe');
  });

  it('callar un hecho nunca cambia un no por un sí ni un sí por un no', () => {
    const tres = fc.constantFrom<(boolean | undefined)[]>([true], [false], [undefined]).map(([x]) => x);
    const v = fc.constantFrom('hay', 'no-hay', 'no-verificado', undefined);
    const hechos: fc.Arbitrary<HechosCancelacion> = fc.record({
      sujeto: fc.constantFrom('persona-juridica', 'sucesion', 'consorcio'),
      causal: fc.constantFrom('a', 'b', 'c', undefined),
      documentos: fc.record({ '1': tres, '5.1': tres, '5.2': tres, '5.3': tres, '6.1': tres, '6.2': tres }),
      circunstancias: fc.record({ 'sin-animo-de-lucro': tres, 'liquidacion-obligatoria': tres }),
      deudas: v,
      deberes: v,
      numeracion: fc.constantFrom('inhabilitada', 'sin-inhabilitar', undefined),
      estado: fc.constantFrom('activo', 'cancelado', undefined),
    });
    const claves = fc.subarray<keyof HechosCancelacion>([
      ...(['causal', 'circunstancias', 'deudas', 'deberes', 'numeracion', 'estado'] as const),
    ]);
    const documentos = fc.subarray(['1', '5.1', '5.2', '5.3', '6.1', '6.2']);
    fc.assert(
      fc.property(hechos, claves, documentos, (h, quitar, quitarDocumentos) => {
        const antes = evaluarCancelacion(h);
        const despues = evaluarCancelacion({
          ...sinHechos(h, quitar),
          documentos: sinHechos(h.documentos, quitarDocumentos),
        });
        for (const { id, estado } of despues.condiciones) {
          expect([buscar(antes, id)?.estado, 'no-se-sabe'], id).toContain(estado);
        }
      }),
      { numRuns: 500 },
    );
  });
});
