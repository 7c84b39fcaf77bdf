import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodos } from '../../pruebas/evaluar-formula.ts';
import { diasDe, EFECTIVO, LEY51 } from '../calendario/index.ts';
import { explicacionEnTexto } from '../explicacion/index.ts';
import { fecha, sumarDias } from '../fechas/index.ts';
import { computarTermino } from './index.ts';
import type { Computo, HechosDelTermino, Plazo, Suspension, Unidad } from './index.ts';

const dia = fc.integer({ min: 0, max: 1_400 }).map((d) => sumarDias(fecha('2024-01-01'), d));
const unidades = fc.constantFrom<Unidad>('dias-habiles', 'dias-calendario', 'meses', 'anios');
const plazos: fc.Arbitrary<Plazo> = unidades.chain((unidad) =>
  fc.record({
    cantidad: fc.integer({ min: 1, max: unidad === 'anios' ? 3 : unidad === 'meses' ? 12 : 60 }),
    unidad: fc.constant(unidad),
    norma: fc.constant('ET 1'),
    prorroga: fc.constant(true),
  }),
);
const suspensiones: fc.Arbitrary<Suspension[]> = fc.array(
  fc
    .tuple(dia, fc.integer({ min: 0, max: 40 }))
    .map(([desde, dura]) => ({ desde, hasta: sumarDias(desde, dura), motivo: 'se pidió un documento' })),
  { maxLength: 3 },
);
const hechos: fc.Arbitrary<HechosDelTermino> = fc.record({ desde: dia, suspensiones });

function computar(plazo: Plazo, h: HechosDelTermino, version = EFECTIVO): Computo & { vence: string } {
  const r = computarTermino(plazo, h, version);
  if (!r.ok || r.valor.vence === null) throw new Error('sin vencimiento');
  return Object.assign(r.valor, { vence: r.valor.vence });
}

describe('propiedades de los términos', () => {
  it('la cuenta es día por día, sin huecos, y termina en el vencimiento, que es hábil', () => {
    fc.assert(
      fc.property(plazos, hechos, (plazo, h) => {
        const { dias, vence } = computar(plazo, h);
        dias.forEach((d, i) => expect(d.fecha).toBe(sumarDias(h.desde, i + 1)));
        expect(dias.at(-1)).toMatchObject({ fecha: vence, clase: 'contado' });
        expect(diasDe(EFECTIVO).esHabil(fecha(vence))).toBe(true);
      }),
    );
  });

  it('en días hábiles se cuentan tantos como manda la ley, y ninguno que no lo sea', () => {
    fc.assert(
      fc.property(plazos, hechos, (plazo, h) => {
        const { dias } = computar({ ...plazo, unidad: 'dias-habiles' }, h);
        const contados = dias.filter((d) => d.clase === 'contado');
        expect(contados.map((d) => d.numero)).toEqual(contados.map((_, i) => i + 1));
        expect(contados).toHaveLength(plazo.cantidad);
        for (const d of contados) expect(diasDe(EFECTIVO).esHabil(d.fecha)).toBe(true);
      }),
    );
  });

  it('más término, o empezar después, nunca vence antes', () => {
    fc.assert(
      fc.property(plazos, hechos, (plazo, h) => {
        const { vence } = computar(plazo, h);
        expect(computar({ ...plazo, cantidad: plazo.cantidad + 1 }, h).vence >= vence).toBe(true);
        expect(computar(plazo, { ...h, desde: sumarDias(h.desde, 1) }).vence >= vence).toBe(true);
      }),
    );
  });

  it('suspender nunca adelanta, y tampoco un día cívico', () => {
    fc.assert(
      fc.property(plazos, hechos, (plazo, h) => {
        const { vence } = computar(plazo, h);
        expect(vence >= computar(plazo, { desde: h.desde }).vence).toBe(true);
        expect(vence >= computar(plazo, h, LEY51).vence).toBe(true);
      }),
    );
  });

  it('ningún día suspendido se cuenta', () => {
    fc.assert(
      fc.property(plazos, hechos, (plazo, h) => {
        for (const d of computar(plazo, h).dias) {
          const suspendido = h.suspensiones?.some(
            (s) => s.desde <= d.fecha && d.fecha <= (s.hasta ?? '9999'),
          );
          expect(d.clase === 'suspendido').toBe(suspendido);
        }
      }),
    );
  });

  it('prorrogado hasta el doble, vence después y no antes', () => {
    fc.assert(
      fc.property(plazos, hechos, fc.double({ min: 0, max: 1, noNaN: true }), (plazo, h, parte) => {
        const { vence } = computar(plazo, h);
        const cantidad = plazo.cantidad + 1 + Math.floor(parte * (plazo.cantidad - 1));
        const prorroga = { cantidad, avisada: fecha(vence), motivo: 'faltan pruebas' };
        const c = computar(plazo, { ...h, prorroga });
        expect(c.vence >= vence).toBe(true);
        expect(c.vencimientoInicial).toBe(vence);
      }),
    );
  });

  it('la explicación está completa: frases enteras, sin huecos', () => {
    fc.assert(
      fc.property(plazos, hechos, (plazo, h) => {
        const { explicacion } = computar(plazo, h);
        expect(explicacionEnTexto(explicacion)).not.toMatch(/undefined|null|NaN|\[object/);
        for (const { frase } of nodos(explicacion)) expect(frase).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
      }),
    );
  });
});
