import { fecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ESTADOS, estadoDe, HECHOS, puedeResponder, type Estado, type Hecho } from './estado.ts';
import { venceEl } from './plazo.ts';

const VENCE = fecha('2026-03-31');
const loOcurrido = fc.record({
  hechos: fc.subarray([...HECHOS]),
  corregido: fc.boolean(),
  vence: fc.constant(VENCE),
});
const dia = fc.integer({ min: -40, max: 40 }).map((n): Fecha => sumarDias(VENCE, n));

describe('estado de un reclamo de lo que otros reportaron', () => {
  it.each<[Hecho[], boolean, string, Estado]>([
    [[], false, '2026-03-10', 'abierta'],
    [['avisado'], false, '2026-03-10', 'reportante-avisado'],
    [['avisado'], false, '2026-03-31', 'reportante-avisado'],
    [['avisado'], false, '2026-04-01', 'vencida'],
    [[], false, '2026-04-01', 'vencida'],
    [['avisado', 'corrige'], false, '2026-03-20', 'reportante-avisado'],
    // Whoever says that they will correct it and does not, let the term pass.
    [['avisado', 'corrige'], false, '2026-04-01', 'vencida'],
    [['avisado', 'sostiene'], false, '2026-04-01', 'sostenida'],
    [['avisado', 'sostiene'], true, '2026-05-01', 'corregida'],
    [[], true, '2026-03-10', 'corregida'],
  ])('%j, corregido %s, el %s: %s', (hechos, corregido, hoy, estado) => {
    expect(estadoDe({ hechos, corregido, vence: VENCE }, fecha(hoy))).toBe(estado);
  });

  it('corregida se ve en lo reportado, y nada de lo que se diga la cambia', () => {
    fc.assert(
      fc.property(loOcurrido, dia, (o, hoy) => {
        expect(estadoDe(o, hoy) === 'corregida').toBe(o.corregido);
      }),
    );
  });

  it('avisar, recordar y contarlo no terminan nada; solo el día vence', () => {
    fc.assert(
      fc.property(
        loOcurrido,
        dia,
        fc.constantFrom<Hecho>('recordado', 'cambio-dicho', 'vencimiento-dicho'),
        (o, hoy, mas) => {
          expect(estadoDe({ ...o, hechos: [...o.hechos, mas] }, hoy)).toBe(estadoDe(o, hoy));
          if (estadoDe(o, hoy) === 'vencida') expect(hoy > VENCE).toBe(true);
        },
      ),
    );
  });

  it('se puede responder, también tarde, hasta que se sostiene o se corrige', () => {
    expect(ESTADOS.filter(puedeResponder)).toEqual(['abierta', 'reportante-avisado', 'vencida']);
  });

  it('el plazo son 15 días hábiles desde el día siguiente: sin sábados, domingos ni festivos', () => {
    // Tuesday 10; Monday 23 is San José (Ley 51 de 1983).
    expect(venceEl(fecha('2026-03-10'))).toBe('2026-04-01');
  });
});
