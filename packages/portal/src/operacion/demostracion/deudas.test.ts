import { conceptoDe, tienePeriodo } from '@autogestion/normas/estado-de-cuenta';
import { fecha } from '@autogestion/normas/fechas';
import type { RegistroRut } from '@autogestion/normas/rut';
import { describe, expect, it } from 'vitest';
import { deudasDe } from './deudas.ts';
import { empresaDemo } from './empresa.ts';
import { personaDemo } from './persona.ts';

const HOY = fecha('2026-11-30');
const { registro } = personaDemo(1);
const laura: RegistroRut = { ...registro, nit: registro.nit ?? '', dv: registro.dv ?? 0 };
const deLaura = deudasDe(laura, HOY, true);

describe('deudas de la demostración', () => {
  it('las mismas el mismo día, con períodos que existen y nada que pase después de hoy', () => {
    expect(deudasDe(laura, HOY, true)).toEqual(deLaura);
    for (const d of [...deLaura, ...deudasDe(empresaDemo(1), HOY, false)]) {
      expect(tienePeriodo(d.concepto, d.periodo)).toBe(true);
      expect(conceptoDe(d.concepto).nombre).not.toBe('');
      for (const dia of [d.vence, ...d.pagos.map((p) => p.dia)]) expect(dia < HOY).toBe(true);
    }
  });

  it('quien se muestra tiene de todo: algo sin pagar, a medias, de más, con sanción y un pago al año equivocado', () => {
    const pagado = (d: (typeof deLaura)[number]) => d.pagos.reduce((s, p) => s + p.valor, 0n);
    const propios = deLaura.filter((d) => d.pagos.every((p) => p.anio === d.anio));
    expect(deLaura.some((d) => d.pagos.some((p) => p.anio === d.anio - 1))).toBe(true);
    expect(deLaura.some((d) => d.sancion !== undefined)).toBe(true);
    expect(propios.some((d) => pagado(d) === 0n)).toBe(true);
    expect(propios.some((d) => pagado(d) > 0n && pagado(d) < d.impuesto)).toBe(true);
    expect(propios.some((d) => pagado(d) === d.impuesto)).toBe(true);
    expect(propios.some((d) => pagado(d) > d.impuesto)).toBe(true);
  });

  it('en un año del que no hay calendario no hay deudas, y nada falla', () => {
    expect(deudasDe(laura, fecha('2060-05-01'), true)).toEqual([]);
  });
});
