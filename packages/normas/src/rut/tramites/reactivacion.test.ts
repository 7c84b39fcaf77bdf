import { describe, expect, it } from 'vitest';
import { fecha } from '../../fechas/index.ts';
import { bienDicha, buscar, sinHechos } from '../../../pruebas/tramites.ts';
import { evaluarLevantamiento, evaluarReactivacion } from './index.ts';
import type { HechosLevantamiento, HechosReactivacion } from './index.ts';

describe('reactivación (DUR 1.6.1.2.20)', () => {
  const BIEN: HechosReactivacion = {
    estado: 'cancelado',
    solicitante: { calidad: 'titular' },
    documentos: true,
    enSede: true,
  };

  it('un RUT cancelado se reactiva en una sede, con los documentos de la inscripción', () => {
    expect(evaluarReactivacion(BIEN).estado).toBe('cumple');
  });

  it.each<[string, Partial<HechosReactivacion>, string]>([
    ['si está activo', { estado: 'activo' }, 'rut-cancelado'],
    ['si está suspendido', { estado: 'suspendido' }, 'rut-cancelado'],
    ['en línea', { enSede: false }, 'en-sede'],
    ['sin documentos', { documentos: false }, 'documentos'],
    ['a un tercero', { solicitante: { calidad: 'tercero' } }, 'solicitante'],
  ])('no procede %s', (_, cambio, id) => {
    const e = evaluarReactivacion({ ...BIEN, ...cambio });
    expect(e.estado).toBe('no-cumple');
    expect(buscar(e, id)?.estado).toBe('no-cumple');
    bienDicha(e);
  });

  it('callar cualquier hecho no deja decir que sí', () => {
    for (const clave of Object.keys(BIEN) as (keyof HechosReactivacion)[]) {
      const e = evaluarReactivacion(sinHechos(BIEN, [clave]));
      expect(e.estado, clave).toBe('no-se-sabe');
      bienDicha(e);
    }
  });
});

describe('levantamiento de la suspensión (DUR 1.6.1.2.16 par. 1)', () => {
  const BIEN: HechosLevantamiento = {
    hoy: fecha('2026-08-12'),
    estado: 'suspendido',
    solicitante: { calidad: 'titular' },
    causal: 'direccion',
    subsanada: true,
  };

  it.each(['orden', 'direccion', 'camara-de-comercio', 'desactualizado'] as const)(
    'por %s: cuando se arregla lo que la causó',
    (causal) => {
      expect(evaluarLevantamiento({ ...BIEN, causal }).estado).toBe('cumple');
      expect(evaluarLevantamiento({ ...BIEN, causal, subsanada: false }).estado).toBe('no-cumple');
      expect(evaluarLevantamiento(sinHechos({ ...BIEN, causal }, ['subsanada'])).estado).toBe('no-se-sabe');
    },
  );

  it.each([
    ['2021-08-11', 'cumple'],
    ['2021-08-12', 'no-cumple'],
    ['2021-08-13', 'no-cumple'],
  ])('proveedor ficticio con firmeza el %s: %s, pues deben pasar cinco años', (firmeza, estado) => {
    const e = evaluarLevantamiento({
      ...BIEN,
      causal: 'proveedor-o-exportador-ficticio',
      firmeza: fecha(firmeza),
      documentos: true,
    });
    expect(e.estado).toBe(estado);
    bienDicha(e);
  });

  it('a un proveedor ficticio no le basta subsanar, y trae los documentos de una actualización', () => {
    const ficticio = { ...BIEN, causal: 'proveedor-o-exportador-ficticio' as const };
    expect(evaluarLevantamiento(ficticio).estado).toBe('no-se-sabe');
    const e = evaluarLevantamiento({ ...ficticio, firmeza: fecha('2020-01-01'), documentos: false });
    expect(buscar(e, 'documentos')?.estado).toBe('no-cumple');
  });

  it.each<[Partial<HechosLevantamiento>]>([
    [{ estado: 'activo' }],
    [{ estado: 'cancelado' }],
    [{ solicitante: { calidad: 'tercero' } }],
  ])('no procede con %o', (cambio) => {
    expect(evaluarLevantamiento({ ...BIEN, ...cambio }).estado).toBe('no-cumple');
  });

  it.each<keyof HechosLevantamiento>(['estado', 'solicitante', 'causal'])(
    'sin %s no se puede decir que sí',
    (clave) => {
      const e = evaluarLevantamiento(sinHechos(BIEN, [clave]));
      expect(e.estado).toBe('no-se-sabe');
      bienDicha(e);
    },
  );
});
