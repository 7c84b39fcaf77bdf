import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANIO, BIEN } from '../../../pruebas/retiro-iva.ts';
import { bienDicha, sinHechos } from '../../../pruebas/tramites.ts';
import { definidos } from '../../definidos/index.ts';
import { evaluarRetiroIva } from './index.ts';
import type { EvaluacionRetiroIva, HechosIvaDelAnio, HechosRetiroIva } from './index.ts';

const p3 = (e: EvaluacionRetiroIva) => {
  const via = e.vias.find((v) => v.id === 'paragrafo-3');
  if (!via) throw new Error('paragrafo-3');
  return via;
};

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
          ...definidos({
            ingresos: antes.ingresos === undefined ? undefined : antes.ingresos + mas,
            ingresosTotales: antes.ingresosTotales === undefined ? undefined : antes.ingresosTotales + mas,
            consignaciones: antes.consignaciones === undefined ? undefined : antes.consignaciones + mas,
            contratos: antes.contratos && [...antes.contratos, { contratante: 'a', valor: mas }],
          }),
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
