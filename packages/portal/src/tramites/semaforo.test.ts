import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fecha, sumarDias } from '@autogestion/normas/fechas';
import {
  DIAS_HABILES_DEL_SEMAFORO,
  diasHabilesHasta,
  limiteDelSemaforo,
  loQueQueda,
  semaforo,
} from './semaforo.ts';

describe('el semáforo', () => {
  it('vencido desde el día siguiente; lo de hoy, aparte; pronto con cinco días hábiles o menos, festivos aparte', () => {
    // Monday 13 May 2024 was a holiday.
    const vence = fecha('2024-05-17');
    expect(semaforo(vence, fecha('2024-05-18'))).toBe('vencido');
    expect(semaforo(vence, vence)).toBe('hoy');
    expect(semaforo(vence, fecha('2024-05-10'))).toBe('pronto');
    expect(diasHabilesHasta(vence, fecha('2024-05-10'))).toBe(4);
    expect(semaforo(vence, fecha('2024-05-09'))).toBe('pronto');
    expect(semaforo(vence, fecha('2024-05-08'))).toBe('a-tiempo');
  });

  it('cualquier día, la luz dice lo que dicen los días hábiles que quedan, y el filtro lo mismo', () => {
    const dias = fc.integer({ min: 0, max: 730 }).map((n) => sumarDias(fecha('2025-01-01'), n));
    fc.assert(
      fc.property(dias, fc.integer({ min: -40, max: 60 }), (hoy, n) => {
        const vence = sumarDias(hoy, n);
        const quedan = diasHabilesHasta(vence, hoy);
        const pronto = quedan <= DIAS_HABILES_DEL_SEMAFORO.pronto;
        const luz = semaforo(vence, hoy);
        expect(luz).toBe(n < 0 ? 'vencido' : quedan === 0 ? 'hoy' : pronto ? 'pronto' : 'a-tiempo');
        expect(loQueQueda(vence, hoy) === 'Vence hoy').toBe(luz === 'hoy');
        expect(vence <= limiteDelSemaforo('hoy', hoy)).toBe(luz === 'hoy' || luz === 'vencido');
        expect(vence <= limiteDelSemaforo('pronto', hoy)).toBe(luz !== 'a-tiempo');
        expect(vence <= limiteDelSemaforo('vencido', hoy)).toBe(luz === 'vencido');
      }),
    );
  });

  it('lo que queda se dice en días hábiles', () => {
    const vence = fecha('2024-05-17');
    expect(loQueQueda(vence, fecha('2024-05-16'))).toBe('Queda 1 día hábil');
    expect(loQueQueda(vence, fecha('2024-05-10'))).toBe('Quedan 4 días hábiles');
    expect(loQueQueda(vence, vence)).toBe('Vence hoy');
    expect(loQueQueda(vence, fecha('2024-05-21'))).toBe('Venció hace 2 días hábiles');
  });
});
