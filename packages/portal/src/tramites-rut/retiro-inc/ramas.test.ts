import { describe, expect, it } from 'vitest';
import { hechosDelBorrador, recorridoDe } from '../../../pruebas/procedimientos.ts';
import { estadoDe, recorrerRamas, type Rama } from '../../interfaz/recorrido/index.ts';
import { sabidoAlResponder } from '../procedimiento/index.ts';
import { evaluar as evaluarSolicitud } from './evaluar.ts';
import { retiroInc } from './index.ts';
import { FICHA, presentarRetiroInc, type Leido } from './solicitud.ts';

const RECORRIDO = recorridoDe(retiroInc);
const solicitudDe = (d: object) => FICHA.leer(d as Leido);
const hechos = hechosDelBorrador({ responsabilidades: ['33', '49'] });
const ramas = recorrerRamas(RECORRIDO, { hechos });
const evaluar = (rama: Rama) =>
  evaluarSolicitud(sabidoAlResponder(hechos), solicitudDe(estadoDe(RECORRIDO, rama).datos));
const posibles = ramas.filter((r) => evaluar(r).estado !== 'no-cumple');

describe('retiro de INC: todas las ramas', () => {
  it('la que cumple todo pregunta los cuatro años; cada otra termina en la respuesta que lo impide', () => {
    // One for each answer that ends it, and the one that meets everything.
    expect(ramas).toHaveLength(1 + 1 + 4 * 2);
    expect(posibles.map((r) => r.camino)).toEqual([RECORRIDO.pasos.map((p) => p.slug)]);
  });

  it('a quien respondió todo solo le falta lo que mira un funcionario', () => {
    const faltas = posibles.map((r) => evaluar(r).condiciones.filter((c) => c.estado !== 'cumple'));
    expect(faltas.map((f) => f.map((c) => c.id))).toEqual([['rut-actualizado']]);
  });

  it('lo que se firma se lee con su esquema y no dice lo que no se preguntó', () => {
    for (const rama of ramas) {
      const s = solicitudDe(estadoDe(RECORRIDO, rama).datos);
      expect(FICHA.esquema.parse(JSON.parse(JSON.stringify(s)))).toEqual(s);
      expect(JSON.stringify(presentarRetiroInc(s))).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('a quien no tiene el 33 no se le pregunta nada', () => {
    const sin = { ...hechos, rut: { ...hechos.rut, responsabilidades: ['50'] } };
    expect(recorrerRamas(RECORRIDO, { hechos: sin }).map((r) => r.camino)).toEqual([['respuesta']]);
  });
});
