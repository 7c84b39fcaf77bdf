import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bienDicha, buscar, estadosDe, sinHechos } from '../../../pruebas/tramites.ts';
import { evaluarRetiroInc, TOPE_NO_RESPONSABLE, topeEnPesos } from './index.ts';
import type { HechosIncDelAnio, HechosRetiroInc } from './index.ts';

const ANIOS = [2023, 2024, 2025, 2026] as const;
const ANIO: HechosIncDelAnio = { ingresos: 60_000_000n, establecimientos: 1 };
const BIEN: HechosRetiroInc = {
  anio: 2026,
  tipoContribuyente: '2',
  responsabilidades: ['33', '49', '52'],
  soloRestaurantesYBares: true,
  porAnio: Object.fromEntries(ANIOS.map((a) => [a, ANIO])),
  solicitante: { calidad: 'titular' },
  estado: 'activo',
  actualizado: true,
};
const con = (anio: number, cambio: HechosIncDelAnio) =>
  evaluarRetiroInc({ ...BIEN, porAnio: { ...BIEN.porAnio, [anio]: { ...ANIO, ...cambio } } });

describe('retiro del impuesto al consumo (ET 512-13; DUR 1.6.1.2.14 par. 3)', () => {
  it('quien cumple los tres años anteriores y el de la solicitud puede pedirlo', () => {
    const e = evaluarRetiroInc(BIEN);
    expect(e.estado).toBe('cumple');
    bienDicha(e);
  });

  it.each([
    [2023, 148_442_000n],
    [2024, 164_728_000n],
    [2025, 174_297_000n],
    [2026, 183_309_000n],
  ])('en %d se exige con su UVT: menos de $ %s', (anio, tope) => {
    expect(topeEnPesos(TOPE_NO_RESPONSABLE, anio)).toBe(tope);
    const estados = [tope - 1n, tope, tope + 1n].map((ingresos) => con(anio, { ingresos }).estado);
    expect(estados).toEqual(['cumple', 'no-cumple', 'no-cumple']);
    const dosLocales = con(anio, { establecimientos: 2 });
    expect(estadosDe(dosLocales, `establecimientos-${anio}`)).toEqual([
      `establecimientos-${anio}: no-cumple`,
    ]);
    expect(dosLocales.estado).toBe('no-cumple');
    bienDicha(dosLocales);
  });

  it('el cuarto año anterior ya no cuenta', () => {
    expect(con(2022, { ingresos: 10n ** 12n, establecimientos: 9 }).estado).toBe('cumple');
  });

  it('no bastan los dos años del IVA: los tres anteriores se exigen', () => {
    const e = evaluarRetiroInc({ ...BIEN, porAnio: { 2025: ANIO, 2026: ANIO } });
    expect(e.estado).toBe('no-se-sabe');
    expect(estadosDe(e, 'ingresos-2023', 'ingresos-2024', 'ingresos-2025')).toEqual([
      'ingresos-2023: no-se-sabe',
      'ingresos-2024: no-se-sabe',
      'ingresos-2025: cumple',
    ]);
  });

  it('un año sin actividad es un año con cero', () => {
    expect(con(2023, { ingresos: 0n, establecimientos: 0 }).estado).toBe('cumple');
  });

  it.each<[string, Partial<HechosRetiroInc>, string]>([
    ['una persona jurídica', { tipoContribuyente: '1' }, 'persona-natural'],
    ['quien no tiene el 33', { responsabilidades: ['50'] }, 'responsable'],
    ['quien cobra consumo por otra cosa', { soloRestaurantesYBares: false }, 'restaurantes-y-bares'],
    ['un RUT suspendido', { estado: 'suspendido' }, 'rut-activo'],
    ['un RUT desactualizado', { actualizado: false }, 'rut-actualizado'],
  ])('%s no puede', (_, cambio, id) => {
    const e = evaluarRetiroInc({ ...BIEN, ...cambio });
    expect(e.estado).toBe('no-cumple');
    expect(buscar(e, id)?.estado).toBe('no-cumple');
    bienDicha(e);
  });

  it('callar cualquier hecho no deja decir que sí', () => {
    const claves = ['soloRestaurantesYBares', 'solicitante', 'estado', 'actualizado'] as const;
    for (const clave of claves) expect(evaluarRetiroInc(sinHechos(BIEN, [clave])).estado).toBe('no-se-sabe');
    for (const anio of ANIOS) {
      for (const clave of ['ingresos', 'establecimientos'] as const) {
        const porAnio = { ...BIEN.porAnio, [anio]: sinHechos(ANIO, [clave]) };
        const e = evaluarRetiroInc({ ...BIEN, porAnio });
        expect(e.estado, `${clave} ${anio}`).toBe('no-se-sabe');
        bienDicha(e);
      }
    }
  });

  it('recibir más nunca hace posible un retiro que no lo era', () => {
    const pesos = fc.bigInt({ min: 0n, max: 250_000_000n });
    const ORDEN = { 'no-cumple': 0, 'no-se-sabe': 1, cumple: 2 };
    fc.assert(
      fc.property(fc.constantFrom(...ANIOS), pesos, pesos, (anio, ingresos, mas) => {
        const [antes, despues] = [con(anio, { ingresos }), con(anio, { ingresos: ingresos + mas })];
        expect(ORDEN[despues.estado]).toBeLessThanOrEqual(ORDEN[antes.estado]);
      }),
    );
  });
});
