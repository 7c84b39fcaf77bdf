import { describe, expect, it } from 'vitest';
import { AnioSinParametros } from '../motor/index.ts';
import { FORMULARIOS_VALIDABLES, validar } from './index.ts';

/** Wages alone, the boxes as the form of 2025 gives them. */
const ASALARIADO = {
  casillas: {
    29: 100_000_000,
    30: 20_000_000,
    31: 80_000_000,
    32: 90_000_000,
    33: 7_000_000,
    34: 83_000_000,
  },
};
const con = (otras: Record<string, unknown>) => ({ casillas: { ...ASALARIADO.casillas, ...otras } });
const de210 = (cruda: Parameters<typeof validar>[2]) => validar('210', 2025, cruda);
const rutas = (cruda: Parameters<typeof validar>[2]) =>
  de210(cruda).desviaciones.map((d) => `${d.ruta} ${d.tipo}`);

describe('validar una declaración', () => {
  it('la que cuadra no tiene desviaciones', () => {
    expect(rutas(ASALARIADO)).toEqual([]);
  });

  it('nada escrito tampoco', () => {
    for (const codigo of FORMULARIOS_VALIDABLES) expect(validar(codigo, 2025, {}).desviaciones).toEqual([]);
  });

  it('una calculada con otro valor se dice con lo recibido, lo calculado y su artículo', () => {
    const [primera] = de210(con({ 34: 84_000_000 })).desviaciones;
    expect(primera).toMatchObject({
      ruta: '34',
      tipo: 'calculo',
      recibido: 84_000_000n,
      calculado: 83_000_000n,
    });
    expect(primera?.mensaje).toMatch(/la casilla 34 da \$\s?83\.000\.000/);
  });

  it('si un dato cambió, se nombra con el valor con el que todo cuadra', () => {
    const completa = con({ 32: 99_000_000, 36: 0, 41: 0, 42: 83_000_000, 91: 83_000_000, 97: 83_000_000 });
    expect(de210(completa).desviaciones.find((d) => d.ruta === '32')).toMatchObject({
      tipo: 'dato',
      recibido: 99_000_000n,
      calculado: 90_000_000n,
    });
  });

  it('lo que no se puede leer se dice antes, y solo', () => {
    expect(rutas(con({ 34: 1, 32: 'mucho', 999: 3 }))).toEqual(['32 entrada', '999 entrada']);
  });

  it('una regla rota con la que no se presenta va en desviaciones, con su artículo', () => {
    const rota = de210({ casillas: { 32: 1_000_000, 33: 2_000_000 } }).desviaciones.find(
      (d) => d.tipo === 'regla',
    );
    expect(rota?.articulo).toMatch(/ET|DUR/);
  });

  it('lo que se supuso va aparte, en orientaciones', () => {
    const { desviaciones, orientaciones } = de210({ casillas: { 32: 200_000_000 } });
    expect(desviaciones).toEqual([]);
    expect(orientaciones.map((o) => o.tipo)).toContain('supuesto');
  });

  it('escrita al peso, una calculada que solo difiere en el redondeo lo dice (ET 577)', () => {
    expect(rutas({ casillas: { 29: 1_234_000, 31: 1_234_400 } })).toContain('31 redondeo');
  });

  it('el dígito de verificación que no es del NIT se nombra', () => {
    expect(rutas({ casillas: { 5: '900123456', 6: '8' } })).toEqual([]);
    expect(rutas({ casillas: { 5: '900123456', 6: '3' } })).toEqual(['6 calculo']);
  });

  it('una casilla que un hecho llena se compara con él', () => {
    const hechos = { exentaLaboral25: true };
    const [d] = de210({ casillas: { 32: 40_000_000, 33: 3_200_000, 36: 1_000 }, hechos }).desviaciones;
    expect(d).toMatchObject({ ruta: '36', tipo: 'calculo', recibido: 1_000n, calculado: 9_200_000n });
  });

  it('una celda calculada del anexo se compara con su fila', () => {
    const municipios = [{ codigo: '11001', grupo: '1', ingresos: 10_000_000, tarifaPorMil: 10, ica: 1 }];
    expect(validar('2593', 2025, { municipios }).desviaciones).toContainEqual(
      expect.objectContaining({ ruta: 'municipios.1.ica', recibido: 1n, calculado: 100_000n }),
    );
  });

  it('los ingresos de un municipio que cambiaron se nombran por su fila', () => {
    const filas = (ingresos: number) => [
      { codigo: '11001', grupo: '1', ingresos, tarifaPorMil: 10 },
      { codigo: '05001', grupo: '1', ingresos: 5_000_000, tarifaPorMil: 7 },
    ];
    const cruda = { casillas: { 39: 15_000_000, 43: 135_000 }, municipios: filas(12_000_000) };
    expect(validar('2593', 2025, cruda).desviaciones[0]).toMatchObject({
      ruta: 'municipios.1.ingresos',
      tipo: 'dato',
      calculado: 10_000_000n,
    });
  });

  it('de un año sin parámetros no se dice nada', () => {
    expect(() => validar('210', 2030, {})).toThrow(AnioSinParametros);
  });

  it.each([null, 3, 'x', [], [[1]], { a: { b: 1 } }, { __proto__: null }])(
    'lo que no tiene forma de declaración se dice, y no rompe: %j',
    (raro) => {
      for (const codigo of FORMULARIOS_VALIDABLES) {
        for (const cruda of [{ casillas: raro }, { hechos: raro }, { anexos: raro }, { municipios: raro }])
          expect(validar(codigo, 2025, cruda).desviaciones).toBeInstanceOf(Array);
      }
    },
  );
});
