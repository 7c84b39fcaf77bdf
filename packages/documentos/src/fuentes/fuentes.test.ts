import { afterEach, describe, expect, it } from 'vitest';
import { fijarDirectorioDeFuentes, FUENTES, leerFuente } from './fuentes.ts';

describe('leerFuente', () => {
  afterEach(() => fijarDirectorioDeFuentes(import.meta.dirname));

  it('halla las tres fuentes por el nombre del paquete', () => {
    for (const fuente of FUENTES) expect(leerFuente(fuente).length).toBeGreaterThan(50_000);
  });

  it('cuando no están, dice cuál falta y qué hacer', () => {
    fijarDirectorioDeFuentes('/no/existe');
    expect(() => leerFuente('negra')).toThrow(
      /\/no\/existe\/PublicSans-Bold\.ttf.*fijarDirectorioDeFuentes/s,
    );
  });
});
