import { expect } from 'vitest';
import { fecha } from '../src/fechas/index.ts';
import type { Condicion, Evaluacion, RegistroRut } from '../src/rut/index.ts';

/** The states of the conditions whose id is asked for, as `id: estado`. */
export function estadosDe(e: Evaluacion, ...ids: string[]): string[] {
  return ids.map((id) => `${id}: ${buscar(e, id)?.estado ?? 'no está'}`);
}

export function buscar(e: Evaluacion, id: string): Condicion | undefined {
  return e.condiciones.find((c) => c.id === id);
}

/** What a person reads must be whole: a sentence and an article for every condition, each told once. */
export function bienDicha({ condiciones }: Evaluacion): void {
  for (const { id, razon, articulo } of condiciones) {
    expect(razon, id).toMatch(/^[A-ZÁÉÍÓÚÑ¿].*\.$/);
    expect(razon, id).not.toMatch(/undefined|NaN| {2}/);
    expect(articulo, id).not.toBe('');
  }
  expect(new Set(condiciones.map((c) => c.id)).size).toBe(condiciones.length);
}

/** The same facts without some of them: what a person has not told yet. */
export function sinHechos<T extends object>(hechos: T, quitar: readonly (keyof T)[]): T {
  const copia = { ...hechos };
  for (const clave of quitar) delete copia[clave];
  return copia;
}

/** A fictional legal person with sheet 1 alone. */
export const ENTIDAD: RegistroRut = {
  tipoContribuyente: '1',
  nit: '999900001',
  dv: 4,
  seccional: '32',
  identificacion: { razonSocial: 'FICTICIA S.A.S.' },
  ubicacion: { pais: '169', municipio: '11001', direccion: 'CL 1 2 999', correo: 'ficticia@demo.example' },
  clasificacion: {
    actividadPrincipal: { codigo: '4711', desde: fecha('2020-01-02') },
    otrasActividades: [],
    establecimientos: 1,
    responsabilidades: ['05', '53'],
    usuariosAduaneros: [],
  },
};
