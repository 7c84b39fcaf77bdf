import { describe, expect, it } from 'vitest';
import { fecha } from '../fechas/index.ts';
import { anioEnElSimple } from './regimen-del-anio.ts';

const version = (desde: string, ...responsabilidades: string[]) => ({
  desde: fecha(desde),
  responsabilidades,
});

describe('el régimen de cada año (ET 909)', () => {
  const entra = [version('2024-05-02', '05', '49'), version('2026-02-20', '47', '49')];

  it('quien entra en febrero está todo ese año, y el anterior fue ordinario', () => {
    expect([2024, 2025, 2026, 2027].map((a) => anioEnElSimple(entra, a))).toEqual([false, false, true, true]);
  });

  it('quien sale en enero estuvo todo el año anterior', () => {
    const sale = [...entra, version('2027-01-15', '05', '49')];
    expect([2026, 2027].map((a) => anioEnElSimple(sale, a))).toEqual([true, false]);
  });

  it('de un año anterior a la primera versión que se conoce, lo dice esa; sin RUT, ninguno', () => {
    expect(anioEnElSimple([version('2026-03-01', '47')], 2024)).toBe(true);
    expect(anioEnElSimple([], 2026)).toBe(false);
  });
});
