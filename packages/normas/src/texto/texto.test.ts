import { describe, expect, it } from 'vitest';
import { plegar, textoDeSms, tieneCaracteresDeControl } from './index.ts';

describe('texto', () => {
  it('un SMS cabe en GSM-7: pierde las tildes que ese alfabeto no tiene, y conserva eñes y é', () => {
    expect(textoDeSms('Señor José: su código, «ABC234», sirve… según Íngrid Núñez — Ü')).toBe(
      'Señor José: su codigo, "ABC234", sirve... segun Ingrid Nuñez - Ü',
    );
    expect(textoDeSms('😀 中')).toBe('? ?');
  });

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
