import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaraciones } from '../../../pruebas/declaraciones.ts';
import { noCuadra } from '../../../pruebas/rehacer.ts';
import { explicacionEnTexto } from '../../explicacion/index.ts';
import {
  casillasDe,
  esquemaDe,
  evaluar,
  explicar,
  leerEntrada,
  planDe,
  referenciaDe,
} from '../motor/index.ts';
import { FORMULARIO_210 } from './index.ts';

const CASILLAS = casillasDe(FORMULARIO_210);
const CALCULADAS = CASILLAS.filter((c) => c.formula !== undefined);

describe('formulario 210: está completo', () => {
  it('tiene las 134 casillas del formulario, cada una una vez y en orden', () => {
    const numeros = CASILLAS.map((c) => Number(c.clave));
    // 2, 3, 11 and 13 to 23 do not exist; after 141, those of signature and payment.
    const esperados = [
      ...[1, 4, 5, 6, 7, 8, 9, 10, 12, 24, 25, 26, 27],
      ...Array.from({ length: 114 }, (_, i) => 28 + i),
      ...[980, 981, 982, 983, 994, 996, 997],
    ];
    expect([...numeros].sort((a, b) => a - b)).toEqual(esperados);
    expect(numeros).toHaveLength(134);
  });

  it.each(CASILLAS.map((c) => [c.clave, c] as const))('la casilla %s dice en español qué es', (_clave, c) => {
    expect(c.nombre.length).toBeGreaterThan(1);
    expect(c.ayuda).toMatch(/^[A-ZÁÉÍÓÚ0-9].*\.$/);
  });

  it.each(CALCULADAS.map((c) => [c.clave, c] as const))(
    'la casilla %s, que se calcula, cita su norma',
    (_clave, c) => {
      expect(c.norma).toMatch(/ET [0-9]+|DUR|Decisión/);
    },
  );

  it('todo parámetro y todo auxiliar cita su norma, y nada sobra', () => {
    const texto = JSON.stringify(FORMULARIO_210, (_k, v: unknown) => (typeof v === 'bigint' ? String(v) : v));
    for (const { norma } of [...Object.values(FORMULARIO_210.parametros), ...FORMULARIO_210.auxiliares]) {
      expect(norma).toMatch(/ET [0-9]+/);
    }
    for (const { clave } of FORMULARIO_210.hechos)
      expect(texto.split(`"clave":"${clave}"`).length).toBeGreaterThan(2);
  });
});

describe('formulario 210: toda casilla se explica', () => {
  it('para cualquier declaración, sin huecos, y las cuentas de la explicación dan su valor', () => {
    fc.assert(
      fc.property(
        declaraciones(FORMULARIO_210),
        fc.constantFrom(2023, 2024, 2025),
        fc.constantFrom('mil' as const, 'peso' as const),
        fc.subarray(CALCULADAS, { minLength: 1, maxLength: 8 }),
        (d, anio, redondeo, casillas) => {
          const { entrada } = leerEntrada(FORMULARIO_210, d);
          const evaluacion = evaluar(planDe(FORMULARIO_210, anio, { redondeo }), entrada);
          for (const { clave } of casillas) {
            const e = explicar(evaluacion, clave);
            expect(noCuadra(e)).toEqual([]);
            expect(explicacionEnTexto(e)).not.toMatch(/undefined|null|NaN|\[object|«»|\(\)| {3,}\S*: *$/);
            if (clave !== '138' && clave !== '140') expect(e.valor).toBe(evaluacion.valor(clave));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('la página de referencia nombra todas las casillas, y los puntos abiertos con lo que se toma', () => {
    const pagina = referenciaDe(planDe(FORMULARIO_210, 2025));
    for (const { clave } of CASILLAS) expect(pagina).toContain(`| ${clave} |`);
    expect(pagina).toContain('(así se toma)');
    expect(pagina).not.toMatch(/undefined|NaN/);
  });

  it('el esquema JSON acepta lo que se escribe y no lo que se calcula', () => {
    const { properties } = esquemaDe(FORMULARIO_210) as {
      properties: { casillas: { properties: Record<string, unknown> } };
    };
    expect(Object.keys(properties.casillas.properties).sort()).toEqual(
      CASILLAS.filter((c) => c.formula === undefined)
        .map((c) => c.clave)
        .sort(),
    );
  });
});
