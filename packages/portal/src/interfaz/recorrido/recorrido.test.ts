import fc from 'fast-check';
import { h } from 'preact';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { abrirTransacciones, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { clavesDe, type Actor, type Formulario, type Sesion } from '../../plataforma/index.ts';
import type { Pregunta } from '../preguntas/index.ts';
import { abrirBorrador, cargarBorrador } from './borradores.ts';
import type { Recorrido } from './definicion.ts';
import { estadoDe, mismoFormulario, puedeVerse, type Borrador } from './estado.ts';
import { consultarAntes, guardarPaso, terminarRecorrido } from './guardar-paso.ts';
import { guion, recorrerRamas, type RespuestasDe } from './index.ts';

type H = { entro: boolean };
const texto = z.string().default('');
const enunciado = { nombre: 'x', pregunta: '¿x?' };
const pregunta = <V>(esquema: z.ZodType<V, unknown>, ...ejemplos: Formulario[]): Pregunta<V> => ({
  esquema,
  pagina: () => h('p', null),
  resumen: () => [],
  ejemplos,
  erroneos: [],
});

/** Four questions: the second only after a «sí», the third a code that is not kept. */
const preguntas = guion<H>()
  .parte('x')
  .paso(
    'tiene',
    enunciado,
    pregunta(z.object({ tiene: z.enum(['si', 'no']) }), { tiene: 'si' }, { tiene: 'no' }),
  )
  .paso(
    'cuantos',
    { ...enunciado, aplica: (d) => d.respuestas.tiene?.tiene === 'si' },
    pregunta(z.object({ cuantos: texto.refine((v) => /^[1-9]$/.test(v)).transform(Number) }), {
      cuantos: '3',
    }),
  )
  .paso(
    'clave',
    {
      ...enunciado,
      guarda: false,
      cumplido: (d) => d.hechos.entro === true,
      alGuardar: async (_, v) =>
        v.clave === 'abrete'
          ? { tipo: 'guardado', hechos: { entro: true } }
          : { tipo: 'rechazado', campos: { clave: 'No es.' } },
      ejemplos: [{ escrito: { clave: 'abrete' }, hechos: { entro: true } }],
    },
    pregunta(z.object({ clave: texto.refine((v) => v.length > 0) })),
  )
  .paso(
    'nombre',
    enunciado,
    pregunta(z.object({ nombre: texto.refine((v) => v !== '') }), { nombre: 'Ana' }),
  );
type R = RespuestasDe<typeof preguntas>;

const DEF: Recorrido<R, H> = {
  id: 'prueba.recorrido',
  version: 1,
  titulo: 'Prueba',
  diasDeEspera: 30,
  pasos: preguntas.pasos,
  revision: { titulo: 'Revise', boton: 'Terminar' },
  terminar: async ({ datos }) => ({ a: '/fin', resultado: { dicho: datos.respuestas, azar: Math.random() } }),
};
const SLUGS = DEF.pasos.map((p) => p.slug);
const claves = clavesDe(Buffer.alloc(32, 3));

let t: TransaccionesDePrueba;
let sesion: Sesion;
let actor: Actor;
beforeAll(async () => {
  t = await abrirTransacciones();
  ({ sesion, actor } = await t.visitante());
});
afterAll(() => t.cerrar());

const abrir = async () => (await t.app(actor, (trx) => abrirBorrador(trx, DEF))).idPublico;
const guardar = (borrador: string, slug: string, escrito: Formulario, revision?: number, def = DEF) =>
  t.app(actor, async (trx) =>
    guardarPaso(trx, def, claves, { borrador, paso: slug, escrito, revision, sesion }, undefined),
  );
const terminar = (borrador: string, revision?: number) =>
  t.app(actor, (trx) => terminarRecorrido(trx, DEF, { borrador, sesion, revision }));
const leer = (borrador: string) => t.app(actor, (trx) => cargarBorrador(trx, DEF.id, borrador, 'leer'));
const leerAbierto = async (borrador: string): Promise<Borrador> => {
  const b = await leer(borrador);
  if (b.terminado) throw new Error('It ended');
  return b;
};

async function completo(): Promise<string> {
  const b = await abrir();
  await guardar(b, 'tiene', { tiene: 'no' });
  await guardar(b, 'clave', { clave: 'abrete' });
  await guardar(b, 'nombre', { nombre: 'Ana' });
  return b;
}

/** The rules again, written apart: what each act should answer, from what was accepted before. */
class Modelo {
  revision = 0;
  guardado: Record<string, { escrito: Formulario; revision: number }> = {};
  entro = false;
  fin = false;

  valida(slug: string, f: Formulario): boolean {
    if (slug === 'tiene') return f.tiene === 'si' || f.tiene === 'no';
    if (slug === 'cuantos') return /^[1-9]$/.test(String(f.cuantos ?? ''));
    return (f[slug] ?? '') !== '';
  }
  aplican(): string[] {
    return SLUGS.filter((s) => s !== 'cuantos' || this.guardado.tiene?.escrito.tiene === 'si');
  }
  hecho(slug: string): boolean {
    return slug === 'clave' ? this.entro : this.guardado[slug] !== undefined;
  }
  visible(slug: string): boolean {
    const lista = this.aplican();
    const i = lista.indexOf(slug);
    return i >= 0 && lista.slice(0, i).every((s) => this.hecho(s));
  }
  guardar(slug: string, f: Formulario, vista: number | undefined): string {
    if (this.fin) return 'terminado';
    if (!this.visible(slug)) return 'antes';
    const previo = this.guardado[slug];
    if (previo && vista !== undefined && previo.revision > vista && previo.escrito[slug] !== f[slug])
      return 'conflicto';
    if (!this.valida(slug, f)) return 'invalido';
    this.revision += 1;
    if (slug === 'clave') {
      if (f.clave !== 'abrete') return 'invalido';
      this.entro = true;
    } else this.guardado[slug] = { escrito: f, revision: this.revision };
    return 'guardado';
  }
  terminar(vista: number | undefined): string {
    if (this.fin) return 'terminado';
    if (!this.aplican().every((s) => this.hecho(s))) return 'falta';
    if (vista !== undefined && Object.values(this.guardado).some((g) => g.revision > vista)) return 'cambio';
    this.fin = true;
    return 'terminado';
  }
}

describe('recorrido: reglas', () => {
  it('cualquier serie de respuestas, cambios y finales, desde varias ventanas, cumple las reglas', async () => {
    const valor = fc.constantFrom('si', 'no', '3', '7', 'abrete', 'Ana', '');
    const acto = fc.record({
      slug: fc.constantFrom(...SLUGS, 'terminar'),
      valor,
      // How many revisions ago the page was shown; none, as a program without If-Match.
      atraso: fc.option(fc.nat(3), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(acto, { minLength: 3, maxLength: 14 }), async (actos) => {
        const b = await abrir();
        const m = new Modelo();
        let final: unknown;
        for (const a of actos) {
          const vista = a.atraso === undefined ? undefined : Math.max(0, m.revision - a.atraso);
          if (a.slug === 'terminar') {
            const r = await terminar(b, vista);
            expect(r.tipo).toBe(m.terminar(vista));
            if (r.tipo === 'terminado') {
              final ??= r.terminacion.resultado;
              expect(r.terminacion.resultado).toEqual(final);
            }
          } else {
            const f = { [a.slug]: a.valor };
            expect((await guardar(b, a.slug, f, vista)).tipo).toBe(m.guardar(a.slug, f, vista));
          }
          if (m.fin) continue;
          const borrador = await leerAbierto(b);
          const estado = estadoDe(DEF, borrador);
          expect(borrador.revision).toBe(m.revision);
          expect(SLUGS.filter((s) => puedeVerse(estado, s))).toEqual(SLUGS.filter((s) => m.visible(s)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('terminar veinte veces a la vez es terminar una: todas reciben lo mismo', async () => {
    const b = await completo();
    const r = await Promise.all(Array.from({ length: 20 }, () => terminar(b)));
    const [primero, ...demas] = r.map((x) => (x.tipo === 'terminado' ? x.terminacion.resultado : x.tipo));
    expect(primero).toHaveProperty('azar');
    for (const otro of demas) expect(otro).toEqual(primero);
  });

  it('al terminar se olvida lo escrito y queda el resultado', async () => {
    const b = await completo();
    await terminar(b);
    expect(await leer(b)).toMatchObject({ respuestas: {}, hechos: {}, terminado: { a: '/fin' } });
  });

  it('guardar a la vez la misma pregunta desde la misma revisión: una queda y la otra es un conflicto', async () => {
    const b = await completo();
    const { revision } = await leer(b);
    const r = await Promise.all(['Eva', 'Luz'].map((nombre) => guardar(b, 'nombre', { nombre }, revision)));
    expect(r.map((x) => x.tipo).sort()).toEqual(['conflicto', 'guardado']);
    const perdedora = r.find((x) => x.tipo === 'conflicto');
    expect(perdedora?.tipo === 'conflicto' && perdedora.guardado).toEqual(
      (await leer(b)).respuestas.nombre?.escrito,
    );
  });

  it('cambiar una respuesta que quita una pregunta no borra lo respondido en ella', async () => {
    const b = await abrir();
    await guardar(b, 'tiene', { tiene: 'si' });
    await guardar(b, 'cuantos', { cuantos: '3' });
    await guardar(b, 'tiene', { tiene: 'no' });
    expect(estadoDe(DEF, await leerAbierto(b)).datos.respuestas.cuantos).toBeUndefined();
    await guardar(b, 'tiene', { tiene: 'si' });
    expect(estadoDe(DEF, await leerAbierto(b)).datos.respuestas.cuantos).toEqual({ cuantos: 3 });
  });

  it('una respuesta que ya no vale bajo la definición de hoy se vuelve a preguntar', async () => {
    const b = await completo();
    const estricta = {
      ...DEF,
      pasos: DEF.pasos.map((p) =>
        p.slug === 'nombre' ? { ...p, esquema: z.object({ nombre: z.literal('Eva') }) } : p,
      ),
    } as typeof DEF;
    expect(estadoDe(estricta, await leerAbierto(b)).siguiente?.slug).toBe('nombre');
  });

  it('a los treinta días el borrador ya no está; a la víspera, sí', async () => {
    const b = await abrir();
    t.reloj.avanzar(30 * 86_400_000 - 1);
    const { actor: a } = { actor };
    await expect(t.app(a, (trx) => cargarBorrador(trx, DEF.id, b, 'leer'))).resolves.toMatchObject({
      revision: 0,
    });
    t.reloj.avanzar(1);
    await expect(leer(b)).rejects.toMatchObject({ estado: 404 });
  });

  it('el de otra sesión no existe', async () => {
    const b = await abrir();
    const otro = await t.visitante();
    await expect(t.app(otro.actor, (trx) => cargarBorrador(trx, DEF.id, b, 'leer'))).rejects.toMatchObject({
      estado: 404,
    });
  });

  it('los mismos campos en otro orden, o uno vacío de más, dicen lo mismo', () => {
    expect(mismoFormulario({ a: '1', b: ['x', 'y'] }, { b: ['x', 'y'], a: '1', c: '' })).toBe(true);
    expect(mismoFormulario({ a: '1' }, { a: '2' })).toBe(false);
    expect(mismoFormulario({ b: ['x', 'y'] }, { b: ['y', 'x'] })).toBe(false);
  });
});

describe('recorrido: lo que se pregunta afuera', () => {
  const preguntado: unknown[] = [];
  const CON_CONSULTA: typeof DEF = {
    ...DEF,
    pasos: DEF.pasos.map((p) =>
      p.slug === 'nombre'
        ? {
            ...p,
            consultar: async (_v: unknown, d: { respuestas: Partial<R> }) => d.respuestas.tiene,
            alGuardar: async (_c: unknown, _v: unknown, consultado: unknown) => {
              preguntado.push(consultado);
              return { tipo: 'guardado' as const };
            },
          }
        : p,
    ),
  };
  const consultar = (b: string) =>
    t.app(actor, (trx) =>
      consultarAntes(trx, CON_CONSULTA, {
        borrador: b,
        paso: 'nombre',
        escrito: { nombre: 'Ana' },
        revision: undefined,
        sesion,
      }),
    );

  it('lo contestado vale solo para las respuestas por las que se preguntó', async () => {
    const b = await completo();
    const consulta = await (await consultar(b))?.();
    // Another window answers something else while the registry thinks.
    await guardar(b, 'tiene', { tiene: 'si' });
    await guardar(b, 'cuantos', { cuantos: '3' });
    const entrada = { borrador: b, paso: 'nombre', escrito: { nombre: 'Ana' }, revision: undefined, sesion };
    const r = await t.app(actor, (trx) => guardarPaso(trx, CON_CONSULTA, claves, entrada, consulta));
    expect(r).toMatchObject({
      tipo: 'invalido',
      campos: { _: expect.stringContaining('otra ventana') as string },
    });
    expect(preguntado).toEqual([]);
    const denuevo = await (await consultar(b))?.();
    expect((await t.app(actor, (trx) => guardarPaso(trx, CON_CONSULTA, claves, entrada, denuevo))).tipo).toBe(
      'guardado',
    );
    expect(preguntado).toEqual([{ tiene: 'si' }]);
  });

  it('de una respuesta que no vale, o que no se puede ver, no se pregunta nada', async () => {
    const b = await abrir();
    expect(await consultar(b)).toBeUndefined();
  });
});

describe('recorrerRamas', () => {
  it('recorre cada rama hasta que no queda nada por preguntar', () => {
    const ramas = recorrerRamas(DEF);
    expect(ramas.map((r) => r.camino.join(' ')).sort()).toEqual([
      'tiene clave nombre',
      'tiene cuantos clave nombre',
    ]);
  });

  it.each([
    ['un ejemplo que su esquema rechaza', { ejemplos: [{ escrito: { nombre: '' } }] }, /is refused/],
    ['un ejemplo que no completa el paso', { cumplido: () => false }, /does not complete/],
    ['un paso sin ejemplos', { ejemplos: [] }, /has no examples/],
  ])('%s es una falla de la definición', (_que, cambio, queja) => {
    const mala = { ...DEF, pasos: DEF.pasos.map((p) => (p.slug === 'nombre' ? { ...p, ...cambio } : p)) };
    expect(() => recorrerRamas(mala)).toThrow(queja);
  });
});
