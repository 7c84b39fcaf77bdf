import { describe, expect, it } from 'vitest';
import { hechosDelBorrador, recorridoDe } from '../../../pruebas/procedimientos.ts';
import { estadoDe, recorrerRamas } from '../../interfaz/recorrido/index.ts';
import { sabidoAlResponder, type HechosDelBorrador } from '../procedimiento/index.ts';
import { evaluar as evaluarSolicitud } from './evaluar.ts';
import { retiroIva } from './index.ts';
import { FICHA, presentarRetiroIva, type Leido } from './solicitud.ts';

const RECORRIDO = recorridoDe(retiroIva);
const solicitudDe = (d: object) => FICHA.leer(d as Leido);
const rut = (cambios: Partial<HechosDelBorrador['rut']> = {}): HechosDelBorrador =>
  hechosDelBorrador({ responsabilidades: ['05', '48'], ...cambios });

const evaluar = (hechos: HechosDelBorrador, datos: Leido) =>
  evaluarSolicitud(sabidoAlResponder(hechos), solicitudDe(datos));

const CASOS: [string, HechosDelBorrador][] = [
  ['una persona natural con el 48', rut()],
  ['una del SIMPLE', rut({ responsabilidades: ['47', '48'] })],
  ['una empresa', rut({ tipoContribuyente: '1' })],
  ['una empresa del SIMPLE', rut({ tipoContribuyente: '1', responsabilidades: ['47', '48'] })],
  ['quien no tiene el 48', rut({ responsabilidades: ['49'] })],
  ['un usuario aduanero', rut({ responsabilidades: ['10', '48'], usuariosAduaneros: ['22'] })],
  ['un RUT suspendido', rut({ estado: 'suspendido' })],
];

const RAMAS = CASOS.map(([quien, hechos]) => [quien, hechos, recorrerRamas(RECORRIDO, { hechos })] as const);

describe.each(RAMAS)('retiro de IVA, todas las ramas de %s', (_, hechos, ramas) => {
  const con = (camino: readonly string[]) => camino.filter((s) => s !== 'respuesta');

  it('cada una termina en la respuesta, y lo que falta por saber no depende de la persona', () => {
    expect(ramas.length).toBeGreaterThan(0);
    for (const rama of ramas) {
      const { datos, siguiente } = estadoDe(RECORRIDO, rama);
      expect(siguiente?.slug).toBe(rama.acabada ? 'respuesta' : undefined);
      expect(rama.camino.at(-1)).toBe('respuesta');
      const e = evaluar(hechos, datos);
      expect(rama.acabada ?? false).toBe(e.estado === 'no-cumple');
      // Whoever answered everything is only missing what an official looks at.
      if (e.estado !== 'no-cumple')
        expect(e.condiciones.filter((c) => c.estado !== 'cumple').map((c) => c.id)).toEqual([
          'rut-actualizado',
        ]);
    }
  });

  it('una respuesta que ya lo hace imposible es la última pregunta', () => {
    for (const rama of ramas) {
      const antesDeLaUltima = con(rama.camino).slice(0, -1);
      const respuestas = Object.fromEntries(
        antesDeLaUltima.flatMap((s) => (rama.respuestas[s] ? [[s, rama.respuestas[s]]] : [])),
      );
      const { datos } = estadoDe(RECORRIDO, { hechos: { ...hechos }, respuestas });
      if (antesDeLaUltima.length > 0)
        expect(evaluar(hechos, datos).estado, rama.camino.join(' ')).not.toBe('no-cumple');
    }
  });

  it('lo que se firma se lee con su esquema y dice cada cosa que se declaró', () => {
    for (const rama of ramas) {
      const { datos } = estadoDe(RECORRIDO, rama);
      const s = solicitudDe(datos);
      expect(FICHA.esquema.parse(JSON.parse(JSON.stringify(s)))).toEqual(s);
      const dicho = JSON.stringify(presentarRetiroIva(s));
      expect(dicho).not.toMatch(/undefined|NaN|null/);
      for (const c of [...(s.anterior.contratos ?? []), ...(s.enCurso.contratos ?? [])])
        expect(dicho).toContain(c.contratante);
    }
  });
});

describe('retiro de IVA: el recorrido', () => {
  it('cada paso lo pisa alguna rama', () => {
    const pisados = new Set(RAMAS.flatMap(([, , ramas]) => ramas.flatMap((r) => r.camino)));
    expect(RECORRIDO.pasos.map((p) => p.slug).filter((s) => !pisados.has(s))).toEqual([]);
  });

  it.each(['una empresa', 'quien no tiene el 48', 'un RUT suspendido'])(
    'a %s no se le pregunta nada: la respuesta ya se sabe',
    (quien) => {
      expect(RAMAS.find(([q]) => q === quien)?.[2].map((r) => r.camino)).toEqual([['respuesta']]);
    },
  );

  it('a quien está en el SIMPLE y solo tiene tienda le basta una pregunta', () => {
    const caminos = RAMAS.find(([q]) => q === 'una del SIMPLE')?.[2].map((r) => r.camino);
    expect(caminos).toContainEqual(['solo-tiendas', 'respuesta']);
    expect(caminos).toContainEqual([
      'solo-tiendas',
      'ingresos-totales-anterior',
      'ingresos-totales-en-curso',
      'respuesta',
    ]);
  });
});
