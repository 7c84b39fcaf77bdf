import fc from 'fast-check';
import { h } from 'preact';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Pregunta } from '../preguntas/index.ts';
import type { Recorrido } from './definicion.ts';
import { estadoDe, puedeVerse, type Borrador } from './estado.ts';
import { guion, recorrerRamas, vueltasDe, type RespuestasDe } from './index.ts';
import { sinVuelta } from './quitar-vuelta.ts';
import { claveDeVuelta, cuantasVueltas, partirClave } from './vueltas.ts';

const MAXIMO = 5;
const enunciado = { nombre: 'x', pregunta: '¿x?' };
const escrita = <C extends string>(campo: C, ...ejemplos: string[]): Pregunta<Record<C, string>> => ({
  esquema: z.object({ [campo]: z.string().min(1) }) as unknown as z.ZodType<Record<C, string>>,
  pagina: () => h('p', null),
  resumen: () => [],
  ejemplos: ejemplos.map((v) => ({ [campo]: v })),
  erroneos: [],
});
/** Only the things called «roja» have a colour. */
const preguntas = guion()
  .parte('x')
  .lista(
    {
      grupo: 'cosa',
      maximo: MAXIMO,
      describir: (d) => d.respuestas['cosa-nombre']?.nombre,
      alQuedarSin: 'cosa-nombre',
    },
    guion()
      .paso('cosa-nombre', enunciado, escrita('nombre', 'roja', 'gris'))
      .paso(
        'cosa-color',
        { ...enunciado, aplica: (d) => d.respuestas['cosa-nombre']?.nombre === 'roja' },
        escrita('color', 'rojo'),
      ),
    enunciado,
  )
  .paso('fin', enunciado, escrita('fin', 'x'));

const DEF: Recorrido<RespuestasDe<typeof preguntas>, object> = {
  id: 'prueba.vueltas',
  version: 1,
  titulo: 'Prueba',
  diasDeEspera: 30,
  pasos: preguntas.pasos,
  revision: { titulo: 'Revise', boton: 'Terminar' },
  terminar: async () => ({ a: '/', resultado: {} }),
};

/** A draft with these things, each «roja» with its colour. */
function borrador(nombres: readonly string[], dijo = nombres.length): Borrador {
  const respuestas: Borrador['respuestas'] = {};
  for (const [i, nombre] of nombres.entries()) {
    respuestas[claveDeVuelta<string>('cosa-nombre', i + 1)] = { escrito: { nombre }, revision: 1 };
    respuestas[claveDeVuelta<string>('cosa-color', i + 1)] = {
      escrito: { color: `color ${nombre}` },
      revision: 1,
    };
  }
  respuestas['cosa-otra-vez'] = { escrito: { otra: 'no', despuesDe: String(dijo) }, revision: 1 };
  const dia = new Date('2026-03-10T12:00:00Z');
  return { id: 'i', idPublico: 'p', revision: 1, respuestas, hechos: {}, guardadoEn: dia, venceEn: dia };
}
const nombresDe = (b: Borrador) =>
  vueltasDe(estadoDe(DEF, b).datos, 'cosa').map((v) => v.respuestas['cosa-nombre']?.nombre);
const cosas = fc.array(fc.constantFrom('roja', 'gris', 'verde'), { minLength: 1, maxLength: MAXIMO });

describe('preguntas que se hacen varias veces', () => {
  it('la clave de cada vuelta se lee como se escribió', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]+(-[a-z]+)*$/),
        fc.integer({ min: 1, max: 9999 }),
        (slug, numero) => {
          expect(partirClave(claveDeVuelta(slug, numero))).toEqual({ slug, numero });
        },
      ),
    );
    for (const rara of ['a.0', 'a.01', 'a.-1', '.2', 'a.'])
      expect(partirClave(rara)).toEqual({ slug: rara, numero: 1 });
  });

  it('cada vuelta ve solo lo suyo, y aplica o no por lo suyo', () => {
    fc.assert(
      fc.property(cosas, (nombres) => {
        const { datos, pasos, siguiente } = estadoDe(DEF, borrador(nombres));
        expect(nombresDe(borrador(nombres))).toEqual(nombres);
        for (const [i, v] of vueltasDe(datos, 'cosa').entries()) {
          const color = nombres[i] === 'roja' ? 'color roja' : undefined;
          expect(v.respuestas['cosa-color']?.color).toBe(color);
          const clave = claveDeVuelta<string>('cosa-color', i + 1);
          expect(pasos.some((p) => p.paso.slug === clave)).toBe(color !== undefined);
        }
        expect(siguiente?.slug).toBe('fin');
      }),
    );
  });

  it('quitar una deja las demás en su orden, y vuelve a preguntar si hay otra', () => {
    fc.assert(
      fc.property(cosas, fc.nat(), (nombres, n) => {
        const i = n % nombres.length;
        const queda = sinVuelta(borrador(nombres), 'cosa', i + 1);
        expect(nombresDe(queda)).toEqual(nombres.toSpliced(i, 1));
        expect(cuantasVueltas('cosa', Object.keys(queda.respuestas))).toBe(nombres.length - 1);
        const falta = nombres.length === 1 ? 'cosa-nombre' : 'cosa-otra-vez';
        expect(estadoDe(DEF, queda).siguiente?.slug).toBe(falta);
        // What moved is newer than any page that showed it elsewhere.
        for (const [clave, r] of Object.entries(queda.respuestas))
          expect(r.revision).toBe(partirClave(clave).numero > i ? 2 : 1);
      }),
    );
  });

  it('la que sigue se puede abrir, la de después no, ni una más que el máximo', () => {
    fc.assert(
      fc.property(cosas, (nombres) => {
        const ver = (numero: number) => {
          const clave = claveDeVuelta<string>('cosa-nombre', numero);
          return puedeVerse(estadoDe(DEF, borrador(nombres), clave), clave);
        };
        expect(ver(nombres.length)).toBe(true);
        expect(ver(nombres.length + 1)).toBe(nombres.length < MAXIMO);
        expect(ver(nombres.length + 2)).toBe(false);
      }),
    );
  });

  it('un «no» vale para las vueltas que se habían visto', () => {
    expect(estadoDe(DEF, borrador(['gris', 'gris'], 1)).siguiente?.slug).toBe('cosa-otra-vez');
    expect(estadoDe(DEF, borrador(['gris', 'gris'], 2)).siguiente?.slug).toBe('fin');
  });

  it('el recorrido de las ramas hace dos vueltas y termina', () => {
    const ramas = recorrerRamas(DEF);
    // Two things, each of two kinds, or one.
    expect(ramas).toHaveLength(2 + 4);
    expect(ramas.some((r) => r.camino.includes('cosa-color.2'))).toBe(true);
  });

  it('una pregunta que no es del grupo es una falta del programa', () => {
    const lista = { grupo: 'otro', maximo: 2, describir: () => 'x', alQuedarSin: 'ajena' } as const;
    const ajena = guion().paso('ajena', enunciado, escrita('x', 'x'));
    expect(() => guion().parte('x').lista(lista, ajena, enunciado)).toThrow('is not a slug of otro');
  });
});
