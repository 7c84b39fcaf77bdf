import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definidos } from '../definidos/index.ts';
import {
  analizarDireccion,
  COMPLEMENTOS,
  construirDireccion,
  direccionLegible,
  leerDireccion,
  NOMENCLATURA,
  normalizarDireccion,
  VIAS,
} from './index.ts';
import type { PartesDireccion } from './index.ts';

const partes: PartesDireccion = { via: 'CL', numero: '13', generadora: '5', placa: '20' };

describe('una dirección, como se dice', () => {
  it.each([
    ['CL 13 A BIS SUR # 5 - 20 AP 301', 'Calle 13 A BIS SUR # 5 - 20 apartamento 301'],
    ['CR 7 # 12 - 30 BR La Paz', 'Carrera 7 # 12 - 30 barrio La Paz'],
    ['Vereda San Juan, finca La Esperanza', 'Vereda San Juan, finca La Esperanza'],
  ])('%s: %s', (delRut, dicha) => {
    expect(direccionLegible(delRut)).toBe(dicha);
  });
});

describe('nomenclatura (Resolución DIAN 203 de 2005)', () => {
  it('la tabla tiene 80 abreviaturas, cada una con su fuente y sin repetirse', () => {
    expect(new Set(NOMENCLATURA.map((a) => a.codigo)).size).toBe(80);
    expect(NOMENCLATURA).toHaveLength(80);
    expect(NOMENCLATURA.every((a) => a.fuente !== '' && a.confianza !== '')).toBe(true);
  });

  it('calle y carrera se abrevian CL y CR, como las imprime el RUT', () => {
    expect(VIAS.find((v) => v.nombre === 'Calle')?.codigo).toBe('CL');
    expect(VIAS.find((v) => v.nombre === 'Carrera')?.codigo).toBe('CR');
    expect(COMPLEMENTOS.find((c) => c.nombre === 'Apartamento')?.codigo).toBe('AP');
  });
});

describe('dirección por partes', () => {
  it('se arma como la imprime el RUT', () => {
    expect(
      construirDireccion({
        via: 'CL',
        numero: '13',
        letra: 'a',
        bis: true,
        cuadrante: 'SUR',
        generadora: '5',
        letraGeneradora: 'B',
        placa: '20',
        complementos: [
          { clase: 'TO', texto: '2' },
          { clase: 'AP', texto: ' 301 ' },
        ],
      }),
    ).toEqual({ ok: true, valor: 'CL 13 A BIS SUR # 5 B - 20 TO 2 AP 301' });
    expect(construirDireccion(partes)).toEqual({ ok: true, valor: 'CL 13 # 5 - 20' });
    expect(construirDireccion({ ...partes, via: 'AV', numero: 'El Dorado' })).toMatchObject({
      valor: 'AV El Dorado # 5 - 20',
    });
  });

  it.each<[Partial<PartesDireccion>, string, string]>([
    [{ via: 'XX' }, 'via', 'no-esta-en-la-tabla'],
    [{ via: 'AP' }, 'via', 'no-esta-en-la-tabla'],
    [{ numero: ' ' }, 'numero', 'falta'],
    [{ numero: '13A' }, 'numero', 'forma'],
    [{ numero: '<b>' }, 'numero', 'forma'],
    [{ generadora: '' }, 'generadora', 'falta'],
    [{ generadora: '12345' }, 'generadora', 'forma'],
    [{ placa: '2 0' }, 'placa', 'forma'],
    [{ letra: '7' }, 'letra', 'letra'],
    [{ cuadrante: 'ARRIBA' as 'SUR' }, 'cuadrante', 'no-esta-en-la-tabla'],
    [{ complementos: [{ clase: 'CL', texto: '1' }] }, 'complementos', 'no-esta-en-la-tabla'],
    [{ complementos: [{ clase: 'AP', texto: '3\u00001' }] }, 'complementos', 'forma'],
    [{ complementos: [{ clase: 'BR', texto: 'x'.repeat(41) }] }, 'complementos', 'largo'],
  ])('%o señala el campo %s por %s', (cambio, campo, codigo) => {
    expect(construirDireccion({ ...partes, ...cambio })).toMatchObject({ ok: false, campo, codigo });
  });

  it('lo que se arma por partes ya está normalizado', () => {
    const numero = fc.integer({ min: 1, max: 999 }).map(String);
    fc.assert(
      fc.property(
        fc.constantFrom(...VIAS.map((v) => v.codigo)),
        numero,
        fc.option(fc.constantFrom('A', 'B', 'F'), { nil: undefined }),
        fc.constantFrom({}, { bis: true }, { bis: true, letraBis: 'C' }),
        fc.option(fc.constantFrom('NORTE', 'SUR', 'ESTE', 'OESTE' as const), { nil: undefined }),
        numero,
        numero,
        fc.constantFrom('AP', 'TO', 'IN', 'OF', 'MZ'),
        (via, n, letra, bis, cuadrante, generadora, placa, clase) => {
          const r = construirDireccion({
            via,
            numero: n,
            ...definidos({ letra }),
            ...bis,
            ...definidos({ cuadrante }),
            generadora,
            placa,
            complementos: [{ clase, texto: '301' }],
          });
          expect(r.ok && normalizarDireccion(r.valor)).toBe(r.ok && r.valor);
        },
      ),
    );
  });
});

describe('dirección escrita libremente', () => {
  it.each([
    ['calle 13a bis sur No 5-20 apto 301 barrio La Paz', 'CL 13 A BIS SUR # 5 - 20 AP 301 BR La Paz'],
    ['Carrera 7 # 32-16', 'CR 7 # 32 - 16'],
    ['Cra. 7 No. 32 - 16, Of. 1204', 'CR 7 # 32 - 16 OF 1204'],
    ['KR 7 #32-16', 'CR 7 # 32 - 16'],
    ['cll 80 nro 69b-40 torre 3 apartamento 502', 'CL 80 # 69 B - 40 TO 3 AP 502'],
    ['Av. Carrera 68 # 22a sur-10', 'AK 68 # 22 A SUR - 10'],
    ['Diagonal 5 Nº 6 - 7 Edificio Parque Central', 'DG 5 # 6 - 7 ED Parque Central'],
    [
      'Transversal 4 # 5-6 conjunto residencial Torres del Parque casa 8',
      'TV 4 # 5 - 6 CO Torres del Parque CS 8',
    ],
    ['Manzana 4 casa 12 barrio Norte', 'MZ 4 CS 12 BR Norte'],
    ['Calle No 13 No 5-20', 'CL 13 # 5 - 20'],
    ['Calle 10', 'CL 10'],
    ['Avenida El Dorado # 26-85', 'AV El Dorado # 26 - 85'],
  ])('«%s» queda «%s»', (texto, esperada) => {
    expect(normalizarDireccion(texto)).toBe(esperada);
  });

  it.each([
    ['Vereda El Salitre, 3 km después del puente', 'VD El Salitre, 3 km después del puente'],
    ['Finca La Esperanza vereda Alto Bonito', 'FI La Esperanza VD Alto Bonito'],
    ['Casa de la Cultura frente al parque', 'Casa de la Cultura frente al parque'],
    ['Resguardo indígena Cañamomo', 'Resguardo indígena Cañamomo'],
  ])('la rural «%s» conserva sus palabras: «%s»', (texto, esperada) => {
    expect(normalizarDireccion(texto)).toBe(esperada);
  });

  it('normalizar dos veces es normalizar una', () => {
    const palabra = fc.constantFrom(
      ...'calle Cra. avenida carrera 13 13a # No. 5-20 - sur bis apto 301 torre B barrio La Paz vereda km , edificio de parque casa'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(palabra, { maxLength: 12 }), (ps) => {
        const una = normalizarDireccion(ps.join(' '));
        expect(normalizarDireccion(una)).toBe(una);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('dirección urbana en una línea', () => {
  it.each([
    ['Calle 13 A # 5 - 20', 'CL 13 A # 5 - 20'],
    ['calle 13a 5-20', 'CL 13 A # 5 - 20'],
    ['cll13#5-20', 'CL 13 # 5 - 20'],
    ['Cra 7 No 45 20', 'CR 7 # 45 - 20'],
    ['cra. 7ma # 45-20', 'CR 7 # 45 - 20'],
    ['Carrera 7ª No. 45 – 20', 'CR 7 # 45 - 20'],
    ['Calle 13 A  N° 5 — 20 Int 3', 'CL 13 A # 5 - 20 IN 3'],
    ['Calle 13 número 5-20', 'CL 13 # 5 - 20'],
    ['KR 7 A BIS SUR 45 B 20 apto 301', 'CR 7 A BIS SUR # 45 B - 20 AP 301'],
    ['Calle 40 bis A sur # 5-20', 'CL 40 BIS A SUR # 5 - 20'],
    ['Av. El Dorado # 68\u201111', 'AV El Dorado # 68 - 11'],
    ['Avenida Ciudad de Cali No. 6c-20', 'AV Ciudad de Cali # 6 C - 20'],
    ['Diagonal 12 AA # 5-20 oriente', 'DG 12 AA # 5 - 20 oriente'],
    ['Calle\u00a013\u00adA # 5-20', 'CL 13 A # 5 - 20'],
  ])('«%s» es «%s»', (texto, esperada) => {
    expect(leerDireccion(texto).faltas).toEqual([]);
    expect(analizarDireccion(texto)).toEqual({ ok: true, valor: esperada });
  });

  it.each<[string, Partial<PartesDireccion>, string[]]>([
    ['', { via: '', numero: '' }, ['via', 'numero', 'generadora', 'placa']],
    ['13 # 5-20', { via: '', numero: '13', generadora: '5', placa: '20' }, ['via']],
    ['Calle 13', { via: 'CL', numero: '13' }, ['generadora', 'placa']],
    ['Calle 13 # 5', { generadora: '5', placa: '' }, ['placa']],
    ['Calle 13 # 5-20A', { placa: '20A' }, ['placa']],
    ['Calle # 5-20', { via: 'CL', numero: '', generadora: '5', placa: '20' }, ['numero']],
  ])('de «%s» se entiende lo que hay y se dice todo lo que falta', (texto, entendido, faltan) => {
    const { partes: leidas, faltas } = leerDireccion(texto);
    expect(leidas).toMatchObject(entendido);
    expect(faltas.map((f) => f.campo)).toEqual(faltan);
  });

  it('se dice como la diría quien vive ahí', () => {
    expect(direccionLegible(normalizarDireccion('cra 7 a bis 45-20'))).toBe('Carrera 7 A BIS # 45 - 20');
  });

  it('de una vereda no se inventa una calle', () => {
    expect(leerDireccion('Vereda San Juan, finca La Esperanza').faltas.map((f) => f.campo)).toContain('via');
  });
});

describe('validez de la dirección', () => {
  it('se acepta normalizada', () => {
    expect(analizarDireccion('  Calle 13   # 5-20 ')).toEqual({ ok: true, valor: 'CL 13 # 5 - 20' });
  });

  it.each([
    ['', 'vacia'],
    ['   ', 'vacia'],
    ['CL 1\nCL 2', 'caracteres'],
    ['CL \u202e1', 'caracteres'],
    ['<script>alert(1)</script>', 'caracteres'],
    ['x'.repeat(151), 'larga'],
    ['x'.repeat(10_000), 'larga'],
    ['Apartado aéreo 1234', 'apartado-aereo'],
    ['A.A. No. 1234', 'apartado-aereo'],
    ['AA 1234', 'apartado-aereo'],
    ['13 5 20', 'sin-letras'],
    ['CL 1', 'corta'],
  ])('«%s» se rechaza por %s', (texto, codigo) => {
    expect(analizarDireccion(texto)).toMatchObject({ ok: false, codigo });
  });

  it('nunca lanza una excepción', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (t) => typeof analizarDireccion(t).ok === 'boolean'),
    );
  });
});
