import { esFecha, type Fecha } from '@autogestion/normas/fechas';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { leerUnaVez } from './leidas.ts';

function dia(texto: string): Fecha {
  if (!esFecha(texto)) throw new TypeError(texto);
  return texto;
}
const [HOY, MANANA] = [dia('2026-03-10'), dia('2026-03-11')];

function contada() {
  let veces = 0;
  const esquema = z
    .object({ nombre: z.string().min(2) })
    .transform(({ nombre }) => ({ nombre, vez: ++veces }));
  return esquema;
}

it('lo mismo, en la misma pregunta y el mismo día, se lee una vez', () => {
  const esquema = contada();
  const una = leerUnaVez(esquema, { nombre: 'Ana' }, HOY);
  expect(una).toEqual({ ok: true, datos: { nombre: 'Ana', vez: 1 } });
  expect(leerUnaVez(esquema, { nombre: 'Ana' }, HOY)).toBe(una);
});

it('otro texto, otro día u otra pregunta se leen aparte', () => {
  const esquema = contada();
  const vez = (de: typeof esquema, nombre: string, hoy: Fecha) => {
    const r = leerUnaVez(de, { nombre }, hoy);
    return r.ok && r.datos.vez;
  };
  expect([vez(esquema, 'Ana', HOY), vez(esquema, 'Eva', HOY), vez(esquema, 'Ana', MANANA)]).toEqual([
    1, 2, 3,
  ]);
  expect(vez(contada(), 'Ana', HOY)).toBe(1);
});

it('lo que está mal también, y nadie cambia lo que otros leerán', () => {
  const esquema = contada();
  const mala = leerUnaVez(esquema, { nombre: 'A' }, HOY);
  expect([mala.ok, leerUnaVez(esquema, { nombre: 'A' }, HOY) === mala]).toEqual([false, true]);
  const buena = leerUnaVez(esquema, { nombre: 'Ana' }, HOY);
  expect(() => buena.ok && (buena.datos.nombre = 'Otra')).toThrow(TypeError);
});

it('se olvida lo que muchas otras dejaron atrás', () => {
  const esquema = contada();
  const una = leerUnaVez(esquema, { nombre: 'Ana' }, HOY);
  for (let i = 0; i < 4_001; i++) leerUnaVez(esquema, { nombre: `Otra ${i}` }, HOY);
  expect(leerUnaVez(esquema, { nombre: 'Ana' }, HOY)).not.toBe(una);
});
