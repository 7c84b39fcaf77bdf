import { describe, expect, it } from 'vitest';
import { ANIO, BIEN } from '../../../pruebas/retiro-iva.ts';
import { bienDicha, buscar, estadosDe, sinHechos } from '../../../pruebas/tramites.ts';
import { evaluarRetiroIva, HechoImposible, TOPE_NO_RESPONSABLE, topeEnPesos } from './index.ts';
import type { EvaluacionRetiroIva, HechosIvaDelAnio, HechosRetiroIva, ViaDeRetiro } from './index.ts';

/** 3.500 UVT of each year as ET 868 rounds them. */
const EN_2025 = 174_297_000n;
const EN_2026 = 183_309_000n;
/** 4.000 UVT of 2025. */
const DEL_ESTADO_2025 = 199_196_000n;

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
