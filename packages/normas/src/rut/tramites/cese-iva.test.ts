import { describe, expect, it } from 'vitest';
import { fecha } from '../../fechas/index.ts';
import { LEY51 } from '../../calendario/index.ts';
import { bienDicha, buscar, sinHechos } from '../../../pruebas/tramites.ts';
import { evaluarCeseIva, ultimoDiaParaInformarElCese } from './index.ts';
import type { HechosCeseIva } from './index.ts';

const BIEN: HechosCeseIva = {
  responsabilidades: ['05', '48'],
  vendeGravado: false,
  inventarioPorVender: false,
  obligadoAContador: false,
  comunicacion: true,
  numeracion: 'inhabilitada',
  solicitante: { calidad: 'titular' },
  estado: 'activo',
  actualizado: true,
};

describe('cese de actividades con IVA (ET 614; DUR 1.6.1.2.14 par. 4)', () => {
  it('procede con la comunicación propia, y con contador, con su certificación', () => {
    expect(evaluarCeseIva(BIEN).estado).toBe('cumple');
    const conContador = { ...BIEN, obligadoAContador: true };
    expect(evaluarCeseIva({ ...conContador, certificacion: true }).estado).toBe('cumple');
    expect(evaluarCeseIva({ ...conContador, certificacion: false }).estado).toBe('no-cumple');
    expect(buscar(evaluarCeseIva(conContador), 'soporte')).toMatchObject({
      estado: 'no-se-sabe',
      razon: 'Falta saber si tiene la certificación de su revisor fiscal o contador.',
    });
  });

  it('nunca facturó, o ya inhabilitó la numeración: da lo mismo', () => {
    expect(evaluarCeseIva({ ...BIEN, numeracion: 'sin-numeracion' }).estado).toBe('cumple');
  });

  it.each<[string, Partial<HechosCeseIva>, string]>([
    ['si no tiene el 48', { responsabilidades: ['49'] }, 'responsable'],
    ['si todavía vende gravado', { vendeGravado: true }, 'sin-ventas-gravadas'],
    ['si le queda mercancía', { inventarioPorVender: true }, 'sin-inventario'],
    ['sin la comunicación', { comunicacion: false }, 'soporte'],
    ['con numeración sin usar', { numeracion: 'sin-inhabilitar' }, 'numeracion'],
    ['con el RUT suspendido', { estado: 'suspendido' }, 'rut-activo'],
    ['si lo pide un tercero', { solicitante: { calidad: 'tercero' } }, 'solicitante'],
  ])('no procede %s', (_, cambio, id) => {
    const e = evaluarCeseIva({ ...BIEN, ...cambio });
    expect(e.estado).toBe('no-cumple');
    expect(buscar(e, id)?.estado).toBe('no-cumple');
    bienDicha(e);
  });

  it.each<keyof HechosCeseIva>([
    'vendeGravado',
    'inventarioPorVender',
    'obligadoAContador',
    'comunicacion',
    'numeracion',
    'solicitante',
    'estado',
    'actualizado',
  ])('sin %s no se puede decir que sí', (clave) => {
    const e = evaluarCeseIva(sinHechos(BIEN, [clave]));
    expect(e.estado).toBe('no-se-sabe');
    bienDicha(e);
  });

  it('se informa dentro de 30 días hábiles, contados desde el siguiente', () => {
    // March 2026: 23 is a holiday; April: 2 and 3 (Easter), and 17 (Decreto 500 de 2024).
    expect(ultimoDiaParaInformarElCese(fecha('2026-03-02'))).toBe('2026-04-16');
    expect(ultimoDiaParaInformarElCese(fecha('2026-03-03'))).toBe('2026-04-20');
    expect(ultimoDiaParaInformarElCese(fecha('2026-03-03'), LEY51)).toBe('2026-04-17');
  });
});
