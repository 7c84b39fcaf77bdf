import { expect, it } from 'vitest';
import { enPalabras, loQueCambio } from './resultado.ts';

const debe = (porPagar: bigint, aFavor = 0n) => ({ porPagar, aFavor });
const cambio = (antes: ReturnType<typeof debe>, ahora: ReturnType<typeof debe>) =>
  loQueCambio(antes, ahora).replaceAll('\u00a0', ' ');

it('lo que cambió la última respuesta se dice con su signo, y también que no cambió nada', () => {
  expect(cambio(debe(100_000n), debe(112_000n))).toBe('Con esto lo que debe pagar sube $ 12.000.');
  expect(cambio(debe(0n, 100_000n), debe(0n, 112_000n))).toBe('Con esto su saldo a favor sube $ 12.000.');
  expect(cambio(debe(0n, 9_000n), debe(0n))).toBe('Con esto pasa de $ 9.000 a favor a $ 0 por pagar.');
  expect(cambio(debe(5_000n), debe(0n, 2_000n))).toBe(
    'Con esto pasa de $ 5.000 por pagar a $ 2.000 a favor.',
  );
  expect(cambio(debe(0n), debe(0n))).toBe('Con esto no cambia el resultado.');
});

it('un formulario con varios impuestos dice lo de pagar y lo de a favor, sin compensarlos', () => {
  expect(cambio(debe(5_000n, 3_000n), debe(4_000n, 7_000n))).toBe(
    'Con esto lo que debe pagar baja $ 1.000 y su saldo a favor sube $ 4.000.',
  );
  expect(enPalabras(debe(5_000n, 3_000n)).replaceAll('\u00a0', ' ')).toBe(
    'Por pagar $ 5.000. Saldo a favor $ 3.000',
  );
});
