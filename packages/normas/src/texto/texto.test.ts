import { describe, expect, it } from 'vitest';
import { plegar, tieneCaracteresDeControl } from './index.ts';

describe('texto', () => {
  it('plegar quita tildes y mayúsculas y respeta la ñ', () => {
    expect(plegar('Peluquería ÑANDÚ Güepsa')).toBe('peluqueria ñandu guepsa');
  });

  it.each(['a\u0000', 'a\nb', 'a\u202eb', '\ufeffa', '\ud800'])('%j lleva caracteres de control', (t) => {
    expect(tieneCaracteresDeControl(t)).toBe(true);
  });

  it.each(['CL 13 # 5 - 20', 'Vereda El Ñipe 😀', ''])('«%s» no', (t) => {
    expect(tieneCaracteresDeControl(t)).toBe(false);
  });
});
