import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leerNumeroDeRecibo } from './index.ts';

const numero = fc.integer({ min: 1, max: 999_999_999 }).map((n) => {
  const cuerpo = 490_000_000_000n + BigInt(n);
  return String(cuerpo * 100n + 98n - ((cuerpo * 100n) % 97n));
});

describe('número del recibo 490', () => {
  it('con espacios, puntos o guiones se lee igual', () => {
    fc.assert(
      fc.property(numero, (n) => {
        for (const escrito of [n, ` ${n} `, `${n.slice(0, 3)} ${n.slice(3)}`, n.replace(/(.{4})/g, '$1-')])
          expect(leerNumeroDeRecibo(escrito)).toEqual({ ok: true, valor: n });
      }),
    );
  });

  it('un dígito cambiado, o dos vecinos que cambiaron de lugar, se notan', () => {
    fc.assert(
      fc.property(numero, fc.integer({ min: 3, max: 13 }), fc.integer({ min: 1, max: 9 }), (n, i, suma) => {
        const otro = `${n.slice(0, i)}${(Number(n[i]) + suma) % 10}${n.slice(i + 1)}`;
        expect(leerNumeroDeRecibo(otro)).toMatchObject({ ok: false, codigo: 'verificacion' });
        const j = Math.min(i, 12);
        const cambiado = `${n.slice(0, j)}${n[j + 1]}${n[j]}${n.slice(j + 2)}`;
        if (cambiado !== n) expect(leerNumeroDeRecibo(cambiado).ok).toBe(false);
      }),
    );
  });

  it('lo que no es un número de recibo se dice', () => {
    for (const malo of ['', '490', '4901234567890', 'cuatro', '12300000000001'])
      expect(leerNumeroDeRecibo(malo)).toMatchObject({ ok: false, codigo: 'forma' });
  });
});
