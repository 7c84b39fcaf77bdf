import { describe, expect, it } from 'vitest';
import { rutCon } from '../../pruebas/rut.ts';
import { LEY51 } from '../calendario/index.ts';
import { definidos } from '../definidos/index.ts';
import { vencimientosDeUnRut } from './index.ts';

describe('vencimientos de un RUT en un año', () => {
  const hechos = { responsabilidadesAnteriores: ['05', '07', '48'], ingresosBrutos: { 2024: 1n, 2025: 1n } };

  it('cada fecha con su regla y con la razón por la que le toca, por fecha', () => {
    const r = vencimientosDeUnRut(rutCon('2', '05', '07', '48'), 2026, {
      hechos: { ...hechos, informaExogena: false },
    });
    if (!r.ok) throw new Error(r.mensaje);
    const fechas = r.valor.vencimientos.map((v) => v.fecha);
    expect(fechas).toEqual([...fechas].sort());
    // Twelve of withholding, three of IVA, income tax and the certificates.
    expect(fechas).toHaveLength(17);
    expect(r.valor.vencimientos.find((v) => v.obligacion === 'renta-pn')).toMatchObject({
      fecha: '2026-09-21',
      regla: expect.stringContaining('termina en 56') as string,
      motivo: { estado: 'si', anio: 2025, razon: expect.stringContaining('responsable de IVA') as string },
    });
    expect(r.valor).toMatchObject({ sinFecha: [], sinPlazo: [] });
  });

  it('con otra versión del calendario, otras fechas', () => {
    const opciones = { hechos: { responsabilidadesAnteriores: ['47'] } };
    const de = (version?: typeof LEY51) => {
      const r = vencimientosDeUnRut(rutCon('1', '47'), 2026, { ...opciones, ...definidos({ version }) });
      return r.ok && r.valor.vencimientos.find((v) => v.obligacion === 'simple-anual')?.fecha;
    };
    expect([de(), de(LEY51)]).toEqual(['2026-04-22', '2026-04-21']);
  });

  it('las semanas que vencen en enero son del año anterior o del que empieza', () => {
    const r = vencimientosDeUnRut(rutCon('1', '02'), 2026, {
      hechos: { responsabilidadesAnteriores: [], informaExogena: false },
    });
    const semanas = r.ok ? r.valor.vencimientos.filter((v) => v.obligacion === 'gmf-semanal') : [];
    expect(semanas[0]?.periodo).toBe('semana-1');
    expect(semanas.every((v) => v.motivo.anio === 2026)).toBe(true);
    const antes = vencimientosDeUnRut(rutCon('1', '02'), 2026, {
      hechos: { responsabilidadesAnteriores: ['02'], informaExogena: false },
    });
    const todas = antes.ok ? antes.valor.vencimientos.filter((v) => v.obligacion === 'gmf-semanal') : [];
    expect(todas.length - semanas.length).toBe(todas.filter((v) => v.motivo.anio === 2025).length);
    expect(todas[0]?.motivo.anio).toBe(2025);
  });

  it('lo que no tiene fecha y lo que no tiene plazo leído se dicen, no se callan', () => {
    const gc = rutCon('1', '06', '13', '14', '55');
    const r = vencimientosDeUnRut(gc, 2024, { hechos: { responsabilidadesAnteriores: ['14'] } });
    expect(r).toMatchObject({
      valor: {
        sinFecha: [{ obligacion: 'exogena-gc', codigo: 'regla-sin-datos' }],
        sinPlazo: [{ codigo: '06' }, { codigo: '55' }],
      },
    });
  });

  it.each([
    [2030, '900123456', 'anio-sin-reglas'],
    [2026, '9001234A', 'nit'],
  ])('de %d con el NIT %s: %s', (anio, nit, codigo) => {
    expect(vencimientosDeUnRut({ ...rutCon('1', '05'), nit }, anio)).toMatchObject({ ok: false, codigo });
  });
});
