import { describe, expect, it } from 'vitest';
import { rutCon } from '../../pruebas/rut.ts';
import { REGLAS } from '../calendario/index.ts';
import type { RegistroRut } from '../rut/index.ts';
import { obligacionesDe, REGLAS_DE_OBLIGACIONES } from './index.ts';
import type { HechosDeObligaciones } from './index.ts';

/** 92.000 UVT of 2025 as ET 868 rounds them. */
const IVA_2025 = 4_581_508_000n;

/** The obligations of 2026, each as `id` or `id?`, of somebody whose box 53 has not changed. */
function de2026(registro: RegistroRut, hechos: HechosDeObligaciones = {}): string[] {
  const igual = { responsabilidadesAnteriores: registro.clasificacion.responsabilidades, ...hechos };
  const lista = obligacionesDe(registro, 2026, igual).map(
    (o) => `${o.obligacion}${o.estado === 'si' ? '' : '?'}`,
  );
  return [...new Set(lista)];
}

describe('cada obligación del calendario tiene quien la deba', () => {
  it('las 36 reglas, y cada una una sola vez', () => {
    const ids = REGLAS_DE_OBLIGACIONES.flatMap((r) => r.obligaciones);
    expect([...ids].sort()).toEqual(REGLAS.map((r) => r.id).sort());
  });
});

describe('obligaciones de un RUT', () => {
  it.each<[string, RegistroRut, HechosDeObligaciones, string[]]>([
    ['un asalariado', rutCon('2', '05', '49'), {}, ['renta-pn?']],
    ['un asalariado sin el 05', rutCon('2', '49'), {}, ['renta-pn?']],
    ['un asalariado que llegó a las sumas', rutCon('2', '05'), { llegoALasSumasDeRenta: true }, ['renta-pn']],
    ['un asalariado que no llegó', rutCon('2', '05'), { llegoALasSumasDeRenta: false }, []],
    [
      'una profesional responsable de IVA',
      rutCon('2', '05', '48', '52'),
      { ingresosBrutos: { 2024: 1n, 2025: 1n } },
      ['renta-pn', 'iva-cuatrimestral'],
    ],
    [
      'la misma sin saber cuánto recibió',
      rutCon('2', '05', '48'),
      {},
      ['renta-pn', 'iva-bimestral?', 'iva-cuatrimestral?'],
    ],
    [
      'un restaurante que retiene',
      rutCon('2', '05', '07', '33', '49'),
      { llegoALasSumasDeRenta: true },
      ['renta-pn', 'inc-bimestral', 'retencion-mensual', 'certificados', 'exogena-general?'],
    ],
    [
      'una sociedad',
      rutCon('1', '05', '07', '14', '42', '48', '52'),
      { ingresosBrutos: { 2024: IVA_2025, 2025: IVA_2025 } },
      [
        'renta-pj-declaracion',
        'renta-pj-cuota2',
        'iva-bimestral',
        'retencion-mensual',
        'certificados',
        'exogena-general?',
      ],
    ],
    [
      'un gran contribuyente',
      rutCon('1', '05', '13', '14', '48'),
      {},
      ['renta-gc-declaracion', 'renta-gc-cuota1', 'renta-gc-cuota3', 'iva-bimestral', 'exogena-gc?'],
    ],
    [
      'una fundación del régimen especial',
      rutCon('1', '04', '14'),
      {},
      ['renta-pj-declaracion', 'renta-pj-cuota2', 'rte-actualizacion', 'exogena-general?'],
    ],
    [
      'una sociedad en el SIMPLE con IVA',
      rutCon('1', '14', '47', '48'),
      {},
      ['simple-anual', 'simple-iva-anual', 'simple-anticipo', 'exogena-general?'],
    ],
    ['una persona en el SIMPLE', rutCon('2', '47'), {}, ['simple-anual', 'simple-anticipo?']],
    ['un exportador', rutCon('2', '05', '10', '19', '48'), {}, ['renta-pn', 'iva-bimestral']],
    ['un prestador desde el exterior', rutCon('1', '46'), { informaExogena: false }, ['iva-exterior']],
    [
      'quien tiene presencia económica significativa',
      rutCon('1', '65'),
      { informaExogena: false },
      ['pes-anual', 'pes-bimestral'],
    ],
    [
      'un banco',
      rutCon('1', '02', '05', '13', '14'),
      { emiteMediosDePago: true },
      [
        'renta-gc-declaracion',
        'renta-gc-cuota1',
        'renta-gc-cuota3',
        'certificados',
        'certificados-tarjetas',
        'gmf-semanal',
        'exogena-gc?',
      ],
    ],
    [
      'quien lleva los impuestos especiales',
      rutCon('1', '32', '56', '62', '64'),
      { informaExogena: false },
      ['gasolina-mensual', 'carbono-bimestral', 'plasticos', 'ultraprocesados'],
    ],
  ])('de %s', (_, registro, hechos, esperadas) => {
    expect(de2026(registro, hechos)).toEqual(esperadas);
  });

  it.each<[string, RegistroRut, HechosDeObligaciones, string, string]>([
    [
      '03',
      rutCon('2', '03'),
      { patrimonioGravado: true },
      'patrimonio-declaracion',
      'patrimonio-declaracion?',
    ],
    [
      '41 de una persona',
      rutCon('2', '41'),
      { activosEnElExterior: true },
      'activos-exterior-pn',
      'activos-exterior-pn?',
    ],
    [
      '41 de una sociedad',
      rutCon('1', '41'),
      { activosEnElExterior: true },
      'activos-exterior-pj',
      'activos-exterior-pj?',
    ],
    [
      '41 en el SIMPLE',
      rutCon('2', '41', '47'),
      { activosEnElExterior: true },
      'activos-exterior-simple',
      'activos-exterior-simple?',
    ],
    [
      '41 y 13',
      rutCon('1', '13', '41'),
      { activosEnElExterior: true },
      'activos-exterior-gc',
      'activos-exterior-gc?',
    ],
    [
      '26',
      rutCon('1', '26'),
      { preciosDeTransferencia: { declaracion: true } },
      'pt-declaracion',
      'pt-declaracion?',
    ],
    [
      '18',
      rutCon('1', '18'),
      { preciosDeTransferencia: { documentacion: true } },
      'pt-documentacion',
      'pt-documentacion?',
    ],
    [
      '18 de un grupo',
      rutCon('1', '18'),
      { preciosDeTransferencia: { paisPorPais: true } },
      'pt-pais',
      'pt-pais?',
    ],
  ])('el %s no basta: hace falta el hecho del año', (_, registro, hecho, conHecho, sinHecho) => {
    expect(de2026(registro, hecho)).toContain(conHecho);
    expect(de2026(registro)).toContain(sinHecho);
    expect(de2026(registro)).not.toContain(conHecho);
    const negado = JSON.parse(JSON.stringify(hecho).replaceAll('true', 'false')) as HechosDeObligaciones;
    expect(de2026(registro, negado)).not.toContain(sinHecho);
  });

  it('lo que uno pide por su cuenta solo entra si lo pidió', () => {
    expect(de2026(rutCon('1', '05'))).not.toContain('obras-impuestos?');
    expect(de2026(rutCon('1', '05'), { obrasPorImpuestos: true })).toContain('obras-impuestos');
  });
});

describe('lo que decía el RUT el año anterior', () => {
  it('quien entró este año al SIMPLE todavía declara renta por el anterior', () => {
    const hechos = { responsabilidadesAnteriores: ['05', '48'], ingresosBrutos: { 2024: 1n, 2025: 1n } };
    const lista = obligacionesDe(rutCon('1', '47', '48'), 2026, { ...hechos, informaExogena: false });
    expect(lista.map((o) => [o.obligacion, o.anio])).toEqual([
      ['renta-pj-declaracion', 2025],
      ['renta-pj-cuota2', 2025],
      ['iva-cuatrimestral', 2025],
      ['simple-anticipo', 2026],
    ]);
  });

  it('quien se inscribió este año no debe nada por el anterior', () => {
    const hechos = { responsabilidadesAnteriores: [], llegoALasSumasDeRenta: false };
    const lista = obligacionesDe(rutCon('2', '05', '07', '48'), 2026, hechos);
    expect(lista.filter((o) => o.anio === 2025)).toEqual([]);
    expect(lista.map((o) => o.obligacion)).toContain('retencion-mensual');
  });

  it('si no se sabe qué decía, lo que es de ese año no es un sí, y se dice', () => {
    const lista = obligacionesDe(rutCon('1', '05', '07', '14', '32', '48'), 2026, {
      ingresosBrutos: { 2024: 1n },
      informaExogena: false,
    });
    for (const o of lista.filter((x) => x.anio === 2025)) {
      expect(o.estado, o.obligacion).toBe('no-se-sabe');
      expect(o.falta, o.obligacion).toBe('responsabilidadesAnteriores');
      expect(o.razon).toContain('falta saber qué decía en 2025');
    }
    expect(lista.filter((x) => x.anio === 2026 && x.estado === 'si').map((o) => o.obligacion)).toEqual([
      'retencion-mensual',
      'gasolina-mensual',
    ]);
  });
});
