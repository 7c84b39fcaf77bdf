import { relojFijo } from '../../plataforma/index.ts';
import { describe, expect, it } from 'vitest';
import { actualizacion } from './actualizacion.ts';
import { cancelacion } from './cancelacion.ts';
import { levantamiento } from './levantamiento.tsx';
import { reactivacion } from './reactivacion.ts';
import { suspension } from './suspension.ts';

const reloj = relojFijo('2026-03-10T15:00:00Z');
const CASOS = [suspension(reloj), levantamiento(reloj), cancelacion(), actualizacion(), reactivacion()].map(
  ({ slug, caso }) => ({ slug, caso }),
);

describe.each(CASOS)('$slug', ({ slug, caso: { flujo, cuatroOjos } }) => {
  it('todo paso y todo sentido llevan a un estado que existe, y de la oficina siempre se sale decidiendo', () => {
    const destinos = [
      ...Object.values(flujo.transiciones).flatMap((p) => Object.values(p)),
      ...Object.values(flujo.sentidos).map((s) => s.a),
    ];
    for (const a of destinos) expect(Object.keys(flujo.estados)).toContain(a);
    const deLaOficina = Object.entries(flujo.estados).flatMap(([id, e]) =>
      e.turno === 'oficina' ? [id] : [],
    );
    expect(flujo.decideDesde.toSorted()).toEqual(deLaOficina.toSorted());
  });

  it('solo lo que pidió la persona se puede retirar', () => {
    expect(flujo.transiciones.desistida !== undefined).toBe(slug === 'reactivacion');
    expect(flujo.deOficio === true).toBe(slug !== 'reactivacion');
  });

  it('lo deciden dos, y el acto que quita algo dice los recursos', () => {
    const quita = ['suspension', 'cancelacion', 'actualizacion'].includes(slug);
    expect(cuatroOjos).toBe(true);
    if (quita) expect(flujo.sentidos.ordenada?.conRecursos).toBe(true);
  });

  it('el plazo que ninguna norma da se dice como de la oficina', () => {
    const conNorma = slug === 'suspension' || slug === 'levantamiento';
    expect(flujo.plazos).toEqual(
      conNorma ? { decidir: 'rut-suspension' } : { decidir: 'rut-decision', sinFuente: true },
    );
  });
});
