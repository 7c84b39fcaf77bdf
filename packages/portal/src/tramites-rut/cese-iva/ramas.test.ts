import { describe, expect, it } from 'vitest';
import { hechosDelBorrador, recorridoDe } from '../../../pruebas/procedimientos.ts';
import { estadoDe, recorrerRamas, type Rama } from '../../interfaz/recorrido/index.ts';
import { relojFijo } from '../../plataforma/index.ts';
import { sabidoAlResponder } from '../procedimiento/index.ts';
import { evaluar as evaluarSolicitud } from './evaluar.ts';
import { ceseIva } from './index.ts';
import { FICHA, presentarCeseIva, type Leido } from './solicitud.ts';

const RECORRIDO = recorridoDe(ceseIva, relojFijo('2026-11-20T15:00:00Z'));
const solicitudDe = (d: object) => FICHA.leer(d as Leido);
const hechos = hechosDelBorrador({ responsabilidades: ['05', '48'] });
const ramas = recorrerRamas(RECORRIDO, { hechos });
const evaluar = (rama: Rama) =>
  evaluarSolicitud(
    { ...sabidoAlResponder(hechos), aportados: [] },
    solicitudDe(estadoDe(RECORRIDO, rama).datos),
  );
const posibles = ramas.filter((r) => evaluar(r).estado !== 'no-cumple');

describe('cese de IVA: todas las ramas', () => {
  it('con contador no se pregunta la nueva actividad; sin él, sí; lo que lo impide termina las preguntas', () => {
    const nueva = ['nueva-actividad', 'nueva-desde'];
    const sin = RECORRIDO.pasos.map((p) => p.slug).filter((s) => !nueva.includes(s));
    // Two kinds of support, and two ways of having no numbers left.
    expect(posibles).toHaveLength(4);
    for (const { camino } of posibles) expect(camino.filter((s) => !nueva.includes(s))).toEqual(sin);
    expect(posibles.filter((r) => r.camino.includes('nueva-desde'))).toHaveLength(2);
    // Still selling, goods left, and numbers left with each kind of support.
    expect(ramas).toHaveLength(4 + 1 + 1 + 2);
  });

  it('a quien respondió todo solo le falta lo que mira un funcionario o lo que adjunta', () => {
    const faltas = posibles.map((r) =>
      evaluar(r)
        .condiciones.filter((c) => c.estado !== 'cumple')
        .map((c) => c.id),
    );
    for (const f of faltas)
      expect(['rut-actualizado,numeracion', 'rut-actualizado,soporte,numeracion']).toContain(f.join());
  });

  it('lo que se firma se lee con su esquema y dice cada cosa que se declaró', () => {
    for (const rama of ramas) {
      const s = solicitudDe(estadoDe(RECORRIDO, rama).datos);
      expect(FICHA.esquema.parse(JSON.parse(JSON.stringify(s)))).toEqual(s);
      expect(JSON.stringify(presentarCeseIva(s))).not.toMatch(/undefined|NaN|null/);
    }
    const completas = posibles.filter((r) => r.camino.includes('nueva-desde'));
    const dicho = JSON.stringify(
      completas.map((r) => presentarCeseIva(solicitudDe(estadoDe(RECORRIDO, r).datos))),
    );
    for (const cosa of ['15 de enero de 2026', 'Empleado de una panadería', '1 de febrero de 2026'])
      expect(dicho).toContain(cosa);
  });

  it('a quien no tiene el 48 no se le pregunta nada', () => {
    const sin = { ...hechos, rut: { ...hechos.rut, responsabilidades: ['49'] } };
    expect(recorrerRamas(RECORRIDO, { hechos: sin }).map((r) => r.camino)).toEqual([['respuesta']]);
  });
});
