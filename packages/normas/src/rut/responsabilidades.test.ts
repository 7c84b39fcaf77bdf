import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PREGUNTAS_RESPONSABILIDADES,
  preguntasPendientes,
  proponerResponsabilidades,
  RESPONSABILIDADES,
  responsabilidad,
  respuestasQueAplican,
  validarResponsabilidades,
} from './index.ts';
import type { ContextoResponsabilidades, HechosResponsabilidades, IdPregunta } from './index.ts';

const natural: ContextoResponsabilidades = { tipoContribuyente: '2', usuariosAduaneros: [] };
const validar = (codigos: string[], contexto: Partial<ContextoResponsabilidades> = {}) =>
  validarResponsabilidades(codigos, { ...natural, ...contexto }).map((p) => p.codigo);

/** Answers no to every question that applies, but for those given. */
function responder(
  actividades: string[],
  si: IdPregunta[] = [],
  municipio = '11001',
  mas: Partial<HechosResponsabilidades> = {},
): HechosResponsabilidades {
  const hechos: HechosResponsabilidades = { actividades, municipio, anio: 2026, respuestas: {}, ...mas };
  for (const { id, aplica } of PREGUNTAS_RESPONSABILIDADES) {
    if (aplica(hechos)) hechos.respuestas[id] = si.includes(id);
  }
  return hechos;
}

function codigos(hechos: HechosResponsabilidades): string[] {
  const r = proponerResponsabilidades(hechos);
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor.map((p) => p.codigo);
}

describe('tabla de responsabilidades (casilla 53)', () => {
  it('tiene 58 códigos de dos dígitos, sin repetir, cada uno con su fuente', () => {
    expect(new Set(RESPONSABILIDADES.map((r) => r.codigo)).size).toBe(58);
    expect(RESPONSABILIDADES.every((r) => /^[0-9]{2}$/.test(r.codigo) && r.fuente !== '')).toBe(true);
  });

  it('11, 12 y 34 se reemplazaron por 48, 49 y 50 (Comunicado DIAN 75 de 2019)', () => {
    expect(['11', '12', '34'].map((c) => responsabilidad(c)?.reemplazadaPor)).toEqual(['48', '49', '50']);
  });

  it('solo un acto de la DIAN da 13, 15, 17 y 23', () => {
    const porActo = RESPONSABILIDADES.filter((r) => r.soloPorActo === true).map((r) => r.codigo);
    expect(porActo).toEqual(['13', '15', '17', '23']);
  });
});

describe('validez de la casilla 53', () => {
  it.each([[['05', '48', '52']], [['49']], [['05', '47']], [['05', '06']], [[]]])('%o está bien', (lista) => {
    expect(validar(lista)).toEqual([]);
  });

  it.each([
    [['48', '49'], 'excluyentes'],
    [['33', '50'], 'excluyentes'],
    [['04', '05'], 'excluyentes'],
    [['11'], 'sin-vigencia'],
    [['24'], 'sin-vigencia'],
    [['27'], 'desconocida'],
    [['xx'], 'desconocida'],
    [['13'], 'solo-por-acto'],
    [['53'], 'solo-personas-juridicas'],
    [['49', '49'], 'repetida'],
  ])('%o tiene el problema %s', (lista, problema) => {
    expect(validar(lista)).toEqual([problema]);
  });

  it('el 13 vale para quien tiene el acto, y el 53 para una persona jurídica', () => {
    expect(validar(['13'], { porActo: ['13'] })).toEqual([]);
    expect(validar(['53'], { tipoContribuyente: '1' })).toEqual([]);
  });

  it('una calidad aduanera exige el 10 y no admite el 49 (ET 437 par. 3 num. 4)', () => {
    expect(validar(['10', '48'], { usuariosAduaneros: ['22'] })).toEqual([]);
    expect(validar(['48'], { usuariosAduaneros: ['22'] })).toEqual(['falta-obligado-aduanero']);
    expect(validar(['10', '49'], { usuariosAduaneros: ['22'] })).toEqual([
      'no-responsable-con-calidad-aduanera',
    ]);
    expect(validar(['10', '48'])).toEqual([]);
  });

  it('caben 26 códigos y no 27', () => {
    const vigentes = RESPONSABILIDADES.filter(
      (r) => r.estado === 'vigente' && r.soloPorActo !== true && !['04', '33', '48', '53'].includes(r.codigo),
    ).map((r) => r.codigo);
    expect(validar(vigentes.slice(0, 26))).toEqual([]);
    expect(validar(vigentes.slice(0, 27))).toEqual(['demasiadas']);
  });
});

describe('cuestionario de responsabilidades', () => {
  it('nunca pasa de seis preguntas, y un asalariado responde una', () => {
    expect(PREGUNTAS_RESPONSABILIDADES).toHaveLength(6);
    expect(Object.keys(responder(['0010']).respuestas)).toEqual(['debe-declarar-renta']);
  });

  it('a un restaurante no le pregunta por el IVA, y a un mayorista no le pregunta por la suma', () => {
    expect(Object.keys(responder(['5611']).respuestas)).toEqual([
      'tope-3500',
      'varios-establecimientos',
      'franquicia',
      'usuario-aduanero',
      'debe-declarar-renta',
    ]);
    expect(Object.keys(responder(['4631'], ['vende-gravado']).respuestas)).toEqual([
      'vende-gravado',
      'usuario-aduanero',
    ]);
  });

  it('muestra la suma del año en pesos (3.500 UVT, ET 868) y avisa si la UVT no está cargada', () => {
    const tope = PREGUNTAS_RESPONSABILIDADES.find((p) => p.id === 'tope-3500');
    const hechos = { actividades: ['4711'], anio: 2026, respuestas: { 'vende-gravado': true } };
    expect(tope?.pregunta(hechos)).toContain('$\u00a0174.297.000');
    expect(tope?.ayuda(hechos)).toContain('$\u00a0183.309.000 en 2026');
    expect(tope?.ayuda(hechos)).toContain('$\u00a0199.196.000 (4.000 UVT)');
    expect(tope?.ayuda(hechos)).not.toContain('no está cargada');
    expect(tope?.ayuda({ ...hechos, anio: 2027 })).toContain('La UVT de 2027 no está cargada');
  });

  it('las sumas desde las que se declara renta son las del año gravable (ET 592 y 594-3)', () => {
    const renta = PREGUNTAS_RESPONSABILIDADES.find((p) => p.id === 'debe-declarar-renta');
    const ayuda = renta?.ayuda({ actividades: ['0010'], anio: 2026, respuestas: {} });
    expect(ayuda).toContain('recibió $\u00a069.719.000 o más');
    expect(ayuda).toContain('más de $\u00a0224.096.000');
  });

  it('sin todas las respuestas no propone nada y dice cuáles faltan', () => {
    const hechos: HechosResponsabilidades = { actividades: ['4711'], anio: 2026, respuestas: {} };
    expect(proponerResponsabilidades(hechos)).toMatchObject({ ok: false, codigo: 'faltan-respuestas' });
    expect(preguntasPendientes(hechos)[0]?.id).toBe('vende-gravado');
  });

  it('olvida las respuestas a preguntas que dejaron de aplicar', () => {
    const hechos = responder(['4711'], ['vende-gravado', 'varios-establecimientos']);
    const cambiado = { ...hechos, respuestas: { ...hechos.respuestas, 'tope-3500': true } };
    expect(respuestasQueAplican(cambiado)).toEqual({
      'vende-gravado': true,
      'tope-3500': true,
      'usuario-aduanero': false,
    });
  });
});

describe('responsabilidades que se proponen', () => {
  it.each<[string, string[], IdPregunta[], string[]]>([
    ['un asalariado que no declara', ['0010'], [], ['49']],
    ['un pensionado que declara', ['0020'], ['debe-declarar-renta'], ['05', '49']],
    ['una tienda de barrio pequeña', ['4711'], ['vende-gravado'], ['49']],
    ['una tienda que pasó la suma', ['4711'], ['vende-gravado', 'tope-3500'], ['05', '42', '48', '52']],
    [
      'una abogada con dos oficinas',
      ['6910'],
      ['vende-gravado', 'varios-establecimientos'],
      ['05', '48', '52'],
    ],
    ['un servicio bajo franquicia', ['9602'], ['vende-gravado', 'franquicia'], ['05', '48', '52']],
    ['quien exporta', ['6201'], ['vende-gravado', 'usuario-aduanero'], ['05', '10', '48', '52']],
    ['un mayorista', ['4631'], ['vende-gravado'], ['05', '42', '48', '52']],
    ['un comisionista, que presta un servicio', ['4610'], ['vende-gravado'], ['49']],
    ['un restaurante pequeño', ['5611'], [], ['49', '50']],
    ['un restaurante que pasó la suma', ['5611'], ['tope-3500'], ['33', '49', '52']],
    ['un restaurante con dos locales', ['5611'], ['varios-establecimientos'], ['33', '49', '52']],
    ['un restaurante de franquicia', ['5611'], ['franquicia'], ['05', '48', '52']],
    ['quien hace catering', ['5621'], [], ['49', '50']],
    ['un comedor de empresa', ['5629'], [], ['49', '50']],
    ['una tienda con cafetería', ['4711', '5613'], ['vende-gravado'], ['49', '50']],
    ['un médico', ['8621'], [], ['49']],
    ['un médico que pasó la suma', ['8621'], ['tope-3500', 'debe-declarar-renta'], ['05', '16', '49', '52']],
    ['un taxista que pasó la suma', ['4921'], ['tope-3500'], ['49']],
  ])('a %s', (_quien, actividades, si, esperadas) => {
    expect(codigos(responder(actividades, si))).toEqual(esperadas);
  });

  it('en Leticia y San Andrés no hay impuesto al consumo (ET 512-1 par. 3)', () => {
    expect(codigos(responder(['5611'], [], '91001'))).toEqual(['49']);
    expect(codigos(responder(['5611'], ['tope-3500'], '88001'))).toEqual(['16', '49', '52']);
  });

  it('el 49 por las condiciones del parágrafo es norma; el de quien no vende es parámetro', () => {
    const certeza = (h: HechosResponsabilidades) => {
      const r = proponerResponsabilidades(h);
      return r.ok && r.valor.find((p) => p.codigo === '49')?.certeza;
    };
    expect(certeza(responder(['4711'], ['vende-gravado']))).toBe('norma');
    expect(certeza(responder(['0010']))).toBe('parametro');
  });

  describe('a quien está en el SIMPLE', () => {
    const enElSimple = (actividades: string[], si: IdPregunta[] = [], anio = 2026) =>
      responder(actividades, si, '11001', { simple: true, anio });

    it.each<[string, string[], IdPregunta[], string[]]>([
      ['una abogada con poco ingreso', ['6910'], ['vende-gravado'], ['49']],
      ['una abogada que pasó la suma', ['6910'], ['vende-gravado', 'tope-3500'], ['48', '52']],
      ['un mayorista con poco ingreso', ['4631'], ['vende-gravado'], ['49']],
      ['un mayorista que pasó la suma', ['4631'], ['vende-gravado', 'tope-3500'], ['42', '48', '52']],
      ['quien exporta y recibe poco', ['6201'], ['vende-gravado', 'usuario-aduanero'], ['10', '49']],
      ['una tienda que pasó la suma', ['4711'], ['vende-gravado', 'tope-3500'], ['49']],
      ['una tienda con otra cosa', ['4711', '4752'], ['vende-gravado', 'tope-3500'], ['42', '48', '52']],
      ['comidas de franquicia, con poco ingreso', ['5611'], ['franquicia'], ['49']],
      ['un restaurante con dos locales', ['5611'], ['varios-establecimientos'], ['33', '49', '52']],
      ['un restaurante que pasó la suma', ['5611'], ['tope-3500'], ['33', '49', '52']],
    ])('%s', (_quien, actividades, si, esperadas) => {
      expect(codigos(enElSimple(actividades, si))).toEqual(esperadas);
    });

    it('para el IVA se le pregunta solo cuánto recibió, de todo; de locales y franquicia, nada (ET 437 par. 4)', () => {
      const hechos = enElSimple(['6910'], ['vende-gravado']);
      expect(Object.keys(hechos.respuestas)).toEqual(['vende-gravado', 'tope-3500', 'usuario-aduanero']);
      const tope = PREGUNTAS_RESPONSABILIDADES.find((p) => p.id === 'tope-3500');
      expect(tope?.pregunta(hechos)).not.toContain('por su actividad');
      expect(tope?.ayuda(hechos)).toContain('Cuente todo lo que recibió');
      expect(tope?.ayuda(hechos)).not.toContain('contrato');
    });

    it('por 2022, y solo por 2022, quien únicamente vende comidas no cobra el impuesto al consumo (ET 512-13 par. 5)', () => {
      for (const anio of [2021, 2023, 2026])
        expect(codigos(enElSimple(['5611'], ['tope-3500'], anio))).toContain('33');
      expect(codigos(enElSimple(['5611'], ['tope-3500'], 2022))).toEqual(['49', '50']);
      expect(codigos(enElSimple(['5611', '4711'], ['tope-3500'], 2022))).toContain('33');
      expect(codigos(responder(['5611'], ['tope-3500'], '11001', { anio: 2022 }))).toContain('33');
    });

    it('lo que la ley no dice del todo se dice por confirmar', () => {
      const dichas = (h: HechosResponsabilidades) => {
        const r = proponerResponsabilidades(h);
        return r.ok ? r.valor.filter((p) => ['48', '49'].includes(p.codigo)) : [];
      };
      for (const si of [[], ['tope-3500']] as IdPregunta[][])
        for (const actividad of ['4711', '6910'])
          expect(dichas(enElSimple([actividad], ['vende-gravado', ...si]))).toMatchObject([
            { certeza: 'parametro', articulo: expect.stringContaining('4') as string },
          ]);
    });

    it('puede llevar el 49 con una calidad aduanera, que otros no pueden', () => {
      expect(validar(['10', '47', '49'], { usuariosAduaneros: ['22'] })).toEqual([]);
    });
  });

  it('toda combinación de respuestas da una casilla 53 válida, con razón y artículo, en orden', () => {
    const actividades = fc.subarray(['0010', '4711', '4631', '5611', '6910', '8621', '0113', '4921'], {
      minLength: 1,
      maxLength: 4,
    });
    const ids = PREGUNTAS_RESPONSABILIDADES.map((p) => p.id);
    fc.assert(
      fc.property(actividades, fc.subarray(ids), fc.constantFrom('11001', '91001'), (acts, si, lugar) => {
        const r = proponerResponsabilidades(responder(acts, si, lugar));
        if (!r.ok) throw new Error(r.mensaje);
        const propuestos = r.valor.map((p) => p.codigo);
        expect(validar(propuestos)).toEqual([]);
        expect(propuestos).toEqual(propuestos.toSorted());
        expect(r.valor.every((p) => p.razon.endsWith('.') && p.articulo !== '')).toBe(true);
        expect(propuestos.includes('10') || propuestos.includes('48') !== propuestos.includes('49')).toBe(
          true,
        );
      }),
      { numRuns: 500 },
    );
  });
});
