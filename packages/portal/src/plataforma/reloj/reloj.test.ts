import { describe, expect, it } from 'vitest';
import { relojFijo } from './index.ts';

describe('reloj', () => {
  it('el año nuevo llega a Bogotá cinco horas después que a Greenwich', () => {
    const reloj = relojFijo('2026-01-01T04:59:59.999Z');
    expect(reloj.hoy()).toBe('2025-12-31');
    reloj.avanzar(1);
    expect(reloj.hoy()).toBe('2026-01-01');
    expect(reloj.ahora().toISOString()).toBe('2026-01-01T05:00:00.000Z');
  });
});
