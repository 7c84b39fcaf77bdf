import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liquidar } from '../../../pruebas/simple.ts';
import type { Codigo } from '../../../pruebas/simple.ts';
import { noCuadra } from '../../../pruebas/rehacer.ts';
import { declaraciones, recibos } from '../../../pruebas/simple-azar.ts';
import type { Redondeo } from '../../dinero/index.ts';
import { explicacionEnTexto } from '../../explicacion/index.ts';
import { FORMULARIO_2593 } from '../2593/index.ts';
import { FORMULARIO_260 } from '../260/index.ts';
import { AnioSinParametros, casillasDe, esquemaDe, explicar, planDe, referenciaDe } from '../motor/index.ts';
import type { Formulario } from '../motor/index.ts';

const entre = (desde: number, hasta: number) =>
  Array.from({ length: hasta - desde + 1 }, (_, i) => String(desde + i));
const claves = (f: Formulario, condicion: (clave: string) => boolean = () => true) =>
  casillasDe(f)
    .map((c) => c.clave)
    .filter(condicion);
const numerada = (clave: string) => /^[0-9]+$/.test(clave);

describe('el formulario 260 está completo', () => {
  it('tiene las casillas que se conocen, y ninguna otra con número', () => {
    const conocidas = ['1', ...entre(4, 12), ...entre(24, 119), '171', '172', '980'];
    expect(claves(FORMULARIO_260, numerada).toSorted()).toEqual(conocidas.toSorted());
  });

  it('las del anexo, sin número conocido, llevan nombre', () => {
    expect(claves(FORMULARIO_260, (c) => !numerada(c))).toEqual(['icaAPagar', 'icaAFavor']);
  });
});

describe('el recibo 2593 está completo', () => {
  it('solo tienen número las casillas 39 a 57', () => {
    expect(claves(FORMULARIO_2593, numerada)).toEqual(entre(39, 57));
  });

  it('las otras 31 y la tarifa llevan nombre, y confianza baja', () => {
    const conNombre = casillasDe(FORMULARIO_2593).filter((c) => !numerada(c.clave));
    expect(conNombre).toHaveLength(32);
    expect(conNombre.every((c) => c.confianza === 'baja')).toBe(true);
  });
});

describe.each([FORMULARIO_260, FORMULARIO_2593])('formulario $codigo', (formulario) => {
  const casillas = casillasDe(formulario);

  it('toda casilla dice qué es en una frase, y toda casilla calculada, su norma', () => {
    for (const { clave, ayuda, norma, formula } of casillas) {
      expect(ayuda, clave).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
      if (formula) expect(norma, clave).toMatch(/ET|DUR/);
    }
    for (const { norma, nombre } of [...formulario.hechos, ...formulario.auxiliares]) {
      expect(norma, nombre).toMatch(/ET|DUR|Concepto/);
    }
  });

  it('se compila de 2023 a 2026, y otro año es un error con nombre', () => {
    for (const anio of [2023, 2024, 2025, 2026]) expect(planDe(formulario, anio).anio).toBe(anio);
    for (const anio of [2022, 2027, NaN]) expect(() => planDe(formulario, anio)).toThrow(AnioSinParametros);
  });

  it('cada casilla calculada se explica en español, sin huecos, y las cuentas de la explicación dan su valor', () => {
    const codigo = formulario.codigo as Codigo;
    const entradas = codigo === '260' ? declaraciones : recibos;
    const redondeos = fc.constantFrom<Redondeo>('mil', 'peso');
    const algunas = fc.subarray(
      casillas.filter((c) => c.formula),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(entradas, redondeos, algunas, (cruda, redondeo, elegidas) => {
        const r = liquidar(codigo, cruda, { redondeo });
        for (const { clave } of elegidas) {
          const e = explicar(r, clave);
          expect(noCuadra(e)).toEqual([]);
          expect(explicacionEnTexto(e)).not.toMatch(/undefined|NaN|\{|«»|\(\)/);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('la página de referencia nombra todas las casillas, y el esquema las que se escriben', () => {
    const pagina = referenciaDe(planDe(formulario, 2025));
    for (const { clave } of casillas) expect(pagina).toContain(`| ${clave} |`);
    const { properties } = esquemaDe(formulario) as {
      properties: { casillas: { properties: Record<string, unknown> } };
    };
    expect(Object.keys(properties.casillas.properties).toSorted()).toEqual(
      casillas
        .filter((c) => !c.formula)
        .map((c) => c.clave)
        .toSorted(),
    );
  });

  it('cada reparo tiene su mensaje, su artículo y una casilla del formulario', () => {
    const suyas = casillas.map((c) => c.clave);
    for (const { codigo, casilla, norma, mensaje, limite } of formulario.reparos) {
      expect(suyas, codigo).toContain(casilla);
      expect(norma, codigo).toMatch(/ET|DUR|Sentencia/);
      expect(mensaje, codigo).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
      expect(mensaje.includes('{limite}'), codigo).toBe(limite !== undefined);
    }
  });
});

describe('puntos abiertos del formulario 260', () => {
  const con = (opcion: string, caso: string, cruda: Parameters<typeof liquidar>[1]) =>
    liquidar('260', cruda, { opciones: { [opcion]: caso } });

  it('casilla 43: todos los ingresos, o solo los del país', () => {
    const cruda = { casillas: { 40: 7_000_000 }, hechos: { grupo: '1', ingresos: 5_000_000 } };
    expect(con('casilla43', 'todas', cruda).valor('43')).toBe(12_000_000n);
    expect(con('casilla43', 'solo-pais', cruda).valor('43')).toBe(5_000_000n);
    expect(liquidar('260', cruda).valor('43')).toBe(12_000_000n);
  });

  it('casillas 108 a 119: suman, restan o no cuentan', () => {
    const cruda = { casillas: { 96: 5_000_000, 108: 1_000_000, 102: 3_000_000, 119: 2_000_000 } };
    const valores = (caso: string) => ['56', '71'].map((c) => con('ajustesDeRecibos', caso, cruda).valor(c));
    expect(valores('suman')).toEqual([6_000_000n, 5_000_000n]);
    expect(valores('restan')).toEqual([4_000_000n, 1_000_000n]);
    expect(valores('no-cuentan')).toEqual([5_000_000n, 3_000_000n]);
  });

  it('casilla 87: se resta, o no', () => {
    const cruda = { casillas: { 80: 100_000_000, 87: 5_000_000 } };
    expect(con('casilla87', 'saldo-anterior', cruda).valor('89')).toBe(10_000_000n);
    expect(con('casilla87', 'no-resta', cruda).valor('89')).toBe(15_000_000n);
  });

  it('el 4 por mil: 0,004 % de los ingresos netos, o sin tope', () => {
    const cruda = {
      casillas: { 51: 3_000_000 },
      hechos: { grupo: '2', ingresos: 900_000_000, icaPorMil: 1 },
    };
    expect(con('topeGmf', 'literal', cruda).valor('52')).toBe(36_000n);
    expect(
      con('topeGmf', 'literal', cruda)
        .reparos()
        .map((r) => r.codigo),
    ).toContain('tope-gmf');
    expect(con('topeGmf', 'sin-tope', cruda).valor('52')).toBe(3_000_000n);
  });
});

describe('reparos del formulario 260', () => {
  const codigos = (cruda: Parameters<typeof liquidar>[1]) =>
    liquidar('260', cruda)
      .reparos()
      .map((r) => `${r.codigo} en ${r.casilla}`);
  const tienda = { grupo: '1', ingresos: 120_000_000, icaPorMil: 5 };
  const fila = { codigo: '11001', grupo: '2', ingresos: 900_000_000, tarifaPorMil: 9.66 };

  it.each([
    [
      'loterías sobre las ganancias',
      { casillas: { 80: 5_000 }, hechos: { loterias: 6_000 } },
      'loterias-mayores-que-ganancias en 84',
    ],
    [
      'impuesto del exterior',
      { casillas: { 80: 5_000_000, 85: 900_000 } },
      'descuento-mayor-que-impuesto en 85',
    ],
    [
      'la hoja de municipios y el total',
      { casillas: { 43: 800_000_000 }, municipios: [fila] },
      'ingresos-no-coinciden en 43',
    ],
    [
      'la hoja de municipios y el ICA',
      { casillas: { 47: 5_000_000 }, municipios: [fila] },
      'ica-no-coincide en 47',
    ],
  ])('%s', (_que, cruda, reparo) => {
    expect(codigos(cruda)).toContain(reparo);
  });

  it.each([
    [{ casillas: { 49: 100_000 }, hechos: tienda }, []],
    [{ casillas: { 49: 1_000_000 }, hechos: tienda }, ['descuentos-mayores-que-el-impuesto en 52']],
    [
      { casillas: { 51: 1_000 }, hechos: { ...tienda, electronicos: 1_000_000 } },
      ['descuentos-excluyentes en 51'],
    ],
    [
      { casillas: { 44: 120_001_000 }, hechos: tienda },
      ['mayor-que-los-ingresos en 44', 'ica-mayor-que-simple en 47'],
    ],
    [{ casillas: { 37: 1_000 } }, ['grupo-inexequible en 37']],
    [{ casillas: { 69: 1_000 }, hechos: tienda }, ['consumo-mayor-que-los-ingresos en 69']],
    [{ casillas: { 80: 1_000, 81: 2_000 } }, ['mayor-que-los-ingresos en 81']],
    [{ hechos: { ...tienda, ingresos: 4_979_900_000 } }, ['fuera-del-simple en 45']],
    [{ hechos: { ...tienda, ingresos: 4_979_899_000 } }, []],
    [{ hechos: { ...tienda, icaPorMil: 100 } }, ['ica-mayor-que-simple en 47']],
    [{ hechos: { ...tienda, porcentajeSancion: 150 } }, ['parte-de-la-sancion en 59']],
  ])('%j: %j', (cruda, esperados) => {
    expect(codigos(cruda)).toEqual(esperados);
  });

  it('lo escrito en el grupo 4 paga como el 3 (sic), y una ganancia de lotería el 20 %', () => {
    expect(liquidar('260', { casillas: { 37: 1_000_000 } }).valor('46')).toBe(59_000n);
    const r = liquidar('260', { casillas: { 80: 30_000_000 }, hechos: { loterias: 10_000_000 } });
    expect(r.valor('84')).toBe(5_000_000n);
  });
});

describe('recibo 2593', () => {
  it('sobre el último rango del bimestre, la tarifa más alta, y se dice (DUR 1.5.8.3.10)', () => {
    const r = liquidar('2593', { hechos: { grupo: '2', ingresos: 900_000_000 } });
    expect(r.valor('tarifa')).toBe(45_000_000n);
    expect(r.reparos().map((x) => x.codigo)).toEqual(['sobre-el-ultimo-rango']);
  });

  it('lo que sobra de un impuesto no paga otro', () => {
    const r = liquidar('2593', {
      casillas: { 50: 5_000_000, incIngresos: 10_000_000, ivaDescontable: 9_000_000 },
    });
    expect(['57', 'inc', 'ivaExcedente', 'totalAPagar'].map((c) => r.valor(c))).toEqual([
      5_000_000n,
      800_000n,
      9_000_000n,
      800_000n,
    ]);
  });
});
