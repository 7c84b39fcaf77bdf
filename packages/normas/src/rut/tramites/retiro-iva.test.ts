import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bienDicha, buscar, estadosDe, sinHechos } from '../../../pruebas/tramites.ts';
import { evaluarRetiroIva, HechoImposible, TOPE_NO_RESPONSABLE, topeEnPesos } from './index.ts';
import type { EvaluacionRetiroIva, HechosIvaDelAnio, HechosRetiroIva, ViaDeRetiro } from './index.ts';

/** 3.500 UVT of each year as ET 868 rounds them. */
const EN_2025 = 174_297_000n;
const EN_2026 = 183_309_000n;
/** 4.000 UVT of 2025. */
const DEL_ESTADO_2025 = 199_196_000n;

const ANIO: HechosIvaDelAnio = {
  ingresos: 50_000_000n,
  establecimientos: 1,
  explotaIntangibles: false,
  usuarioAduanero: false,
  contratos: [],
  consignaciones: 40_000_000n,
};
const BIEN: HechosRetiroIva = {
  anio: 2026,
  tipoContribuyente: '2',
  responsabilidades: ['05', '48'],
  usuariosAduaneros: [],
  actividad: 'servicios',
  soloContratosConElEstado: false,
  porAnio: { 2025: ANIO, 2026: ANIO },
  solicitante: { calidad: 'titular' },
  estado: 'activo',
  actualizado: true,
};

const con = (anio: 2025 | 2026, cambio: HechosIvaDelAnio, mas: Partial<HechosRetiroIva> = {}) =>
  evaluarRetiroIva({ ...BIEN, ...mas, porAnio: { ...BIEN.porAnio, [anio]: { ...ANIO, ...cambio } } });
const via = (e: EvaluacionRetiroIva, id: ViaDeRetiro['id']): ViaDeRetiro => {
  const encontrada = e.vias.find((v) => v.id === id);
  if (!encontrada) throw new Error(id);
  return encontrada;
};
const p3 = (e: EvaluacionRetiroIva) => via(e, 'paragrafo-3');

describe('retiro de IVA (ET 437 par. 3; DUR 1.6.1.2.14 par. 2)', () => {
  it('quien cumple todo en los dos años puede pedirlo', () => {
    const e = evaluarRetiroIva(BIEN);
    expect([e.estado, p3(e).estado]).toEqual(['cumple', 'cumple']);
  });

  it.each<[2025 | 2026, bigint]>([
    [2025, EN_2025],
    [2026, EN_2026],
  ])('cada año se compara con su propia UVT: en %d el tope es $ %s', (anio, tope) => {
    expect(topeEnPesos(TOPE_NO_RESPONSABLE, anio)).toBe(tope);
    const estado = (cambio: HechosIvaDelAnio) => p3(con(anio, cambio)).estado;
    // Income and contracts must be less; deposits may be as much.
    expect([tope - 1n, tope, tope + 1n].map((ingresos) => estado({ ingresos }))).toEqual([
      'cumple',
      'no-cumple',
      'no-cumple',
    ]);
    expect(
      [tope - 1n, tope, tope + 1n].map((valor) => estado({ contratos: [{ contratante: 'a', valor }] })),
    ).toEqual(['cumple', 'no-cumple', 'no-cumple']);
    expect([tope - 1n, tope, tope + 1n].map((consignaciones) => estado({ consignaciones }))).toEqual([
      'cumple',
      'cumple',
      'no-cumple',
    ]);
  });

  it.each<[string, HechosIvaDelAnio]>([
    ['ingresos', { ingresos: 10n ** 12n }],
    ['establecimientos', { establecimientos: 2 }],
    ['intangibles', { explotaIntangibles: true }],
    ['usuario-aduanero', { usuarioAduanero: true }],
    ['contratos', { contratos: [{ contratante: 'a', valor: 10n ** 12n }] }],
    ['consignaciones', { consignaciones: 10n ** 12n }],
  ])('la condición de %s se exige en el año anterior y en el de la solicitud', (id, cambio) => {
    for (const anio of [2025, 2026] as const) {
      const e = p3(con(anio, cambio));
      const otro = anio === 2025 ? 2026 : 2025;
      expect(estadosDe(e, `${id}-${anio}`, `${id}-${otro}`)).toEqual([
        `${id}-${anio}: no-cumple`,
        `${id}-${otro}: cumple`,
      ]);
      expect(e.estado).toBe('no-cumple');
      bienDicha(e);
    }
  });

  it('sin local ninguno también se cumple', () => {
    expect(con(2025, { establecimientos: 0 }).estado).toBe('cumple');
  });

  it('varios contratos con un mismo contratante se suman; con distintos, no', () => {
    const mitad = EN_2026 / 2n;
    const dos = (a: string, b: string, valor: bigint) =>
      con(2026, {
        contratos: [
          { contratante: a, valor },
          { contratante: b, valor: EN_2026 - mitad },
        ],
      });
    expect(p3(dos('x', 'x', mitad)).estado).toBe('cumple');
    expect(estadosDe(p3(dos('x', 'x', mitad + 1n)), 'contratos-2026', 'contratos-sumados-2026')).toEqual([
      'contratos-2026: cumple',
      'contratos-sumados-2026: no-cumple',
    ]);
    expect(p3(dos('x', 'y', mitad + 1n)).estado).toBe('cumple');
  });

  it('con contratos solo del Estado el tope es 4.000 UVT; si no se sabe, entre los dos no se sabe', () => {
    const entre = EN_2025 + 1_000n;
    const estado = (soloContratosConElEstado: boolean | undefined, ingresos: bigint) =>
      p3(con(2025, { ingresos }, { soloContratosConElEstado })).estado;
    expect([true, undefined, false].map((solo) => estado(solo, entre))).toEqual([
      'cumple',
      'no-se-sabe',
      'no-cumple',
    ]);
    expect([DEL_ESTADO_2025 - 1n, DEL_ESTADO_2025].map((ingresos) => estado(true, ingresos))).toEqual([
      'cumple',
      'no-cumple',
    ]);
    expect([EN_2025 - 1n, DEL_ESTADO_2025].map((ingresos) => estado(undefined, ingresos))).toEqual([
      'cumple',
      'no-cumple',
    ]);
  });

  it.each<[string, Partial<HechosRetiroIva>]>([
    ['una persona jurídica', { tipoContribuyente: '1' }],
    ['un mayorista', { actividad: 'mayorista' }],
    ['quien tiene hoy una calidad aduanera', { usuariosAduaneros: ['22'], responsabilidades: ['10', '48'] }],
    ['quien tiene el código 10', { responsabilidades: ['10', '48'] }],
  ])('%s no puede por el parágrafo 3', (_, cambio) => {
    expect(evaluarRetiroIva({ ...BIEN, ...cambio }).estado).toBe('no-cumple');
  });

  it.each<[string, Partial<HechosRetiroIva>, string]>([
    ['no tiene el 48', { responsabilidades: ['05', '49'] }, 'responsable'],
    ['está suspendido', { estado: 'suspendido' }, 'rut-activo'],
    ['está cancelado', { estado: 'cancelado' }, 'rut-activo'],
    ['no está actualizado', { actualizado: false }, 'rut-actualizado'],
    ['lo pide un tercero', { solicitante: { calidad: 'tercero' } }, 'solicitante'],
    ['lo pide un heredero', { solicitante: { calidad: 'heredero', acreditado: true } }, 'solicitante'],
    [
      'el apoderado no acreditó el poder',
      { solicitante: { calidad: 'apoderado', acreditado: false } },
      'solicitante',
    ],
  ])('no procede si el RUT %s (DUR 1.6.1.2.28)', (_, cambio, id) => {
    const e = evaluarRetiroIva({ ...BIEN, ...cambio });
    expect(e.estado).toBe('no-cumple');
    expect(buscar(e, id)?.estado).toBe('no-cumple');
    bienDicha(e);
  });

  it('un año cuya UVT no está cargada no se da por cumplido, y lo dice', () => {
    const e = p3(evaluarRetiroIva({ ...BIEN, anio: 2027, porAnio: { 2026: ANIO, 2027: ANIO } }));
    expect(e.estado).toBe('no-se-sabe');
    expect(buscar(e, 'ingresos-2027')?.razon).toContain('la UVT de 2027 no está cargada');
  });

  it('dice el valor y el tope en pesos', () => {
    const e = p3(con(2025, { ingresos: EN_2025 }));
    expect(buscar(e, 'ingresos-2025')).toMatchObject({
      razon:
        'Lo que recibió por su actividad en 2025, $\u00a0174.297.000, llega a 3.500 UVT ($\u00a0174.297.000) de 2025.',
      articulo: 'ET 437 par. 3 num. 1',
    });
  });

  it.each<[HechosIvaDelAnio]>([
    [{ ingresos: -1n }],
    [{ consignaciones: -1n }],
    [{ establecimientos: -1 }],
    [{ establecimientos: 1.5 }],
    [{ contratos: [{ contratante: 'a', valor: -1n }] }],
  ])('un hecho imposible es un error del programa, con código: %o', (cambio) => {
    expect(() => con(2025, cambio)).toThrow(HechoImposible);
    expect(new HechoImposible('x').codigo).toBe('hecho-imposible');
  });
});

describe('retiro de IVA de quien está en el SIMPLE (ET 437 par. 4)', () => {
  const SIMPLE: HechosRetiroIva = {
    ...BIEN,
    responsabilidades: ['47', '48'],
    actividad: 'mayorista',
    porAnio: { 2025: { ingresosTotales: 1n }, 2026: { ingresosTotales: EN_2026 - 1n } },
  };

  it('una persona natural con menos de 3.500 UVT puede, aunque no cumpla lo demás', () => {
    const e = evaluarRetiroIva(SIMPLE);
    expect([e.estado, p3(e).estado, via(e, 'simple-ingresos').estado]).toEqual([
      'cumple',
      'no-cumple',
      'cumple',
    ]);
    bienDicha(via(e, 'simple-ingresos'));
    const pasado = evaluarRetiroIva({
      ...SIMPLE,
      porAnio: { ...SIMPLE.porAnio, 2026: { ingresosTotales: EN_2026 } },
    });
    expect(via(pasado, 'simple-ingresos').estado).toBe('no-cumple');
  });

  it('quien solo tiene tienda o peluquería puede, también una sociedad', () => {
    const tienda = { ...SIMPLE, tipoContribuyente: '1' as const, soloTiendas: true, porAnio: {} };
    expect(evaluarRetiroIva(tienda).estado).toBe('cumple');
    expect(evaluarRetiroIva({ ...tienda, soloTiendas: false }).estado).toBe('no-cumple');
    expect(evaluarRetiroIva(sinHechos(tienda, ['soloTiendas'])).estado).toBe('no-se-sabe');
    expect(evaluarRetiroIva({ ...tienda, responsabilidades: ['48'] }).estado).toBe('no-cumple');
    bienDicha(via(evaluarRetiroIva(tienda), 'simple-tiendas'));
  });
});

describe('retiro de IVA: lo que no se sabe', () => {
  it.each<keyof HechosRetiroIva>(['actividad', 'solicitante', 'estado', 'actualizado'])(
    'sin %s no se puede decir que sí',
    (clave) => {
      const e = evaluarRetiroIva(sinHechos(BIEN, [clave]));
      expect(e.estado).toBe('no-se-sabe');
      bienDicha(e);
    },
  );

  it('sin un hecho de cualquiera de los dos años no se puede decir que sí, y se dice cuál falta', () => {
    for (const anio of [2025, 2026] as const) {
      for (const clave of Object.keys(ANIO) as (keyof HechosIvaDelAnio)[]) {
        const porAnio = { ...BIEN.porAnio, [anio]: sinHechos(ANIO, [clave]) };
        const e = p3(evaluarRetiroIva({ ...BIEN, porAnio }));
        expect(e.estado, `${clave} ${anio}`).toBe('no-se-sabe');
        const faltan = e.condiciones.filter((c) => c.estado === 'no-se-sabe');
        expect(faltan.every((c) => c.id.endsWith(`-${anio}`) && c.razon.startsWith('Falta saber'))).toBe(
          true,
        );
        bienDicha(e);
      }
    }
  });

  const pesos = fc.bigInt({ min: 0n, max: 300_000_000n });
  const quizas = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
  const delAnio = fc.record({
    ingresos: quizas(pesos),
    ingresosTotales: quizas(pesos),
    establecimientos: quizas(fc.nat(3)),
    explotaIntangibles: quizas(fc.boolean()),
    usuarioAduanero: quizas(fc.boolean()),
    contratos: quizas(
      fc.array(fc.record({ contratante: fc.constantFrom('a', 'b'), valor: pesos }), { maxLength: 3 }),
    ),
    consignaciones: quizas(pesos),
  });
  const hechos: fc.Arbitrary<HechosRetiroIva> = fc.record({
    anio: fc.constant(2026),
    tipoContribuyente: fc.constantFrom('1' as const, '2' as const),
    responsabilidades: fc.subarray(['10', '47', '48']),
    usuariosAduaneros: fc.subarray(['22']),
    actividad: quizas(fc.constantFrom('servicios' as const, 'mayorista' as const)),
    soloContratosConElEstado: quizas(fc.boolean()),
    soloTiendas: quizas(fc.boolean()),
    porAnio: fc.record({ 2025: delAnio, 2026: delAnio }),
    solicitante: quizas(fc.constant({ calidad: 'titular' as const })),
    estado: quizas(fc.constantFrom('activo' as const, 'suspendido' as const)),
    actualizado: quizas(fc.boolean()),
  });

  const ORDEN = { 'no-cumple': 0, 'no-se-sabe': 1, cumple: 2 };

  it('recibir más nunca hace posible un retiro que no lo era', () => {
    fc.assert(
      fc.property(hechos, pesos, fc.constantFrom(2025, 2026), (h, mas, anio) => {
        const antes = h.porAnio[anio] ?? {};
        const despues = {
          ...antes,
          ...(antes.ingresos !== undefined && { ingresos: antes.ingresos + mas }),
          ...(antes.ingresosTotales !== undefined && { ingresosTotales: antes.ingresosTotales + mas }),
          ...(antes.consignaciones !== undefined && { consignaciones: antes.consignaciones + mas }),
          ...(antes.contratos && { contratos: [...antes.contratos, { contratante: 'a', valor: mas }] }),
        };
        const conMas = { ...h, porAnio: { ...h.porAnio, [anio]: despues } };
        expect(ORDEN[evaluarRetiroIva(conMas).estado]).toBeLessThanOrEqual(ORDEN[evaluarRetiroIva(h).estado]);
      }),
      { numRuns: 500 },
    );
  });

  it('callar un hecho nunca cambia un no por un sí ni un sí por un no', () => {
    const claves = fc.subarray<keyof HechosRetiroIva>([
      ...(['actividad', 'soloContratosConElEstado', 'soloTiendas'] as const),
      ...(['solicitante', 'estado', 'actualizado'] as const),
    ]);
    const delAnioCallados = fc.subarray(Object.keys(ANIO) as (keyof HechosIvaDelAnio)[]);
    fc.assert(
      fc.property(hechos, claves, delAnioCallados, (h, quitar, quitarDelAnio) => {
        const callado = sinHechos(h, quitar);
        const porAnio = { ...h.porAnio, 2025: sinHechos(h.porAnio[2025] ?? {}, quitarDelAnio) };
        const estado = evaluarRetiroIva({ ...callado, porAnio }).estado;
        expect([evaluarRetiroIva(h).estado, 'no-se-sabe']).toContain(estado);
      }),
      { numRuns: 500 },
    );
  });
});
