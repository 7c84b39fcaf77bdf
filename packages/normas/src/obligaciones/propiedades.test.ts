import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rutCon } from '../../pruebas/rut.ts';
import { RESPONSABILIDADES } from '../rut/index.ts';
import { obligacionesDe } from './index.ts';
import type { HechosDeObligaciones } from './index.ts';

describe('para cualquier RUT', () => {
  const codigos = RESPONSABILIDADES.filter((r) => r.estado === 'vigente').map((r) => r.codigo);
  const registros = fc
    .tuple(fc.constantFrom('1' as const, '2' as const), fc.subarray(codigos))
    .map(([tipo, lista]) => rutCon(tipo, ...lista));
  const quizas = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
  const hechosPosibles: fc.Arbitrary<HechosDeObligaciones> = fc.record({
    responsabilidadesAnteriores: quizas(fc.subarray(codigos)),
    ingresosBrutos: quizas(
      fc.constantFrom({ 2024: 0n, 2025: 0n }, { 2025: 10n ** 13n }, { 2025: 0n, 2026: 0n }),
    ),
    llegoALasSumasDeRenta: quizas(fc.boolean()),
    activosEnElExterior: quizas(fc.boolean()),
    patrimonioGravado: quizas(fc.boolean()),
    informaExogena: quizas(fc.boolean()),
    consumoSoloDeComidas: quizas(fc.boolean()),
  });

  it('cada obligación está una vez por año, con razón y artículo, y lo que no se sabe dice qué falta', () => {
    fc.assert(
      fc.property(registros, hechosPosibles, (registro, hechos) => {
        const lista = obligacionesDe(registro, 2026, hechos);
        const claves = lista.map((o) => `${o.obligacion} ${o.anio}`);
        expect(new Set(claves).size).toBe(claves.length);
        for (const o of lista) {
          expect(o.razon).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
          expect(o.razon).not.toMatch(/undefined|NaN/);
          expect(o.articulo).toMatch(/^(?:ET|DUR)/);
          expect(o.falta === undefined).toBe(o.estado === 'si');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('callar un hecho nunca añade un sí', () => {
    const claves = fc.subarray<keyof HechosDeObligaciones>([
      ...(['responsabilidadesAnteriores', 'ingresosBrutos', 'llegoALasSumasDeRenta'] as const),
      ...(['activosEnElExterior', 'patrimonioGravado', 'informaExogena', 'consumoSoloDeComidas'] as const),
    ]);
    fc.assert(
      fc.property(registros, hechosPosibles, claves, (registro, hechos, quitar) => {
        const sies = (h: HechosDeObligaciones) =>
          obligacionesDe(registro, 2026, h).flatMap((o) =>
            o.estado === 'si' ? [`${o.obligacion} ${o.anio}`] : [],
          );
        const callados = { ...hechos };
        for (const clave of quitar) delete callados[clave];
        const antes = sies(hechos);
        for (const s of sies(callados)) expect(antes).toContain(s);
      }),
      { numRuns: 500 },
    );
  });
});
