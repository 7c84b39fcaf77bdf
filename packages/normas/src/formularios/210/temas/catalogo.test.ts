import { describe, expect, it } from 'vitest';
import { casillasDe } from '../../motor/index.ts';
import type { Esquema } from '../../motor/index.ts';
import { COMPUESTOS } from '../compuestos.ts';
import { FORMULARIO_210 } from '../formulario.ts';
import { destinosDe } from './catalogo.ts';
import { preguntaDe, TEMAS_210 } from './index.ts';
import type { ColumnaDeTema, Tema } from './index.ts';

const COLUMNAS: readonly { tema: Tema; columna: ColumnaDeTema }[] = TEMAS_210.flatMap((tema) =>
  tema.columnas.map((columna) => ({ tema, columna })),
);
const CASILLAS = new Map(casillasDe(FORMULARIO_210).map((c) => [c.clave, c]));
const HECHOS = new Set(FORMULARIO_210.hechos.map((h) => h.clave));

/** Whether a fact that is more than one value has that part: `deducciones.salud.pagado`, `dependientes.*.edad`. */
function existe(hecho: string): boolean {
  if (HECHOS.has(hecho)) return true;
  const [primera = '', ...resto] = hecho.split('.');
  const compuesto = COMPUESTOS[primera as keyof typeof COMPUESTOS] as
    { lector: { esquema: Esquema } } | undefined;
  return compuesto !== undefined && tiene(compuesto.lector.esquema, resto);
}

function tiene(e: Esquema, [primera, ...resto]: readonly string[]): boolean {
  if (primera === undefined) return true;
  const { anyOf, items, properties } = e as {
    anyOf?: Esquema[];
    items?: Esquema;
    properties?: Record<string, Esquema>;
  };
  if (anyOf) return anyOf.some((o) => tiene(o, [primera, ...resto]));
  if (primera === '*') return items !== undefined && tiene(items, resto);
  const suya = properties?.[primera];
  return suya !== undefined && tiene(suya, resto);
}

/** Written boxes that no topic fills, and why. */
const SIN_TEMA: Record<string, string> = {
  24: 'dato del declarante: viene del RUT',
  25: 'solo si corrige otra declaración',
  26: 'solo si corrige otra declaración',
  27: 'solo la sucesión que se liquida antes de que termine el año',
  135: 'la sanción la calcula la oficina al presentar',
  980: 'va en cero: se paga con el recibo',
  981: 'de quien firma por otro',
  982: 'del contador que firma',
  983: 'del contador que firma',
  994: 'del contador que firma',
  1: 'dato del declarante',
};

const HECHOS_SIN_TEMA: Record<string, string> = {
  baseRentaPresuntiva: 'la tarifa de la renta presuntiva es 0 % desde 2021 (ET 188)',
  rentaActivosExceptuados: 'solo cuenta con una renta presuntiva, que es 0 % desde 2021 (ET 188)',
};

describe('temas del formulario 210: cada columna va a algo que existe', () => {
  const destinos = COLUMNAS.flatMap(({ tema, columna }) =>
    destinosDe(columna).map((d) => [tema.clave, columna.clave, d] as const),
  );

  it.each(destinos)('%s.%s: %j', (_tema, _columna, destino) => {
    if ('casilla' in destino) {
      const casilla = CASILLAS.get(destino.casilla);
      expect(casilla?.clase).toBe('pesos');
      expect(casilla?.formula).toBeUndefined();
    } else expect(existe(destino.hecho)).toBe(true);
  });

  it('lo que decide a dónde va una columna es otra de la misma fila, con esas respuestas', () => {
    for (const { tema, columna } of COLUMNAS) {
      for (const d of [columna.destino, ...(columna.tambien ?? [])]) {
        if (!d || !('segun' in d)) continue;
        const decide = tema.columnas.find((c) => c.clave === d.segun);
        const respuestas = decide?.clase === 'si-no' ? ['si', 'no'] : decide?.opciones?.map((o) => o.clave);
        for (const caso of Object.keys(d.casos)) expect(respuestas).toContain(caso);
      }
    }
  });
});

describe('temas del formulario 210: nada se queda sin preguntar', () => {
  const destinos = COLUMNAS.flatMap(({ columna }) => destinosDe(columna));
  const casillas = new Set(destinos.flatMap((d) => ('casilla' in d ? [d.casilla] : [])));
  const hechos = new Set(destinos.flatMap((d) => ('hecho' in d ? [d.hecho.split('.*')[0] ?? ''] : [])));
  const llena = new Set(
    Object.entries(COMPUESTOS).flatMap(([clave, c]) =>
      'casilla' in c && [...hechos].some((h) => h === clave || h.startsWith(`${clave}.`)) ? [c.casilla] : [],
    ),
  );
  const escritas = casillasDe(FORMULARIO_210).filter(
    (c) => c.formula === undefined && c.origen === undefined,
  );

  it.each(escritas.map((c) => [c.clave, c.nombre] as const))('la casilla %s (%s)', (clave) => {
    const alcanzada = casillas.has(clave) || llena.has(clave as never);
    expect([clave, alcanzada]).toEqual([clave, SIN_TEMA[clave] === undefined]);
  });

  it.each([...HECHOS])('el dato %s', (clave) => {
    expect([clave, hechos.has(clave)]).toEqual([clave, HECHOS_SIN_TEMA[clave] === undefined]);
  });
});

describe('temas del formulario 210: cómo están escritos', () => {
  const secciones = FORMULARIO_210.secciones.map((s) => s.nombre);

  it('cada clave es de un solo tema, y cada columna de un solo nombre en él', () => {
    expect(new Set(TEMAS_210.map((t) => t.clave)).size).toBe(TEMAS_210.length);
    for (const { columnas } of TEMAS_210) {
      expect(new Set(columnas.map((c) => c.clave)).size).toBe(columnas.length);
    }
  });

  it.each(TEMAS_210.map((t) => [t.clave, t] as const))(
    '%s: en español llano y con su norma',
    (_clave, tema) => {
      expect(secciones).toContain(tema.seccion);
      expect(preguntaDe(tema, 2025)).toMatch(/^¿[A-ZÁÉÍÓÚ].*\?$/);
      expect(preguntaDe(tema, 2025)).not.toMatch(/[{}]/);
      expect(tema.norma).toMatch(/ET [0-9]+/);
      if (tema.ayuda !== undefined) expect(tema.ayuda).toMatch(/^[A-ZÁÉÍÓÚ0-9].*\.$/);
      for (const c of tema.columnas) {
        expect(c.norma).toMatch(/ET [0-9]+/);
        expect(c.nombre).toMatch(/^¿?[A-ZÁÉÍÓÚ].*[^.]$/);
        if (c.ayuda !== undefined) expect(c.ayuda).toMatch(/^[A-ZÁÉÍÓÚ0-9].*\.$/);
        expect(c.clase === 'opcion').toBe(c.opciones !== undefined);
      }
    },
  );

  it('a quien declara no se le habla con las palabras del programa', () => {
    const escrito = TEMAS_210.flatMap((t) => [
      t.nombre,
      t.pregunta,
      t.ayuda ?? '',
      ...t.columnas.flatMap((c) => [c.nombre, c.ayuda ?? '', ...(c.opciones ?? []).map((o) => o.nombre)]),
    ]).join('\n');
    expect(escrito).not.toMatch(
      /c[eé]dula general|casilla|rengl[oó]n|campo|INCRNGO|subc[eé]dula|ECE\b|[a-z][A-Z]|undefined|true|false|null/,
    );
  });
});
