import { describe, expect, it } from 'vitest';
import { fecha } from '../fechas/index.ts';
import { plazoParaCorregir } from './plazo.ts';

describe('hasta cuándo se corrige una declaración', () => {
  it.each([
    ['sube lo que paga', 1n, '2025-08-12', '2028-08-12', 3, 'ET 588'],
    ['no cambia lo que paga', 0n, '2025-08-12', '2028-08-12', 3, 'ET 588'],
    ['baja lo que paga', -1n, '2025-08-12', '2026-08-12', 1, 'ET 589'],
    ['sube, y venció antes de la Ley 2010 de 2019', 1n, '2019-10-01', '2021-10-01', 2, 'ET 588'],
    ['sube, y venció el día de la Ley 2010 de 2019', 1n, '2019-12-27', '2022-12-27', 3, 'ET 588'],
    ['baja, y el plazo venció un 29 de febrero', -1n, '2024-02-29', '2025-02-28', 1, 'ET 589'],
  ])('%s', (_, diferencia, vence, hasta, anios, norma) => {
    expect(plazoParaCorregir({ vence: fecha(vence), diferencia })).toEqual({ hasta, anios, norma });
  });
});
