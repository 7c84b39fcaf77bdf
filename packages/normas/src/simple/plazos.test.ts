import { describe, expect, it } from 'vitest';
import { fecha } from '../fechas/index.ts';
import {
  anioParaEntrar,
  bimestreEnQueSePasa,
  efectoDeLaDemora,
  estaEnVentana,
  soloDeclaracionAnual,
  topeSoloAnual,
  ventanaDeIngreso,
  ventanaDeSalida,
} from './index.ts';

describe('entrar y salir (ET 909)', () => {
  it.each([
    [2024, '2024-02-29', '2024-01-30'],
    [2025, '2025-02-28', '2025-01-30'],
    [2026, '2026-02-27', '2026-01-29'],
    [2027, '2027-02-26', '2027-01-28'],
  ])('%d: se entra hasta el %s y se sale hasta el %s', (anio, entrada, salida) => {
    expect(ventanaDeIngreso(anio, false)).toMatchObject({ desde: `${anio}-01-01`, hasta: entrada });
    expect(ventanaDeSalida(anio)).toMatchObject({ desde: `${anio}-01-01`, hasta: salida });
  });

  it('el último día hábil de enero ya es tarde para salir', () => {
    expect(estaEnVentana(ventanaDeSalida(2026), fecha('2026-01-29'))).toBe(true);
    expect(estaEnVentana(ventanaDeSalida(2026), fecha('2026-01-30'))).toBe(false);
    expect(estaEnVentana(ventanaDeIngreso(2026, false), fecha('2026-02-27'))).toBe(true);
    expect(estaEnVentana(ventanaDeIngreso(2026, false), fecha('2025-12-31'))).toBe(false);
  });

  it('se entra para este año mientras dura el plazo, y después para el que viene', () => {
    expect(anioParaEntrar(fecha('2026-02-27'))).toBe(2026);
    expect(anioParaEntrar(fecha('2026-02-28'))).toBe(2027);
  });

  it('quien se inscribe por primera vez en el RUT entra cuando quiera', () => {
    const ventana = ventanaDeIngreso(2026, true);
    expect(ventana.hasta).toBeNull();
    expect(estaEnVentana(ventana, fecha('2026-11-03'))).toBe(true);
  });
});

describe('solo declaración anual (ET 910 par. 3)', () => {
  const tope = 174_297_000n;

  it.each([
    [{ tipo: 'natural', ingresosAnioAnterior: 164_728_000n, ingresosDelAnio: tope }, 'cumple'],
    [{ tipo: 'natural', ingresosAnioAnterior: 164_728_001n, ingresosDelAnio: 0n }, 'no-cumple'],
    [{ tipo: 'natural', ingresosAnioAnterior: 0n, ingresosDelAnio: tope + 1n }, 'no-cumple'],
    [{ tipo: 'natural', ingresosDelAnio: tope }, 'no-se-sabe'],
    [{ tipo: 'natural', ingresosAnioAnterior: 0n }, 'no-se-sabe'],
    [{ tipo: 'natural', inscritoEsteAnio: true, ingresosDelAnio: tope }, 'cumple'],
    [
      { tipo: 'natural', inscritoEsteAnio: true, ingresosAnioAnterior: 10n ** 12n, ingresosDelAnio: 1n },
      'cumple',
    ],
    [{ tipo: 'juridica', ingresosAnioAnterior: 0n, ingresosDelAnio: 0n }, 'no-cumple'],
  ] as const)('2025: %o %s', (hechos, estado) => {
    expect(soloDeclaracionAnual(hechos, 2025).estado).toBe(estado);
  });

  it('antes de 2023 no existía', () => {
    expect(
      soloDeclaracionAnual({ tipo: 'natural', ingresosAnioAnterior: 0n, ingresosDelAnio: 0n }, 2022).estado,
    ).toBe('no-cumple');
  });

  it('3.500 UVT de 2026 son $ 183.309.000', () => {
    expect(topeSoloAnual(2026)).toBe(183_309_000n);
  });

  it('al pasar la suma se deben los bimestres hasta ese, sin intereses si se pagan en su plazo', () => {
    expect(bimestreEnQueSePasa([80_000_000n, 94_297_000n, 1n], 2025)).toEqual({
      bimestre: 3,
      sinIntereses: [1, 2, 3],
    });
    expect(bimestreEnQueSePasa([tope, 0n], 2025)).toBeUndefined();
    expect(bimestreEnQueSePasa([], 2025)).toBeUndefined();
  });
});

describe('exclusión por demora (ET 914)', () => {
  const vence = fecha('2025-05-13');

  it.each([
    ['2025-05-13', 'a-tiempo', null],
    ['2025-05-14', 'en-mora', null],
    ['2025-06-13', 'en-mora', null],
    ['2025-06-14', 'excluido', 2026],
  ])('cumplido el %s: %s', (dia, estado, sinOpcionEn) => {
    const esperado = { estado, sinOpcionEn, ultimoDia: '2025-06-13' };
    expect(efectoDeLaDemora({ vence, cumplido: fecha(dia) }, fecha('2027-01-01'))).toMatchObject(esperado);
    expect(efectoDeLaDemora({ vence, cumplido: null }, fecha(dia))).toMatchObject(esperado);
  });

  it('el mes que termina antes acaba en su último día', () => {
    const r = efectoDeLaDemora({ vence: fecha('2026-01-31'), cumplido: null }, fecha('2026-02-28'));
    expect(r).toMatchObject({ estado: 'en-mora', ultimoDia: '2026-02-28' });
  });
});
