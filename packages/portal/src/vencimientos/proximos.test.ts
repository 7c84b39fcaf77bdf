import { fecha } from '@autogestion/normas/fechas';
import type { RegistroRut } from '@autogestion/normas/rut';
import { describe, expect, it } from 'vitest';
import { proximosVencimientos } from './proximos.ts';

const registro = (responsabilidades: string[]): RegistroRut => ({
  tipoContribuyente: '2',
  nit: '1990000001',
  dv: 1,
  seccional: '32',
  identificacion: {},
  ubicacion: { pais: '169', municipio: '11001', direccion: 'CL 1', correo: 'a@ejemplo.co' },
  clasificacion: {
    actividadPrincipal: { codigo: '5613', desde: fecha('2024-01-15') },
    otrasActividades: [],
    establecimientos: 0,
    responsabilidades,
    usuariosAduaneros: [],
  },
});

describe('próximos vencimientos', () => {
  it('van por fecha, desde hoy hasta el último día, ambos incluidos', () => {
    const todos = proximosVencimientos(registro(['48']), fecha('2026-01-01'), 364);
    expect(todos.length).toBeGreaterThan(3);
    const fechas = todos.map((v) => v.fecha);
    expect(fechas).toEqual([...fechas].sort());
    const [primero] = todos;
    if (!primero) throw new Error('No hay vencimientos.');
    const enSuDia = proximosVencimientos(registro(['48']), primero.fecha, 0);
    expect(enSuDia.map((v) => v.fecha)).toContain(primero.fecha);
  });

  it('cruzan el año: en diciembre ya se ven los de enero', () => {
    const todos = proximosVencimientos(registro(['48']), fecha('2025-12-20'), 30);
    expect(todos.some((v) => v.fecha.startsWith('2026-01'))).toBe(true);
  });

  it('lo que el RUT solo no dice queda por confirmar, con su razón', () => {
    const todos = proximosVencimientos(registro(['48']), fecha('2026-01-01'), 60);
    const dudosos = todos.filter((v) => v.porConfirmar);
    expect(dudosos.length).toBeGreaterThan(0);
    for (const v of dudosos) expect(v.motivo.razon).toBeTruthy();
  });

  it('sin obligaciones no hay vencimientos, y un año sin reglas no es una falla', () => {
    expect(
      proximosVencimientos(registro([]), fecha('2026-01-01'), 364).filter((v) => !v.porConfirmar),
    ).toEqual([]);
    expect(proximosVencimientos(registro(['48']), fecha('2040-01-01'), 30)).toEqual([]);
  });
});
