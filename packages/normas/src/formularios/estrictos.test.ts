import { describe, expect, it } from 'vitest';
import { FORMULARIO_210 } from './210/index.ts';
import { FORMULARIO_2593 } from './2593/index.ts';
import { FORMULARIO_260 } from './260/index.ts';
import { FORMULARIO_490 } from './490/index.ts';
import { leerCompuestos, leerEntrada } from './motor/index.ts';
import type { Columna, Esquema, Falta, Formulario, Hecho } from './motor/index.ts';

const FORMULARIOS = [FORMULARIO_210, FORMULARIO_260, FORMULARIO_2593, FORMULARIO_490];

/** A value that a schema takes: as little as it may be, with everything in it. */
function ejemplo(e: Esquema): unknown {
  const { anyOf, type, properties, items } = e as {
    anyOf?: Esquema[];
    enum?: unknown[];
    type?: string;
    properties?: Record<string, Esquema>;
    items?: Esquema;
  };
  if (anyOf) return ejemplo(anyOf.at(-1) ?? {});
  if (e.enum) return (e.enum as unknown[])[0];
  if (type === 'array') return [ejemplo(items ?? {})];
  if (type === 'object')
    return Object.fromEntries(Object.entries(properties ?? {}).map(([k, s]) => [k, ejemplo(s)]));
  return type === 'boolean' ? true : 1;
}

/** The same value with one thing wrong in it, everywhere that something can be: what is wrong, and where. */
function* malos(valor: unknown, donde: string): Generator<[string, unknown]> {
  if (Array.isArray(valor)) {
    yield [donde, { 0: 'no es una lista' }];
    for (const [sitio, malo] of malos(valor[0], `${donde}.1`)) yield [sitio, [malo]];
  } else if (typeof valor === 'object' && valor !== null) {
    yield [`${donde}.otraCosa`, { ...valor, otraCosa: 1 }];
    for (const [clave, suyo] of Object.entries(valor)) {
      for (const [sitio, malo] of malos(suyo, `${donde}.${clave}`))
        yield [sitio, { ...valor, [clave]: malo }];
    }
  } else {
    const segun: Record<string, unknown[]> = {
      boolean: ['si', 'true', 1, 0, {}],
      number: ['1', '1.000', -1, 0.5, true, Infinity, 1e20, []],
      string: ['tía', '', 7, true, {}],
    };
    for (const malo of segun[typeof valor] ?? []) yield [donde, malo];
  }
}

const compuestos = FORMULARIOS.flatMap((f) =>
  Object.entries(f.compuestos ?? {}).flatMap(([clave, { lector }]) =>
    [...malos(ejemplo(lector.esquema), `hechos.${clave}`)].map(
      ([donde, malo]) => [f.codigo, donde, JSON.stringify(malo), clave, malo, f] as const,
    ),
  ),
);

describe('un dato que se dio se usa o se rechaza por su nombre: en hechos con varios datos', () => {
  it('hay de dónde', () => {
    expect(compuestos.length).toBeGreaterThan(100);
  });

  it.each(compuestos)('%s, %s: %s', (_codigo, donde, _escrito, clave, malo, f) => {
    const faltas: Falta[] = [];
    const leidos = leerCompuestos(f.compuestos ?? {}, { [clave]: malo }, faltas);
    expect(leidos).toEqual({});
    const suya = faltas.find((x) => x.casilla === donde);
    expect(suya?.mensaje).toContain(`«${donde.split('.').findLast((p) => !/^[0-9]+$/.test(p)) ?? ''}»`);
    expect(suya?.mensaje).toMatch(/\.$/);
  });

  it.each(
    FORMULARIOS.flatMap((f) => Object.entries(f.compuestos ?? {}).map(([k, c]) => [f.codigo, k, c] as const)),
  )('%s, %s: lo bien escrito se lee', (_codigo, clave, compuesto) => {
    const faltas: Falta[] = [];
    const leidos = leerCompuestos(
      { [clave]: compuesto },
      { [clave]: ejemplo(compuesto.lector.esquema) },
      faltas,
    );
    expect(faltas).toEqual([]);
    expect(Object.keys(leidos)).toEqual([clave]);
  });
});

/** What a value of a class never is. */
const MALOS: Record<Hecho['clase'] | Columna['clase'], readonly unknown[]> = {
  pesos: [-1, '-1', '1000', '1.000', '', 0.5, 'mil', true, {}, [], [1], Infinity],
  cantidad: [-1, 1.5, '1', 'dos', true, {}, []],
  tarifa: [-1, 'x', true, {}, [], 1_001],
  marca: ['si', 'sí', 'true', 2, {}, []],
  codigo: ['', 'otro', 99, true, {}, []],
  texto: [true, {}, [], 'x'.repeat(121)],
};

const anidado = (clave: string, valor: unknown): unknown =>
  clave.split('.').reduceRight<unknown>((dentro, parte) => ({ [parte]: dentro }), valor);

const hechos = FORMULARIOS.flatMap((f) =>
  f.hechos.flatMap((h) => MALOS[h.clase].map((malo) => [f.codigo, h.clave, malo, f] as const)),
);

describe('un dato que se dio se usa o se rechaza por su nombre: en cada hecho y cada columna', () => {
  it.each(hechos)('%s, hecho %s: %j', (_codigo, clave, malo, f) => {
    const { faltas } = leerEntrada(f, { hechos: anidado(clave, malo) });
    expect(faltas.map((x) => x.casilla)).toEqual([`hechos.${clave}`]);
  });

  it.each(FORMULARIOS.flatMap((f) => f.hechos.map((h) => [f.codigo, h.clave, h, f] as const)))(
    '%s, hecho %s: lo bien escrito se lee',
    (_codigo, clave, { clase, entre }, f) => {
      const valor = clase === 'marca' || clase === 'tarifa' ? 1 : Number(entre?.[0] ?? 7);
      const { entrada, faltas } = leerEntrada(f, { hechos: anidado(clave, valor) });
      expect(faltas).toEqual([]);
      expect(entrada.valores.get(clave)).not.toBeUndefined();
    },
  );

  const filaDe = ({ columnas }: Formulario['anexos'][number]) =>
    Object.fromEntries(
      columnas.filter((c) => !c.formula).map((c) => [c.clave, c.clase === 'codigo' ? c.codigos?.[0] : 0]),
    );
  const celdas = FORMULARIOS.flatMap((f) =>
    f.anexos.flatMap((a) =>
      a.columnas
        .filter((c) => !c.formula)
        .flatMap((c) => MALOS[c.clase].map((malo) => [a.clave, c.clave, malo, a, f] as const)),
    ),
  );

  it.each(celdas)('anexo %s, columna %s: %j', (anexo, columna, malo, a, f) => {
    const bien = leerEntrada(f, { anexos: { [anexo]: [{ ...filaDe(a), [columna]: filaDe(a)[columna] }] } });
    expect(bien.faltas).toEqual([]);
    const { faltas } = leerEntrada(f, { anexos: { [anexo]: [{ ...filaDe(a), [columna]: malo }] } });
    expect(faltas.map((x) => x.casilla)).toEqual([`${anexo}.1.${columna}`]);
  });
});

describe('una casilla calculada que se da a mano y el dato del que sale dicen lo mismo', () => {
  it.each([
    [FORMULARIO_210, '28', 'comprasFacturaElectronica'],
    [FORMULARIO_210, '138', 'dependientes'],
    [FORMULARIO_260, '50', 'ingresosElectronicos'],
  ] as const)('formulario %#: casilla %s y «%s»', (f, casilla, hecho) => {
    const dados = { casillas: { [casilla]: 1 }, hechos: { [hecho]: 1 } };
    const { faltas } = leerEntrada(f, dados, { permitirFijar: true });
    expect(faltas).toEqual([
      expect.objectContaining({ codigo: 'dato-repetido', casilla: `hechos.${hecho}` }),
    ]);
  });
});
