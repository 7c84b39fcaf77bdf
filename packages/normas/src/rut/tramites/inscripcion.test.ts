import { describe, expect, it } from 'vitest';
import { fecha } from '../../fechas/index.ts';
import { bienDicha, buscar, sinHechos } from '../../../pruebas/tramites.ts';
import { evaluarCopia, evaluarInscripcion, TRAMITES_RUT, tramiteRut } from './index.ts';
import type { HechosCopia, HechosInscripcion } from './index.ts';

const BIEN: HechosInscripcion = {
  hoy: fecha('2026-08-12'),
  tipoDocumento: '13',
  nacimiento: fecha('1990-01-01'),
  fallecida: false,
  yaInscrita: false,
  identidadConfirmada: true,
  correoVerificado: true,
  obligadaAMatricula: false,
};

describe('inscripción en línea (ET 555-2; DUR 1.6.1.2.7 a .11)', () => {
  it('quien cumple todo puede', () => {
    const e = evaluarInscripcion(BIEN);
    expect(e.estado).toBe('cumple');
    bienDicha(e);
  });

  it.each<[string, Partial<HechosInscripcion>, string]>([
    ['si ya está inscrito', { yaInscrita: true }, 'sin-inscripcion-anterior'],
    ['con tarjeta de identidad', { tipoDocumento: '12' }, 'documento'],
    ['con un documento que no existe', { tipoDocumento: '99' }, 'documento'],
    ['si el registro dice que falleció', { fallecida: true }, 'vive'],
    ['un día antes de cumplir 18', { nacimiento: fecha('2008-08-13') }, 'edad'],
    ['si la identidad no se confirma', { identidadConfirmada: false }, 'identidad'],
    ['si el código del correo no coincide', { correoVerificado: false }, 'correo'],
    ['si debe tener matrícula mercantil', { obligadaAMatricula: true }, 'sin-matricula-mercantil'],
  ])('no %s', (_, cambio, id) => {
    const e = evaluarInscripcion({ ...BIEN, ...cambio });
    expect(e.estado).toBe('no-cumple');
    expect(buscar(e, id)?.estado).toBe('no-cumple');
    bienDicha(e);
  });

  it('el día que cumple 18 ya puede', () => {
    expect(evaluarInscripcion({ ...BIEN, nacimiento: fecha('2008-08-12') }).estado).toBe('cumple');
  });

  it('callar cualquier hecho no deja decir que sí', () => {
    for (const clave of Object.keys(BIEN) as (keyof HechosInscripcion)[]) {
      if (clave === 'hoy') continue;
      const e = evaluarInscripcion(sinHechos(BIEN, [clave]));
      expect(e.estado, clave).toBe('no-se-sabe');
      bienDicha(e);
    }
  });
});

describe('copia del RUT (DUR 1.6.1.2.21)', () => {
  const COPIA: HechosCopia = { solicitante: { calidad: 'titular' }, formalizada: true, estado: 'activo' };

  it.each([
    ['activo', 'Copia Certificado'],
    ['suspendido', 'Suspendido'],
    ['cancelado', 'Cancelado'],
  ] as const)('de un RUT %s también se da, y dice «%s»', (estado, leyenda) => {
    const e = evaluarCopia({ ...COPIA, estado });
    expect([e.estado, e.leyenda]).toEqual(['cumple', leyenda]);
    bienDicha(e);
  });

  it('sin estado conocido no dice leyenda', () => {
    expect(evaluarCopia(sinHechos(COPIA, ['estado']))).not.toHaveProperty('leyenda');
  });

  it('lo que el RUT dice es reservado: un tercero no la obtiene; un borrador no es un RUT', () => {
    expect(evaluarCopia({ ...COPIA, solicitante: { calidad: 'tercero' } }).estado).toBe('no-cumple');
    expect(evaluarCopia({ ...COPIA, formalizada: false }).estado).toBe('no-cumple');
    for (const clave of ['solicitante', 'formalizada'] as const) {
      expect(evaluarCopia(sinHechos(COPIA, [clave])).estado).toBe('no-se-sabe');
    }
  });
});

describe('tabla de trámites', () => {
  it('los seis, la reactivación y el levantamiento, cada uno con norma y fuente', () => {
    expect(TRAMITES_RUT.map((t) => t.codigo)).toEqual([
      'inscripcion',
      'actualizacion',
      'copia',
      'cancelacion',
      'retiro-iva',
      'retiro-inc',
      'reactivacion',
      'levantamiento-suspension',
    ]);
    for (const t of TRAMITES_RUT)
      expect(t.normas.length * t.fuente.length * t.confianza.length).toBeGreaterThan(0);
    expect(tramiteRut('otro')).toBeUndefined();
  });

  it('los tres que se verifican: 8 días hábiles para devolver y 30 para decidir (DUR 1.6.1.2.30 y .31)', () => {
    expect(TRAMITES_RUT.filter((t) => t.terminos).map((t) => [t.codigo, t.terminos])).toEqual(
      ['cancelacion', 'retiro-iva', 'retiro-inc'].map((c) => [c, { devolucion: 8, decision: 30 }]),
    );
  });
});
