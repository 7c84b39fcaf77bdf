import { describe, expect, it } from 'vitest';
import { fecha } from '../../fechas/index.ts';
import { buscar } from '../../../pruebas/tramites.ts';
import { definidos } from '../../definidos/index.ts';
import type { RegistroRut } from '../registro.ts';
import {
  CAUSALES_DE_OFICIO,
  CAUSALES_SUSPENSION,
  evaluarActualizacionDeOficio,
  evaluarCancelacionDeOficio,
  evaluarSuspension,
  type HechosCancelacionDeOficio,
  type HechosSuspension,
} from './index.ts';

const HOY = fecha('2026-03-10');

describe('suspensión de oficio (DUR 1.6.1.2.16)', () => {
  it.each(CAUSALES_SUSPENSION.map((c) => [c.codigo, c.nombre]))(
    'procede por %s sobre un RUT activo y no sobre uno que no lo está',
    (causal, nombre) => {
      const h: HechosSuspension = { hoy: HOY, causal, firmeza: fecha('2025-03-10'), estado: 'activo' };
      expect(evaluarSuspension(h).estado).toBe('cumple');
      expect(buscar(evaluarSuspension(h), 'causal')?.razon).toContain(nombre);
      for (const estado of ['suspendido', 'cancelado'] as const)
        expect(buscar(evaluarSuspension({ ...h, estado }), 'rut-activo')?.estado).toBe('no-cumple');
    },
  );

  it.each([
    ['2021-03-09', 'no-cumple'],
    ['2021-03-10', 'cumple'],
    ['2026-03-10', 'cumple'],
    ['2026-03-11', 'no-cumple'],
    [undefined, 'no-se-sabe'],
  ])('una declaratoria de ficticio en firme el %s: %s (cinco años, ET 671)', (firmeza, estado) => {
    const e = evaluarSuspension({
      hoy: HOY,
      estado: 'activo',
      causal: 'proveedor-o-exportador-ficticio',
      ...definidos({ firmeza: firmeza ? fecha(firmeza) : undefined }),
    });
    expect(e.estado).toBe(estado);
  });

  it('una causal que la norma no trae no suspende, y sin causal no se sabe', () => {
    expect(evaluarSuspension({ hoy: HOY, estado: 'activo', causal: 'otra' }).estado).toBe('no-cumple');
    expect(evaluarSuspension({ hoy: HOY, estado: 'activo' }).estado).toBe('no-se-sabe');
  });
});

describe('cancelación de oficio (DUR 1.6.1.2.18)', () => {
  /** Letter; whether a natural person falls under it; whether it has to be verified first. */
  const TABLA: [letra: string, natural: boolean, seVerifica: boolean][] = [
    ['a', true, true],
    ['b', true, false],
    ['c', true, false],
    ['d', true, false],
    ['e', true, false],
    ['f', false, false],
    ['g', true, false],
    ['h', true, false],
    ['i', false, false],
  ];
  it('la tabla tiene todas las causales de oficio y ninguna más', () => {
    expect(TABLA.map(([c]) => c)).toEqual(CAUSALES_DE_OFICIO.map((c) => c.codigo));
  });

  it.each(TABLA)('literal %s: de persona natural %s; se verifica antes %s', (causal, natural, seVerifica) => {
    const h: HechosCancelacionDeOficio = { causal, estado: 'activo', tipoContribuyente: '1' };
    expect(evaluarCancelacionDeOficio(h).estado).toBe(seVerifica ? 'no-se-sabe' : 'cumple');
    const sinActividad = { ...h, actividad: 'no-hay' } as const;
    expect(evaluarCancelacionDeOficio(sinActividad).estado).toBe('cumple');
    expect(evaluarCancelacionDeOficio({ ...sinActividad, estado: 'suspendido' }).estado).toBe('cumple');
    expect(evaluarCancelacionDeOficio({ ...sinActividad, estado: 'cancelado' }).estado).toBe('no-cumple');
    expect(evaluarCancelacionDeOficio({ ...sinActividad, tipoContribuyente: '2' }).estado).toBe(
      natural ? 'cumple' : 'no-cumple',
    );
    expect(evaluarCancelacionDeOficio({ ...h, actividad: 'hay' }).estado).toBe(
      seVerifica ? 'no-cumple' : 'cumple',
    );
  });

  it('dejar la actividad no es causal de oficio', () => {
    const e = evaluarCancelacionDeOficio({ causal: 'cese', estado: 'activo', tipoContribuyente: '2' });
    expect(buscar(e, 'causal')?.estado).toBe('no-cumple');
  });
});

describe('actualización de oficio (DUR 1.6.1.2.15)', () => {
  const ANTES: RegistroRut = {
    tipoContribuyente: '2',
    nit: '1990000003',
    dv: 1,
    seccional: '32',
    identificacion: {
      tipoDocumento: '13',
      numero: '1990000003',
      primerApellido: 'GARCÍA',
      primerNombre: 'GERMÁN',
    },
    ubicacion: { pais: '169', municipio: '11001', direccion: 'CL 1 2 3', correo: 'german@ejemplo.co' },
    clasificacion: {
      actividadPrincipal: { codigo: '6910', desde: fecha('2020-01-01') },
      otrasActividades: [],
      establecimientos: 1,
      responsabilidades: ['49'],
      usuariosAduaneros: [],
    },
  };
  const con = (u: Partial<RegistroRut['ubicacion']>): RegistroRut => ({
    ...ANTES,
    ubicacion: { ...ANTES.ubicacion, ...u },
  });
  const evaluar = (despues: RegistroRut, antes = ANTES) =>
    evaluarActualizacionDeOficio({ antes, despues, estado: 'activo' });

  it.each([
    ['la dirección', { direccion: 'CR 7 1 2' }, ['41']],
    ['el municipio', { municipio: '05001' }, ['39', '40']],
    ['el correo', { correo: 'otro@ejemplo.co' }, ['42']],
  ])('cambia %s de una persona natural', (_, cambio, casillas) => {
    const e = evaluar(con(cambio));
    expect([e.estado, e.cambios.map((c) => c.casilla)]).toEqual(['cumple', casillas]);
  });

  it('nada más: ni el teléfono, ni la casilla 53, ni lo que ya dice', () => {
    expect(evaluar(con({ telefono1: '3001234567' })).estado).toBe('no-cumple');
    expect(evaluar(con({})).estado).toBe('no-cumple');
    const clasificacion = { ...ANTES.clasificacion, responsabilidades: ['48'] };
    expect(evaluar({ ...con({ correo: 'o@ejemplo.co' }), clasificacion }).estado).toBe('no-cumple');
  });

  it('ni a una persona jurídica, ni a un RUT cancelado', () => {
    const empresa: RegistroRut = { ...ANTES, tipoContribuyente: '1' };
    const mudada: RegistroRut = { ...con({ direccion: 'CR 7 1 2' }), tipoContribuyente: '1' };
    expect(buscar(evaluar(mudada, empresa), 'persona-natural')?.estado).toBe('no-cumple');
    const e = evaluarActualizacionDeOficio({
      antes: ANTES,
      despues: con({ direccion: 'CR 7 1 2' }),
      estado: 'cancelado',
    });
    expect(e.estado).toBe('no-cumple');
  });
});
